import { counted } from '../../preview/amounts.ts';
import type { Paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import { countSent } from '../../publishing/freezing/plan.ts';
import { costOf, usd } from '../../publishing/money.ts';
import type { PostRecord, PublicationRecord } from '../../publishing/publication.ts';
import type { PostState, PublicationState } from '../../publishing/states.ts';
import { dollars } from '../../text/dollars.ts';
import { zonedTime } from '../../time/zoned-time.ts';
import { untilTime } from './until-time.ts';

const STATE_COLORS: Readonly<Record<PublicationState, keyof Paint>> = {
  scheduled: 'cyan',
  publishing: 'cyan',
  published: 'green',
  paused: 'yellow',
  failed: 'red',
  cancelled: 'dim',
};

/** What a post's state means, unless it is published. */
const POST_WORDS: Readonly<Record<PostState, string>> = {
  waiting: 'waiting',
  sending: 'was being sent: Threadmill looks for it first',
  unknown: 'unknown: look at the account',
  published: 'published',
  removed: 'removed',
};

const isInQuestion = ({ posts }: PublicationRecord): boolean =>
  posts.some(({ state }) => state === 'unknown');

/** Lists why a publication stopped, without the question about a post's outcome once the user has answered it. */
function reasonLines(record: PublicationRecord): string[] {
  if (record.reason === 'unknown-outcome' && !isInQuestion(record))
    return ['the unknown post is settled; continue when you are ready.'];
  return record.message?.split('\n') ?? [];
}

/** Returns what the user should do next; empty if nothing. */
function nextStep(record: PublicationRecord): string {
  const { id, state } = record;
  if (isInQuestion(record) && state !== 'cancelled')
    return record.message?.includes('threadmill resolve') === true
      ? ''
      : `Settle it with: threadmill resolve ${id} --posted URL | --not-posted`;
  // The message itself says what to do about this publication.
  if (countSent(record) === 0 && record.message?.includes(`threadmill queue retry ${id}`) === true) return '';
  // A reply to a deleted post would only fail again.
  if (record.message?.includes('can not go on') === true && countSent(record) > 0)
    return `Delete what was published with: threadmill undo ${id}`;
  const undo = countSent(record) > 0 ? `, or delete what was published with: threadmill undo ${id}` : '';
  if (state === 'paused' || state === 'failed' || state === 'publishing')
    return `Continue with: threadmill resume ${id}${undo}`;
  if (state === 'scheduled') return `Send it now with: threadmill resume ${id}`;
  const left = record.posts.filter((post) => post.state === 'published').length;
  if (state === 'cancelled' && left > 0)
    return `${counted(left, 'post')} still published. Delete the rest with: threadmill undo ${id}`;
  return '';
}

/** Lists why a publication stopped and what to do; empty for a finished one. */
export function standstillLines(record: PublicationRecord, now: number, zone: string): string[] {
  const { state, until } = record;
  const step = nextStep(record);
  const when = until === null ? '' : ` ${untilTime(until, now, zone)}`;
  if (state === 'paused' || state === 'failed') {
    const [first = '', ...rest] = reasonLines(record);
    return [`${state}${when}: ${first}`, ...rest, step].filter((line) => line !== '').map(visible);
  }
  return step === '' ? [] : [visible(step)];
}

/** Formats `3 posts`, `1 of 3 posts`, `3 posts removed`, `1 of 3 posts removed`. */
export function howFar(record: PublicationRecord): string {
  const { posts } = record;
  const removed = posts.filter(({ state }) => state === 'removed').length;
  const done = removed > 0 ? removed : countSent(record);
  const far = done === posts.length ? counted(done, 'post') : `${done} of ${posts.length} posts`;
  return removed > 0 ? `${far} removed` : far;
}

/** Formats the publishing time, or the time of the last change: `scheduled for 14:30 (UTC)`, `14:30 (UTC)`. */
export const whenLastMoved = (record: PublicationRecord, now: number, zone: string): string =>
  record.state === 'scheduled' && record.publishAt > now
    ? `scheduled for ${zonedTime(record.publishAt, now, zone)}`
    : zonedTime(record.finishedAt ?? record.startedAt ?? record.frozenAt, now, zone);

/** Returns the address of the thread's first post; undefined once it is deleted, because the link would be dead. */
export function firstUrl({ posts }: PublicationRecord): string | undefined {
  const [opening] = posts;
  return opening?.state === 'published' ? opening.receipt?.url : undefined;
}

/** Colours the name of a state at the start of a line. */
export const paintState = (line: string, state: PublicationState, paint: Paint): string =>
  line.startsWith(state) ? `${paint[STATE_COLORS[state]](state)}${line.slice(state.length)}` : line;

/** Formats a publication in two or more lines: draft, account, progress, and why it stopped. */
export function publicationLines(
  record: PublicationRecord,
  now: number,
  paint: Paint,
  zone: string,
): string[] {
  const { id, draft, account, network, state } = record;
  const first = firstUrl(record);
  return [
    `${paint[STATE_COLORS[state]](state)}  ${paint.bold(visible(draft))} → ${visible(account)} (${network})  ${paint.dim(id)}`,
    `  ${howFar(record)}, ${dollars(usd(costOf(record.posts)))}, ${whenLastMoved(record, now, zone)}${first === undefined ? '' : `  ${visible(first)}`}`,
    ...standstillLines(record, now, zone).map((line) => `  ${line}`),
  ];
}

function postLine(
  { index, state, receipt, removedAt, text }: PostRecord,
  total: number,
  now: number,
  zone: string,
): string {
  const number = `${String(index).padStart(String(total).length)}/${total}`;
  if (state === 'published' && receipt !== null)
    return `${number}  ${zonedTime(receipt.at, now, zone)}  ${visible(receipt.url)}`;
  if (state === 'removed' && removedAt !== null)
    return `${number}  removed ${zonedTime(removedAt, now, zone)}`;
  const [opening = ''] = text.split('\n');
  return `${number}  ${POST_WORDS[state]}  ${visible(opening.slice(0, 60))}`;
}

/** Formats a publication with each of its posts. */
export function publicationDetails(
  record: PublicationRecord,
  now: number,
  paint: Paint,
  zone: string,
): string[] {
  const [head = '', ...rest] = publicationLines(record, now, paint, zone);
  const posts = record.posts.map((post) => `  ${postLine(post, record.posts.length, now, zone)}`);
  return [head, ...rest, ...posts];
}
