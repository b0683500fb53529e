type Row = {
  readonly why: string;
  readonly pattern: RegExp;
  /** The group with the name of a language. */
  readonly language: number;
  /** The group with the code. */
  readonly code: number;
  readonly example: string;
  readonly shows: string;
};

/** Names of languages as highlighters know them; `{self}` and `{name}` before a word are code. */
const LANGUAGE =
  /^(?:php|html?|css|scss|js|jsx|ts|tsx|javascript|typescript|sql|bash|sh|shell|console|powershell|json|ya?ml|toml|ini|xml|svg|twig|blade|vue|svelte|python|py|ruby|rb|rust|rs|go|java|kotlin|swift|c|cpp|csharp|cs|elixir|erlang|haskell|scala|julia|r|lua|perl|dart|nix|docker(?:file)?|diff|markdown|md|txt|text|plain|regex|graphql|makefile|env|http|asm|latex|tex|zig|clojure|lisp|fsharp|ocaml|vim|nginx)$/i;

/** How a name of the language stands beside code in a sentence, for its colours. Each example is a test. */
export const LANGUAGE_MARKS: readonly Row[] = [
  {
    why: 'tempest/highlight',
    pattern: /^\{([a-z]+)\}(?=\S)(.+)$/,
    language: 1,
    code: 2,
    example: '`{php}Book`',
    shows: 'Book',
  },
  {
    why: 'pandoc’s attributes, inside the marks',
    pattern: /^\{\.([a-z]+)\} ?(.+)$/,
    language: 1,
    code: 2,
    example: '`{.python} print(1)`',
    shows: 'print(1)',
  },
  {
    why: 'rehype-pretty-code: the language, or a kind of word, behind the code',
    pattern: /^(.+?)\{:(?:([a-z]+)|\.[a-z.]+)\}$/,
    language: 2,
    code: 1,
    example: '`rise(){:js}`',
    shows: 'rise()',
  },
  {
    why: 'Gatsby’s plugin for Prism',
    pattern: /^([a-z]+)›(.+)$/,
    language: 1,
    code: 2,
    example: '`css›.mast`',
    shows: '.mast',
  },
  {
    why: 'Python-Markdown',
    pattern: /^:::([a-z]+) (.+)$/,
    language: 1,
    code: 2,
    example: '`:::python rise()`',
    shows: 'rise()',
  },
];

const MAY_HOLD = /^\{|^:::|›|\{:/;

/** Returns code in a sentence without the name of its language, and without marks of colours inside. */
export function withoutLanguage(written: string): string {
  if (!MAY_HOLD.test(written)) return written;
  const value = withoutColours(written);
  for (const { pattern, language, code } of LANGUAGE_MARKS) {
    const match = pattern.exec(value);
    const name = match?.[language];
    if (match !== null && (name === undefined || LANGUAGE.test(name))) return match[code] ?? value;
  }
  return value;
}

/** The first line of a block of code that names its language, for Python-Markdown’s CodeHilite: `:::python`. */
const NAMED_BY_LINE = /^[ \t]*:::([a-z]+)[ \t]*\n/i;

/** Splits code into the language that its first line names, if one does, and the rest. */
export function splitLanguageLine(source: string): { readonly language?: string; readonly code: string } {
  const [line = '', language = ''] = NAMED_BY_LINE.exec(source) ?? [];
  return LANGUAGE.test(language) ? { language, code: source.slice(line.length) } : { code: source };
}

/** A mark of tempest/highlight for colours: `{:hl-type:Author:}`. */
const COLOUR = /\{:hl-[\w-]+:|:\}/g;

/** Removes marks of colours around words of code; an end that nothing began stays. */
export function withoutColours(source: string): string {
  if (!source.includes('{:hl-')) return source;
  let open = 0;
  return source.replace(COLOUR, (sign) => {
    if (sign !== ':}') open += 1;
    else if (open === 0) return sign;
    else open -= 1;
    return '';
  });
}

/** Languages in whose code `{-` and `{+` mean nothing. */
const WITH_CHANGES = /^(?:php|blade|twig|html|sql|console|txt)\b/i;
/** A mark of what was taken away or added; `{{-- … --}}` of Blade and `{{- … -}}` of Twig are none. */
const CHANGE = /(?<!\{)\{([-+])(?![-+]|\s*\})|(?<![-+])([-+])\}(?!\})/g;

/**
 * Shows what tempest/highlight marks as taken away or added, as lines of a difference:
 *
 *     {-rise(1);-}            - rise(1);
 *     {+rise(2);+}      ▶     + rise(2);
 *     fall();                   fall();
 */
export function withChanges(source: string, language: string): string {
  const isMarked = ['-', '+'].some((sign) => source.includes(`{${sign}`) && source.includes(`${sign}}`));
  if (!WITH_CHANGES.test(language) || !isMarked) return source;
  let [before, after, state, at] = ['', '', '', 0];
  const add = (text: string): void => {
    // The old and the new text both get every line end, so that line 3 of one is line 3 of the other.
    const gone = text.replace(/[^\n]/g, '');
    before += state === '+' ? gone : text;
    after += state === '-' ? gone : text;
  };
  for (const { 0: sign, 1: opens, 2: closes, index } of source.matchAll(CHANGE)) {
    if (opens === undefined ? closes !== state : state !== '') continue;
    add(source.slice(at, index));
    state = opens ?? '';
    at = index + sign.length;
  }
  // A mark that nothing ends is code.
  if (state !== '') return source;
  add(source.slice(at));
  if (before === after) return source;
  const [old, now] = [before.split('\n'), after.split('\n')];
  return old
    .flatMap((line, index) => {
      const next = now[index] ?? '';
      if (line === next) return [`  ${line}`.trimEnd()];
      return [...(line.trim() === '' ? [] : [`- ${line}`]), ...(next.trim() === '' ? [] : [`+ ${next}`])];
    })
    .join('\n');
}
