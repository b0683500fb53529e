import type { Core } from '../core.ts';
import type { Strike } from '../faults.ts';
import { jsonBody } from '../json-body.ts';
import { partsOf } from '../multipart.ts';
import type { SandboxContext, SandboxHono } from '../sandbox-hono.ts';
import { type Outcome, underFaults } from '../under-faults.ts';
import { accessLevelOf, callerOf } from './auth.ts';
import { createPost, removePost } from './create-post.ts';
import { appendUpload, describeMedia, finalizeUpload, initializeUpload, uploadStatus } from './media.ts';
import { expireToken, renewToken, withoutToken } from './oauth.ts';
import { billTotal } from './prices.ts';
import { type ProblemName, problemNamed, type Reply, refuse, refuseParameters } from './problems.ts';
import { lookUp, readMe, readTimeline, readUsage } from './read-posts.ts';
import { type StoredUser, userByHandle } from './state.ts';
import { admit, CALL_KINDS, type Call, windowHeaders, windowsFor } from './windows.ts';

type Handler = (context: SandboxContext, user: StoredUser, strike: Strike) => Reply | Promise<Reply>;

function respond(core: Core, reply: Reply, call: Call, user: StoredUser | undefined): Response {
  const views =
    user === undefined
      ? []
      : windowsFor(core, user.id, call).map((view) =>
          view.header === reply.empties ? { ...view, remaining: 0 } : view,
        );
  const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  return new Response(body, {
    status: reply.status,
    headers: {
      'content-type': reply.contentType ?? 'application/json; charset=utf-8',
      ...windowHeaders(views),
    },
  });
}

function emptyWindow(core: Core, user: StoredUser, call: Call): ProblemName {
  const views = windowsFor(core, user.id, call);
  const header = views.find((view) => view.remaining === 0)?.header;
  if (header === 'x-user-limit-24hour') return 'rate-24h';
  return header === 'x-app-limit-24hour' ? 'rate-app-24h' : 'rate-15min';
}

/** Returns the refusal for used-up credits or a reached spending cap; both last until the owner pays. */
function moneyRefusal(core: Core): ProblemName | undefined {
  const spent = billTotal(core.store.state.bill);
  if (spent >= core.rules.creditsUsd) return 'credits';
  return spent >= core.rules.spendCapUsd ? 'spend-cap' : undefined;
}

/** Wraps a route in X's checks, in this order: authentication, money, rate windows; then the route. */
function guarded(core: Core, call: Call, handler: Handler): (context: SandboxContext) => Promise<Response> {
  return (context) =>
    underFaults(core, context.env ?? {}, { network: 'x', kind: CALL_KINDS[call] }, async (strike) => {
      const { state } = core.store;
      const authorization = context.req.header('authorization');
      if (strike.hits('expire-session')) expireToken(authorization, state.tokens);
      const refused = (reply: Reply, user?: StoredUser): Outcome => ({
        response: respond(core, reply, call, user),
        carriedOut: false,
        refuse: (problem) => respond(core, refuse(problemNamed(problem)), call, user),
      });
      const caller = callerOf(authorization, call, state.tokens, core.rules.now());
      if ('refusal' in caller) return refused(refuse(caller.refusal));
      const user = userByHandle(state, caller.handle, core.rules.now());
      const refusal = strike.refusal === undefined ? moneyRefusal(core) : problemNamed(strike.refusal);
      if (refusal !== undefined) return refused(refuse(refusal), user);
      if (!admit(core, user.id, call)) return refused(refuse(emptyWindow(core, user, call)), user);
      const reply = await handler(context, user, strike);
      const outcome = { ...refused(reply, user), carriedOut: true };
      outcome.response.headers.set('x-access-level', accessLevelOf(authorization));
      return outcome;
    });
}

async function append(core: Core, context: SandboxContext, user: StoredUser): Promise<Reply> {
  const type = context.req.header('content-type') ?? '';
  const parts = partsOf(type, Buffer.from(await context.req.arrayBuffer()));
  const segment = parts.get('segment_index')?.toString('latin1') ?? '';
  const index = /^[0-9]{1,3}$/.test(segment) ? Number(segment) : -1;
  return appendUpload(core, user, context.req.param('id') ?? '', { index, bytes: parts.get('media') });
}

/** Revokes the chain of a token; as on X, an unknown token is not a failure. */
async function revoke(core: Core, context: SandboxContext): Promise<Response> {
  const { state } = core.store;
  const form = new URLSearchParams(await context.req.text());
  state.tokens = withoutToken(form.get('token') ?? '', state.tokens ?? {});
  core.store.save();
  return Response.json({ revoked: true });
}

async function exchange(core: Core, context: SandboxContext): Promise<Response> {
  const { state } = core.store;
  const form = new URLSearchParams(await context.req.text());
  const { status, body, chain } = renewToken(
    form,
    state.tokens ?? {},
    core.rules.tokenLifetimeMs,
    core.rules.now(),
  );
  if (chain !== undefined) {
    const { handle, link, expiresAt } = chain;
    state.tokens = { ...state.tokens, [handle]: { link, expiresAt } };
    core.store.save();
  }
  return Response.json(body, { status });
}

/** Adds the paths of X's API under `/2/`. */
export function addApi(app: SandboxHono, core: Core): void {
  const at = (call: Call, handler: Handler) => guarded(core, call, handler);
  const id = (context: SandboxContext): string => context.req.param('id') ?? '';

  app.post(
    '/2/tweets',
    at('publish', async (c, user, strike) => createPost(core, user, await jsonBody(c), strike.lateMs)),
  );
  app.delete(
    '/2/tweets/:id',
    at('remove', (c, user) => removePost(core, user, id(c))),
  );
  app.get(
    '/2/tweets',
    at('lookup', (c) => lookUp(core, (c.req.query('ids') ?? '').split(','), c.req.query(), false)),
  );
  app.get(
    '/2/tweets/:id',
    at('lookup', (c) => lookUp(core, [id(c)], c.req.query(), true)),
  );
  app.get(
    '/2/users/me',
    at('me', (_, user) => readMe(core, user)),
  );
  app.get(
    '/2/users/:id/tweets',
    at('timeline', (c) => readTimeline(core, id(c), c.req.query())),
  );
  app.get(
    '/2/usage/tweets',
    at('me', () => readUsage(core)),
  );
  app.post(
    '/2/media/upload/initialize',
    at('media', async (c, user) => initializeUpload(core, user, await jsonBody(c))),
  );
  app.post(
    '/2/media/upload/:id/append',
    at('media', (c, user) => append(core, c, user)),
  );
  app.post(
    '/2/media/upload/:id/finalize',
    at('media', (c, user, strike) => finalizeUpload(core, user, id(c), strike.hits('stuck-media'))),
  );
  app.get(
    '/2/media/upload',
    at('media', (c, user) =>
      c.req.query('command') === 'STATUS'
        ? uploadStatus(core, user, c.req.query('media_id') ?? '')
        : refuseParameters([{ path: 'command', message: 'The only command here is STATUS' }]),
    ),
  );
  app.post(
    '/2/media/metadata',
    at('metadata', async (c, user) => describeMedia(core, user, await jsonBody(c))),
  );
  app.post('/2/oauth2/token', (c) => exchange(core, c));
  app.post('/2/oauth2/revoke', (c) => revoke(core, c));
  app.all('/2/*', () => respond(core, refuse('not-found'), 'lookup', undefined));
}
