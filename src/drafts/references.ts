import type { Block, Reference, Run } from './draft.ts';
import type { Position } from './finding.ts';
import type { FindingList } from './finding-list.ts';
import type { PlacedSource } from './habits/prepare-chunk.ts';

/** The author's numbered sources, and which of their marks were used. */
export type References = {
  readonly list: readonly Reference[];
  /** Adds the lines of one list of sources; `offset` is where it starts in the file. */
  readonly add: (offset: number, lines: readonly PlacedSource[], chunkStart: number) => void;
  /** Returns the block of the list of sources that starts at an offset, if any. */
  readonly blockAt: (offset: number) => Block | undefined;
  /** Moves sources that a page does not show, such as `[1]: url` between two paragraphs, to the end. */
  readonly atTheEnd: (blocks: readonly Block[]) => readonly Block[];
  /**
   * Returns the run of a mark `[label]` at an offset: for the next list below with the label, else for the nearest above.
   * `undefined` if there is none.
   */
  readonly mark: (label: string, offset: number) => Run | undefined;
  /** Reports sources without a mark, and sources that no mark can refer to. */
  readonly reportUnused: (findings: FindingList) => void;
};

type Sources = Extract<Block, { type: 'sources' }>;

/** Makes an empty collection; `positionAt` maps an offset to a place in the file. */
export function createReferences(positionAt: (offset: number) => Position): References {
  const list: Reference[] = [];
  const blocks = new Map<number, Block>();
  /** By label, in the order of the file. */
  const places = new Map<string, { offset: number; index: number }[]>();
  const used = new Set<number>();
  /** Lists that only consist of definitions. */
  const definitions = new Set<Block>();
  /** Sources whose label is already used in their list: no mark can refer to them. */
  const repeated = new Set<number>();
  return {
    list,
    add(offset, lines, chunkStart) {
      const block: Sources = {
        type: 'sources',
        from: list.length,
        to: list.length + lines.length,
        at: positionAt(offset),
      };
      blocks.set(offset, block);
      if (lines.every(({ isDefinition }) => isDefinition === true)) definitions.add(block);
      const labels = new Set<string>();
      for (const { label, title, url, offset: within } of lines) {
        const entry = { offset: chunkStart + within, index: list.length };
        const known = places.get(label);
        if (labels.has(label)) repeated.add(entry.index);
        else if (known === undefined) places.set(label, [entry]);
        else known.push(entry);
        labels.add(label);
        const at = positionAt(entry.offset);
        list.push(title === undefined ? { label, url, at } : { label, title, url, at });
      }
    },
    atTheEnd(all) {
      const last = all.findLastIndex(({ type }) => type !== 'sources' && type !== 'separator');
      const moved = all.filter((block, at): block is Sources => at < last && definitions.has(block));
      // If two lists share a label, a mark refers to the one below it, so they stay.
      const labels = new Set(list.map(({ label }) => label));
      if (moved.length === 0 || labels.size < list.length) return all;
      const joined: Sources[] = [];
      for (const block of moved) {
        const before = joined.at(-1);
        if (before?.to === block.from) joined[joined.length - 1] = { ...before, to: block.to };
        else joined.push(block);
      }
      const gone = new Set<Block>(moved);
      return [...all.filter((block) => !gone.has(block)), ...joined];
    },
    blockAt: (offset) => blocks.get(offset),
    mark(label, offset) {
      const known = places.get(label);
      if (known === undefined) return undefined;
      const place = known[firstAfter(known, offset)] ?? known.at(-1);
      if (place === undefined) return undefined;
      used.add(place.index);
      return { type: 'reference', label, source: place.index, at: positionAt(offset) };
    },
    reportUnused(findings) {
      list.forEach(({ label, at }, index) => {
        if (used.has(index)) return;
        if (repeated.has(index)) {
          const message = `another line [${label}] precedes it in the same list, and every [${label}] in the text refers to that one; give this source its own number`;
          findings.add('source-repeated', at, message);
          return;
        }
        const message = `no [${label}] in the text leads to this source; add the mark, or remove the line`;
        findings.add('source-without-mark', at, message);
      });
    },
  };
}

function firstAfter(places: readonly { readonly offset: number }[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.offset ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
