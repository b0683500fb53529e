import type { SandboxContext } from './sandbox-hono.ts';

/** A request's body as JSON; `undefined` where it is none, which no schema accepts. */
export async function jsonBody(context: SandboxContext): Promise<unknown> {
  const text = await context.req.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
