import type { Fate, Faults } from './faults.ts';

const lateMs = (chance: number): number => 5_000 + Math.round(chance * 55_000);
const answer = (status: number, body: string, carriedOut = false): Fate => ({
  kind: 'answered',
  status,
  body,
  carriedOut,
});
const xrpc = (status: number, error: string, carriedOut = false): Fate =>
  answer(status, JSON.stringify({ error, message: error }), carriedOut);
const said = (status: number, error: string, carriedOut = false): Fate =>
  answer(status, JSON.stringify({ error }), carriedOut);
const page = (status: number, carriedOut: boolean): Fate =>
  answer(status, '<html><h1>Bad Gateway</h1></html>', carriedOut);

/** What can become of any request that publishes, on whatever network. */
const ANY: Faults = [
  ['lost response', 12, () => ({ kind: 'lost-answer' })],
  ['lost request', 8, () => ({ kind: 'lost-request' })],
  ['refused connection', 4, () => ({ kind: 'refused-connection' })],
  ['accepted 5-60 s later', 8, (chance) => ({ kind: 'late', ms: lateMs(chance) })],
  ['502 carried out', 3, () => page(502, true)],
  ['502 not carried out', 2, () => page(502, false)],
  ['504 carried out', 2, () => page(504, true)],
];

/** Every fault of a request that publishes on Bluesky, as PDSs do it. */
export const BLUESKY_FAULTS: Faults = [
  ...ANY,
  ['killed between event log and commit', 8, () => ({ kind: 'ghost' })],
  ['500 not carried out', 3, () => xrpc(500, 'InternalServerError')],
  ['500 carried out', 3, () => xrpc(500, 'InternalServerError', true)],
  ['429', 3, () => xrpc(429, 'RateLimitExceeded')],
  ['400 invalid', 1, () => xrpc(400, 'InvalidRequest')],
  ['400 invalid token', 1, () => xrpc(400, 'InvalidToken')],
  ['401 deactivated', 1, () => xrpc(401, 'AccountDeactivated')],
  ['413', 1, () => xrpc(413, 'PayloadTooLargeError')],
  ['carried out, an answer without names', 3, () => answer(200, '{}', true)],
  ['carried out, an answer that is no JSON', 2, () => answer(200, '{"results":[{"uri"', true)],
];

/** Every fault of a request that publishes on Mastodon and on servers that speak its API. */
export const MASTODON_FAULTS: Faults = [
  ...ANY,
  ['visible 5-60 s later', 8, (chance) => ({ kind: 'unseen', ms: lateMs(chance) })],
  [
    '504 at once, accepted 5-60 s later',
    4,
    (chance) => ({ ...page(504, false), laterMs: lateMs(chance) }) as Fate,
  ],
  ['500 not carried out', 3, () => said(500, 'Something went wrong')],
  ['500 carried out', 6, () => said(500, 'Something went wrong', true)],
  ['503 not carried out', 3, () => said(503, 'There was a temporary problem')],
  ['429', 3, () => said(429, 'Too many requests')],
  ['401', 2, () => said(401, 'The access token is invalid')],
  ['403', 1, () => said(403, 'This action is not allowed')],
  ['422', 1, () => said(422, 'Validation failed: Text is not acceptable')],
  ['carried out, an answer that is no status', 3, () => answer(200, '{}', true)],
  ['carried out, an answer that is no JSON', 2, () => answer(200, '{"id":"1', true)],
  ['accepted, answered with an earlier post', 2, () => ({ kind: 'replayed-id' })],
  ['not accepted, answered with an earlier post', 2, () => ({ kind: 'replayed-answer' })],
];

/** What can become of a request that reads. `lost` ends without an answer. */
export const READ_ANSWERS = [
  { status: 500, body: '{"error":"InternalServerError"}' },
  { status: 502, body: '{"error":"UpstreamFailure","message":"Upstream service unreachable"}' },
  { status: 503, body: '<html>Service Unavailable</html>' },
  { status: 429, body: '{"error":"Too many requests"}' },
  { status: 200, body: '{"records":[{"uri":"at' },
  'lost',
] as const;
