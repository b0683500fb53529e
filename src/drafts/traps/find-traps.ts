import type { Block, ImageSource, Run } from '../draft.ts';
import type { Edit } from '../edits.ts';
import type { Position } from '../finding.ts';
import type { DraftText } from '../markdown/conversion.ts';
import { placeKey } from '../markdown/destinations.ts';
import { altTrap } from './alt-traps.ts';
import { cleanedUrl, linkTrap } from './link-traps.ts';
import { TEXT_TRAPS } from './text-traps.ts';

/** A title with this many letters, all capitals, counts as shouting. */
const SHOUTED_LETTERS = 8;

/** Edits of the source, by the place of the repaired link (`placeKey`). */
export type Repairs = ReadonlyMap<string, readonly Edit[]>;

/** What the search for traps needs, and where it collects the repairs of links. */
type Search = Pick<DraftText, 'source' | 'destinations' | 'findings'> & {
  readonly repairs: Map<string, readonly Edit[]>;
};

/** Reports correct Markdown that will not do what its author expects; returns how to repair links. */
export function findTraps(
  blocks: readonly Block[],
  title: { text: string; at: Position } | undefined,
  text: DraftText,
): Repairs {
  const search: Search = { ...text, repairs: new Map() };
  if (title !== undefined && isShouted(title.text)) {
    search.findings.add(
      'shouted-title',
      title.at,
      'the title is all capitals: screen readers may spell it out; write it as a sentence',
    );
  }
  for (const block of blocks) visit(block, search);
  return search.repairs;
}

function visit(block: Block, search: Search): void {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      for (const run of block.runs) visitRun(run, search);
      return;
    case 'list':
      for (const item of block.items) for (const child of item.blocks) visit(child, search);
      return;
    case 'quote':
      for (const child of block.blocks) visit(child, search);
      return;
    case 'image':
      visitImage(block.image, search);
      return;
    default:
  }
}

function visitRun(run: Run, search: Search): void {
  const { findings } = search;
  if (run.type === 'link') visitLink(run, search);
  if (run.type !== 'text') return;
  for (const { code, sign, find, inCode } of TEXT_TRAPS) {
    if (!sign.test(run.text) || (run.emphasis === 'code' && inCode !== true)) continue;
    for (const { start, message } of find(run.text)) {
      findings.add(code, { line: run.at.line, column: run.at.column + start }, message);
    }
  }
}

/** `lint --fix` does not know the site for relative links. */
const WHOLE_URL = /^(?:(?:https?:)?\/\/|www\.)/i;

function visitLink(
  { url, at }: Extract<Run, { type: 'link' }>,
  { source, destinations, findings, repairs }: Search,
): void {
  const trap = linkTrap(url);
  if (trap === undefined) return;
  if (trap.clean === undefined) {
    findings.add(trap.code, at, trap.message);
    return;
  }
  const places = destinations.of(at);
  const edits = places.map(({ start, end }) => {
    const text = cleanedUrl(source.slice(start, end), url);
    return text === undefined ? undefined : { start, end, text };
  });
  const whole = places.some(({ start, end }) => WHOLE_URL.test(source.slice(start, end)));
  const known = edits.filter((edit) => edit !== undefined);
  const fixable = whole && known.length === edits.length;
  if (fixable) repairs.set(placeKey(at), known);
  const advice = fixable ? `\`lint --fix\` makes it ${trap.clean}` : `link to ${trap.clean} instead`;
  findings.add(trap.code, at, `${trap.message}; ${advice}`, { fixable });
}

function visitImage({ path, alt, at }: ImageSource, { findings }: Search): void {
  const trap = altTrap(alt, path);
  if (trap !== undefined) findings.add(trap.code, at, trap.message);
}

function isShouted(title: string): boolean {
  const letters = title.match(/\p{L}/gu) ?? [];
  if (letters.length < SHOUTED_LETTERS || title !== title.toUpperCase()) return false;
  // Scripts without capitals can't shout: in `AWS を使う` there is no choice. Two words and a year are a name.
  if (/\p{Lo}/u.test(title) || !/\p{Lu}/u.test(title)) return false;
  return !/\p{N}/u.test(title) || (title.match(/\p{Lu}{2,}/gu) ?? []).length > 2;
}
