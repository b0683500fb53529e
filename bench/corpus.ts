import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A draft of the corpus with the cuts that an editor marked in it; `bench/corpus/README.md` defines the marks. */
export type CorpusText = {
  /** The file's name without `.md`: `007-paper-lanterns`. */
  readonly name: string;
  /** Odd numbers tune the weights, even numbers only judge. */
  readonly half: 'tune' | 'judge';
  /** What sort of text it is, from the front matter: `update`, `poem`, `thai`. Both halves hold every shape. */
  readonly shape: string;
  /** The draft as an author would save it: front matter and body, without marks. */
  readonly source: string;
  /**
   * Where a post may well begin, as UTF-16 offsets into `source`, ascending. An offset names the first character
   * after the break, never white space.
   *
   *     The gauge fell silent. Nobody noticed.
   *                            ^ good: 23
   */
  readonly good: readonly number[];
  /** Where a post must never begin; the same units, none of them in `good`. */
  readonly never: readonly number[];
};

const FOLDER = join(import.meta.dirname, 'corpus');
const FILE = /^(\d{3})-[a-z0-9-]+\.md$/;

/**
 * Takes the marks `{+}` and `{-}` out of a text and says where they stood.
 *
 * @throws Error where two marks name the same place, or a mark has nothing after it: a fault of the corpus.
 */
export function readMarks(marked: string): { source: string; good: number[]; never: number[] } {
  let source = '';
  const found: { mark: string; at: number }[] = [];
  for (const piece of marked.split(/(\{[+-]\})/)) {
    if (piece === '{+}' || piece === '{-}') found.push({ mark: piece, at: source.length });
    else source += piece;
  }
  const good: number[] = [];
  const never: number[] = [];
  const taken = new Set<number>();
  for (const { mark, at } of found) {
    const space = /^\s*/.exec(source.slice(at))?.[0] ?? '';
    const place = at + space.length;
    const around = JSON.stringify(source.slice(Math.max(0, at - 20), at + 20));
    if (place >= source.length) throw new Error(`The mark at ${around} has nothing after it`);
    if (taken.has(place)) throw new Error(`Two marks name one place at ${around}`);
    taken.add(place);
    (mark === '{+}' ? good : never).push(place);
  }
  return { source, good, never };
}

/**
 * The whole corpus, in the order of its numbers.
 *
 * @throws Error where a file breaks the rules of `bench/corpus/README.md`.
 */
export function readCorpus(): CorpusText[] {
  return readdirSync(FOLDER)
    .filter((file) => FILE.test(file))
    .sort()
    .map((file) => {
      const { source, good, never } = readMarks(readFileSync(join(FOLDER, file), 'utf8'));
      const shape = /^---\n(?:.*\n)*?shape: (\w+)\n(?:.*\n)*?---\n/.exec(source)?.[1];
      if (shape === undefined) throw new Error(`${file} has no \`shape:\` in its front matter`);
      const odd = Number(file.slice(0, 3)) % 2 === 1;
      return { name: file.slice(0, -'.md'.length), half: odd ? 'tune' : 'judge', shape, source, good, never };
    });
}
