import { ThreadmillError } from '../threadmill-error.ts';
import { BLUESKY_BY_STATUS, BLUESKY_PROBLEMS } from './bluesky/problems.ts';
import { FAULTS, type FaultEffect, type FaultScope, faultRow, SCOPES } from './fault-table.ts';
import { MASTODON_BY_STATUS, MASTODON_PROBLEMS } from './mastodon/problems.ts';
import { type CallKind, SANDBOX_NETWORKS, type SandboxNetwork } from './network-id.ts';
import { BY_STATUS, PROBLEMS } from './x/problems.ts';

/** A fault to inject. */
export type Fault = {
  readonly effect: FaultEffect;
  /** For `delay`, `late` and `late-key`; otherwise 0. */
  readonly ms: number;
  /** For `status` and `status-after`: a status code, or the name of a network's refusal. */
  readonly problem: string | undefined;
  /** From 0 to 1; ignored if `nth` is given. */
  readonly probability: number;
  /** Affects only this request of its scope, counted from 1 since the fault was set. */
  readonly nth: number | undefined;
  readonly on: FaultScope;
  /** The only network that it affects; if missing, every network that supports it. */
  readonly network: SandboxNetwork | undefined;
};

/** Each network's refusals: by name, and by bare status code. */
const REFUSALS: Record<SandboxNetwork, readonly Readonly<Record<string, unknown>>[]> = {
  x: [PROBLEMS, BY_STATUS],
  bluesky: [BLUESKY_PROBLEMS, BLUESKY_BY_STATUS],
  mastodon: [MASTODON_PROBLEMS, MASTODON_BY_STATUS],
};

const canRefuse = (network: SandboxNetwork, problem: string): boolean =>
  REFUSALS[network].some((table) => Object.hasOwn(table, problem));

const WRITTEN: Record<'nothing' | 'ms' | 'status', string> = {
  nothing: '',
  ms: ':MS',
  status: ':STATUS',
};

/** Lists the accepted forms, one line per fault, for messages and `--help`. */
export function faultForms(): string {
  const forms = Object.entries(FAULTS).map(
    ([name, { takes, says }]) => `  ${`${name}${WRITTEN[takes]}[:P]`.padEnd(26)} ${says}`,
  );
  const names = SANDBOX_NETWORKS.map(
    (network) => `  ${network}: ${Object.keys(REFUSALS[network][0] ?? {}).join(', ')}.`,
  );
  return [
    ...forms,
    '  P is a probability from 0 to 1 (1 by default). Add @N to hit only the Nth request,',
    `  and /SCOPE for other requests than new posts: ${SCOPES.join(', ')}. Name a network to hit`,
    `  only that one: /bluesky, /mastodon.media. (${SANDBOX_NETWORKS.join(', ')})`,
    `  STATUS is ${Object.keys(BY_STATUS).join(', ')}, or a refusal of one network:`,
    ...names,
  ].join('\n');
}

/** An invalid fault; the message lists what is accepted. */
export class FaultSyntaxError extends ThreadmillError {
  override readonly name = 'FaultSyntaxError';
  readonly kind = 'usage';
  /** The invalid text. */
  readonly text: string;

  constructor(text: string, why: string) {
    super(`Can't read the fault "${text}": ${why}. Accepted:\n${faultForms()}`);
    this.text = text;
  }
}

const isEffect = (name: string): name is FaultEffect => Object.hasOwn(FAULTS, name);
const isScope = (name: string): name is FaultScope => (SCOPES as readonly string[]).includes(name);
const isNetwork = (name: string): name is SandboxNetwork =>
  (SANDBOX_NETWORKS as readonly string[]).includes(name);

type Aim = Pick<Fault, 'on' | 'network'>;

/** Parses `SCOPE`, `NETWORK` or `NETWORK.SCOPE`. */
function readAim(text: string, aim: string | undefined, effect: FaultEffect): Aim {
  const { on, networks } = faultRow(effect);
  if (aim === undefined) return { on, network: undefined };
  const [first = '', second] = aim.split('.');
  const network = isNetwork(first) ? first : undefined;
  if (network === undefined && second !== undefined)
    throw new FaultSyntaxError(text, `there is no network "${first}"`);
  if (network !== undefined && !networks.includes(network))
    throw new FaultSyntaxError(text, `${effect} can't happen on ${network}`);
  const scope = network === undefined ? first : (second ?? on);
  if (!isScope(scope)) throw new FaultSyntaxError(text, `there is no scope "${scope}"`);
  return { on: scope, network };
}

/** Returns the networks that a fault can affect. */
function networksOf({ effect, network, problem }: Fault): readonly SandboxNetwork[] {
  const { networks } = faultRow(effect);
  return networks.filter(
    (id) => (network === undefined || id === network) && (problem === undefined || canRefuse(id, problem)),
  );
}

/**
 * Parses a fault:
 *
 *     drop-response:0.3    delay:200/any    status:429@5    late:3000:0.5    stuck-media/mastodon@1
 *
 * @throws {FaultSyntaxError} if it is invalid
 */
export function parseFault(text: string): Fault {
  const match = /^([a-z0-9-]+)((?::[^:/@]+)*)(?:\/([a-z]+(?:\.[a-z]+)?))?(?:@([0-9]{1,9}))?$/.exec(
    text.trim(),
  );
  const effect = match?.[1];
  if (match === null || effect === undefined) throw new FaultSyntaxError(text, 'it has another form');
  if (!isEffect(effect)) throw new FaultSyntaxError(text, `there is no fault "${effect}"`);
  const args = (match[2] ?? '').split(':').slice(1);
  const { takes } = FAULTS[effect];
  const first = takes === 'nothing' ? undefined : args.shift();
  const chance = args.shift();
  if (args.length > 0) throw new FaultSyntaxError(text, 'it has too many parts');
  const ms = takes === 'ms' ? Number(first) : 0;
  if (!(Number.isFinite(ms) && ms >= 0)) throw new FaultSyntaxError(text, 'MS is milliseconds, 0 or more');
  const probability = chance === undefined ? 1 : Number(chance);
  if (!(probability >= 0 && probability <= 1))
    throw new FaultSyntaxError(text, 'P is a probability from 0 to 1');
  const nth = match[4] === undefined ? undefined : Number(match[4]);
  if (nth === 0) throw new FaultSyntaxError(text, '@N counts from 1');
  const problem = takes === 'status' ? (first ?? '') : undefined;
  const fault = { effect, ms, problem, probability, nth, ...readAim(text, match[3], effect) };
  if (problem !== undefined && networksOf(fault).length === 0)
    throw new FaultSyntaxError(text, `"${problem}" is not a status it can respond with`);
  return fault;
}

/** The faults that affect one request. */
export type Strike = {
  readonly delayMs: number;
  readonly lateMs: number;
  /** How much later than its post an idempotency key is stored; `null` if it is never stored. */
  readonly keyLateMs: number | null;
  /** The refusal as written: a status code or a name. */
  readonly refusal: string | undefined;
  readonly refusalAfter: string | undefined;
  hits(effect: FaultEffect): boolean;
};

/** The active faults, which can be replaced while the server runs. */
export type FaultSet = {
  /** Decides which of them affect the next request of a network. */
  strike(network: SandboxNetwork, kind: CallKind): Strike;
  /** Replaces them; counting for `@N` restarts. */
  replace(faults: readonly Fault[]): void;
  list(): readonly Fault[];
};

type Active = { readonly fault: Fault; readonly networks: readonly SandboxNetwork[]; seen: number };

const active = (fault: Fault): Active => ({ fault, networks: networksOf(fault), seen: 0 });

/** Makes a set of faults that uses `random`. */
export function faultSet(faults: readonly Fault[], random: () => number): FaultSet {
  let inForce = faults.map(active);
  return {
    replace(next) {
      inForce = next.map(active);
    },
    list: () => inForce.map(({ fault }) => fault),
    strike(network, kind) {
      const struck = new Map<FaultEffect, Fault>();
      for (const entry of inForce) {
        const { on, nth, probability, effect } = entry.fault;
        if (!entry.networks.includes(network) || (on !== 'any' && on !== kind)) continue;
        entry.seen += 1;
        const hit = nth === undefined ? random() < probability : entry.seen === nth;
        if (hit && !struck.has(effect)) struck.set(effect, entry.fault);
      }
      return {
        delayMs: struck.get('delay')?.ms ?? 0,
        lateMs: struck.get('late')?.ms ?? 0,
        keyLateMs: struck.has('forget-key') ? null : (struck.get('late-key')?.ms ?? 0),
        refusal: struck.get('status')?.problem,
        refusalAfter: struck.get('status-after')?.problem,
        hits: (effect) => struck.has(effect),
      };
    },
  };
}
