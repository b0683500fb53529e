import type { Core } from '../core.ts';
import { statusEntity } from './entities.ts';
import { type InstanceReply, refuseApi } from './problems.ts';
import type { StoredAccount, StoredStatus } from './state.ts';
import { visibleStatus } from './statuses.ts';

/** A request's query parameters. */
export type Query = Readonly<Record<string, string | undefined>>;

const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 40;

const asId = (value: string | undefined): bigint | undefined =>
  value !== undefined && /^[0-9]{1,19}$/.test(value) ? BigInt(value) : undefined;

/** Whether a reply belongs to its author's own thread, which `exclude_replies` keeps. */
function isOwnReply(core: Core, status: StoredStatus): boolean {
  const parent = core.store.state.mastodon.statuses.find(({ id }) => id === status.parentId);
  return parent === undefined || parent.accountId === status.accountId;
}

/** `GET /api/v1/accounts/:id/statuses`: newest first, with a `Link` header to the next page. */
export function accountStatuses(
  core: Core,
  viewer: StoredAccount | undefined,
  accountId: string,
  request: { readonly query: Query; readonly origin: string },
): InstanceReply {
  const { query, origin } = request;
  const { accounts, statuses } = core.store.state.mastodon;
  if (!accounts.some(({ id }) => id === accountId)) return refuseApi('record-missing');
  const wanted = Number(query['limit'] ?? DEFAULT_PAGE);
  const limit = Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, LARGEST_PAGE) : DEFAULT_PAGE;
  const below = asId(query['max_id']);
  const above = asId(query['since_id']) ?? asId(query['min_id']);
  const matching = statuses
    .filter(
      (status) =>
        status.accountId === accountId &&
        visibleStatus(core, viewer, status.id) !== undefined &&
        (below === undefined || BigInt(status.id) < below) &&
        (above === undefined || BigInt(status.id) > above) &&
        !(query['exclude_replies'] === 'true' && status.parentId !== null && !isOwnReply(core, status)),
    )
    .reverse();
  // `min_id` asks for the page directly above it, `since_id` for the newest.
  const page = query['min_id'] === undefined ? matching.slice(0, limit) : matching.slice(-limit);
  const [first, last] = [page[0], page.at(-1)];
  const base = `${origin}/api/v1/accounts/${accountId}/statuses?limit=${limit}`;
  const links = [
    ...(page.length === limit && last !== undefined ? [`<${base}&max_id=${last.id}>; rel="next"`] : []),
    ...(first === undefined ? [] : [`<${base}&min_id=${first.id}>; rel="prev"`]),
  ];
  return {
    status: 200,
    body: page.map((status) => statusEntity(core, status, origin)),
    ...(links.length === 0 ? {} : { headers: { link: links.join(', ') } }),
  };
}

/** `GET /api/v1/statuses/:id/context`: its ancestors and its descendants. */
export function statusContext(
  core: Core,
  viewer: StoredAccount | undefined,
  status: StoredStatus,
  origin: string,
): InstanceReply {
  const ancestors: StoredStatus[] = [];
  for (let at = status.parentId; at !== null; ) {
    const parent = visibleStatus(core, viewer, at);
    if (parent === undefined) break;
    ancestors.unshift(parent);
    at = parent.parentId;
  }
  const below = new Set([status.id]);
  const descendants = core.store.state.mastodon.statuses.filter((other) => {
    if (other.parentId === null || !below.has(other.parentId)) return false;
    below.add(other.id);
    return visibleStatus(core, viewer, other.id) !== undefined;
  });
  const entities = (list: readonly StoredStatus[]): unknown[] =>
    list.map((item) => statusEntity(core, item, origin));
  return { status: 200, body: { ancestors: entities(ancestors), descendants: entities(descendants) } };
}
