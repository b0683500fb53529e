/** An instance's refusal: `{"error": …}`, or the text of a gateway in front of it. */
type ProblemRow = { readonly status: number; readonly error: string; readonly shape?: 'text' };

/** An instance's refusals, with the wording of its source. `--fault status:NAME` triggers any of them. */
export const MASTODON_PROBLEMS = {
  'bad-request': { status: 400, error: 'Bad Request' },
  'token-invalid': { status: 401, error: 'The access token is invalid' },
  'token-revoked': { status: 401, error: 'The access token was revoked' },
  scopes: { status: 403, error: 'This action is outside the authorized scopes' },
  suspended: { status: 403, error: 'Your login is currently disabled' },
  'record-missing': { status: 404, error: 'Record not found' },
  'in-progress': { status: 409, error: 'Conflict' },
  validation: { status: 422, error: "Validation failed: Text can't be blank" },
  'media-processing': {
    status: 422,
    error: 'Cannot attach files that have not finished processing. Try again in a moment!',
  },
  'media-missing': {
    status: 422,
    error: 'Media 1 not found or already attached to another post',
  },
  'too-many-requests': { status: 429, error: 'Too many requests' },
  'internal-server-error': {
    status: 500,
    error: '500: We’re sorry, but something went wrong on our end.',
    shape: 'text',
  },
  'nginx-502': { status: 502, error: '502 Bad Gateway', shape: 'text' },
  temporary: {
    status: 503,
    error: 'There was a temporary problem serving your request, please try again',
  },
  'nginx-504': { status: 504, error: '504 Gateway Time-out', shape: 'text' },
} as const satisfies Record<string, ProblemRow>;

export type MastodonProblem = keyof typeof MASTODON_PROBLEMS;

/** The refusal for a bare status code in a fault. */
export const MASTODON_BY_STATUS: Readonly<Record<string, MastodonProblem>> = {
  400: 'bad-request',
  401: 'token-invalid',
  403: 'scopes',
  404: 'record-missing',
  409: 'in-progress',
  422: 'validation',
  429: 'too-many-requests',
  500: 'internal-server-error',
  502: 'nginx-502',
  503: 'temporary',
  504: 'nginx-504',
};

const isProblem = (name: string): name is MastodonProblem => Object.hasOwn(MASTODON_PROBLEMS, name);

/** A route's response before headers. */
export type InstanceReply = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Makes the response for a refusal, optionally with another sentence. */
export function refuseApi(name: MastodonProblem, error?: string): InstanceReply {
  const row: ProblemRow = MASTODON_PROBLEMS[name];
  if (row.shape === 'text')
    return {
      status: row.status,
      body: `<html><title>${row.error}</title></html>`,
      headers: { 'content-type': 'text/html' },
    };
  return { status: row.status, body: { error: error ?? row.error } };
}

/** Makes a 422 with the sentence of a failed validation. */
export function invalid(what: string): InstanceReply {
  return refuseApi('validation', `Validation failed: ${what}`);
}

/** Makes the refusal that a fault names: by status code or by name. */
export function namedRefusal(problem: string): InstanceReply {
  const name = MASTODON_BY_STATUS[problem] ?? problem;
  if (!isProblem(name)) throw new Error(`An instance has no refusal "${problem}"`);
  return refuseApi(name);
}
