import type { PostSentence } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';
import { wordCount } from './words.ts';

const QUESTION = /[?？][\])"”»’'*_]*$/u;
/** `Q:`, `Ada Byron:` before what they say. */
const SPEAKER = /^\p{Lu}[\p{L}\p{M}.’'-]{0,30}(?:\s\p{Lu}[\p{L}\p{M}.’'-]{0,30}){0,2}:\s/u;

/**
 * Whether a sentence is a question that is answered outside its paragraph, as in interviews: among questions only,
 * the last of fully emphasised words, or after a name. List items are not, because the list then consists of questions.
 */
export function isAsked(sentence: PostSentence, sentences: readonly PostSentence[]): boolean {
  const { text, index, place, of, inItem, label } = sentence;
  if (inItem || !QUESTION.test(text)) return false;
  if (of === (label === undefined ? 1 : 2) || SPEAKER.test(text)) return true;
  if (isOfQuestions(sentence, sentences)) return true;
  if (place < of - 1) return false;
  return sentences.slice(index - place, index + 1).every(({ emphasised }) => emphasised);
}

/** A question of fewer words says nothing without its answer: `The result?` */
const WHOLE_QUESTION = 6;

/** Whether a short question is answered by the next sentence of its paragraph: `The result? Nobody came.` */
export const isAnsweredNext = ({ text, paragraph }: PostSentence, next: PostSentence | undefined): boolean =>
  next?.paragraph === paragraph &&
  QUESTION.test(text) &&
  wordCount(text) < WHOLE_QUESTION &&
  !QUESTION.test(next.text);

/** The most questions that ask one thing: `Why? And since when?` */
const MOST_QUESTIONS = 5;

/** Whether a sentence stands in a paragraph of a few questions and nothing else. */
function isOfQuestions({ index, place, of }: PostSentence, sentences: readonly PostSentence[]): boolean {
  if (of < 2 || of > MOST_QUESTIONS) return false;
  const paragraph = sentences.slice(index - place, index - place + of);
  return paragraph.length === of && paragraph.every(({ text }) => QUESTION.test(text));
}

/**
 * Returns the first sentence directly after a question, if it may be the answer and fits a post together with it; two posts
 * would separate them.
 */
export function answerTo(
  question: PostSentence,
  sentences: readonly PostSentence[],
  { measure, limit }: PostSize,
): PostSentence | undefined {
  const answer = sentences[question.index + 1];
  if (answer === undefined || answer.block > question.block + 1 || answer.inItem) return undefined;
  if (QUESTION.test(answer.text)) return undefined;
  return measure(`${question.text} ${answer.text}`) <= limit ? answer : undefined;
}
