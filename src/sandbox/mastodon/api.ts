import type { Core } from '../core.ts';
import type { Strike } from '../faults.ts';
import { partsOf } from '../multipart.ts';
import type { CallKind } from '../network-id.ts';
import type { SandboxContext, SandboxHono } from '../sandbox-hono.ts';
import { type Outcome, underFaults } from '../under-faults.ts';
import { accountEntity, instanceEntity, statusEntity } from './entities.ts';
import { describeAttachment, mediaStatus, uploadMedia } from './media.ts';
import { type InstanceReply, type MastodonProblem, namedRefusal, refuseApi } from './problems.ts';
import { accountNamed, type StoredAccount, type StoredStatus } from './state.ts';
import { deleteStatus, postStatus, visibleStatus } from './statuses.ts';
import { accountStatuses, statusContext } from './timeline.ts';
import { type InstanceWindowName, takeOne, viewOf, windowHeaders } from './windows.ts';

/** A request as seen by a route. */
type ApiCall = {
  readonly core: Core;
  readonly context: SandboxContext;
  readonly account: StoredAccount;
  readonly origin: string;
  readonly strike: Strike;
};

type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly kind: CallKind;
  /** An additional window; the route charges it for what it accepts. */
  readonly window?: InstanceWindowName;
  readonly run: (call: ApiCall) => InstanceReply | Promise<InstanceReply>;
};

const parameter = (context: SandboxContext, name: string): string => context.req.param(name) ?? '';

/** Parses a body in any form that an instance accepts: JSON, a form, or parts. Lists are written `name[]`. */
async function bodyOf(context: SandboxContext): Promise<unknown> {
  const type = context.req.header('content-type') ?? '';
  const raw = Buffer.from(await context.req.arrayBuffer());
  if (/json/.test(type)) {
    try {
      return JSON.parse(raw.toString('utf8'));
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }
  const pairs: Iterable<[string, string]> = /^multipart/.test(type)
    ? [...partsOf(type, raw)].map(([name, bytes]): [string, string] => [name, bytes.toString('utf8')])
    : new URLSearchParams(raw.toString('utf8'));
  const body: Record<string, unknown> = {};
  for (const [name, value] of pairs) {
    if (name.endsWith('[]')) {
      const before = body[name.slice(0, -2)];
      body[name.slice(0, -2)] = [...(Array.isArray(before) ? before : []), value];
    } else body[name] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return body;
}

async function upload({ core, context, account, origin, strike }: ApiCall): Promise<InstanceReply> {
  if (viewOf(core, account.id, 'media').left === 0) return refuseApi('too-many-requests');
  const type = context.req.header('content-type') ?? '';
  const parts = partsOf(type, Buffer.from(await context.req.arrayBuffer()));
  const reply = uploadMedia(core, account, parts, { origin, stuck: strike.hits('stuck-media') });
  if (reply.status < 300) takeOne(core, account.id, 'media');
  return reply;
}

async function describe({ core, context, account, origin }: ApiCall): Promise<InstanceReply> {
  const body = await bodyOf(context);
  const field = (name: 'description' | 'focus'): Record<string, string> => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' ? { [name]: value } : {};
  };
  const change = { ...field('description'), ...field('focus'), origin };
  return describeAttachment(core, account, parameter(context, 'id'), change);
}

/** Passes a status that the account can see to a route; otherwise 404. */
const withStatus =
  (run: (call: ApiCall, status: StoredStatus) => InstanceReply) =>
  (call: ApiCall): InstanceReply => {
    const status = visibleStatus(call.core, call.account, parameter(call.context, 'id'));
    return status === undefined ? refuseApi('record-missing') : run(call, status);
  };

const ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/accounts/verify_credentials',
    kind: 'read',
    run: ({ account, origin }) => ({ status: 200, body: accountEntity(account, origin) }),
  },
  {
    method: 'POST',
    path: '/api/v1/statuses',
    kind: 'publish',
    window: 'statuses',
    run: async ({ core, context, account, origin, strike }) =>
      postStatus(core, await bodyOf(context), {
        account,
        origin,
        key: context.req.header('idempotency-key'),
        strike,
      }),
  },
  {
    method: 'GET',
    path: '/api/v1/statuses/:id',
    kind: 'read',
    run: withStatus(({ core, origin }, status) => ({
      status: 200,
      body: statusEntity(core, status, origin),
    })),
  },
  {
    method: 'GET',
    path: '/api/v1/statuses/:id/source',
    kind: 'read',
    run: withStatus(({ account }, { id, text, spoiler, accountId }) =>
      accountId === account.id
        ? { status: 200, body: { id, text, spoiler_text: spoiler } }
        : refuseApi('record-missing'),
    ),
  },
  {
    method: 'GET',
    path: '/api/v1/statuses/:id/context',
    kind: 'read',
    run: withStatus(({ core, account, origin }, status) => statusContext(core, account, status, origin)),
  },
  {
    method: 'DELETE',
    path: '/api/v1/statuses/:id',
    kind: 'remove',
    window: 'deletes',
    run: ({ core, context, account, origin }) =>
      deleteStatus(core, account, parameter(context, 'id'), origin),
  },
  {
    method: 'GET',
    path: '/api/v1/accounts/:id/statuses',
    kind: 'read',
    run: ({ core, context, account, origin }) =>
      accountStatuses(core, account, parameter(context, 'id'), { query: context.req.query(), origin }),
  },
  {
    method: 'GET',
    path: '/api/v1/apps/verify_credentials',
    kind: 'read',
    run: ({ context }) => ({
      status: 200,
      body: {
        name: 'Threadmill',
        website: null,
        scopes: /\bread-only$/.test(context.req.header('authorization') ?? '') ? ['read'] : ['read', 'write'],
      },
    }),
  },
  { method: 'POST', path: '/api/v2/media', kind: 'media', window: 'media', run: upload },
  {
    method: 'GET',
    path: '/api/v1/media/:id',
    kind: 'media',
    run: ({ core, context, account, origin }) => mediaStatus(core, account, parameter(context, 'id'), origin),
  },
  { method: 'PUT', path: '/api/v1/media/:id', kind: 'media', run: describe },
];

/**
 * Tokens with a special meaning. `user-NAME` and `user-NAME.ANYTHING` are the account NAME; any other token is the account
 * `sandbox`.
 */
const REFUSED_TOKENS: Readonly<Record<string, MastodonProblem>> = {
  bad: 'token-invalid',
  revoked: 'token-revoked',
};

/** Determines the account from the `Authorization` header, or its refusal. `read-only` can only read. */
function accountOf(
  core: Core,
  authorization: string | undefined,
  kind: CallKind,
): StoredAccount | MastodonProblem {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return 'token-invalid';
  if (core.store.state.mastodon.revoked?.includes(token) === true) return 'token-revoked';
  if (Object.hasOwn(REFUSED_TOKENS, token)) return REFUSED_TOKENS[token] ?? 'token-invalid';
  if (token === 'read-only' && kind !== 'read') return 'scopes';
  const username = /^user-([A-Za-z0-9_]{1,30})(?:\.[\w-]{1,100})?$/.exec(token)?.[1] ?? 'sandbox';
  return accountNamed(core.store.state.mastodon, username, core.rules.now());
}

function respond(reply: InstanceReply, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body), {
    status: reply.status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers, ...reply.headers },
  });
}

const PAGING = ['max_id', 'min_id', 'since_id'];

function serve(core: Core, route: Route): (context: SandboxContext) => Promise<Response> {
  return (context) =>
    underFaults(core, context.env ?? {}, { network: 'mastodon', kind: route.kind }, async (strike) => {
      const account = accountOf(core, context.req.header('authorization'), route.kind);
      const unnamed: Outcome = {
        response: respond(typeof account === 'string' ? refuseApi(account) : refuseApi('token-invalid')),
        carriedOut: false,
        refuse: (problem) => respond(namedRefusal(problem)),
      };
      if (typeof account === 'string') return unnamed;
      const names: readonly InstanceWindowName[] = [
        'all',
        ...(PAGING.some((name) => context.req.query(name) !== undefined) ? (['paging'] as const) : []),
      ];
      const answer = (reply: InstanceReply, carriedOut: boolean): Outcome => {
        const shown = route.window === undefined ? names : [...names, route.window];
        const headers = windowHeaders(shown.map((name) => viewOf(core, account.id, name)));
        return {
          response: respond(reply, headers),
          carriedOut,
          refuse: (problem) => respond(namedRefusal(problem), headers),
        };
      };
      if (strike.refusal !== undefined) return answer(namedRefusal(strike.refusal), false);
      if (names.some((name) => viewOf(core, account.id, name).left === 0))
        return answer(refuseApi('too-many-requests'), false);
      for (const name of names) takeOne(core, account.id, name);
      const { origin } = new URL(context.req.url);
      return answer(await route.run({ core, context, account, origin, strike }), true);
    });
}

/** Adds the paths of a Mastodon instance under `/api/`. */
export function addInstance(app: SandboxHono, core: Core): void {
  app.get('/api/v2/instance', (context) =>
    context.json(instanceEntity(core, new URL(context.req.url).origin)),
  );
  for (const route of ROUTES) app.on(route.method, route.path, serve(core, route));
  app.all('/api/*', () => respond(refuseApi('record-missing')));
}
