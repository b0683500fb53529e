import { asItem, isFitItem } from './lead-in-lines.ts';
import type { OpeningContext } from './opening-context.ts';
import { lengthOf, OPENING } from './opening-length.ts';
import { type Point, paragraphsOf } from './points.ts';
import { leadsAway } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';

/** Headings below which an author says in short what a post tells. */
const HIGHLIGHTS =
  /^(?:(?:the )?highlights?|tl;?\s?dr;?|key (?:points?|takeaways?|findings|results|ideas)|(?:main|key) (?:takeaways?|points)|takeaways|in short|at a glance|executive summary|das wichtigste(?: in kürze)?|kurz gesagt|auf einen blick|en bref|l['’]essentiel|à retenir|en resumen|puntos clave|要点|ポイント|亮点)\s*[:：]?$/iu;

/** An opening that fills less of a post says less than its author does below such a heading. */
const LITTLE = 0.5;
/** The most items that are shown. */
const MOST_ITEMS = 5;

/**
 * Returns an opening with what its author says in short below the next heading (`Highlights`, `TL;DR`), if it says little itself:
 * sentences as they stand, or whole items of a list.
 */
export function withHighlights(opening: readonly Point[], context: OpeningContext): readonly Point[] {
  const { sentences, headings, described, isRelease, size, fits } = context;
  const told = opening.flatMap((point) => point.sentences);
  const length = described + lengthOf(told, size);
  const from = told.at(-1)?.section ?? 0;
  const section = from + 1;
  if (length >= LITTLE || !HIGHLIGHTS.test(headings[section] ?? '')) return opening;
  let shown: readonly Point[] = [];
  const own = sentences.filter((one) => one.section === section);
  // Words below it that say what is new: see `withRelease`.
  if (isRelease && own[0]?.inItem !== true) return opening;
  for (const point of paragraphsOf(wholeItems(own, context))) {
    const all = [...shown, point];
    const isLong =
      length +
        lengthOf(
          all.flatMap((one) => one.sentences),
          size,
        ) >
      OPENING.sure;
    if (isLong || all.length > MOST_ITEMS || !fits([...opening, ...all])) break;
    shown = all;
  }
  return shown.length > 0 ? [...opening, ...shown] : opening;
}

/** Returns the items of the list with which a section begins, or its first paragraph, up to the first that can't be told. */
function wholeItems(own: readonly PostSentence[], { language }: OpeningContext): readonly PostSentence[] {
  const [first] = own;
  if (first === undefined) return [];
  const block = own.filter((one) => one.block === first.block);
  const isFit = (one: PostSentence): boolean =>
    (first.inItem ? isFitItem(one) : one.unfit === undefined) && leadsAway(one.text, language) === undefined;
  const bad = block.find((one) => !isFit(one));
  const whole = bad === undefined ? block : block.filter(({ paragraph }) => paragraph < bad.paragraph);
  return first.inItem ? whole.map(asItem) : whole;
}
