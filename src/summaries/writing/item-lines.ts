import type { Run } from '../../drafts/draft.ts';
import { finds } from '../../languages/phrases.ts';
import { RETELLS } from '../../languages/standing.ts';
import { sentencesOf } from '../../text/sentences.ts';

/** The page of somebody on a forge or a network. */
export const PROFILE =
  /^https?:\/\/(?:(?:www\.)?(?:(?:github|gitlab|twitter|x)\.com|codeberg\.org)\/[^/?#]+|[^/?#]+\/@[^/?#]+|bsky\.app\/profile\/[^/?#]+|(?:www\.)?linkedin\.com\/in\/[^/?#]+)\/?$/i;
/** A box of a task list, ticked or not: the author's own reminder. */
const TASK_BOX = /^(?:\[[ xX]\]|[☐☑☒✅✔]\ufe0f?)(?:\s+|$)/u;

/** The end of a text before a link that only says more: `… - Check out the`. */
const SAYS_MORE = /(?:^|[-–—.!?:;(] )(?:see|read|check out|find)(?: (?:the|our|its|this))?\s*$/iu;

/** Returns where the link of an item is: the first one that leads to no person, and does not only say more, else the first. */
export function subjectOf(runs: readonly Run[]): number {
  const isSubject = (run: Run): boolean =>
    run.type === 'link' && /^https?:/i.test(run.url) && !PROFILE.test(run.url);
  const saysMore = (at: number): boolean => {
    const before = runs[at - 1];
    return before?.type === 'text' && SAYS_MORE.test(before.text);
  };
  const first = runs.findIndex((run, at) => isSubject(run) && !saysMore(at));
  const at = first < 0 ? runs.findIndex(isSubject) : first;
  return at < 0 ? runs.findIndex(({ type }) => type === 'link') : at;
}

/** Links alone in brackets behind an item, `(Code) (HN)`; their words stand between signs that no text holds. */
const LINKS_IN_BRACKETS = /\s*\(\u0002[^\u0003]*\u0003(?:[,;/| ]+\u0002[^\u0003]*\u0003)*\)/g;

/** An address in brackets, by the sign that stands for it. */
const ADDRESS_IN_BRACKETS = /\s*[([]\s*\u0004\s*[)\]]/g;
/** An address that is a part of its sentence's grammar: `The page on … is down`. */
const ADDRESS_INSIDE = /[\p{L}\p{N})”’"'] \u0004,? \p{L}|(?:at|on|in|from|to|under|via|see|is) \u0004/iu;

/** Returns a line without its addresses; without the sentences, after the first, that break without theirs. */
function withoutAddresses(line: string): string {
  if (!line.includes('\u0004')) return line;
  const bare = line.replace(ADDRESS_IN_BRACKETS, '');
  const kept = sentencesOf(bare).filter(({ text, start }) => start === 0 || !ADDRESS_INSIDE.test(text));
  return kept
    .map(({ start, end }) => bare.slice(start, end))
    .join(' ')
    .replaceAll('\u0004', '');
}

/** Returns words on one line, without a task's box; of further links in the line only their words, and none in brackets. */
export function lineOf(runs: readonly Run[]): string {
  const words = runs.map((run) => {
    if (run.type === 'text') return run.emphasis === 'strike' ? '' : run.text;
    if (run.type === 'link') return run.auto ? '\u0004' : `\u0002${run.text}\u0003`;
    return run.type === 'break' ? ' ' : '';
  });
  const line = words
    .join('')
    .replace(LINKS_IN_BRACKETS, '')
    .replaceAll(/[\u0002\u0003]/g, '');
  return withoutAddresses(line.replace(/\s+/g, ' ').trim()).replace(/\s+/g, ' ').trim().replace(TASK_BOX, '');
}

/** `… in its first position. See docs`: it sends to a link that is not told. */
const REFERENCE =
  /(?<=[.!?)]) \(?(?:see|read|check out|find|more)(?: (?:the|our|its|more|all|full|in|at|about|on|this|it))* ?(?:docs?|documentation|details|info|information|here|below|readme|changelog|release notes|pull request|PR|issue|post|article|examples?)?\)?\.?$/iu;

/** `… is new - Check out the blog post for more info (1.24.0)`: the same behind a dash. */
const BEHIND_DASH =
  / [-–—] (?:see|read|check out|find) (?:(?:the|our|its|this|more|a) ){0,2}(?:blog post|post|docs?|documentation|article|announcement|details|info)(?: (?:for|about|with) (?:more )?(?:info|information|details))?(?=[.!]?(?: \(|$))/iu;

/** Returns a line without a last sentence that only says where more is. */
export const withoutReference = (line: string): string => withoutAside(line.replace(REFERENCE, ''));

/** Returns the same of a part of a line, whose last sentence may go on. */
export const withoutAside = (part: string): string => part.replace(BEHIND_DASH, '');

/** Returns what precedes a link on its line: what stands above a break is a line of its own, if the line is a sentence without it. */
export function beforeLink(runs: readonly Run[], at: number, isSentence: boolean): readonly Run[] {
  const own = runs.slice(0, at);
  return isSentence ? own.slice(own.findLastIndex(({ type }) => type === 'break') + 1) : own;
}

/** Returns what is between two parts of an item's line. */
export const gapBetween = (before: string, after: string): string =>
  before === '' || after === '' || /[([{«“„]$/.test(before) || /^[,.;:!?)]/.test(after) ? '' : ' ';

/** Whether a sentence is from the middle of a discussion, or speaks of another issue. */
export const isRetold = (sentence: string): boolean => RETELLS.some((rule) => finds(rule, sentence));
