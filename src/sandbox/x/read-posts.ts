import type { Core } from '../core.ts';
import { type Reply, refuse, refuseParameters } from './problems.ts';
import { charge, type StoredPost, type StoredUser } from './state.ts';
import { wireMedia, wirePost } from './wire-post.ts';

/** A request's query parameters. */
export type Query = Readonly<Record<string, string | undefined>>;

const TIMELINE_PARAMETERS = [
  'max_results',
  'since_id',
  'until_id',
  'start_time',
  'end_time',
  'pagination_token',
  'exclude',
  'tweet.fields',
  'expansions',
  'media.fields',
  'user.fields',
];

const listed = (value: string | undefined): ReadonlySet<string> =>
  new Set((value ?? '').split(',').filter((name) => name !== ''));

/** Charges for reading posts. X bills a post once per UTC day, however often it is read. */
function chargeReads(core: Core, posts: readonly StoredPost[], now: number): void {
  const { state } = core.store;
  const day = new Date(now).toISOString().slice(0, 10);
  if (state.readToday.day !== day) state.readToday = { day, ids: [] };
  const known = new Set(state.readToday.ids);
  const fresh = posts.filter((post) => !known.has(post.id)).map((post) => post.id);
  state.readToday.ids.push(...fresh);
  charge(state, 'owned-read', core.price('owned-read'), fresh.length);
}

function answerWith(core: Core, posts: readonly StoredPost[], query: Query): Record<string, unknown> {
  const { users, media } = core.store.state;
  const fields = listed(query['tweet.fields']);
  const data = posts.flatMap((post) => {
    const user = users.find((candidate) => candidate.id === post.userId);
    return user === undefined ? [] : [wirePost(post, user, fields)];
  });
  if (!listed(query['expansions']).has('attachments.media_keys')) return { data };
  const ids = new Set(posts.flatMap((post) => post.mediaIds));
  return { data, includes: { media: media.filter((item) => ids.has(item.id)).map(wireMedia) } };
}

const asId = (value: string | undefined): bigint | undefined =>
  value !== undefined && /^[0-9]{1,19}$/.test(value) ? BigInt(value) : undefined;

const tokenOf = (id: string): string => Buffer.from(`before:${id}`).toString('base64url');

function idOfToken(token: string): bigint | undefined {
  const text = Buffer.from(token, 'base64url').toString('latin1');
  return text.startsWith('before:') ? asId(text.slice('before:'.length)) : undefined;
}

function wrongTimelineParameters(query: Query): { path: string; message: string }[] {
  const max = Number(query['max_results'] ?? 10);
  const wrong = Object.keys(query)
    .filter((name) => !TIMELINE_PARAMETERS.includes(name))
    .map((name) => ({ path: name, message: `The query parameter [${name}] is not one of the allowed ones` }));
  if (!(Number.isInteger(max) && max >= 5 && max <= 100))
    wrong.push({
      path: 'max_results',
      message: `The \`max_results\` query parameter value [${query['max_results']}] is not between 5 and 100`,
    });
  for (const name of ['since_id', 'until_id'])
    if (query[name] !== undefined && asId(query[name]) === undefined)
      wrong.push({ path: name, message: `The \`${name}\` query parameter value is not a valid id` });
  for (const name of ['start_time', 'end_time'])
    if (query[name] !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(query[name]))
      wrong.push({ path: name, message: `The \`${name}\` query parameter value is not an RFC 3339 time` });
  if (query['pagination_token'] !== undefined && idOfToken(query['pagination_token']) === undefined)
    wrong.push({ path: 'pagination_token', message: 'Invalid pagination token' });
  return wrong;
}

/** `GET /2/users/:id/tweets`: newest first, only what the timeline already shows. */
export function readTimeline(core: Core, userId: string, query: Query): Reply {
  const wrong = wrongTimelineParameters(query);
  if (wrong.length > 0) return refuseParameters(wrong);
  const { state } = core.store;
  if (!state.users.some((user) => user.id === userId))
    return { status: 200, body: { errors: [refuse('not-found', { resource_id: userId }).body] } };
  const now = core.rules.now();
  const since = asId(query['since_id']) ?? 0n;
  const until = [asId(query['until_id']), idOfToken(query['pagination_token'] ?? '')].filter(
    (id) => id !== undefined,
  );
  const from = Date.parse(query['start_time'] ?? '') || 0;
  const to = Date.parse(query['end_time'] ?? '') || Number.POSITIVE_INFINITY;
  const noReplies = listed(query['exclude']).has('replies');
  const matching = state.posts
    .filter(
      (post) =>
        post.userId === userId &&
        post.visibleAt <= now &&
        BigInt(post.id) > since &&
        until.every((id) => BigInt(post.id) < id) &&
        post.createdAt >= from &&
        post.createdAt < to &&
        !(noReplies && post.parentId !== null),
    )
    .reverse();
  const page = matching.slice(0, Number(query['max_results'] ?? 10));
  const [first, last] = [page[0], page.at(-1)];
  if (first === undefined || last === undefined) return { status: 200, body: { meta: { result_count: 0 } } };
  chargeReads(core, page, now);
  const next = matching.length > page.length ? { next_token: tokenOf(last.id) } : {};
  const meta = { result_count: page.length, newest_id: first.id, oldest_id: last.id, ...next };
  return { status: 200, body: { ...answerWith(core, page, query), meta } };
}

/** `GET /2/tweets?ids=` and `GET /2/tweets/:id`: the posts found, and an entry in `errors` for each other. */
export function lookUp(core: Core, ids: readonly string[], query: Query, single: boolean): Reply {
  if (ids.length === 0 || ids.length > 100 || ids.some((id) => asId(id) === undefined))
    return refuseParameters([
      { path: 'ids', message: 'The `ids` query parameter is not a list of 1 to 100 ids' },
    ]);
  const found = core.store.state.posts.filter((post) => ids.includes(post.id));
  chargeReads(core, found, core.rules.now());
  const missing = ids.filter((id) => !found.some((post) => post.id === id));
  const errors = missing.map((id) => ({
    value: id,
    detail: `Could not find tweet with ${single ? 'id' : 'ids'}: [${id}].`,
    title: 'Not Found Error',
    resource_type: 'tweet',
    parameter: single ? 'id' : 'ids',
    resource_id: id,
    type: 'https://api.x.com/2/problems/resource-not-found',
  }));
  const answer = answerWith(core, found, query);
  const data = single ? (answer['data'] as readonly unknown[])[0] : answer['data'];
  const some = found.length === 0 ? {} : { ...answer, data };
  return { status: 200, body: { ...some, ...(errors.length === 0 ? {} : { errors }) } };
}

/** `GET /2/users/me`. */
export function readMe(core: Core, user: StoredUser): Reply {
  charge(core.store.state, 'user-read', core.price('user-read'));
  return { status: 200, body: { data: { id: user.id, name: user.handle, username: user.handle } } };
}

/** `GET /2/usage/tweets`: posts read this month against X's cap of three million. */
export function readUsage(core: Core): Reply {
  const used = core.store.state.bill['owned-read'].count;
  return {
    status: 200,
    body: { data: { project_cap: '3000000', project_usage: String(used), cap_reset_day: 1 } },
  };
}
