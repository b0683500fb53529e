import type { HighlighterCore } from 'shiki/core';
import type { Token } from '../layout-code.ts';

type Tokens = readonly (readonly Token[])[];

/** A longer line, in UTF-16 units, is not coloured, because grammars have no bound on their time. */
const LONGEST_LINE = 1_000;

type Highlighter = {
  readonly core: HighlighterCore;
  readonly languages: Readonly<Record<string, () => Promise<unknown>>>;
};

let made: Promise<Highlighter> | undefined;

async function makeHighlighter(): Promise<Highlighter> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }, { bundledLanguages }, light, dark] =
    await Promise.all([
      import('shiki/core'),
      import('shiki/engine/javascript'),
      import('shiki/langs'),
      import('shiki/themes/github-light.mjs'),
      import('shiki/themes/github-dark.mjs'),
    ]);
  const core = await createHighlighterCore({
    themes: [light.default, dark.default],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  return { core, languages: bundledLanguages };
}

/**
 * Colours code line by line; undefined for a language without a grammar. Loads only that language's grammar. The same code
 * gives the same colours.
 */
export async function highlight(
  lines: readonly string[],
  language: string,
  theme: string,
): Promise<Tokens | undefined> {
  made ??= makeHighlighter();
  const { core, languages } = await made;
  const grammar = languages[language];
  if (grammar === undefined) return undefined;
  if (!core.getLoadedLanguages().includes(language)) await core.loadLanguage(grammar as never);
  const { tokens } = core.codeToTokens(lines.join('\n'), {
    lang: language,
    theme,
    tokenizeMaxLineLength: LONGEST_LINE,
    // No time limit, because the same code must always give the same picture.
    tokenizeTimeLimit: 0,
  });
  return tokens.map((line) => line.map(({ content, color }) => ({ text: content, color: color ?? '' })));
}
