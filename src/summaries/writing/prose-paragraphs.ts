import { sentencesOf } from '../../text/sentences.ts';
import { choosePoints } from '../choosing/choose.ts';
import { chooseOpening } from '../choosing/choose-opening.ts';
import { postsFilled } from '../choosing/packing.ts';
import { type Point, startOf } from '../choosing/points.ts';
import { LEAD } from '../choosing/points-elsewhere.ts';
import type { PostSize } from '../choosing/post-size.ts';
import { stemsOf } from '../choosing/words.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { isPlain, lineOf, type SummaryParagraph, type SummaryPlan, withTitle } from './summary-paragraph.ts';

/** The largest share of a post's sentences in a summary, except for the shortest posts. */
const LARGEST_SHARE = 0.4;
/** The fewest sentences of a summary, including its hook, whatever the share. */
const FEWEST_SENTENCES = 4;

/** Makes the paragraphs of a prose summary: title, hook and points. */
export function proseParagraphs(post: BlogPost, plan: SummaryPlan): SummaryParagraph[] {
  const { size, onlyOpening } = plan;
  const given = onlyOpening ? wholeHookOf(post, size) : hookOf(post, size);
  const lead = plan.text.sentences.slice(0, LEAD).map(({ text }) => text);
  const again = onlyOpening && given !== undefined && saysNoMore(given, lead);
  const alone = again ? paragraphsBelow(undefined, post, plan) : [];
  const chosen = alone.length > 0 ? alone : paragraphsBelow(given, post, plan);
  const { title } = post;
  // Even one that X takes for a link: nothing else is left to post.
  if (onlyOpening && chosen.length === 0 && title !== undefined)
    return [{ text: title, code: [], role: 'title' }];
  return withTitle(post, chosen, size);
}

/** From this share of its words in one of the post's first sentences, a sentence of a description says the same. */
const SAME = 0.75;
/** A description of fewer meaningful words says in short what the post is about. */
const FEWEST_WORDS = 5;

/** Whether the post's first sentences say all that its description says. */
function saysNoMore(description: string, lead: readonly string[]): boolean {
  const told = lead.map((text) => new Set(stemsOf(text)));
  if (stemsOf(description).length < FEWEST_WORDS) return false;
  return sentencesOf(description).every(({ text }) => {
    const stems = stemsOf(text);
    return told.some((own) => stems.filter((stem) => own.has(stem)).length >= stems.length * SAME);
  });
}

/** Returns the hook that the author gave, if any, and the paragraphs that are chosen below it. */
function paragraphsBelow(given: string | undefined, post: BlogPost, plan: SummaryPlan): SummaryParagraph[] {
  const { text, language, size, points, budget, onlyOpening, addsChanges = false } = plan;
  const hook: SummaryParagraph[] = given === undefined ? [] : [{ text: given, code: [], role: 'hook' }];
  const share = Math.max(FEWEST_SENTENCES, Math.ceil(text.sentences.length * LARGEST_SHARE));
  const most = Math.min(share, points + 1) - hook.length;
  const fits = (chosen: readonly Point[]): boolean => {
    const inOrder = [...chosen].sort((one, other) => startOf(one) - startOf(other));
    const all = withTitle(post, [...hook, ...inOrder.map(paragraphOf)], size);
    return postsFilled(all.map(lineOf), size.linkLine, size) <= budget;
  };
  const options = {
    language,
    size,
    title: post.title ?? '',
    addsChanges,
    ...(given === undefined ? {} : { hook: given }),
  };
  const chosen = onlyOpening ? chooseOpening(text, options, fits) : choosePoints(text, options, most, fits);
  return [...hook, ...chosen.map(paragraphOf)].map(
    (paragraph, index): SummaryParagraph => ({ ...paragraph, role: index === 0 ? 'hook' : 'point' }),
  );
}

/** A description that fits so many posts is told whole. */
const MOST_POSTS = 2;

/** Returns the author's own teaser as it stands; as much of a long one as fits a post. */
export function wholeHookOf(post: BlogPost, size: PostSize): string | undefined {
  const { summary = '' } = post;
  const isShort = summary !== '' && isPlain(summary) && postsFilled([summary], 0, size) <= MOST_POSTS;
  return isShort ? summary : hookOf(post, size);
}

/** Returns the author's own teaser: as many of its first sentences as fit a post, before one that would add a second link. */
export function hookOf({ summary = '' }: BlogPost, size: PostSize): string | undefined {
  let told: string | undefined;
  for (const { end } of sentencesOf(summary)) {
    const opening = summary.slice(0, end);
    if (postsFilled([opening], 0, size) > 1) break;
    if (isPlain(opening)) told = opening;
  }
  return told;
}

/** Returns what joins the sentences of two paragraphs: a space, except in scripts without spaces. */
const gapAfter = (text: string): string => (/[\u3000-\u303f\uff01-\uff60]$/.test(text) ? '' : ' ');

/** Makes a paragraph of a point. */
export function paragraphOf({ sentences }: Pick<Point, 'sentences'>): SummaryParagraph {
  let text = '';
  const code: { start: number; end: number }[] = [];
  for (const sentence of sentences) {
    const { label, gap, place } = sentence;
    if (text !== '') text += label === undefined && place > 0 ? gap : gapAfter(text);
    if (label !== undefined) text += label + gap;
    for (const { start, end } of sentence.code)
      code.push({ start: start + text.length, end: end + text.length });
    text += sentence.text;
  }
  const form = sentences[0]?.form;
  return { text, code, role: 'point', ...(form === undefined ? {} : { form }) };
}
