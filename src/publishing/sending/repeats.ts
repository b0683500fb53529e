import type { Identity, NewerPosts, ReadPost } from '../../networks/port.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { FIRST_POSTS } from '../limits/first-use.ts';
import type { PublicationRecord } from '../publication.ts';
import { normalised, sameText } from '../same-text.ts';
import { OPEN_STATES } from '../states.ts';
import { knownIdentity } from './identity.ts';
import { type Asked, ask } from './network-call.ts';
import type { Session } from './run-context.ts';
import { paused } from './stop-reason.ts';

/** How many posts to read that are newer than the newest known one: one page of a timeline on every network. */
const NEWER_POSTS = 100;

/** How many posts to read of an account whose clients name records: all since the freezing, as these reads are free. */
const NAMED_POSTS = 2_000;

/** How far back another draft's post counts as a repeat. */
const REPEAT_MS = 7 * DAY_MS;

/** Clocks differ, and networks report the times of posts in whole seconds. */
const SLACK_MS = 2 * MINUTE_MS;

/** If clients name records, a post's time comes from the other checkout's clock. */
const CLIENT_SLACK_MS = 3 * HOUR_MS;

/** After this time, a frozen file may have reached another checkout, and have been sent from there. */
const SHARED_MS = 10 * MINUTE_MS;

/** A post of the account with the same text as a post of a publication. */
type Twin = {
  readonly index: number;
  readonly id: string;
  readonly at: number;
  /** The draft that it was sent from; missing if the journal does not know it. */
  readonly draft?: string;
};

/** The account's recent posts, as far as they concern a publication. */
export type Recent = {
  readonly identity: Identity;
  /** The account's newest post, `null` if it has none; missing if it could not be read. */
  readonly newest?: string | null;
  readonly twins: readonly Twin[];
  /** Posts that this journal did not send. */
  readonly foreign: readonly ReadPost[];
  /** Whether everything newer than the newest known post was read. */
  readonly isWhole: boolean;
};

/**
 * Returns the newest post of the account that the journal knows. Ignores ids (from a file) whose embedded time is in the
 * future.
 */
async function newestKnown({ ports, publisher }: Session): Promise<string | undefined> {
  const { compareIds, madeAt } = publisher.account.addresses ?? {};
  const soon = ports.clock.now() + DAY_MS;
  return (await ports.journal.newestPosts(publisher.account.name))
    .filter((id) => (madeAt?.(id) ?? 0) <= soon)
    .toSorted((a, b) => compareIds?.(b, a) ?? 0)[0];
}

/** What was read, and the part of it that is newer than the newest known post. */
type ReadBack = NewerPosts & { readonly newer: readonly ReadPost[]; readonly isWhole: boolean };

/**
 * Reads what the account posted since the newest known post. Where clients name records, another checkout may have sent one
 * hours after it had named it, under a name older than that post: reads back to the time when the publication was frozen.
 *
 * @throws JournalError
 */
async function readBack(
  session: Session,
  { frozenAt }: PublicationRecord,
  known: string | undefined,
): Promise<Asked<ReadBack>> {
  const { client, account } = session.publisher;
  const isShared = session.ports.clock.now() - frozenAt > SHARED_MS;
  const since =
    client.pin !== undefined && known !== undefined && isShared ? frozenAt - CLIENT_SLACK_MS : undefined;
  const most = known === undefined ? FIRST_POSTS : since === undefined ? NEWER_POSTS : NAMED_POSTS;
  let read: NewerPosts = { posts: [], complete: false };
  // An empty and incomplete response proves nothing: the account may have posts. Further back, nothing may be missing.
  const isRead = (): boolean =>
    read.complete || (since === undefined ? read.posts.length > 0 : read.posts.length >= most);
  for (let tries = 0; tries < 3 && !isRead(); tries += 1) {
    const asked = await ask(session, 'read', () => client.newerThan(known ?? null, most, since));
    if (!asked.ok) return asked;
    read = asked.value;
  }
  if (known === undefined || since === undefined)
    return { ok: true, value: { ...read, newer: read.posts, isWhole: read.complete } };
  const newer = read.posts.filter(({ id }) => (account.addresses?.compareIds?.(id, known) ?? 1) > 0);
  const isWhole = read.complete || newer.length < read.posts.length;
  return { ok: true, value: { ...read, newer, isWhole } };
}

/**
 * Reads what the account posted since the newest post in the journal, and compares that, and what the journal itself sent, with
 * a publication's posts.
 *
 * @throws JournalError
 */
export async function readRecent(session: Session, record: PublicationRecord): Promise<Asked<Recent>> {
  const { journal, clock } = session.ports;
  const identity = await knownIdentity(session);
  if (!identity.ok) return identity;
  const known = await newestKnown(session);
  const asked = await readBack(session, record, known);
  if (!asked.ok) return asked;
  const { posts: read, newer, complete, isWhole } = asked.value;
  const newest = newer[0]?.id ?? known ?? null;
  const texts = record.posts.map(({ text }) => text).filter((text) => text.trim() !== '');
  const sent = await journal.sentTexts(record.account, texts, clock.now() - REPEAT_MS);
  const ours = new Map(sent.map((post) => [post.id, post]));
  const ids = read.map(({ id }) => id);
  const own = new Set(ids.length === 0 ? [] : await journal.knownReceipts(record.account, ids));
  const posts = [...sent, ...read.filter(({ id }) => !ours.has(id) && !own.has(id))];
  const twins = record.posts.flatMap(({ index, text }): Twin[] => {
    const twin = text.trim() === '' ? undefined : posts.find((post) => sameText(post.text, text));
    if (twin === undefined) return [];
    const draft = ours.get(twin.id)?.draft;
    return [{ index, id: twin.id, at: twin.at, ...(draft === undefined ? {} : { draft }) }];
  });
  // If nothing was read, a later search is bounded by time, not by an id.
  const isKnown = newest !== null || complete;
  const foreign = newer.filter(({ id }) => !own.has(id));
  const facts = { identity: identity.value, twins, foreign, isWhole };
  return { ok: true, value: { ...facts, ...(isKnown ? { newest } : {}) } };
}

/**
 * Whether another checkout may have sent a publication since it was frozen: its first post is on the account and the journal
 * has no entry for it, or not all newer posts of the account could be read.
 */
export function isSentElsewhere(
  { twins, isWhole }: Recent,
  { frozenAt }: PublicationRecord,
  { now, isNamedByClient }: { readonly now: EpochMs; readonly isNamedByClient: boolean },
): boolean {
  if (!isWhole && now - frozenAt > SHARED_MS) return true;
  const since = frozenAt - (isNamedByClient ? CLIENT_SLACK_MS : SLACK_MS);
  return twins.some(({ index, at, draft }) => index === 1 && draft === undefined && at >= since);
}

/**
 * Marks the account's other waiting publications that another checkout may have sent, so that they are looked for when they are
 * due. Each post is read once, and the next reading begins after it.
 *
 * @throws JournalError
 */
export async function noteSentElsewhere(
  { ports: { journal, clock } }: Session,
  { id, account }: PublicationRecord,
  { foreign, isWhole }: Recent,
): Promise<void> {
  if (foreign.length === 0 && isWhole) return;
  const texts = new Set(foreign.map(({ text }) => normalised(text)));
  for (const other of await journal.publications({ account, states: OPEN_STATES })) {
    if (other.id === id || other.learnedAt !== undefined) continue;
    const isOld = clock.now() - other.frozenAt > SHARED_MS;
    if ((!isWhole && isOld) || other.posts.some(({ text }) => texts.has(normalised(text))))
      await journal.noteLearned(other.id, other.frozenAt);
  }
}

/**
 * Returns why posts would repeat recent posts of the account. A post that this draft sent is intended with `--again`; it only
 * has to be old enough for the network.
 */
export function repeats(
  { twins }: Recent,
  { draft }: PublicationRecord,
  { refusesForMs, now }: { readonly refusesForMs: number; readonly now: number },
): Extract<ReturnType<typeof paused>, { to: 'paused' }>[] {
  return twins
    .filter((twin) => twin.draft !== draft || now - twin.at < refusesForMs)
    .map(({ index, id }) =>
      paused(
        'repeat',
        `Post ${index} has the same text as a recent post of the account (${id}). Delete that post, or change the text and publish with --refreeze.`,
      ),
    );
}
