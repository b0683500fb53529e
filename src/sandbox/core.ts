import { type FaultSet, faultSet } from './faults.ts';
import { rulesOf, type SandboxOptions, type SandboxRules } from './options.ts';
import { seededRandom } from './random.ts';
import { openStore, type Store } from './store.ts';
import { PRICES, type PriceItem } from './x/prices.ts';

/** The parts that all routes of one sandbox share. */
export type Core = {
  readonly rules: SandboxRules;
  readonly store: Store;
  readonly faults: FaultSet;
  /** The price of one call, in US dollars. */
  price(item: PriceItem): number;
};

/** Assembles a sandbox. */
export function makeCore(options: SandboxOptions): Core {
  return {
    rules: rulesOf(options),
    store: openStore(options.stateFile),
    faults: faultSet(options.faults ?? [], seededRandom(options.seed ?? 1)),
    price: (item) => options.prices?.[item] ?? PRICES[item].usd,
  };
}
