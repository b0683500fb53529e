import { OTHER_CONTRASTING } from '../../languages/other-openings.ts';
import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';
import { danglesAt, isSaidBy, leansBack, needsNext } from './context-bound.ts';
import { isTellable } from './is-tellable.ts';
import { LEAD, leavesOpening } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import { isAnsweredNext, isAsked } from './question-answer.ts';
import { stemsOf } from './words.ts';

/**
 * Whether an opening may end with a sentence: `half` of a thought ends where the next sentence takes it back or leans on it, a
 * `promise` is kept by what comes after it.
 */
export function endAt(
  one: PostSentence,
  after: PostSentence | undefined,
  { sentences, language }: { readonly sentences: readonly PostSentence[]; readonly language: PhraseLanguage },
): 'whole' | 'half' | 'promise' | 'none' {
  // What is only there for what follows it, and a quotation that goes on.
  if (one.unfit === 'lead-in' || one.unfit === 'link' || isInsideQuotation(one, after)) return 'promise';
  // Also where what follows answers it: `So what’s new?`
  const isPromise = PHRASES[language].leadIns?.promising.some((rule) => finds(rule, one.text)) === true;
  if (after !== undefined && isPromise) return 'promise';
  if (needsNext(one.text, after?.text ?? '', language) || isAnsweredNext(one, after)) return 'none';
  if (one.index > 0 && one.form === undefined && isAsked(one, sentences)) return 'none';
  if (after === undefined) return 'whole';
  // `They're in …`, above a list, or `I found the following line.` above code.
  const isAbove = after.inItem || (after.block !== one.block && !after.continues);
  if (isAbove && BREAKS_OFF.test(one.text)) return 'promise';
  if (after.section > one.section && HALF_SAID.test(one.text)) return 'promise';
  if (language === 'en' && EXPECTS.test(one.text) && TURNS.test(after.text)) return 'promise';
  if (language === 'en' && AGAIN.test(after.text)) return 'promise';
  if (isTakenBack(after, language)) return 'half';
  const leans = danglesAt(after.text, language) !== undefined || leansBack(after.text, language);
  return after.paragraph === one.paragraph && isTellable(after) && leans ? 'half' : 'whole';
}

const isInsideQuotation = (one: PostSentence, after: PostSentence | undefined): boolean =>
  one.unfit === 'quoted' && after?.unfit === 'quoted' && after.paragraph === one.paragraph;

/** How a sentence ends that the list or the code below it ends. */
const BREAKS_OFF = /(?:…|\.{3}|(?<!\p{L})(?:the|this) following(?: [\p{L}\p{N}-]+){0,3}\.?)$/iu;

/** A clause that the heading below it ends: `If you just want out of it...`, `I unplugged it and …` */
const HALF_SAID =
  /^(?:if|when|while|because|although|unless|wenn|falls|weil|si|quand|lorsque|cuando|se|quando)(?!\p{L})[^,]*(?:…|\.{3})$|(?<!\p{L})(?:and|or|but|und|oder|et|ou|y|o|e) ?(?:…|\.{3})$/iu;

/** `It seems like it ought to be an ideal match.`, and how the next sentence says that it is none: `So what’s the disconnect?` */
const EXPECTS =
  /(?<!\p{L})(?:seems? like|ought to|supposed to|you(?:['’]d| would) (?:think|expect))(?!\p{L})/iu;
const TURNS = /^(?:but|however|yet|so|and yet)(?!\p{L}).*\?$|^(?:however|and yet|so why|so what)(?!\p{L})/iu;

/** How a sentence leads from an old story to the news that are like it: `It seems that a similar thing has happened again.` */
const AGAIN =
  /^(?:and |now,? |well,? )?(?:it (?:seems|appears|looks) (?:that |like |as if )?|i see (?:that )?)?(?:(?:a |the |something |much the )?(?:very )?(?:similar|same)(?: thing)?|it|history) (?:(?:has|is|just|now|seems to|appears to) ){0,3}(?:happen|repeat)\p{L}*(?: itself)?(?: (?:once |yet )?again)(?!\p{L})/iu;

/** Whether a sentence takes back what the one before it says. */
export const isTakenBack = (after: PostSentence | undefined, language: PhraseLanguage): boolean =>
  after !== undefined &&
  (PHRASES[language].contrasting.test(after.text) || OTHER_CONTRASTING.test(after.text));

/** `These images`: the noun after the demonstrative that a sentence opens with. */
const POINTED = /^(?:this|these|that|those) (\p{L}+)/iu;

/** Returns the words for a thing at which a sentence points as it opens, as stems: `release` of `This release …`; none of `This is …` */
const pointedOf = ({ text }: PostSentence): readonly string[] | undefined => {
  const [, named] = POINTED.exec(text) ?? [];
  return named === undefined ? undefined : stemsOf(named);
};

/**
 * Whether a sentence goes on where a passage ends: it may be quoted, and no list or block is between them but one that was shown;
 * nor a heading, unless it is one of the first sentences.
 */
export function follows(
  next: PostSentence,
  last: PostSentence | undefined,
  isLead: boolean,
  language: PhraseLanguage,
): boolean {
  if (next.inItem || last === undefined || !(isLead || isTellable(next))) return false;
  // A transcript of a talk begins.
  if (next.place === 0 && isSaidBy(next.text) && !isSaidBy(last.text)) return false;
  // `a hero image … These images`: it points at what was just named, not at a picture.
  const pointed = pointedOf(next);
  const isNamed = pointed?.every((stem) => stemsOf(last.text).includes(stem)) === true;
  // What opens with `This` below a heading may speak of the heading.
  const isOfHeading = !(isNamed && pointed.length > 0) && danglesAt(next.text, language) !== undefined;
  if (next.section > last.section && (next.index >= LEAD || isOfHeading)) return false;
  const isBelow = last.form !== undefined || last.unfit === 'lead-in';
  if (next.block !== last.block && !next.continues && !isBelow) return false;
  if (isNamed) return true;
  return leavesOpening(next, language) === undefined;
}
