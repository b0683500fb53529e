import type { NetworkId } from '../drafts/network-id.ts';
import type { Addresses } from '../networks/addresses.ts';
import type { NetworkClient } from '../networks/port.ts';
import type { MediaLimits, Prices } from '../threads/profile.ts';
import type { Clock } from './clock.ts';
import type { FileStore } from './file-store.ts';
import type { Journal, WindowOwners } from './journal.ts';
import type { Owner } from './owner.ts';

/** What a network bills for calls that send nothing, in US dollars; nothing where missing. */
export type CallPrices = Pick<Prices, 'readAccount' | 'readPost' | 'remove'>;

/** What publishing must know of an account; all limits are the owner's own, on top of the network's. */
export type PublishingAccount = {
  readonly name: string;
  readonly network: NetworkId;
  readonly media: MediaLimits;
  /** For how long its network refuses a text that the account has posted, in ms; 0 where it never does. */
  readonly refusesRepeatsForMs: number;
  /** What its network's ids and URLs tell; receipts are judged by it before anything is done with them. */
  readonly addresses?: Addresses;
  /** Where the URLs of its posts are: `host[:port]`. Any, where missing. */
  readonly hosts?: readonly string[];
  /** Tells its credentials apart from others, without being secret; missing where whose they are is asked each time. */
  readonly credentials?: string;
  /** What its network bills besides posts, in US dollars. */
  readonly prices?: CallPrices;
  /** Which app its credentials belong to, where accounts may share one: `app:` and a name that is no secret. */
  readonly app?: string;
  /** The most that may be spent in a calendar month (UTC), in US dollars. */
  readonly monthlyCapUsd?: number;
  /** The fuse: the most posts in any 60 minutes. */
  readonly postsPerHour?: number;
};

/** Under which names the rate windows that concern an account are kept; an account of no known app is alone with its own. */
export function windowOwners({ name, app }: Pick<PublishingAccount, 'name' | 'app'>): WindowOwners {
  return { account: name, app: app ?? name };
}

/** Everything outside that the use cases of publishing touch. */
export type Ports = {
  readonly journal: Journal;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly owner: Owner;
  /** The kill switch: where sending is forbidden, the path of the file that says so. */
  readonly killSwitch: () => Promise<string | undefined>;
};

/** An account with the client that speaks for it. */
export type Publisher = {
  readonly account: PublishingAccount;
  readonly client: NetworkClient;
  /** Ids of posts whose receipts this process could not keep: the journal does not know them yet. */
  readonly unkept?: Set<string>;
};
