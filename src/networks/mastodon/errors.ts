import type { EpochMs } from '../../time/epoch-ms.ts';
import type { HttpHeaders } from '../http-exchange.ts';
import type { RateWindow } from '../port.ts';
import { PublishingError, type PublishingErrorKind } from '../publishing-error.ts';
import { retryAt, windowsFrom } from './windows.ts';

/** A request, for judging its failure. */
export type MastodonCall = {
  readonly call: RateWindow['call'];
  /** The action, for messages: `publish post 3`. */
  readonly doing: string;
  /** Whether repeating it does harm, so that a lost response must be reconciled first. */
  readonly once: boolean;
};

/** A refusal: its status and message. */
export type Refusal = {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** The `error` of its JSON, or a gateway's text; safe to print. */
  readonly said: string;
};

type Rule = {
  readonly status: readonly number[];
  readonly says?: RegExp;
  readonly reason: PublishingErrorKind;
  /** What the user can do. */
  readonly advice: string;
  readonly why: string;
  /** A refusal that matches the row. */
  readonly example: { readonly status: number; readonly said: string };
};

/** How an instance refuses, and what that means for the post; the first matching row wins. */
export const MASTODON_RULES: readonly Rule[] = [
  {
    status: [401],
    reason: 'auth',
    advice: 'Log in again: threadmill accounts add.',
    why: 'the token was revoked or is wrong; nothing is done before it is checked',
    example: { status: 401, said: 'The access token is invalid' },
  },
  {
    status: [403],
    reason: 'auth',
    advice: 'The token needs read:accounts, read:statuses, write:statuses and write:media; log in again.',
    why: 'the token lacks a scope, or the account is suspended',
    example: { status: 403, said: 'This action is outside the authorized scopes' },
  },
  {
    status: [429],
    reason: 'rate-limited',
    advice: 'It waits until the window ends.',
    why: 'the limiter answers before anything is done',
    example: { status: 429, said: 'Too many requests' },
  },
  {
    status: [422, 400],
    says: /not finished processing/i,
    reason: 'transient',
    advice: 'It is tried again.',
    why: 'an attachment is still processed; the post was not created',
    example: {
      status: 422,
      said: 'Cannot attach files that have not finished processing. Try again in a moment!',
    },
  },
  {
    status: [422, 400],
    says: /already attached/i,
    reason: 'media-taken',
    advice: 'Threadmill looks for the post.',
    why: 'an earlier request of ours may have taken the attachment, or the instance has dropped it',
    example: { status: 422, said: 'Media 1 not found or already attached to another post' },
  },
  {
    status: [409],
    reason: 'outcome-unknown',
    advice: 'Threadmill looks for the post.',
    why: 'another request with the same key is being carried out',
    example: { status: 409, said: 'Conflict' },
  },
  {
    status: [404, 410],
    reason: 'rejected',
    advice: 'The post that it replies to is gone, or this is not the address of an instance.',
    why: 'Mastodon looks the parent up before it creates anything',
    example: { status: 404, said: 'Record not found' },
  },
  {
    status: [400, 405, 406, 411, 413, 414, 415, 422],
    reason: 'rejected',
    advice: 'Change the draft, then publish it again with --refreeze.',
    why: 'the instance will not take this post as it is (GoToSocial answers 400 where Mastodon answers 422)',
    example: { status: 422, said: "Validation failed: Text can't be blank" },
  },
];

/** Returns the row for a refusal; `undefined` for a status that proves nothing (5xx, and others without a row). */
export function ruleFor({ status, said }: Pick<Refusal, 'status' | 'said'>): Rule | undefined {
  return MASTODON_RULES.find((row) => row.status.includes(status) && (row.says?.test(said) ?? true));
}

const LOST = {
  once: { reason: 'outcome-unknown', say: 'It may or may not have been carried out.' },
  harmless: { reason: 'transient', say: 'It can be tried again.' },
} as const;

/** Judges a lost response: the request may have been executed, which matters only if repeating it does harm. */
export function lostKind({ once }: MastodonCall): {
  readonly reason: PublishingErrorKind;
  readonly say: string;
} {
  return LOST[once ? 'once' : 'harmless'];
}

/**
 * Makes the error for a refusal. A 5xx may hide a created post (500 after the commit, a proxy's timeout during the request), so
 * it never counts as a refusal if repeating it does harm.
 */
export function refusalError(refusal: Refusal, request: MastodonCall, now: EpochMs): PublishingError {
  const { status, headers, said } = refusal;
  const windows = windowsFrom(headers, request.call, now);
  const quoted = said === '' ? '' : `: “${said}”`;
  const what = `Could not ${request.doing} on Mastodon (status ${status}${quoted}).`;
  const rule = ruleFor(refusal);
  if (rule === undefined) {
    const lost = lostKind(request);
    return new PublishingError(lost.reason, `${what} ${lost.say}`, { status, windows });
  }
  // For a read or an upload, the kinds that only fit a post become a plain refusal.
  const onlyOfPosts = rule.reason === 'media-taken' || rule.reason === 'outcome-unknown';
  const reason = onlyOfPosts && !request.once ? 'transient' : rule.reason;
  const until = reason === 'rate-limited' ? retryAt(headers, windows, now) : undefined;
  return new PublishingError(reason, `${what} ${rule.advice}`, { status, windows, until });
}
