/** The wire form of a refusal. */
type ProblemRow = {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** The last path segment of `type`; missing for `about:blank`. */
  readonly type?: string;
  /** `problem` is problem+json, `v1` the older `{"errors":[{code,message}]}`, `text` a gateway's message. */
  readonly shape?: 'problem' | 'v1' | 'text';
  readonly code?: number;
  readonly extra?: Readonly<Record<string, unknown>>;
  /** For 429: the header prefix of the exhausted window. */
  readonly empties?: string;
};

/** X's refusals, from its documentation and users' logs. `--fault status:NAME` triggers any of them. */
export const PROBLEMS = {
  invalid: {
    status: 400,
    type: 'invalid-request',
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
  },
  'too-long': { status: 400, title: 'Bad Request', detail: 'Your Tweet text is too long.' },
  // The same refusal was also seen with 403.
  'too-long-403': { status: 403, title: 'Forbidden', detail: 'Your Tweet text is too long.' },
  unauthorized: { status: 401, title: 'Unauthorized', detail: 'Unauthorized' },
  credits: {
    status: 402,
    type: 'credits',
    title: 'CreditsDepleted',
    detail: 'Your enrolled account [1] does not have any credits to fulfill this request.',
  },
  'credits-depleted': {
    status: 402,
    type: 'credits-depleted',
    title: 'Payment Required',
    detail: 'credits depleted',
  },
  duplicate: {
    status: 403,
    title: 'Forbidden',
    detail: 'You are not allowed to create a Tweet with duplicate content.',
  },
  'reply-restricted': {
    status: 403,
    type: 'not-authorized-for-resource',
    title: 'Forbidden',
    detail: 'You can only reply to or quote posts where you are mentioned or are the author.',
  },
  'reply-not-engaged': {
    status: 403,
    title: 'Forbidden',
    detail:
      'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  },
  'parent-gone': {
    status: 403,
    title: 'Forbidden',
    detail: 'You attempted to reply to a Tweet that is deleted or not visible to you.',
  },
  'spend-cap': {
    status: 403,
    type: 'spend-cap-reached',
    title: 'SpendCapReached',
    detail: 'Your account has reached its billing cycle spend cap.',
    extra: { reset_date: '2026-12-01' },
  },
  'client-forbidden': {
    status: 403,
    type: 'client-forbidden',
    title: 'Client Forbidden',
    detail:
      'When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project.',
    extra: { reason: 'client-not-enrolled' },
  },
  forbidden: { status: 403, title: 'Forbidden', detail: 'You are not permitted to perform this action.' },
  'oauth1-permissions': {
    status: 403,
    type: 'oauth1-permissions',
    title: 'Forbidden',
    detail:
      'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
  },
  // X's documentation gives no text for this.
  cashtags: { status: 403, title: 'Forbidden', detail: 'Posts may contain at most one cashtag.' },
  quote: {
    status: 403,
    type: 'client-forbidden',
    title: 'Forbidden',
    detail: 'quote_tweet_id requires an Enterprise plan.',
  },
  'not-owner': { status: 403, title: 'Forbidden', detail: 'You are not authorized to delete this Tweet.' },
  'not-found': {
    status: 404,
    type: 'resource-not-found',
    title: 'Not Found Error',
    detail: 'Could not find the requested resource.',
  },
  conflict: { status: 409, title: 'Conflict', detail: 'Conflict' },
  'rate-15min': {
    status: 429,
    title: 'Too Many Requests',
    detail: 'Too Many Requests',
    empties: 'x-rate-limit',
  },
  'rate-15min-v1': {
    status: 429,
    title: 'Too Many Requests',
    detail: 'Rate limit exceeded',
    shape: 'v1',
    code: 88,
    empties: 'x-rate-limit',
  },
  'rate-24h': {
    status: 429,
    title: 'Too Many Requests',
    detail: 'Too Many Requests',
    empties: 'x-user-limit-24hour',
  },
  'rate-app-24h': {
    status: 429,
    title: 'Too Many Requests',
    detail: 'Too Many Requests',
    empties: 'x-app-limit-24hour',
  },
  'usage-cap': {
    status: 429,
    type: 'usage-capped',
    title: 'UsageCapExceeded',
    detail: 'Usage cap exceeded: Monthly product cap',
    extra: { period: 'Monthly', scope: 'Product' },
  },
  'server-error': { status: 500, title: 'Internal Server Error', detail: 'Something is broken.' },
  'bad-gateway': { status: 502, title: 'Bad Gateway', detail: 'Bad Gateway', shape: 'text' },
  unavailable: { status: 503, title: 'Service Unavailable', detail: 'Service Unavailable' },
  'over-capacity': { status: 503, title: 'Over capacity', detail: 'Over capacity', shape: 'text' },
  'gateway-timeout': { status: 504, title: 'Gateway Timeout', detail: 'Gateway Timeout', shape: 'text' },
} as const satisfies Record<string, ProblemRow>;

export type ProblemName = keyof typeof PROBLEMS;

/** The refusal for a bare status code in a fault. */
export const BY_STATUS: Readonly<Record<string, ProblemName>> = {
  400: 'invalid',
  401: 'unauthorized',
  402: 'credits',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  429: 'rate-15min',
  500: 'server-error',
  502: 'bad-gateway',
  503: 'unavailable',
  504: 'gateway-timeout',
};

const isProblem = (name: string): name is ProblemName => Object.hasOwn(PROBLEMS, name);

/** Returns the refusal that a fault names: by status code or by name. */
export function problemNamed(text: string): ProblemName {
  const name = BY_STATUS[text] ?? text;
  if (!isProblem(name)) throw new Error(`X has no refusal "${text}"`);
  return name;
}

/** A route's response, before headers and faults. `empties` names the window that a 429 reports as exhausted. */
export type Reply = {
  readonly status: number;
  readonly body: unknown;
  readonly contentType?: string;
  readonly empties?: string;
};

/** Returns the row of a refusal, with its optional fields. */
export function problemRow(name: ProblemName): ProblemRow {
  return PROBLEMS[name];
}

/** Makes the response for a refusal; `facts` override the row's own fields. */
export function refuse(name: ProblemName, facts: Readonly<Record<string, unknown>> = {}): Reply {
  const row = problemRow(name);
  const empties = row.empties === undefined ? {} : { empties: row.empties };
  if (row.shape === 'text')
    return {
      status: row.status,
      body: `<html><title>${row.title}</title></html>`,
      contentType: 'text/html',
      ...empties,
    };
  if (row.shape === 'v1')
    return { status: row.status, body: { errors: [{ code: row.code, message: row.detail }] }, ...empties };
  const type = row.type === undefined ? 'about:blank' : `https://api.x.com/2/problems/${row.type}`;
  return {
    status: row.status,
    body: {
      ...row.extra,
      ...facts,
      title: row.title,
      type,
      status: row.status,
      detail: facts['detail'] ?? row.detail,
    },
    contentType: 'application/problem+json',
    ...empties,
  };
}

/** Makes X's refusal of a malformed request: each parameter with its problem. */
export function refuseParameters(
  wrong: readonly { readonly path: string; readonly message: string }[],
): Reply {
  return refuse('invalid', {
    errors: wrong.map(({ path, message }) => ({ parameters: { [path]: [] }, message })),
  });
}
