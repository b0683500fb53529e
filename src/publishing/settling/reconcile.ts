import type { Found } from '../../networks/port.ts';
import type { PostRecord, PublicationRecord } from '../publication.ts';
import { attemptOf } from '../sending/attempt.ts';
import { knownIdentity } from '../sending/identity.ts';
import { ask } from '../sending/network-call.ts';
import { load, type Session } from '../sending/run-context.ts';
import { type Halt, paused } from '../sending/stop-reason.ts';

/** The result of looking for a post; `halt` if the publication can't continue for now, or needs the user. */
export type Reconciled =
  | { readonly outcome: 'found' | 'absent' }
  | { readonly outcome: 'halt'; readonly halt: Halt };

/** The result of looking for a post; `halt` if the network gave no answer. */
export type Looked = Found | { readonly outcome: 'halt'; readonly halt: Halt };

/** The pause of a publication whose post may be published, when no look could settle it. */
export function unknownOutcome(record: PublicationRecord, index: number, reason?: string): Halt {
  const why = reason === undefined ? '' : ` (${reason})`;
  return paused(
    'unknown-outcome',
    `Can't tell whether post ${index} of ${record.posts.length} was published${why}. Check the account, then answer: ` +
      `threadmill resolve ${record.id} --posted URL, or threadmill resolve ${record.id} --not-posted.`,
  );
}

/**
 * Looks at the network until it is known whether a post is there: at once, and again after each of the network's delays. One
 * look that finds it is proof. Absence needs every look, including the one after the last delay: a post that is not visible yet
 * must not be sent again.
 *
 * @param how.isFresh whether it may have been sent just now; if not, one look is enough
 * @param how.isElsewhere whether another checkout may have sent it, and not a request of this one
 */
export async function look(
  session: Session,
  record: PublicationRecord,
  post: PostRecord,
  {
    isFresh = true,
    isElsewhere = false,
  }: { readonly isFresh?: boolean; readonly isElsewhere?: boolean } = {},
): Promise<Looked> {
  const { client } = session.publisher;
  const { clock } = session.ports;
  const delays = isFresh ? client.findDelaysMs : [];
  session.tell({
    type: 'looking',
    index: post.index,
    total: record.posts.length,
    isElsewhere,
    waitMs: delays.reduce((sum, delay) => sum + delay, 0),
  });
  const attempt = attemptOf(record, post, clock.now());
  let seen: Found = { outcome: 'absent' };
  for (const delay of [0, ...delays]) {
    if (delay > 0) await clock.sleep(delay, session.stop);
    if (session.stop.aborted) return { outcome: 'halt', halt: paused('stopped', 'It was stopped.') };
    const asked = await ask(session, 'read', () => client.find(attempt));
    if (!asked.ok) return { outcome: 'halt', halt: asked.halt };
    if (asked.value.outcome === 'found') return asked.value;
    if (asked.value.outcome === 'unsure') seen = asked.value;
  }
  return seen;
}

/** What is known about a post before looking for it. */
export type Doubt = {
  /** The network refused it as a duplicate. If an earlier request of ours may have created it, absence is no proof. */
  readonly saidDuplicate?: boolean;
  /** Another post of the same call was just found absent, after all of the network's delays. */
  readonly hasWaited?: boolean;
};

/**
 * Settles a post that is `sending`: found becomes `published`, certainly absent `waiting`, unsure `unknown`. If the network
 * gave no answer, it stays `sending`.
 */
export async function reconcile(
  session: Session,
  index: number,
  { saidDuplicate = false, hasWaited = false }: Doubt = {},
): Promise<Reconciled> {
  const { journal, clock } = session.ports;
  const identity = await knownIdentity(session);
  if (!identity.ok) return { outcome: 'halt', halt: identity.halt };
  const record = await load(session);
  const post = record.posts[index - 1];
  if (post === undefined) throw new Error(`Publication ${record.id} has no post ${index}.`);
  const result = await look(session, record, post, { isFresh: !hasWaited });
  switch (result.outcome) {
    case 'halt':
      return result;
    case 'found': {
      const { receipt } = result;
      if (record.posts.some((other) => other.index !== index && other.receipt?.id === receipt.id)) {
        throw new Error(`Post ${index} of ${record.id} was found under the id of another of its posts.`);
      }
      await journal.receive(record.id, [{ index, receipt }], clock.now());
      session.tell({ type: 'found', index, total: record.posts.length, receipt });
      return { outcome: 'found' };
    }
    case 'absent':
      if (!saidDuplicate || post.attempts <= 1) {
        await journal.release(record.id, [index]);
        return { outcome: 'absent' };
      }
      await journal.doubt(record.id, index);
      return {
        outcome: 'halt',
        halt: unknownOutcome(record, index, 'the network says that it has the post, but does not show it'),
      };
    case 'unsure':
      await journal.doubt(record.id, index);
      return { outcome: 'halt', halt: unknownOutcome(record, index, result.reason) };
  }
}
