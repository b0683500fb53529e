import type { NetworkId } from '../drafts/network-id.ts';
import type { Addresses } from '../networks/addresses.ts';
import type { NetworkClient } from '../networks/port.ts';
import type { MediaLimits, Prices } from '../threads/profile.ts';
import type { Clock } from './clock.ts';
import type { FileStore } from './file-store.ts';
import type {
  Identities,
  Journal,
  Leases,
  Posts,
  Publications,
  Spending,
  Tokens,
  WindowOwners,
  Windows,
} from './journal.ts';
import type { Owner } from './owner.ts';

/** What a network bills for calls that send nothing, in US dollars; a missing price means free. */
export type CallPrices = Pick<Prices, 'readAccount' | 'readPost' | 'remove'>;

/** What publishing needs to know about an account. All limits are the owner's, in addition to the network's. */
export type PublishingAccount = {
  readonly name: string;
  readonly network: NetworkId;
  readonly media: MediaLimits;
  /** For how long the network refuses a text that the account has already posted, in ms; 0 if it never does. */
  readonly refusesRepeatsForMs: number;
  /** How to read the network's ids and URLs; receipts are checked against it before they are used. */
  readonly addresses?: Addresses;
  /** Expected hosts of its posts' URLs, `host[:port]`; any host if missing. */
  readonly hosts?: readonly string[];
  /** A fingerprint of the credentials, not secret. If missing, the identity is asked from the network each time. */
  readonly credentials?: string;
  /** What its network bills besides posts, in US dollars. */
  readonly prices?: CallPrices;
  /** The app that its credentials belong to, if accounts may share one: `app:` and a public name. */
  readonly app?: string;
  /** The spending cap per calendar month (UTC), in US dollars. */
  readonly monthlyCapUsd?: number;
  /** At most this many posts in any 60 minutes. */
  readonly postsPerHour?: number;
};

/**
 * Returns the names under which an account's rate windows are stored. Without a known app, the account shares its windows with
 * no other.
 */
export function windowOwners({ name, app }: Pick<PublishingAccount, 'name' | 'app'>): WindowOwners {
  return { account: name, app: app ?? name };
}

/** The ports that the use cases of publishing need. */
export type Ports = {
  readonly journal: Journal;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly owner: Owner;
  /** The kill switch: the path of the file that forbids sending, if there is one. */
  readonly killSwitch: () => Promise<string | undefined>;
};

/** Some of the ports: the parts `J` of the journal, and the others by their names. */
export type PortsOf<J, K extends keyof Ports = never> = { readonly journal: J } & Pick<Ports, K>;

/** What sending a publication, or undoing one, needs: all but the tokens, which belong to the account's client. */
export type SendingPorts = PortsOf<
  Publications & Posts & Windows & Spending & Identities & Leases,
  'files' | 'clock' | 'owner' | 'killSwitch'
>;

/** Where the client of an account stores its tokens, and what it can know of its rate windows. */
export type ClientPorts = PortsOf<Leases & Tokens & Windows, 'clock' | 'owner'>;

/** An account with its network client. */
export type Publisher = {
  readonly account: PublishingAccount;
  readonly client: NetworkClient;
  /** Ids of posts whose receipts this process could not store; the journal does not know them yet. */
  readonly unkept?: Set<string>;
};
