import { APART, grouped, joined } from './formula-spacing.ts';
import { nfc } from './nfc.ts';
import {
  ACCENTS,
  AROUND,
  ENVIRONMENTS,
  STYLED_LETTERS,
  SUBSCRIPTS,
  SUPERSCRIPTS,
  TEX_FUNCTIONS,
  TEX_SYMBOLS,
  TRANSPARENT,
  WITHOUT_EFFECT,
} from './tex-symbols.ts';
import { tokensOf } from './tex-tokens.ts';

/**
 * A formula as text. `isPlain` if it has no fraction, root or sum, which are more readable as a picture if there is room for
 * one. `isExact` if its layout loses nothing: `θ_old` says the same as `θ` with a subscript `old`, but does not show it.
 */
export type FormulaText = { readonly text: string; readonly isExact: boolean; readonly isPlain: boolean };

/** The longest formula that is read, in UTF-16 units, and the deepest nesting. */
const LONGEST = 2_000;
const DEEPEST = 12;

/**
 * Writes a formula as text: `x^2` as `x²`, `\beta_0` as `β₀`, `\frac{a+b}{2}` as `(a+b)/2`. Undefined if a formula needs more
 * than one line, or has an unknown command.
 */
export function formulaText(tex: string): FormulaText | undefined {
  if (tex.length > LONGEST) return undefined;
  const tokens = tokensOf(tex);
  try {
    const first = new Reader(tokens, true);
    const written = first.row(0);
    const reader = first.isMixed ? new Reader(tokens, false) : first;
    const text = reader === first ? written : reader.row(0);
    if (!reader.isDone) return undefined;
    return {
      text: nfc(
        text
          .replaceAll(APART, '')
          .replace(/[ \u00a0]+/g, ' ')
          .trim(),
      ),
      isExact: reader.isExact,
      isPlain: reader.isPlain,
    };
  } catch (error) {
    if (error instanceof NotText) return undefined;
    throw error;
  }
}

/** A formula that can't be written on one line. */
class NotText extends Error {}

const RELATION = /^[=<>≤≥≈≡∈→←⇒∼≠∝]$/u;

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;
  isExact = true;
  isPlain = true;
  #environments = 0;
  readonly #lowers: boolean;
  readonly #lowered = new Set<boolean>();

  /** @param lowers - whether letters are set low where Unicode has them so: `xₐ`, but `x_b` */
  constructor(tokens: readonly string[], lowers: boolean) {
    this.#tokens = tokens;
    this.#lowers = lowers;
  }

  /** Whether of two indices alike, one is low and the other is not. */
  get isMixed(): boolean {
    return this.#lowered.size > 1;
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Reads everything up to the end of the group. */
  row(depth: number): string {
    let out = '';
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token === '}') return out;
      this.#at += 1;
      out = joined(
        out,
        token === '^' || token === '_' ? this.#script(token, depth, out) : this.#atom(token, depth),
      );
    }
  }

  #atom(token: string, depth: number): string {
    if (depth > DEEPEST) throw new NotText();
    if (token === ' ') return ' ';
    if (token === '{') {
      const inside = this.row(depth + 1);
      this.#close();
      return inside;
    }
    if (token.startsWith('"')) return token.slice(1);
    if (token === '&') return this.#cell(' ');
    if (token === '\\\\') return this.#cell('; ');
    if (token === '#') throw new NotText();
    if (token === "'") return '′';
    if (token === '~') return '\u00a0';
    if (token === ':') return ': ';
    if (RELATION.test(token)) return ` ${token} `;
    if (token === '*') return ' * ';
    if (token === '+' || token === '-') return ` ${token} `;
    if (token === ',') return ', ';
    return token.startsWith('\\') ? this.#command(token.slice(1), depth) : token;
  }

  #command(name: string, depth: number): string {
    const bare = name.replace(/\*$/, '');
    const symbol = TEX_SYMBOLS.get(name);
    if (symbol !== undefined && /^[∑∏∐∫∬∭∮⋃⋂⨁⨂⋁⋀]$/u.test(symbol.character)) {
      this.isPlain = false;
      return symbol.character + APART;
    }
    if (symbol !== undefined) return symbol.kind === 'letter' ? symbol.character : ` ${symbol.character} `;
    if (TEX_FUNCTIONS.has(bare)) return `${bare.replace(/^arg(max|min)$/, 'arg $1')}${APART}`;
    if (WITHOUT_EFFECT.has(name)) return this.#delimiter(name);
    if (/^[,:;> ]$|^quad$|^qquad$|^thinspace$|^enspace$/.test(name)) return '\u00a0';
    if (/^[{}%$&#_|]$/.test(name)) return name === '|' ? '‖' : name;
    if (TRANSPARENT.has(bare)) return this.#styled(bare, this.#argument(depth));
    const accent = ACCENTS.get(name);
    if (accent !== undefined) return this.#accented(this.#argument(depth), accent);
    if (/^[dtc]?frac$/.test(name)) {
      this.isPlain = false;
      return `${grouped(this.#argument(depth))}/${grouped(this.#argument(depth))}`;
    }
    const around = AROUND.get(name);
    if (around !== undefined) return around.replace('…', () => this.#argument(depth).trim());
    switch (name) {
      case 'sqrt': {
        this.isPlain = false;
        const root = this.#option();
        const inside = this.#argument(depth);
        const sign = { '': '√', 3: '∛', 4: '∜' }[root];
        if (sign === undefined) throw new NotText();
        return `${sign}${inside.length === 1 ? inside : `(${inside.trim()})`}`;
      }
      case 'begin':
        return this.#environment(depth);
      case 'end':
        throw new NotText();
      case 'binom':
        this.isExact = false;
        return `C(${this.#argument(depth)}, ${this.#argument(depth)})`;
      case 'bmod':
        return ' mod ';
      case 'not': {
        const next = this.#argument(depth).trim();
        return ` ${next}\u0338 `;
      }
      case 'underbrace':
      case 'overbrace':
        this.isExact = false;
        return this.#argument(depth);
      case 'stackrel':
      case 'overset':
      case 'underset': {
        this.isExact = false;
        this.#argument(depth);
        return this.#argument(depth);
      }
      case 'color':
        this.#argument(depth);
        return '';
      case 'phantom':
      case 'label':
      case 'tag':
        this.#argument(depth);
        return ' ';
      default:
        throw new NotText();
    }
  }

  /** Separates two cells or two lines: only inside an environment. */
  #cell(between: string): string {
    if (this.#environments === 0) throw new NotText();
    if (between === '; ') this.#option();
    return between === ' ' ? '\u00a0' : between;
  }

  /** Writes `\begin{pmatrix} a & b \\ c & d \end{pmatrix}` as `(a b; c d)`. */
  #environment(depth: number): string {
    const name = this.#name();
    const brackets = ENVIRONMENTS.get(name.replace('*', ''));
    if (brackets === undefined) throw new NotText();
    if (name === 'array' || name.startsWith('alignedat')) this.#argument(depth);
    this.isExact = false;
    this.isPlain = false;
    this.#environments += 1;
    let inside = '';
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token === '}') throw new NotText();
      this.#at += 1;
      if (token === '\\end') break;
      const piece =
        token === '^' || token === '_' ? this.#script(token, depth, inside) : this.#atom(token, depth + 1);
      inside = joined(inside, piece);
    }
    this.#environments -= 1;
    if (this.#name() !== name) throw new NotText();
    return (
      brackets[0] +
      inside
        .replaceAll(APART, '')
        .replace(/(?:;\s*)+$/, '')
        .trim() +
      brackets[1]
    );
  }

  /** Reads the name in braces of an environment. */
  #name(): string {
    this.#spaces();
    const end = this.#tokens.indexOf('}', this.#at);
    if (this.#tokens[this.#at] !== '{' || end < 0) throw new NotText();
    const name = this.#tokens.slice(this.#at + 1, end).join('');
    this.#at = end + 1;
    return name;
  }

  /** `\left.` is an empty delimiter. */
  #delimiter(name: string): string {
    if ((name === 'left' || name === 'right') && this.#tokens[this.#at] === '.') this.#at += 1;
    return '';
  }

  #styled(name: string, inside: string): string {
    const letters = STYLED_LETTERS[name];
    if (letters === undefined) return inside;
    return [...inside].map((character) => letters.get(character) ?? character).join('');
  }

  #accented(inside: string, accent: string): string {
    const words = inside.trim();
    if ([...words].length === 1) return words + accent;
    if (accent === '\u0305' || accent === '\u0304' || accent === '\u0332')
      return [...words].map((character) => character + (accent === '\u0304' ? '\u0305' : accent)).join('');
    this.isExact = false;
    return words;
  }

  /** Reads a group, or the next token. */
  #argument(depth: number): string {
    this.#spaces();
    const token = this.#tokens[this.#at];
    if (token === undefined || token === '}' || token === '^' || token === '_') throw new NotText();
    this.#at += 1;
    return this.#atom(token, depth + 1).replaceAll(APART, '');
  }

  /** Reads the optional argument in brackets after a command. */
  #option(): string {
    this.#spaces();
    if (this.#tokens[this.#at] !== '[') return '';
    const end = this.#tokens.indexOf(']', this.#at);
    if (end < 0) throw new NotText();
    const inside = this.#tokens.slice(this.#at + 1, end);
    this.#at = end + 1;
    return inside.join('').trim();
  }

  #script(sign: '^' | '_', depth: number, base: string): string {
    const inside = this.#argument(depth).replace(/ /g, '').replace(/\\/g, '');
    const map = sign === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
    const characters = [...inside];
    const isLetter = sign === '_' && /^\p{L}$/u.test(inside) && /\p{L}$/u.test(base);
    const isKnown = characters.length > 0 && characters.every((character) => map.has(character));
    if (isLetter) this.#lowered.add(isKnown);
    if (isKnown && (this.#lowers || !isLetter))
      return characters.map((character) => map.get(character) ?? '').join('');
    this.isExact = false;
    return `${sign}${characters.length === 1 || (sign === '_' && /^\p{L}+$/u.test(inside)) ? inside : `(${inside})`}${APART}`;
  }

  #spaces(): void {
    while (this.#tokens[this.#at] === ' ') this.#at += 1;
  }

  #close(): void {
    if (this.#tokens[this.#at] !== '}') throw new NotText();
    this.#at += 1;
  }
}
