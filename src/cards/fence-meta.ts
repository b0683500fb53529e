/** The text after a fence's language, as blogs write it. */
export type FenceMeta = {
  /** Line numbers to highlight (from 1, as the block counts them). */
  readonly highlights: readonly number[];
  /** The only lines to show, from 1, inclusive. */
  readonly lines?: { readonly from: number; readonly to: number };
  readonly title?: string;
  readonly numbers?: boolean;
  /** The number of the first line, if lines are numbered. */
  readonly start?: number;
};

type Draft = { -readonly [Key in keyof FenceMeta]: FenceMeta[Key] };

type Rule = {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, meta: Draft) => void;
  readonly why: string;
  readonly example: string;
  readonly gives: Partial<FenceMeta>;
};

/** The most lines in one range, so that a typo can't fill the memory. */
const MOST_LINES = 10_000;

/** Parses `2,4-6` to numbers. */
function numbersIn(list: string): number[] {
  const found = new Set<number>();
  for (const [, first = '', last = first] of list.matchAll(/(\d{1,7})(?:\s*-\s*(\d{1,7}))?/g)) {
    const from = Number(first);
    const to = Math.min(Number(last), from + MOST_LINES);
    for (let line = from; line <= to; line += 1) found.add(line);
  }
  return [...found].filter((line) => line > 0).sort((a, b) => a - b);
}

function range(from: string, to: string): { from: number; to: number } {
  const [first, last] = [Number(from), Number(to)];
  return { from: Math.min(first, last), to: Math.max(first, last) };
}

/** Each rule reads its own part of the meta; the rest has no effect on a card. */
export const FENCE_META_RULES: readonly Rule[] = [
  {
    pattern: /\blines?=["']?(\d{1,7})(?:\s*-\s*(\d{1,7}))?/,
    read: ([, from = '', to = from], meta) => {
      meta.lines = range(from, to);
    },
    why: 'an excerpt: only these lines are shown',
    example: 'lines=3-18',
    gives: { lines: { from: 3, to: 18 } },
  },
  {
    pattern: /(?:^|\s)\{\s*(\d[\d\s,-]*)\}/,
    read: ([, list = ''], meta) => {
      meta.highlights = [...meta.highlights, ...numbersIn(list)];
    },
    why: 'highlights as VitePress, Docusaurus and Gatsby write them',
    example: '{2,4-6}',
    gives: { highlights: [2, 4, 5, 6] },
  },
  {
    pattern: /\bhl_lines=\[?["']?([\d\s,"'-]+)/,
    read: ([, list = ''], meta) => {
      meta.highlights = [...meta.highlights, ...numbersIn(list)];
    },
    why: 'highlights as Hugo and MkDocs write them',
    example: '{hl_lines=[2,"4-6"]}',
    gives: { highlights: [2, 4, 5, 6] },
  },
  {
    pattern: /\b(?:title|filename|file|caption)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))/,
    read: ([, double, single, bare], meta) => {
      meta.title = (double ?? single ?? bare ?? '').trim();
    },
    why: 'the title line of the card',
    example: 'title="src/main.ts"',
    gives: { title: 'src/main.ts' },
  },
  {
    pattern: /(?:^|\s)\[(?=[^\]\n]*\p{L})([^\][\n]{1,60})\](?=\s|$)/u,
    read: ([, label = ''], meta) => {
      meta.title ??= label.trim();
    },
    why: 'the label of a tab in VitePress, or the name of a file in Nuxt Content',
    example: '[npm]',
    gives: { title: 'npm' },
  },
  {
    pattern:
      /\b(?:showLineNumbers|lineNumbers|numbers)\b(?!=false)|\blinenos=(?!false)|(?:^|\s)numberLines\b/,
    read: (_, meta) => {
      meta.numbers = true;
    },
    why: 'numbers beside the lines',
    example: 'showLineNumbers',
    gives: { numbers: true },
  },
  {
    pattern: /\b(?:showLineNumbers|lineNumbers|numbers|linenos)=false\b|\bnoLineNumbers\b/,
    read: (_, meta) => {
      meta.numbers = false;
    },
    why: 'no numbers, whatever the configuration says',
    example: 'showLineNumbers=false',
    gives: { numbers: false },
  },
  {
    pattern: /\b(?:linenostart|start|startLineNumber|startFrom|firstline)=["']?(\d{1,7})/,
    read: ([, start = ''], meta) => {
      meta.start = Number(start);
    },
    why: 'the number of the first line',
    example: 'linenos=true,linenostart=40',
    gives: { numbers: true, start: 40 },
  },
];

/** Parses the text after a fence's language. Never throws; unknown words have no effect. */
export function parseFenceMeta(text: string): FenceMeta {
  const meta: Draft = { highlights: [] };
  // A hostile fence's first line may be endless; meaningful text is at its start.
  const near = text.slice(0, 500);
  for (const { pattern, read } of FENCE_META_RULES) {
    const match = pattern.exec(near);
    if (match !== null) read(match, meta);
  }
  return meta;
}
