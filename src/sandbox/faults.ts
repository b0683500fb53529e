import { ThreadmillError } from '../threadmill-error.ts';
import { BY_STATUS, PROBLEMS, type ProblemName } from './problems.ts';
import type { Call } from './windows.ts';

/** Which requests a fault can hit. */
export type FaultScope = 'publish' | 'read' | 'remove' | 'media' | 'any';

/** Something that goes wrong, on demand. */
export type Fault = {
  readonly effect: FaultEffect;
  /** For `delay` and `late`; 0 for the others. */
  readonly ms: number;
  /** For `status` and `status-after`. */
  readonly problem: ProblemName | undefined;
  /** From 0 to 1; ignored where `nth` is given. */
  readonly probability: number;
  /** Hits only this request of its scope, counted from 1 since the fault was set. */
  readonly nth: number | undefined;
  readonly on: FaultScope;
};

/** The faults there are, what each takes, and what it does. */
export const FAULTS = {
  'drop-response': {
    takes: 'nothing',
    says: 'carries the request out, then closes the connection without an answer',
  },
  'drop-request': { takes: 'nothing', says: 'closes the connection before anything is carried out' },
  delay: { takes: 'ms', says: 'waits before the request is looked at' },
  status: { takes: 'status', says: 'refuses with a status code or a named problem; nothing is carried out' },
  'status-after': { takes: 'status', says: 'carries the request out, then answers with a status code' },
  late: { takes: 'ms', says: 'accepts a post, which shows in the timeline only later' },
  truncate: {
    takes: 'nothing',
    says: 'carries the request out, sends half of the answer, and closes the connection',
  },
} as const satisfies Record<string, { readonly takes: 'nothing' | 'ms' | 'status'; readonly says: string }>;

/** The name of a fault. */
export type FaultEffect = keyof typeof FAULTS;

/** Which calls each scope covers. */
const SCOPES: Record<FaultScope, readonly Call[]> = {
  publish: ['publish'],
  read: ['timeline', 'lookup', 'me'],
  remove: ['remove'],
  media: ['media', 'metadata'],
  any: ['publish', 'timeline', 'lookup', 'me', 'remove', 'media', 'metadata'],
};

const WRITTEN: Record<'nothing' | 'ms' | 'status', string> = {
  nothing: '',
  ms: ':MS',
  status: ':STATUS',
};

/** The accepted forms, one line a fault, for messages and `--help`. */
export function faultForms(): string {
  const forms = Object.entries(FAULTS).map(
    ([name, { takes, says }]) => `  ${`${name}${WRITTEN[takes]}[:P]`.padEnd(26)} ${says}`,
  );
  return [
    ...forms,
    '  P is a probability from 0 to 1 (1 by default). Add @N to hit only the Nth request,',
    `  and /SCOPE for other requests than new posts: ${Object.keys(SCOPES).join(', ')}.`,
    `  STATUS is ${Object.keys(BY_STATUS).join(', ')}, or one of: ${Object.keys(PROBLEMS).join(', ')}.`,
  ].join('\n');
}

/** A fault that was written in a way we can't read; the message lists what is accepted. */
export class FaultSyntaxError extends ThreadmillError {
  override readonly name = 'FaultSyntaxError';
  readonly kind = 'usage';
  /** What was given. */
  readonly text: string;

  constructor(text: string, why: string) {
    super(`Can't read the fault "${text}": ${why}. Accepted:\n${faultForms()}`);
    this.text = text;
  }
}

const isEffect = (name: string): name is FaultEffect => Object.hasOwn(FAULTS, name);
const isScope = (name: string): name is FaultScope => Object.hasOwn(SCOPES, name);
const isProblem = (name: string): name is ProblemName => Object.hasOwn(PROBLEMS, name);

/**
 * Reads a fault:
 *
 *     drop-response:0.3    delay:200/any    status:429@5    late:3000:0.5
 *
 * @throws {FaultSyntaxError} where it is none.
 */
export function parseFault(text: string): Fault {
  const match = /^([a-z-]+)((?::[^:/@]+)*)(?:\/([a-z]+))?(?:@([0-9]{1,9}))?$/.exec(text.trim());
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
  const problem = takes === 'status' ? (BY_STATUS[first ?? ''] ?? first) : undefined;
  if (takes === 'status' && (problem === undefined || !isProblem(problem)))
    throw new FaultSyntaxError(text, `"${first ?? ''}" is no status it can answer with`);
  const probability = chance === undefined ? 1 : Number(chance);
  if (!(probability >= 0 && probability <= 1))
    throw new FaultSyntaxError(text, 'P is a probability from 0 to 1');
  const nth = match[4] === undefined ? undefined : Number(match[4]);
  if (nth === 0) throw new FaultSyntaxError(text, '@N counts from 1');
  const on = match[3] ?? 'publish';
  if (!isScope(on)) throw new FaultSyntaxError(text, `there is no scope "${on}"`);
  return {
    effect,
    ms,
    problem: problem !== undefined && isProblem(problem) ? problem : undefined,
    probability,
    nth,
    on,
  };
}

/** The faults that hit one request. */
export type Strike = {
  readonly delayMs: number;
  readonly lateMs: number;
  readonly dropRequest: boolean;
  readonly dropResponse: boolean;
  readonly truncate: boolean;
  readonly refusal: ProblemName | undefined;
  readonly refusalAfter: ProblemName | undefined;
};

/** The faults in force, which can be changed while the server runs. */
export type FaultSet = {
  /** Decides which of them hit the next request of a call. */
  strike(call: Call): Strike;
  /** Puts others in their place; counting for `@N` begins anew. */
  replace(faults: readonly Fault[]): void;
  list(): readonly Fault[];
};

/** Makes a set of faults whose dice are `random`. */
export function faultSet(faults: readonly Fault[], random: () => number): FaultSet {
  let active = faults.map((fault) => ({ fault, seen: 0 }));
  return {
    replace(next) {
      active = next.map((fault) => ({ fault, seen: 0 }));
    },
    list: () => active.map(({ fault }) => fault),
    strike(call) {
      const hits: Fault[] = [];
      for (const entry of active) {
        if (!SCOPES[entry.fault.on].includes(call)) continue;
        entry.seen += 1;
        const { nth, probability } = entry.fault;
        if (nth === undefined ? random() < probability : entry.seen === nth) hits.push(entry.fault);
      }
      const hit = (effect: FaultEffect): Fault | undefined => hits.find((fault) => fault.effect === effect);
      return {
        delayMs: hit('delay')?.ms ?? 0,
        lateMs: hit('late')?.ms ?? 0,
        dropRequest: hit('drop-request') !== undefined,
        dropResponse: hit('drop-response') !== undefined,
        truncate: hit('truncate') !== undefined,
        refusal: hit('status')?.problem,
        refusalAfter: hit('status-after')?.problem,
      };
    },
  };
}
