import type { Core } from './core.ts';
import type { Strike } from './faults.ts';
import { forgetUploads } from './forget-uploads.ts';
import type { CallKind, SandboxNetwork } from './network-id.ts';
import { hangUp, sendHalf, type Wire } from './socket.ts';

/** What a route made of a request. */
export type Outcome = {
  readonly response: Response;
  /** Whether the route ran: a request that was refused before it has no answer to spoil. */
  readonly carriedOut: boolean;
  /** The answer that stands in for it where a fault says so: a status code or the name of a refusal. */
  refuse(problem: string): Response;
};

/**
 * Runs a route under the faults in force: those that come first, then the route, then those that spoil its answer.
 * What the route changed is saved before a byte is sent.
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
