import type { Core } from './core.ts';
import type { Strike } from './faults.ts';
import { forgetUploads } from './forget-uploads.ts';
import type { CallKind, SandboxNetwork } from './network-id.ts';
import { hangUp, sendHalf, type Wire } from './socket.ts';

/** What a route did with a request. */
export type Outcome = {
  readonly response: Response;
  /** Whether the route ran: a request refused earlier has no response to spoil. */
  readonly carriedOut: boolean;
  /** Makes the response that a fault substitutes, by status code or by the name of a refusal. */
  refuse(problem: string): Response;
};

/**
 * Runs a route under the active faults: those before it, then the route, then those that affect its response. Saves the route's
 * changes before a byte is sent.
 */
export async function underFaults(
  core: Core,
  wire: Wire,
  target: { readonly network: SandboxNetwork; readonly kind: CallKind },
  route: (strike: Strike) => Outcome | Promise<Outcome>,
): Promise<Response> {
  const strike = core.faults.strike(target.network, target.kind);
  if (strike.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, strike.delayMs));
  if (strike.hits('drop-request')) return hangUp(wire, 'drop-request');
  if (strike.hits('forget-media')) forgetUploads(core, target.network);
  const outcome = await route(strike);
  if (!outcome.carriedOut) return outcome.response;
  core.store.save();
  if (strike.hits('drop-response')) return hangUp(wire, 'drop-response');
  if (strike.refusalAfter !== undefined) return outcome.refuse(strike.refusalAfter);
  return strike.hits('truncate') ? sendHalf(wire, outcome.response) : outcome.response;
}
