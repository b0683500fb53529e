import type { EpochMs } from '../../time/epoch-ms.ts';
import type { RateWindow } from '../port.ts';
import { PublishingError, type PublishingErrorKind } from '../publishing-error.ts';
import { saidOfRead } from '../said-of-read.ts';
import { X_RULES, type XRule } from './rules.ts';
import { type Headers, retryAt, windowsFrom } from './windows.ts';

/** A response of X, in any shape. */
export type XAnswer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/** The fields that distinguish refusals. */
export type XFacts = {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** The last path segment or anchor of `type`: its host is `api.x.com`, `api.twitter.com` or a page's. */
  readonly type: string;
  readonly reason: string;
  /** The code of an older `{"errors":[{code,message}]}`; 0 if missing. */
  readonly code: number;
  /** ISO date when a spending cap resets, if given. */
  readonly resetDate: string | undefined;
};

/** A request to X, for judging its failure. */
export type XCall = {
  readonly call: RateWindow['call'];
  /** The action, for messages: `publish post 3`. */
  readonly doing: string;
  /** Whether repeating it does harm, so that a lost response must be reconciled first. */
  readonly once: boolean;
  /** Whether the parent was published moments ago, so that X's caches may not know it yet. */
  readonly freshParent?: boolean;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads a refusal's fields from problem+json, from the older `errors` list, or from a gateway's plain text. */
export function factsOf(answer: XAnswer): XFacts {
  const body = isRecord(answer.body) ? answer.body : {};
  const listed: unknown = Array.isArray(body['errors']) ? body['errors'][0] : undefined;
  const first = isRecord(listed) ? listed : {};
  const plain = textOf(answer.body)
    .replace(/<[^>]*>/g, ' ')
    .slice(0, 200);
  const details = [textOf(body['detail']), textOf(first['message']), textOf(first['detail']), plain];
  return {
    status: answer.status,
    title: textOf(body['title']),
    detail: [...new Set(details.map((detail) => detail.trim()))].filter((detail) => detail !== '').join(' '),
    type: /([^/#]*)$/.exec(textOf(body['type']) || textOf(first['type']))?.[1] ?? '',
    reason: textOf(body['reason']),
    code: typeof first['code'] === 'number' ? first['code'] : 0,
    resetDate: textOf(body['reset_date']) || undefined,
  };
}

/** Returns the row of `X_RULES` for a refusal; `undefined` if the response is not a refusal. */
export function ruleFor(facts: XFacts, freshParent = false): XRule | undefined {
  return X_RULES.find(
    (rule) =>
      (rule.status === undefined || rule.status === facts.status) &&
      (rule.statusFrom === undefined || facts.status >= rule.statusFrom) &&
      (rule.type === undefined || rule.type === facts.type) &&
      (rule.title === undefined || rule.title.toLowerCase() === facts.title.toLowerCase()) &&
      (rule.reason === undefined || rule.reason === facts.reason) &&
      (rule.detail === undefined || rule.detail.test(facts.detail)) &&
      (rule.codes === undefined || rule.codes.includes(facts.code)) &&
      (rule.freshParent === undefined || freshParent),
  );
}

const UNKNOWN_SAY = 'It may or may not have been carried out.';
const REPEATABLE_SAY = 'It can be asked again.';

/** Returns the kind of a lost response: reconcile if repeating does harm, otherwise retry. */
export function lostKind(call: XCall): { readonly kind: PublishingErrorKind; readonly say: string } {
  return call.once
    ? { kind: 'outcome-unknown', say: UNKNOWN_SAY }
    : { kind: 'transient', say: REPEATABLE_SAY };
}

/**
 * Makes the error for a response with status 400 or more. `clean` removes credentials and control characters from the server's
 * text; `cause` is kept as it is.
 */
export function refusalError(
  answer: XAnswer,
  call: XCall,
  now: EpochMs,
  { clean, cause }: { readonly clean: (text: string) => string; readonly cause: unknown },
): PublishingError {
  const facts = factsOf(answer);
  const rule = ruleFor(facts, call.freshParent);
  const windows = windowsFrom(answer.headers, call.call);
  const lost = lostKind(call);
  const unknown = rule === undefined || rule.kind === 'outcome-unknown';
  const kind = unknown ? lost.kind : rule.kind;
  const known = rule === undefined || call.once ? rule?.say : saidOfRead(rule.say);
  const say = [known ?? 'X responded in an unknown way.', unknown ? lost.say : ''].join(' ').trim();
  const said = clean([facts.title, facts.detail].filter((part) => part !== '').join(': '));
  const until =
    rule?.until === 'window'
      ? retryAt(answer.headers, windows, now)
      : rule?.until === 'reset-date'
        ? dateMs(facts.resetDate)
        : undefined;
  const heard = said === '' ? '' : ` ("${said}")`;
  return new PublishingError(kind, `Could not ${call.doing} on X: status ${facts.status}${heard}. ${say}`, {
    status: facts.status,
    until,
    windows,
    cause,
  });
}

function dateMs(date: string | undefined): EpochMs | undefined {
  const at = Date.parse(date ?? '');
  return Number.isFinite(at) ? at : undefined;
}
