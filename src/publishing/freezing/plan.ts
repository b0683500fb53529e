import type { EpochMs } from '../../time/epoch-ms.ts';
import type { PublicationRecord } from '../publication.ts';
import type { FreshThread } from './freeze.ts';
import { isSameThread, threadHash } from './thread-hash.ts';

/** What a person asked for besides the draft itself. */
export type PlanFlags = { readonly again: boolean; readonly refreeze: boolean };

/** What is to be done with a draft for one account. */
export type Plan =
  /** A new publication; `instead` is one that never began and is cancelled for it. */
  | { readonly do: 'freeze'; readonly thread: FreshThread; readonly instead?: string }
  /** Go on with what is frozen; `rest` is the thread whose posts replace those that still wait. */
  | { readonly do: 'go-on'; readonly id: string; readonly rest?: FreshThread }
  | { readonly do: 'refuse'; readonly why: string };

/** What is known of the draft for this account. */
export type Known = {
  /** The draft's newest publication for the account that was not cancelled before anything was out. */
  readonly current: PublicationRecord | undefined;
  /** A publication of another draft that sent the same posts for the account. */
  readonly twin: PublicationRecord | undefined;
  /** The draft's thread, frozen as it would be now. */
  readonly fresh: FreshThread;
};

const day = (at: EpochMs | null): string =>
  at === null ? 'before' : `on ${new Date(at).toISOString().slice(0, 10)}`;

/** How many posts are out, removed ones counted: they were sent. */
export function countSent(record: PublicationRecord): number {
  return record.posts.filter(({ receipt }) => receipt !== null).length;
}

/** Whether a post may be out of which there is no receipt. */
export function isInDoubt(record: PublicationRecord): boolean {
  return record.posts.some(({ state }) => state === 'sending' || state === 'unknown');
}

/**
 * Decides what publishing a draft means, given what went before: never sends again what was sent, never sends
 * other words than those that were frozen, unless told so. Pure.
 */
export function planPublication({ current, twin, fresh }: Known, flags: PlanFlags): Plan {
  const { draft, account } = fresh;
  if (current === undefined) {
    if (twin === undefined || flags.again) return { do: 'freeze', thread: fresh };
    return {
      do: 'refuse',
      why: `${draft}: the same thread went out for ${account} ${day(twin.startedAt)}, from ${twin.draft}. To send it once more: --again.`,
    };
  }
  const sent = countSent(current);
  const isSame = isSameThread(current, fresh);
  const edited = current.draftHash !== fresh.draftHash && !isSame;
  if (current.state === 'published' || current.state === 'cancelled') {
    if (flags.again) return { do: 'freeze', thread: fresh };
    const what = current.state === 'published' ? 'was published' : 'was published and undone';
    const then = edited ? ' The draft was edited since.' : '';
    return {
      do: 'refuse',
      why: `${draft} ${what} for ${account} ${day(current.startedAt)}.${then} To send ${edited ? 'it as it is now, as a new thread' : 'it once more'}: --again.`,
    };
  }
  if (flags.again) {
    if (sent > 0 || isInDoubt(current)) {
      return {
        do: 'refuse',
        why: `${draft}: its publication ${current.id} for ${account} is not done (${sent} of ${current.posts.length} posts are out). Finish it (threadmill resume ${current.id}) or take it back (threadmill undo ${current.id}) before --again.`,
      };
    }
  }
  // Asked for outright, it also takes in a changed image, and cuts that a newer version would make elsewhere.
  if (flags.refreeze && !isSame) return refreeze(current, fresh, sent);
  return edited ? editedSince(current, fresh, sent) : { do: 'go-on', id: current.id };
}

function editedSince(current: PublicationRecord, { draft, account }: FreshThread, sent: number): Plan {
  const rest =
    sent === 0 && !isInDoubt(current)
      ? 'Publish it as it is now: --refreeze.'
      : `${sent} of ${current.posts.length} posts are out: threadmill resume ${current.id} sends the rest as it was frozen, --refreeze sends the rest as it is now.`;
  return { do: 'refuse', why: `${draft} was edited after it was frozen for ${account}. ${rest}` };
}

function refreeze(current: PublicationRecord, fresh: FreshThread, sent: number): Plan {
  const { draft } = fresh;
  if (isInDoubt(current)) {
    return {
      do: 'refuse',
      why: `${draft}: a post of ${current.id} may be out, and that must be settled before a refreeze. First: threadmill resume ${current.id}`,
    };
  }
  if (sent === 0) return { do: 'freeze', thread: fresh, instead: current.id };
  const differing = current.posts
    .filter(({ receipt }) => receipt !== null)
    .find(({ index, text }) => fresh.posts[index - 1]?.text !== text);
  if (differing !== undefined) {
    return {
      do: 'refuse',
      why: `${draft}: ${sent} posts are out, and the edited draft changes post ${differing.index} of them. Bring those back to what was sent, or take the thread back: threadmill undo ${current.id}`,
    };
  }
  // What is out stays as it went, also where only an image of it was changed since.
  const posts = fresh.posts.map((post, at) => {
    const out = current.posts[at];
    return out === undefined || out.receipt === null ? post : out;
  });
  return { do: 'go-on', id: current.id, rest: { ...fresh, textHash: threadHash({ ...fresh, posts }) } };
}
