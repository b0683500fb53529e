import type { EpochMs } from '../../time/epoch-ms.ts';
import { type Exchange, exchange, type HttpOutcome, timeFor } from '../http-exchange.ts';
import { noConnection } from '../no-connection.ts';
import type { RateWindow } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { saidOfRead } from '../said-of-read.ts';
import { toldWindow } from './points.ts';
import { ruleFor } from './rules.ts';

/** One call of an XRPC method. */
export type XrpcRequest = {
  /** `com.atproto.repo.applyWrites`. */
  readonly method: string;
  /** Makes it a GET, if it has no body. */
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly file?: { readonly mime: string; readonly bytes: Uint8Array };
  /** Makes it a POST, even without a body. */
  readonly post?: boolean;
  readonly token?: string;
  readonly call: RateWindow['call'];
  /** The action, for messages: `publish post 3`. */
  readonly doing: string;
  /** Whether repeating it does harm, so that a lost response must be reconciled first. */
  readonly once: boolean;
};

/** A 2xx response: its body, an object, and the rate window in its headers. */
export type XrpcAnswer = {
  readonly body: Readonly<Record<string, unknown>>;
  readonly windows: readonly RateWindow[];
};

/** The service, and the timeout. */
export type XrpcPlace = {
  readonly service: string;
  readonly timeoutMs: number;
  readonly now: () => EpochMs;
  /** Removes credentials and control characters from a server's messages. */
  readonly clean: (text: string) => string;
  /** @default a new connection for each request */
  readonly exchange?: Exchange | undefined;
};

/** The wait if a 429 names no time: the longest of the short windows. */
const BLIND_WAIT_MS = 5 * 60_000;

/** The `error` of a PDS's refusal, kept on the PublishingError so that code can match it. */
export class XrpcRefusal extends PublishingError {
  readonly error: string;

  constructor(error: string, ...rest: ConstructorParameters<typeof PublishingError>) {
    super(...rest);
    this.error = error;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const UNKNOWN = { reason: 'outcome-unknown', say: 'It may or may not have been carried out.' } as const;
const REPEATABLE = { reason: 'transient', say: 'It can be asked again.' } as const;

function unanswered(
  outcome: Exclude<HttpOutcome, { ended: 'answered' }>,
  request: XrpcRequest,
  place: XrpcPlace,
): PublishingError {
  const what = `Could not ${request.doing} on Bluesky`;
  const why = place.clean(outcome.reason);
  if (outcome.ended === 'unsent')
    return noConnection({ what, origin: place.service, reason: why, once: request.once });
  const lost = request.once ? UNKNOWN : REPEATABLE;
  return new PublishingError(lost.reason, `${what}: no answer (${why}). ${lost.say}`, {
    status: outcome.status,
  });
}

function refusal(
  outcome: Extract<HttpOutcome, { ended: 'answered' }>,
  request: XrpcRequest,
  place: XrpcPlace,
): PublishingError {
  const { status, headers } = outcome;
  const body = parsed(outcome.body);
  const error = typeof body?.['error'] === 'string' ? body['error'] : '';
  const said =
    typeof body?.['message'] === 'string' ? body['message'] : outcome.body.replace(/<[^>]*>/g, ' ');
  const heard = place.clean([error, said.slice(0, 300)].filter((part) => part.trim() !== '').join(': '));
  // A gateway's error page is not the service's answer, whatever its status.
  const rule = status < 500 && body !== undefined ? ruleFor(status, error) : undefined;
  const { reason, say } = rule ?? (request.once ? UNKNOWN : REPEATABLE);
  const told = toldWindow(headers, request.call);
  const windows = told === undefined ? [] : [reason === 'rate-limited' ? { ...told, remaining: 0 } : told];
  const until = reason === 'rate-limited' ? (told?.resetAt ?? place.now() + BLIND_WAIT_MS) : undefined;
  const quoted = heard === '' ? '' : ` ("${heard}")`;
  return new XrpcRefusal(
    error,
    reason,
    `Could not ${request.doing} on Bluesky: status ${status}${quoted}. ${request.once ? say : saidOfRead(say)}`.trim(),
    {
      status,
      until,
      windows,
    },
  );
}

/** Sends one call, once. @throws PublishingError for anything but a 2xx */
export async function callXrpc(place: XrpcPlace, request: XrpcRequest): Promise<XrpcAnswer> {
  const { method, query, json, file, token } = request;
  const isPost = json !== undefined || file !== undefined || request.post === true;
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  const body = file?.bytes ?? (json === undefined ? undefined : JSON.stringify(json));
  const type = file?.mime ?? (json === undefined ? undefined : 'application/json');
  const size = body === undefined ? '0' : String(Buffer.byteLength(body));
  const outcome = await (place.exchange ?? exchange)({
    method: isPost ? 'POST' : 'GET',
    url: `${place.service}/xrpc/${method}${search}`,
    headers: {
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(isPost ? { 'content-length': size } : {}),
    },
    ...(body === undefined ? {} : { body }),
    timeoutMs: timeFor(file?.bytes.length ?? 0, place.timeoutMs),
  });
  if (outcome.ended !== 'answered') throw unanswered(outcome, request, place);
  if (outcome.status < 200 || outcome.status > 299) throw refusal(outcome, request, place);
  const answer = parsed(outcome.body);
  if (answer === undefined)
    throw unanswered(
      { ended: 'lost', reason: 'an answer that is no JSON', status: outcome.status },
      request,
      place,
    );
  const told = toldWindow(outcome.headers, request.call);
  return { body: answer, windows: told === undefined ? [] : [told] };
}
