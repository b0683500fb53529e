import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { isNoFormula, withoutNames } from './not-a-formula.ts';

/** The longest formula inside a paragraph, in characters: a lone `$` must not make the parser read on for long. */
const LONGEST = 1_000;

const BACKSLASH = 92;
const DOLLAR = 36;
const SMALL_S = 115;

type Kind = {
  readonly opens: number;
  readonly closes: number;
  readonly isFormula: (content: string) => boolean;
};

/**
 * Matches a sign of TeX, one letter, a function of one, numbers in brackets, `[0, 1]`, or letters and numbers that operators join, `n!`,
 * `(n - 1)/2`; prose between two dollars has none of these.
 */
export const TEX =
  /[\\^_{}=<>+|]|^[A-Za-z]['′]*$|^[A-Za-z]\([A-Za-z0-9, ]{1,20}\)$|^-?\d+(?:[.,]\d+)*(?:\/\d+)?$|^[[(]-?[\d.]{1,9}(?:, ?-?[\d.]{1,9}){1,4}[\])]$|^(?!.{40}|.*[A-Za-z]{2}|[A-Za-z]\d+$)(?=.*[A-Za-z!])[\dA-Za-z(](?:[\dA-Za-z(),.!'′]|\s?[-−*/]\s?|, )*[\dA-Za-z)!'′]$/;
/** Escaped brackets around words are brackets; around TeX, one letter, a function or a point `(x, y)` they mark a formula. */
const TEX_IN_BRACKETS = /[\\^_{}=<>+]|^\s*[A-Za-z]\s*$|^\s*[A-Za-z]?\([A-Za-z\d](?:, ?[A-Za-z\d]){0,5}\)\s*$/;
/** What only a pattern for a search has: `\s*`, `\d+`, `^a-z`, and `\\x7e` in escaped brackets; `^2` and `a\\d` of a matrix are formulas. */
const PATTERN =
  /\\[sSdDwW](?:[*+?]|\{\d)|^\s*(?:\\?\^(?!\{|\\[A-Za-z]{2}|-?\d+$|\S$)|&#94;)|^(?!.*\\begin\{).*\\\\(?:[sSdDwW]|n$|x[\da-f]{2})/s;
/** Letters that count, and letters that are alone between escaped brackets. */
const COUNTS = /^[a-e]$/;
const LETTER = /^[A-Za-z]$/;
/** Words in italics between escaped brackets. */
const ITALICS = /^_[^_\\^{}=]*\s[^_\\^{}=]*_$/;

const BRACKETS: readonly Kind[] = [
  { opens: 40, closes: 41, isFormula: (content) => TEX_IN_BRACKETS.test(withoutNames(content)) },
  // `\[\[Note\]\]` is a vault's link that is meant to be shown literally.
  {
    opens: 91,
    closes: 93,
    isFormula: (content) =>
      /[\\^_{}=]/.test(withoutNames(content)) && !/^\\\[|"/.test(content) && !ITALICS.test(content),
  },
];
const isFormulaIn = (kind: Kind | undefined, content: string): boolean =>
  content.trim() !== '' &&
  kind?.isFormula(content) === true &&
  !PATTERN.test(content) &&
  !isNoFormula(content);

const isLineEnding = (code: Code): boolean => code !== null && code < -2;
const isSpace = (code: Code): boolean => code !== null && (code < 0 || code === 32);
const isWordCharacter = (code: Code): boolean =>
  code !== null && code > 0 && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
const characterOf = (code: Code): string => (code === null || code < 0 ? ' ' : String.fromCodePoint(code));

/** Collects a formula's content, one line at a time, as tokens of `mdast-util-math`. */
class Content {
  readonly #effects: Effects;
  #isOpen = false;
  text = '';

  constructor(effects: Effects) {
    this.#effects = effects;
  }

  consume(code: Code): void {
    if (isLineEnding(code)) {
      this.end();
      this.#effects.enter('lineEnding');
      this.#effects.consume(code);
      this.#effects.exit('lineEnding');
    } else {
      if (!this.#isOpen) this.#effects.enter('mathTextData');
      this.#isOpen = true;
      this.#effects.consume(code);
    }
    this.text += characterOf(code);
  }

  end(): void {
    if (this.#isOpen) this.#effects.exit('mathTextData');
    this.#isOpen = false;
  }
}

/** What only TeX has, so that a formula may have spaces inside its dollars, as MathJax reads it: `$ \sqrt{x} $`, `$ \sum_{n} x$`. */
export const SPACED_TEX =
  /^\s.*(?:\\[A-Za-z]{2}|[\^_]\{|[A-Za-z0-9)]\^[A-Za-z0-9]).*\s$|^\s(?=.*\\[A-Za-z]{2}).*[\^_]\{.*\S$/s;

/**
 * `$x_1$` by Pandoc's rules (no space inside the dollars, no digit after them, of letters only the `s` of `$x$s`), if it contains a sign of
 * TeX: in `$5 and $10`, `$HOME/$USER` and `$AAPL` a dollar is a dollar.
 */
const dollar: Construct = {
  name: 'formulaText',
  previous(this: TokenizeContext, code: Code): boolean {
    return code !== DOLLAR && code !== BACKSLASH && !isWordCharacter(code);
  },
  tokenize(effects, ok, nok): State {
    const content = new Content(effects);
    let last: Code = null;
    return (code) => {
      effects.enter('mathText');
      effects.enter('mathTextSequence');
      effects.consume(code);
      effects.exit('mathTextSequence');
      return first;
    };
    function first(code: Code): State | undefined {
      return isLineEnding(code) || code === DOLLAR || code === null ? nok(code) : inside(code);
    }
    function inside(code: Code): State | undefined {
      if (code === null || content.text.length > LONGEST) return nok(code);
      if (code === DOLLAR) {
        const isSpaced = isSpace(last) || /^\s/.test(content.text);
        // An escaped dollar is money, and so is the one before it.
        if (last === BACKSLASH || !(isSpaced ? SPACED_TEX : TEX).test(content.text)) return nok(code);
        if (isNoFormula(content.text)) return nok(code);
        content.end();
        effects.enter('mathTextSequence');
        effects.consume(code);
        effects.exit('mathTextSequence');
        return after;
      }
      last = last === BACKSLASH && code === BACKSLASH ? null : code;
      content.consume(code);
      return inside;
    }
    function after(code: Code): State | undefined {
      if (code === SMALL_S) return effects.check(plural, close, nok)(code);
      return code === DOLLAR || isWordCharacter(code) ? nok(code) : close(code);
    }
    function close(code: Code): State | undefined {
      effects.exit('mathText');
      return ok(code);
    }
  },
};

/** Matches the ending of several things with one name, `$x$s`. Lookahead only. */
const plural: Construct = {
  tokenize(effects, ok, nok): State {
    return (code) => {
      effects.enter('mathTextData');
      effects.consume(code);
      effects.exit('mathTextData');
      return (next) => (next === DOLLAR || isWordCharacter(next) ? nok(next) : ok(next));
    };
  },
};

/** `\(x_1\)`, `\[x_1\]`, and with two backslashes, as blogs write them so that their Markdown leaves one. */
const brackets: Construct = {
  name: 'formulaText',
  tokenize(this: TokenizeContext, effects, ok, nok): State {
    const content = new Content(effects);
    let kind: Kind | undefined;
    let slashes = 0;
    const before = this.previous;
    return (code) => {
      effects.enter('mathText');
      effects.enter('mathTextSequence');
      return opening(code);
    };
    function opening(code: Code): State | undefined {
      if (code === BACKSLASH && slashes < 2) {
        slashes += 1;
        effects.consume(code);
        return opening;
      }
      kind = BRACKETS.find(({ opens }) => opens === code);
      if (kind === undefined) return nok(code);
      effects.consume(code);
      effects.exit('mathTextSequence');
      return inside;
    }
    function inside(code: Code): State | undefined {
      if (code === null || content.text.length > LONGEST) return nok(code);
      if (code === BACKSLASH) return effects.check(closer, close, consume)(code);
      return consume(code);
    }
    function consume(code: Code): State {
      content.consume(code);
      return inside;
    }
    function close(code: Code): State | undefined {
      if (!isFormulaIn(kind, content.text)) return nok(code);
      content.end();
      effects.enter('mathTextSequence');
      return closing(code);
    }
    function closing(code: Code): State | undefined {
      effects.consume(code);
      if (code === BACKSLASH) return closing;
      effects.exit('mathTextSequence');
      effects.exit('mathText');
      return LETTER.test(content.text) && slashes === 1 ? afterLetter : ok;
    }
    // At a line's start a letter may count, and beside others it is part of a word: `(a) the tide`, `(R)markdown`.
    function afterLetter(code: Code): State | undefined {
      const isPart = isWordCharacter(before) || isWordCharacter(code);
      const opensLine = before === null || isLineEnding(before);
      const counts = COUNTS.test(content.text) && opensLine && isSpace(code) && !isLineEnding(code);
      return isPart || counts ? nok(code) : ok(code);
    }
  },
};

/** Matches as many backslashes as opened the formula, and the closing bracket. Lookahead only. */
const closer: Construct = {
  tokenize(effects, ok, nok): State {
    let slashes = 0;
    return (code) => {
      effects.enter('mathTextSequence');
      return step(code);
    };
    function step(code: Code): State | undefined {
      if (code === BACKSLASH && slashes < 2) {
        slashes += 1;
        effects.consume(code);
        return step;
      }
      if (code !== 41 && code !== 93) return nok(code);
      effects.consume(code);
      effects.exit('mathTextSequence');
      return ok;
    }
  },
};

/** The micromark extension for formulas inside a paragraph: `$…$`, `\(…\)` and `\[…\]`. */
export const FORMULA_SYNTAX: Extension = { text: { [DOLLAR]: dollar, [BACKSLASH]: brackets } };
