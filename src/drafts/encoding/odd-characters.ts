import { codeSpans, insideOf } from '../../text/code-spans.ts';
import { hiddenCharacters, hiddenWords } from '../../text/hidden-characters.ts';
import type { DraftFindingCode } from '../finding-codes.ts';

/** A run of characters that a draft should not contain, and the replacement of `lint --fix`, if any. */
export type OddCharacters = {
  readonly code: DraftFindingCode;
  readonly start: number;
  readonly end: number;
  readonly replacement?: string;
  readonly message: string;
};

type Rule = {
  readonly code: DraftFindingCode;
  readonly pattern: RegExp;
  readonly replacement?: (run: string) => string;
  /** Runs that are legitimate. */
  readonly except?: RegExp;
  /** The message for a run in code, where it is shown unchanged and not replaced; if missing, the usual one. */
  readonly inCode?: string;
  /** Whether runs in file names of pictures are ignored. */
  readonly silentInPictureName?: true;
  readonly message: (run: string) => string;
};

const RULES: readonly Rule[] = [
  {
    // Terminals obey some of them, and no network shows any. Tab and the line endings are text.
    code: 'control-character',
    pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+/g,
    replacement: () => '',
    message: (run) => `the control character ${named(run)} can't be shown; remove it (\`lint --fix\` does)`,
  },
  {
    // Zero-width spaces are kept: Thai, Khmer and Burmese break lines at them, and U+200D joins emoji.
    code: 'invisible-character',
    pattern: /[\u00ad\u200b\u2060\ufeff]+/g,
    // The file name of a picture is not published.
    silentInPictureName: true,
    message: (run) => `${named(run)} can't be seen, but it counts and breaks search; remove it`,
  },
  {
    // https://trojansource.codes: the text reads differently from its characters.
    code: 'direction-character',
    pattern: /[\u202a-\u202e\u2066-\u2069]+/g,
    message: (run) =>
      `${named(run)} changes the direction of the text after it; remove it unless it is meant`,
  },
  {
    // Screen readers spell them out or skip them, search can't find them, and X counts each as two.
    code: 'math-letters',
    // Unicode had some of these letters before it had the alphabets, such as ℎ in italics.
    pattern: /[\u{1d400}-\u{1d7ff}ℬℰℱℋℐℒℳℛℯℊℴℎℭℌℑℜℨ](?:[^\n\S]?[\u{1d400}-\u{1d7ff}ℬℰℱℋℐℒℳℛℯℊℴℎℭℌℑℜℨ])*/gu,
    replacement: (run) => run.normalize('NFKC'),
    // A single letter is a symbol (𝑎, 𝔼, 𝛼, ℎ) or a network's name (𝕏), unless it has no serifs, as in `𝗜 said so`.
    except: /^(?:[\u{1d400}-\u{1d59f}\u{1d6a8}-\u{1d7cb}]|[^\u{1d400}-\u{1d7ff}])$/u,
    message: (run) =>
      `mathematical letters in place of ordinary ones: screen readers can't read them, and each weighs double; ` +
      `write \`${excerpt(run.normalize('NFKC'))}\` (\`lint --fix\` does)`,
    inCode:
      'mathematical letters in code: screen readers can’t read them, and each weighs double; write plain ones',
  },
];

/** Finds controls, invisible and direction characters and mathematical letters of a text, by rule and place. */
export function findOddCharacters(text: string): OddCharacters[] {
  return [...ruledCharacters(text), ...hiddenOnes(text)];
}

/** Finds invisible text, and decodes it if it says something. */
function hiddenOnes(text: string): OddCharacters[] {
  return hiddenCharacters(text).map(({ start, end }) => {
    const run = text.slice(start, end);
    const words = hiddenWords(run);
    const said = words === '' ? '' : ` and holds the words \`${excerpt(words)}\``;
    const message = `${named(run)} can't be seen${said}, and would be sent; previews show it as ⟨U+…⟩. Remove it`;
    return { code: 'invisible-character', start, end, message };
  });
}

function ruledCharacters(text: string): OddCharacters[] {
  let code: ReturnType<typeof insideOf> | undefined;
  let names: ReturnType<typeof insideOf> | undefined;
  return RULES.flatMap((rule) =>
    [...text.matchAll(rule.pattern)]
      .filter(({ 0: run, index }) => {
        if (rule.except?.test(run) === true) return false;
        if (rule.silentInPictureName !== true) return true;
        names ??= insideOf(pictureNames(text));
        return !names(index);
      })
      .map(({ 0: run, index: start }): OddCharacters => {
        const found = { code: rule.code, start, end: start + run.length };
        if (rule.inCode !== undefined) {
          code ??= insideOf(codeSpans(text, 0));
          if (code(start)) return { ...found, message: rule.inCode };
        }
        const replacement = rule.replacement?.(run);
        return {
          ...found,
          message: rule.message(run),
          ...(replacement === undefined ? {} : { replacement }),
        };
      }),
  );
}

/** The places of picture file names: `![[mast.png]]`, `![A mast](mast.png)`. */
function pictureNames(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/!\[(?:\[|[^[\]\n]*\]\()([^()[\]\n|]*)/g)].map(
    ({ 0: whole, 1: name = '', index }) => {
      const end = index + whole.length;
      return { start: end - name.length, end };
    },
  );
}

/** Returns `U+200B`, and how many are in a row. */
function named(run: string): string {
  const code = (run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const signs = [...run].length;
  return signs > 1 ? `U+${code} (${signs} in a row)` : `U+${code}`;
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
