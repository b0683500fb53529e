import { z } from 'zod';
import type { Core } from './core.ts';
import { type Fault, FaultSyntaxError, parseFault } from './faults.ts';
import type { SandboxHono } from './sandbox-hono.ts';
import { billTotal } from './x/prices.ts';
import { windowsFor } from './x/windows.ts';

const faultsBody = z.strictObject({ faults: z.array(z.string().max(200)).max(50) });

/** Returns the sandbox's whole state, for `GET /sandbox/state`. */
function stateOf(core: Core): Record<string, unknown> {
  const { state } = core.store;
  const now = core.rules.now();
  return {
    now,
    users: state.users.map((user) => ({
      ...user,
      windows: windowsFor(core, user.id).map(({ header, ...view }) => view),
    })),
    posts: state.posts,
    media: state.media,
    bill: { ...state.bill, totalUsd: billTotal(state.bill) },
    bluesky: state.bluesky,
    mastodon: state.mastodon,
    faults: core.faults.list(),
  };
}

function readFaults(text: string): { readonly faults: Fault[] } | { readonly error: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { error: 'The body is not JSON' };
  }
  const read = faultsBody.safeParse(json);
  if (!read.success) return { error: 'The body is {"faults": ["drop-response:0.3", …]}' };
  try {
    return { faults: read.data.faults.map(parseFault) };
  } catch (error) {
    if (error instanceof FaultSyntaxError) return { error: error.message };
    throw error;
  }
}

/**
 * Adds the sandbox's own paths: `GET /sandbox/state`, `POST /sandbox/faults` with `{"faults": ["…"]}`, which replaces the
 * active faults, and `GET /sandbox/version`, which tells a page when to reload.
 */
export function addAdmin(app: SandboxHono, core: Core): void {
  app.get('/sandbox/state', (context) => context.json(stateOf(core)));
  app.get('/sandbox/version', (context) => {
    return context.json({ version: core.store.revision() });
  });
  app.post('/sandbox/faults', async (context) => {
    const read = readFaults(await context.req.text());
    if ('error' in read) return context.json(read, 400);
    core.faults.replace(read.faults);
    return context.json({ faults: core.faults.list() });
  });
}
