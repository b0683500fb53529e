import { codeSpans, insideOf } from '../../text/code-spans.ts';
import { hiddenCharacters, hiddenWords } from '../../text/hidden-characters.ts';
import type { DraftFindingCode } from '../finding-codes.ts';

/** A run of characters that a draft should not hold, and what `lint --fix` puts in its place, if anything. */
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
  /** Runs that are what they seem. */
  readonly except?: RegExp;
  /** What is said of a run in code, where it is shown as it is and not replaced; as elsewhere where missing. */
  readonly inCode?: string;
  /** Whether runs in the names of pictures' files are let be. */
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
    // Spaces of no width are kept: Thai, Khmer and Burmese break lines at them, and emoji are joined by U+200D.
    code: 'invisible-character',
    pattern: /[\u00ad\u200b\u2060\ufeff]+/g,
    // The name of a picture's file is sent to nobody.
    silentInPictureName: true,
    message: (run) => `${named(run)} can't be seen, but it counts and breaks search; remove it`,
  },
  {
    // https://trojansource.codes: what is read is not what is there.
    code: 'direction-character',
    pattern: /[\u202a-\u202e\u2066-\u2069]+/g,
    message: (run) =>
      `${named(run)} changes the direction of the text after it; remove it unless it is meant`,
  },
  {
    // Screen readers spell them out or skip them, search can't find them, and X counts each as two.
    code: 'math-letters',
    pattern: /[\u{1d400}-\u{1d7ff}](?:[^\n\S]?[\u{1d400}-\u{1d7ff}])*/gu,
    replacement: (run) => run.normalize('NFKC'),
    // One Greek letter of mathematics is a symbol, and no way to write bold; 𝕏 is a network's name for itself.
    except: /^[\u{1d54f}\u{1d6a8}-\u{1d7cb}]$/u,
    message: (run) =>
      `mathematical letters used as bold or italic: screen readers can't read them, and each weighs double; ` +
      `write \`${excerpt(run.normalize('NFKC'))}\` (\`lint --fix\` does)`,
    inCode:
      'mathematical letters in code: screen readers can’t read them, and each weighs double; write plain ones',
  },
];

/** Controls, invisible and direction characters and mathematical letters of a text, by rule and place. */
export function findOddCharacters(text: string): OddCharacters[] {
  return [...ruledCharacters(text), ...hiddenOnes(text)];
}

/** Text that nobody sees: it is told what it says, if it says something. */
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

/** Where the files of pictures are named: `![[mast.png]]`, `![A mast](mast.png)`. */
function pictureNames(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/!\[(?:\[|[^[\]\n]*\]\()([^()[\]\n|]*)/g)].map(
    ({ 0: whole, 1: name = '', index }) => {
      const end = index + whole.length;
      return { start: end - name.length, end };
    },
  );
}

/** `U+200B`, and how many stand in a row. */
function named(run: string): string {
  const code = (run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const signs = [...run].length;
  return signs > 1 ? `U+${code} (${signs} in a row)` : `U+${code}`;
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
