/** A PDS's refusal: `{"error": NAME, "message": …}`, or the text of a gateway in front of it. */
type ProblemRow = {
  readonly status: number;
  readonly error: string;
  readonly message: string;
  readonly shape?: 'text';
};

/** A PDS's refusals, as tested on 0.4.217 and 0.5.35. `--fault status:NAME` triggers any of them. */
export const BLUESKY_PROBLEMS = {
  'invalid-request': { status: 400, error: 'InvalidRequest', message: 'Input must have the property "repo"' },
  'expired-token': { status: 400, error: 'ExpiredToken', message: 'Token has expired' },
  'revoked-token': { status: 400, error: 'ExpiredToken', message: 'Token has been revoked' },
  'invalid-token': { status: 400, error: 'InvalidToken', message: 'Token could not be verified' },
  'blob-not-found': { status: 400, error: 'BlobNotFound', message: 'Could not find blob' },
  'invalid-swap': { status: 400, error: 'InvalidSwap', message: 'Commit was at another place' },
  'record-not-found': { status: 400, error: 'RecordNotFound', message: 'Could not locate record' },
  'no-auth': { status: 401, error: 'AuthMissing', message: 'Authentication Required' },
  'bad-login': {
    status: 401,
    error: 'AuthenticationRequired',
    message: 'Invalid identifier or password',
  },
  deactivated: { status: 401, error: 'AccountDeactivated', message: 'Account is deactivated' },
  takedown: { status: 401, error: 'AccountTakedown', message: 'Account has been taken down' },
  forbidden: { status: 403, error: 'Forbidden', message: 'Forbidden' },
  'no-method': { status: 404, error: 'NotFound', message: 'Not Found' },
  'too-large': { status: 413, error: 'PayloadTooLargeError', message: 'request entity too large' },
  'blob-too-large': { status: 413, error: 'PayloadTooLarge', message: 'This file is too large.' },
  'rate-limited': { status: 429, error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
  'internal-error': { status: 500, error: 'InternalServerError', message: 'Internal Server Error' },
  'upstream-failure': {
    status: 502,
    error: 'UpstreamFailure',
    message: 'Upstream server responded with an error',
  },
  'gateway-error': { status: 502, error: 'Bad Gateway', message: '', shape: 'text' },
  'not-available': { status: 503, error: 'NotEnoughResources', message: 'Service Unavailable' },
  'gateway-timed-out': { status: 504, error: 'Gateway Timeout', message: '', shape: 'text' },
} as const satisfies Record<string, ProblemRow>;

export type BlueskyProblem = keyof typeof BLUESKY_PROBLEMS;

/** The refusal for a bare status code in a fault. */
export const BLUESKY_BY_STATUS: Readonly<Record<string, BlueskyProblem>> = {
  400: 'invalid-request',
  401: 'no-auth',
  403: 'forbidden',
  404: 'no-method',
  429: 'rate-limited',
  500: 'internal-error',
  502: 'upstream-failure',
  503: 'not-available',
  504: 'gateway-timed-out',
};

const isProblem = (name: string): name is BlueskyProblem => Object.hasOwn(BLUESKY_PROBLEMS, name);

/** A method's response before headers. */
export type XrpcReply = { readonly status: number; readonly body: unknown; readonly contentType?: string };

/** Makes the response for a refusal, optionally with another message. */
export function refuseXrpc(name: BlueskyProblem, message?: string): XrpcReply {
  const row: ProblemRow = BLUESKY_PROBLEMS[name];
  if (row.shape === 'text')
    return {
      status: row.status,
      body: `<html><title>${row.error}</title></html>`,
      contentType: 'text/html',
    };
  return { status: row.status, body: { error: row.error, message: message ?? row.message } };
}

/** Makes the refusal that a fault names: by status code or by name. */
export function namedRefusal(problem: string): XrpcReply {
  const name = BLUESKY_BY_STATUS[problem] ?? problem;
  if (!isProblem(name)) throw new Error(`A PDS has no refusal "${problem}"`);
  return refuseXrpc(name);
}
