import { ANNOUNCED, BEFORE_NEWS, CALLING, MADE, TELLING } from '../../languages/news.ts';
import { finds } from '../../languages/phrases.ts';
import { isTellable } from './is-tellable.ts';
import type { UsedWord } from './main-words.ts';
import type { OpeningContext } from './opening-context.ts';
import { isPurpose } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';

/** The sentences that an opening may tell with what the post announces, and with what its author made. */
export type OpeningNews = {
  readonly announced: readonly PostSentence[];
  readonly made: readonly PostSentence[];
};

/** Finds the news among the sentences that an opening may tell. */
export function newsOf(
  passages: readonly (readonly PostSentence[])[],
  title: readonly UsedWord[],
  { candidates: { vectors } }: OpeningContext,
): OpeningNews {
  const all = (passages.at(-1) ?? []).filter((one) => !one.inItem && isTellable(one));
  const isTitled = ({ index }: PostSentence): boolean =>
    title.some(({ stem }) => vectors[index]?.has(stem) === true);
  const made = all.filter(({ text }) => finds(MADE, text));
  const announced = all.filter(
    (one) =>
      isPurpose(one.text) ||
      finds(TELLING, one.text) ||
      finds(CALLING, one.text) ||
      (isTitled(one) && (made.includes(one) || ANNOUNCED.some((rule) => finds(rule, one.text)))),
  );
  return { announced, made };
}

/** Whether what is told announces nothing, and a later sentence of its section that may be told too does. */
export function missesNews(told: readonly PostSentence[], { announced }: OpeningNews): boolean {
  const last = told.at(-1);
  if (last === undefined || announced.length === 0) return false;
  const isAbove = ({ index }: PostSentence): boolean => index <= last.index;
  return !announced.some(isAbove) && announced.some(({ section }) => section === last.section);
}

/** Whether an opening only greets or excuses. */
export const isBeforeNews = (told: readonly PostSentence[]): boolean =>
  told.every(({ text }) => finds(BEFORE_NEWS, text));
