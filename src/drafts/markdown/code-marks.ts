/** Code without what its blog's highlighter does not show, and the lines that it marks, from 1. */
export type ShownCode = { readonly source: string; readonly highlights: readonly number[] };

/** What is shown of a line with an order, and which lines around it are hidden or marked. */
type Fate =
  | { readonly is: 'gone' }
  /** All lines above, or all from here on, are hidden. */
  | { readonly is: 'cut'; readonly side: 'above' | 'below' }
  | { readonly is: 'hidden'; readonly until: 'end' | 'start' }
  /** What is left of the line; `marked` counts the marked lines from this one on. */
  | { readonly is: 'kept'; readonly text: string; readonly marked: number; readonly sign?: '+' | '-' }
  | { readonly is: 'next'; readonly marked: number };

type Row = {
  readonly why: string;
  readonly pattern: RegExp;
  readonly becomes: (match: RegExpExecArray) => Fate;
  readonly example: string;
  readonly shows: string;
};

/** More lines than any code has. */
const MOST = Number.MAX_SAFE_INTEGER;

/** A comment of any language, around a word that `WORD` stands for. */
const comment = (word: string): string =>
  String.raw`(?:\{?\/\*|<!--|\/\/+|#|--|;+|%)[ \t]*${word}[ \t]*(?:\*\/\}?|-->)?[ \t]*$`;

/** Orders to a highlighter, one row per kind. Each example is a test. */
export const CODE_MARKS: readonly Row[] = [
  {
    why: 'Twoslash: an option of the compiler, or which errors are expected',
    pattern:
      /^[ \t]*\/\/ ?@(?:noErrors|errors|noErrorValidation|noStaticSemanticInfo|noErrorsCutted|keepNotations|emit|showEmit|showEmittedFile|strict|strictNullChecks|noImplicitAny|target|module|moduleResolution|lib|jsx|types|esModuleInterop|allowJs|checkJs|experimentalDecorators|emitDecoratorMetadata|noUncheckedIndexedAccess|exactOptionalPropertyTypes|log|annotate|highlight)(?::.*)?[ \t]*$/,
    becomes: () => ({ is: 'gone' }),
    example: '// @errors: 2322\nlet level = 4;',
    shows: 'let level = 4;',
  },
  {
    why: 'Twoslash: what the example needs and nobody has to read',
    pattern: /^[ \t]*\/\/ ?---cut(-before|-after|-start|-end)?---[ \t]*$/,
    becomes: ([, kind]) =>
      kind === '-start' || kind === '-end'
        ? { is: 'hidden', until: kind === '-start' ? 'end' : 'start' }
        : { is: 'cut', side: kind === '-after' ? 'below' : 'above' },
    example: 'import { sea } from "./sea";\n// ---cut---\nsea.rise();\n// ---cut-after---\nexport {};',
    shows: 'sea.rise();',
  },
  {
    why: 'Twoslash: it shows the type of the word above',
    pattern: /^[ \t]*\/\/[ \t]*\^[?|][ \t]*$/,
    becomes: () => ({ is: 'gone' }),
    example: 'const level = 4;\n//    ^?',
    shows: 'const level = 4;',
  },
  {
    why: 'Shiki and VitePress: a line that was added or taken away',
    pattern: new RegExp(`(?<![ \\t])[ \\t]*${comment(String.raw`\[!code (\+\+|--)(?::\d+)?\]`)}`),
    becomes: (match) => ({
      is: 'kept',
      text: match.input.slice(0, match.index),
      marked: 0,
      sign: match[1] === '++' ? '+' : '-',
    }),
    example: 'rise();\nfall(1); // [!code --]\nfall(2); // [!code ++]',
    shows: '  rise();\n- fall(1);\n+ fall(2);',
  },
  {
    why: 'Shiki and VitePress: lines to look at',
    pattern: new RegExp(
      `(?<![ \\t])[ \\t]*${comment(String.raw`\[!code (?:hl|highlight|focus|mark|error|warning)(?::(\d{1,3}))?\]`)}`,
    ),
    becomes: (match) => {
      const text = match.input.slice(0, match.index);
      const marked = Number(match[1] ?? 1);
      return text.trim() === '' ? { is: 'next', marked } : { is: 'kept', text, marked };
    },
    example: 'rise();\nfall(); // [!code highlight]',
    shows: 'rise();\nfall();',
  },
  {
    why: 'Shiki: every other order, such as words to look at',
    pattern: new RegExp(`(?<![ \\t])[ \\t]*${comment(String.raw`\[!code [^\]]{1,200}\]`)}`),
    becomes: (match) => {
      const text = match.input.slice(0, match.index);
      return text.trim() === '' ? { is: 'gone' } : { is: 'kept', text, marked: 0 };
    },
    example: '// [!code word:rise]\nrise();',
    shows: 'rise();',
  },
  {
    why: 'Docusaurus and Gatsby: lines to look at',
    pattern: new RegExp(`^[ \\t]*${comment('highlight-(next-line|start|end)')}`),
    becomes: ([, kind]) =>
      kind === 'next-line' ? { is: 'next', marked: 1 } : { is: 'next', marked: kind === 'start' ? MOST : 0 },
    example: '# highlight-next-line\nrise()\n{/* highlight-start */}\nfall()\n{/* highlight-end */}',
    shows: 'rise()\nfall()',
  },
];

const MAY_HOLD = /\/\/ ?@|---cut|\^[?|]|\[!code |highlight-(?:next-line|start|end)/;
/** The longest line that holds an order, in UTF-16 units. */
const LONGEST = 1000;

/** Removes a highlighter's orders from code, and says which lines they mark. */
export function shownCode(source: string): ShownCode {
  if (!MAY_HOLD.test(source)) return { source, highlights: [] };
  const kept: { readonly text: string; readonly sign: '+' | '-' | ' '; readonly marked: boolean }[] = [];
  let marked = 0;
  let isHidden = false;
  for (const line of source.split('\n')) {
    const fate = fateOf(line);
    if (fate?.is === 'cut' && fate.side === 'below') break;
    if (fate?.is === 'cut') kept.length = 0;
    else if (fate?.is === 'hidden') isHidden = fate.until === 'end';
    else if (fate?.is === 'next') marked = fate.marked;
    else if (fate?.is === 'kept' || (fate === undefined && !isHidden)) {
      if (fate !== undefined) marked = Math.max(marked, fate.marked);
      kept.push({ text: fate?.text ?? line, sign: fate?.sign ?? ' ', marked: marked > 0 });
      marked = Math.max(0, marked - 1);
    }
  }
  const isDiff = kept.some(({ sign }) => sign !== ' ');
  // Only the white space that a cut leaves goes.
  while (kept[0]?.text.trim() === '') kept.shift();
  return {
    source: kept
      .map(({ text, sign }) => (isDiff ? `${sign} ${text}`.trimEnd() : text))
      .join('\n')
      .trimEnd(),
    highlights: kept.flatMap((line, at) => (line.marked ? [at + 1] : [])),
  };
}

function fateOf(line: string): Fate | undefined {
  if (line.length > LONGEST || !MAY_HOLD.test(line)) return undefined;
  for (const { pattern, becomes } of CODE_MARKS) {
    const match = pattern.exec(line);
    if (match !== null) return becomes(match);
  }
  return undefined;
}
