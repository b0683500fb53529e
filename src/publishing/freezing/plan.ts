import type { EpochMs } from '../../time/epoch-ms.ts';
import type { PublicationRecord } from '../publication.ts';
import type { FreshThread } from './freeze.ts';
import { isSameThread, threadHash } from './thread-hash.ts';

/** The user's options for publishing a draft. */
export type PlanFlags = { readonly again: boolean; readonly refreeze: boolean };

/** What to do with a draft for one account. */
export type Plan =
  /** Start a new publication; `instead` is a publication that never began and is cancelled for it. */
  | { readonly do: 'freeze'; readonly thread: FreshThread; readonly instead?: string }
  /** Continue a frozen publication; the posts of `rest`, if given, replace the waiting ones. */
  | { readonly do: 'go-on'; readonly id: string; readonly rest?: FreshThread }
  | { readonly do: 'refuse'; readonly why: string };

/** What is known about the draft for this account. */
export type KnownThreads = {
  /** The draft's newest publication for the account, except those cancelled before any post was published. */
  readonly current: PublicationRecord | undefined;
  /** A publication of another draft that sent the same posts for the account. */
  readonly twin: PublicationRecord | undefined;
  /** The draft's thread, frozen now. */
  readonly fresh: FreshThread;
};

const day = (at: EpochMs | null): string =>
  at === null ? 'before' : `on ${new Date(at).toISOString().slice(0, 10)} (UTC)`;

/** Counts the posts that were sent, including those deleted later. */
export function countSent(record: PublicationRecord): number {
  return record.posts.filter(({ receipt }) => receipt !== null).length;
}

/** Whether a post may have been published without a receipt. */
export function isInDoubt(record: PublicationRecord): boolean {
  return record.posts.some(({ state }) => state === 'sending' || state === 'unknown');
}

/**
 * Decides what publishing a draft means, given its history. Unless a flag asks for it, never sends a post again, and never
 * sends words that differ from the frozen ones. Pure.
 */
export function planPublication({ current, twin, fresh }: KnownThreads, flags: PlanFlags): Plan {
  const { draft, account } = fresh;
  if (current === undefined) {
    if (twin === undefined || flags.again) return { do: 'freeze', thread: fresh };
    return {
      do: 'refuse',
      why: `${draft}: the same thread was published for ${account} ${day(twin.startedAt)}, from ${twin.draft}. To send it once more: --again.`,
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
      why: `${draft} ${what} for ${account} ${day(current.startedAt)}.${then} To publish ${edited ? 'it as it is now, as a new thread' : 'it once more'}, add --again.`,
    };
  }
  if (flags.again) {
    if (sent > 0 || isInDoubt(current)) {
      return {
        do: 'refuse',
        why: `${draft}: its publication ${current.id} for ${account} is not finished (${sent} of ${current.posts.length} posts are published). Finish it (threadmill resume ${current.id}) or delete it (threadmill undo ${current.id}) before --again.`,
      };
    }
  }
  // An explicit --refreeze also takes in changed images, and different cuts made by a newer version.
  if (flags.refreeze && !isSame) return refreeze(current, fresh, sent);
  return edited ? editedSince(current, fresh, sent) : { do: 'go-on', id: current.id };
}

function editedSince(current: PublicationRecord, { draft, account }: FreshThread, sent: number): Plan {
  const rest =
    sent === 0 && !isInDoubt(current)
      ? 'Publish it as it is now: --refreeze.'
      : `${sent} of ${current.posts.length} posts are published: threadmill resume ${current.id} sends the rest as it was frozen, --refreeze sends the rest as it is now.`;
  return { do: 'refuse', why: `${draft} was edited after it was frozen for ${account}. ${rest}` };
}

function refreeze(current: PublicationRecord, fresh: FreshThread, sent: number): Plan {
  const { draft } = fresh;
  if (isInDoubt(current)) {
    return {
      do: 'refuse',
      why: `${draft}: a post of ${current.id} may be published, which must be settled before a refreeze. First: threadmill resume ${current.id}`,
    };
  }
  if (sent === 0) return { do: 'freeze', thread: fresh, instead: current.id };
  const differing = current.posts
    .filter(({ receipt }) => receipt !== null)
    .find(({ index, text }) => fresh.posts[index - 1]?.text !== text);
  if (differing !== undefined) {
    return {
      do: 'refuse',
      why: `${draft}: ${sent} posts are published, and the edited draft changes post ${differing.index} of them. Restore their words, or delete the thread: threadmill undo ${current.id}`,
    };
  }
  // Keep published posts exactly as they were sent, even if an image has changed since.
  const posts = fresh.posts.map((post, at) => {
    const out = current.posts[at];
    return out === undefined || out.receipt === null ? post : out;
  });
  return { do: 'go-on', id: current.id, rest: { ...fresh, textHash: threadHash({ ...fresh, posts }) } };
}
