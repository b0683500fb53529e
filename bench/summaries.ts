import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a blog keeps its posts; `bench/summaries/README.md` says what each shows. */
export const BLOG_FORMATS = ['jekyll', 'nextjs', 'hugo-toml', 'hugo-yaml', 'astro', 'eleventy'] as const;

/** One of the formats. */
export type BlogFormat = (typeof BLOG_FORMATS)[number];

/** A blog post with the sentences that an editor chose from it. */
export type SummaryText = {
  /** The file's name with its ending, which tells Markdown from MDX: `004-the-last-bus.mdx`. */
  readonly file: string;
  /** Odd numbers tune, even numbers only judge. */
  readonly half: 'tune' | 'judge';
  readonly format: BlogFormat;
  /** The post as its author saved it, without marks. */
  readonly source: string;
  /** The chosen sentences as UTF-16 spans of `source`, in its order; the first is the hook. Markdown is kept. */
  readonly chosen: readonly { readonly start: number; readonly end: number }[];
};

/** The collection, the one whose points are short, and the one of six kinds of posts in three languages. */
export const COLLECTIONS = ['summaries', 'summaries-terse', 'summaries-kinds'] as const;

/** One of the collections. */
export type Collection = (typeof COLLECTIONS)[number];

const FILE = /^\d{3}-[a-z0-9-]+\.mdx?$/;
/** The end of a sentence where no mark names one: the texts are written so that this holds. */
const SENTENCE = /^[^\n]*?[.?!]["”’»)*_]*(?=\s|$)/;

/**
 * Takes the marks `{*}` and `{/}` out of a post and gives the spans that they name.
 *
 * @throws Error where a mark opens nothing that ends: a fault of the collection.
 */
export function readChosen(marked: string): { source: string; chosen: { start: number; end: number }[] } {
  let source = '';
  const starts: number[] = [];
  const ends = new Map<number, number>();
  for (const piece of marked.split(/(\{[*/]\})/)) {
    if (piece === '{*}') starts.push(source.length);
    else if (piece === '{/}') ends.set(starts.at(-1) ?? -1, source.length);
    else source += piece;
  }
  const chosen = starts.map((start) => {
    const end = ends.get(start) ?? start + (SENTENCE.exec(source.slice(start))?.[0].length ?? 0);
    if (end === start) throw new Error(`No sentence at ${JSON.stringify(source.slice(start, start + 40))}`);
    return { start, end };
  });
  return { source, chosen };
}

/**
 * All posts of a collection, in the order of their numbers.
 *
 * @throws Error where a file breaks the rules of `bench/summaries/README.md`.
 */
export function readSummaries(collection: Collection = 'summaries'): SummaryText[] {
  const folder = join(import.meta.dirname, collection);
  return readdirSync(folder)
    .filter((file) => FILE.test(file))
    .sort()
    .map((file) => {
      const { source, chosen } = readChosen(readFileSync(join(folder, file), 'utf8'));
      const named = /^(?:---|\+\+\+)\n(?:.*\n)*?format\s*[:=]\s*["']?([a-z-]+)["']?\n/.exec(source)?.[1];
      const format = BLOG_FORMATS.find((one) => one === named);
      if (format === undefined) throw new Error(`${file} names no known \`format\` in its front matter`);
      const odd = Number(file.slice(0, 3)) % 2 === 1;
      return { file, half: odd ? 'tune' : 'judge', format, source, chosen };
    });
}
