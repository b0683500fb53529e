import type { PublishingErrorKind } from '../publishing-error.ts';

/** One refusal: how to recognise it, and what it means. Every field before `kind` that is set must match. */
export type XRule = {
  readonly status?: number;
  readonly statusFrom?: number;
  readonly type?: string;
  readonly title?: string;
  readonly reason?: string;
  readonly detail?: RegExp;
  readonly codes?: readonly number[];
  readonly freshParent?: true;
  readonly kind: PublishingErrorKind;
  /** What it means, and what to do next. */
  readonly say: string;
  readonly until?: 'window' | 'reset-date';
};

const CAP =
  'The monthly cap of the plan is used up; waiting does not help before the next month. Raise the plan or wait, then resume.';
const TWIN = 'X has this text already.';
const PARENT_GONE =
  'The post before it is gone, so the thread can not go on. Take it back, or publish the rest anew.';
const REPLY_RULE =
  'X lets an app reply only where it was mentioned, and to its own posts. Check that the thread belongs to this account.';
const LOCKED = 'X has locked the account. Log in there and settle it, then resume.';
const SHORTEN = 'Shorten it, or mark the account premium if X allows it long posts.';
const RIGHTS =
  'Give the app read and write permission in the developer portal, then make new tokens: old ones keep the old rights.';
const MONEY_BACK = 'Nothing was sent. Add credits in the developer console, then resume.';

/**
 * X's refusals and what each means for a post; the first matching row wins. Statuses and texts are from
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors and, where X documents none, from users' logs; codes are from
 * the old API, which some paths still use.
 */
export const X_RULES: readonly XRule[] = [
  {
    status: 429,
    title: 'UsageCapExceeded',
    kind: 'money',
    say: CAP,
  },
  {
    status: 429,
    type: 'usage-capped',
    kind: 'money',
    say: CAP,
  },
  {
    status: 429,
    kind: 'rate-limited',
    until: 'window',
    say: 'A rate limit is used up. Nothing was sent; it continues when the limit resets.',
  },
  {
    status: 420,
    kind: 'rate-limited',
    until: 'window',
    say: 'X asks for fewer requests. Nothing was sent; it continues later.',
  },
  { status: 402, kind: 'money', say: `The credits are used up. ${MONEY_BACK}` },
  {
    status: 403,
    title: 'SpendCapReached',
    kind: 'money',
    until: 'reset-date',
    say: 'The spending cap of this billing cycle is reached. Nothing was sent. Raise the cap or wait for the next cycle, then resume.',
  },
  {
    status: 403,
    detail: /duplicate content|status is a duplicate/i,
    kind: 'duplicate',
    say: TWIN,
  },
  {
    codes: [187],
    kind: 'duplicate',
    say: TWIN,
  },
  // X's caches lag, so replies to a post published moments ago get this error (plhery/node-twitter-api-v2#366).
  {
    status: 403,
    detail: /deleted or not visible/i,
    freshParent: true,
    kind: 'transient',
    say: 'X does not see the post before it yet. Nothing was sent; try again in a few seconds.',
  },
  {
    status: 403,
    detail: /deleted or not visible/i,
    kind: 'rejected',
    say: PARENT_GONE,
  },
  {
    codes: [385],
    kind: 'rejected',
    say: PARENT_GONE,
  },
  {
    status: 403,
    detail: /only reply to or quote|reply to this conversation is not allowed/i,
    kind: 'rejected',
    say: REPLY_RULE,
  },
  {
    codes: [433],
    kind: 'rejected',
    say: REPLY_RULE,
  },
  {
    detail: /text is too long|needs to be a bit shorter/i,
    kind: 'rejected',
    say: `The post is too long for this account. ${SHORTEN}`,
  },
  { codes: [186], kind: 'rejected', say: `The post is too long for this account. ${SHORTEN}` },
  {
    status: 403,
    detail: /enterprise plan/i,
    kind: 'rejected',
    say: 'X keeps this feature for Enterprise plans. Remove it from the post.',
  },
  {
    status: 403,
    reason: 'client-not-enrolled',
    kind: 'auth',
    say: 'The app is on no plan. Attach it to a project in the developer portal.',
  },
  {
    status: 403,
    type: 'client-forbidden',
    kind: 'auth',
    say: 'The app may not use this call. Attach it to a project, on a plan that has it.',
  },
  { status: 403, type: 'oauth1-permissions', kind: 'auth', say: RIGHTS },
  {
    status: 403,
    detail: /not permitted to perform this action|oauth1 app permissions/i,
    kind: 'auth',
    say: RIGHTS,
  },
  { codes: [261], kind: 'auth', say: RIGHTS },
  {
    status: 403,
    type: 'unsupported-authentication',
    kind: 'auth',
    say: 'X does not take this kind of token here: posting needs a user token, not an app-only one.',
  },
  {
    status: 403,
    detail: /suspended|temporarily locked|account is locked/i,
    kind: 'auth',
    say: LOCKED,
  },
  {
    codes: [64, 326],
    kind: 'auth',
    say: LOCKED,
  },
  { codes: [32, 89], kind: 'auth', say: 'X does not know these credentials. Make new tokens.' },
  {
    status: 401,
    kind: 'auth',
    say: 'X does not take these credentials. Make new ones, then check them with: threadmill accounts check.',
  },
  {
    status: 400,
    detail: /media ids? (are|is) invalid/i,
    kind: 'media-gone',
    say: 'X no longer has an image of the post: uploads expire after a day.',
  },
  { status: 408, kind: 'outcome-unknown', say: 'X gave up waiting.' },
  { statusFrom: 500, kind: 'outcome-unknown', say: 'X had an internal error.' },
  { statusFrom: 400, kind: 'rejected', say: 'X will not take it as it is.' },
];
