import type { SandboxContext } from './sandbox-hono.ts';

/** Parses a request's body as JSON; `undefined` if it is not JSON, which no schema accepts. */
export async function jsonBody(context: SandboxContext): Promise<unknown> {
  const text = await context.req.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
