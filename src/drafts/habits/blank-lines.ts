import type { DraftForm } from './draft-form.ts';
import { goesOnLazily } from './lazy-lines.ts';
import type { Line, LineKind } from './lines.ts';

/** Two adjacent lines, and the next. */
type Seam = {
  readonly above: Line;
  readonly below: Line;
  readonly aboveThat: Line | undefined;
  readonly belowThat: Line | undefined;
  readonly belowThatIsItem: boolean;
  readonly form: DraftForm;
};

type Rule = { readonly reason: string; readonly holds: (seam: Seam) => boolean };

/** Kinds that Markdown would treat as part of the paragraph above. */
const RUNS_ON = new Set<LineKind>(['text', 'label', 'definition', 'ordered', 'underline']);
/** Kinds with a paragraph's words. */
const WORDS = new Set<LineKind>(['text', 'label', 'definition']);
const LIST = new Set<LineKind>(['bullet', 'ordered', 'mark']);

/** A list line shorter than this was not wrapped by an editor. */
const UNWRAPPED = 60;
const ENDS_A_THOUGHT = /[.!?:;…)\]"”’]$/;

/** In a blog's paragraph, a line with a higher number than this begins no list: `12. Rc1 Bh5` below `… Ba5`. */
const LATE_START = 5;

const numberOf = (line: Line): number => Number.parseInt(line.text, 10);

/** Cases where the author meant a new block but CommonMark would join two lines: a blank line is inserted. */
const RULES: readonly Rule[] = [
  {
    reason:
      'a line below `>` lines that does not open with `>` is not theirs, unless it goes on with their sentence (CommonMark: lazy continuation)',
    holds: ({ above, below, form }) =>
      above.kind === 'quote' &&
      below.kind !== 'quote' &&
      RUNS_ON.has(below.kind) &&
      !goesOnLazily(above, below, form),
  },
  {
    reason: 'a line below an item marked `→` is its own, unless it is indented like the item',
    holds: ({ above, below }) =>
      above.kind === 'mark' && RUNS_ON.has(below.kind) && below.indent < above.indent + 2,
  },
  {
    reason:
      'a capitalised line at the margin, below a short item, opens a new thought; in a blog, its page shows it in the item',
    holds: ({ above, below, form }) =>
      !form.ofBlog &&
      (above.kind === 'bullet' || above.kind === 'ordered') &&
      WORDS.has(below.kind) &&
      below.indent === 0 &&
      above.text.length < UNWRAPPED &&
      /^(?:[\p{Lu}"“]|\[(?![`*_\p{Ll}]))/u.test(below.text),
  },
  {
    reason: 'a label is a separate line',
    holds: ({ above, below }) =>
      (above.kind === 'label' && RUNS_ON.has(below.kind)) ||
      (below.kind === 'label' && WORDS.has(above.kind)),
  },
  {
    reason: 'a line that opens with a label, below a finished sentence, opens the next part',
    holds: ({ above, below }) =>
      WORDS.has(above.kind) && ENDS_A_THOUGHT.test(above.text) && /^\[\p{Lu}[^\][]*\]\s\S/u.test(below.text),
  },
  {
    reason: 'a line that announces a list belongs to the list, not to the paragraph above',
    holds: ({ above, below, belowThat, belowThatIsItem }) =>
      WORDS.has(above.kind) &&
      below.kind === 'text' &&
      below.text.endsWith(':') &&
      ENDS_A_THOUGHT.test(above.text) &&
      belowThat !== undefined &&
      (belowThatIsItem || LIST.has(belowThat.kind)),
  },
  {
    reason:
      'a numbered list may start at any number, and interrupt a paragraph; moves and years in a paragraph of a blog do not, because its page shows them there',
    holds: ({ above, below, belowThat, form }) =>
      WORDS.has(above.kind) &&
      below.kind === 'ordered' &&
      numberOf(below) !== 1 &&
      numberOf(below) < 100 &&
      (above.text.endsWith(':') ||
        (!(form.ofBlog && numberOf(below) > LATE_START) &&
          belowThat?.kind === 'ordered' &&
          numberOf(belowThat) === numberOf(below) + 1)),
  },
  {
    reason: 'a rule below words separates; it does not make them a heading',
    holds: (seam) => seam.below.kind === 'rule' && WORDS.has(seam.above.kind) && !isSetext(seam),
  },
];

/** Returns why a blank line belongs between two lines, or `undefined`. */
export function blankLineBetween(seam: Seam): string | undefined {
  return RULES.find(({ holds }) => holds(seam))?.reason;
}

/**
 * At least 8 `=` underline a line of up to six times their length: the author saw `{{ page.title }}` above them, and the title may be
 * long.
 */
const TEMPLATE_UNDERLINE = { fewest: 8, stretch: 6 } as const;

/** A line of a blog that three dashes make a heading: a few words without an end, not a note in italics or a picture. */
const TITLE_OF_BLOG = /^[\p{L}\p{N}"'“«¿¡`(].{0,68}(?<![.!:;,…。])$/u;

/** An underline of at least 6 characters that is as long as its line, give or take two, was drawn for it. */
const FITTED = { fewest: 6, off: 2 } as const;

/**
 * Whether a line of `---` or `===` underlines a heading. The heading is a single line of words: one that ends in no punctuation and
 * is not much longer than its underline, or any that fits its underline (`What is a lamp?`). Three dashes are a separator in a
 * draft; in a post of a blog they underline a line of a few words.
 */
export function isSetext({
  above,
  below,
  aboveThat,
  form,
}: Pick<Seam, 'above' | 'below' | 'aboveThat' | 'form'>): boolean {
  const single = aboveThat === undefined || !WORDS.has(aboveThat.kind);
  if (below.text === '---')
    return form.ofBlog && single && above.kind === 'text' && TITLE_OF_BLOG.test(above.text);
  const underline = below.text.length;
  const isOfTemplate = underline >= TEMPLATE_UNDERLINE.fewest && below.text.startsWith('=');
  const longest = isOfTemplate ? TEMPLATE_UNDERLINE.stretch * underline : 2 * underline + 10;
  const drawn = /^-+$/.test(below.text) ? underline >= 4 : /^=+$/.test(below.text) && underline >= 3;
  if (!single || !drawn || above.kind !== 'text') return false;
  if (underline >= FITTED.fewest && Math.abs(underline - above.text.length) <= FITTED.off) return true;
  return above.text.length <= longest && !/[.!?:;,]$/.test(above.text);
}
