import { PublishingError } from '../../networks/publishing-error.ts';
import type { RenewedToken, TokenSource } from '../../networks/token-source.ts';
import type { Leases, Tokens } from '../journal.ts';
import { JournalError } from '../journal-error.ts';
import { shownOwner } from '../owner.ts';
import type { PortsOf } from '../ports.ts';
import { sha256 } from '../sha256.ts';
import { AccountBusyError, underLeaseSoon } from './lease.ts';

/** Renew a token that is valid for less than this: longer than any request, including its waits, may take. */
const EARLY_MS = 10 * 60_000;

/** Renewing takes one request; if the lease is not free by then, try again later. */
const WAIT_MS = 60_000;

/** Waits between attempts to store a new pair, in ms. It exists nowhere else, so losing it logs the account out. */
const KEEP_DELAYS_MS = [1_000, 5_000, 20_000];

/** How many tokens are remembered for redaction: a process that runs for days sees hundreds. */
const REMEMBERED = 8;

/** The lease under which an account's token is renewed. No account can have this name. */
const tokenLease = (account: string): string => `#token ${account}`;

/** How a chain of tokens begins, and how it continues. */
export type TokenChain = {
  readonly account: string;
  /** The refresh token that the owner configured; a different one begins a new chain. */
  readonly first: string;
  /**
   * The first token can be used any number of times, like a password, so its refusal does not mean that another process used
   * it.
   */
  readonly isFirstReusable?: boolean;
  /** Exchanges a refresh token for a new pair; the old one becomes invalid. @throws PublishingError */
  readonly renew: (refreshToken: string) => Promise<RenewedToken>;
};

/**
 * Manages the tokens of an account whose refresh token changes with every use. One process at a time renews, under a lease. The
 * new pair is stored in the journal before it is used, so that the next process, on any machine, can continue the chain.
 */
export function tokenChain(
  ports: PortsOf<Tokens & Leases, 'clock' | 'owner'>,
  { account, first, renew, isFirstReusable = false }: TokenChain,
): TokenSource {
  const { journal, clock } = ports;
  const seed = sha256(first);
  let given: readonly string[] = [];
  /** Renewed but not stored yet, because the journal failed at that moment. */
  let unkept: RenewedToken | undefined;

  async function known(): Promise<RenewedToken | undefined> {
    const stored = await journal.token(account);
    return stored?.seed === seed ? stored : undefined;
  }

  async function keep(pair: RenewedToken): Promise<string> {
    unkept = pair;
    for (let tries = 0; ; tries += 1) {
      try {
        await journal.keepToken(account, { ...pair, seed });
        unkept = undefined;
        return pair.accessToken;
      } catch (error) {
        const delayMs = KEEP_DELAYS_MS[tries];
        if (!(error instanceof JournalError) || delayMs === undefined) throw error;
        await clock.sleep(delayMs);
      }
    }
  }

  async function next(instead: string | undefined): Promise<string> {
    if (unkept !== undefined) return keep(unkept);
    const pair = await known();
    // Another process was faster.
    if (pair !== undefined && pair.accessToken !== instead && pair.expiresAt > clock.now())
      return pair.accessToken;
    const used = pair?.refreshToken ?? first;
    try {
      return await keep(await renew(used));
    } catch (error) {
      if (!(error instanceof PublishingError) || error.reason !== 'auth') throw error;
      if (isFirstReusable && used === first) throw error;
      // While this process was suspended, another may have taken over and used the token, and may be about to store the new
      // pair.
      for (const delayMs of [0, ...KEEP_DELAYS_MS]) {
        if (delayMs > 0) await clock.sleep(delayMs);
        const after = await known();
        if (after !== undefined && after.refreshToken !== used) return after.accessToken;
      }
      throw error;
    }
  }

  async function renewed(instead: string | undefined): Promise<string> {
    try {
      return await underLeaseSoon(ports, tokenLease(account), WAIT_MS, () => next(instead));
    } catch (error) {
      if (!(error instanceof AccountBusyError)) throw error;
      const message = `Another threadmill (${shownOwner(error.owner)}) is renewing the token of ${account}. Nothing was sent.`;
      throw new PublishingError('transient', message, { cause: error });
    }
  }

  const give = (token: string): string => {
    given = [token, ...given.filter((other) => other !== token)].slice(0, REMEMBERED);
    return token;
  };

  return {
    current: async () => {
      const pair = unkept === undefined ? await known() : undefined;
      const leftMs = pair === undefined ? 0 : pair.expiresAt - clock.now();
      if (pair !== undefined && leftMs > EARLY_MS) return give(pair.accessToken);
      try {
        return give(await renewed(pair?.accessToken));
      } catch (error) {
        // It can't be renewed now, but is still valid for this request.
        const holds = pair !== undefined && pair.expiresAt > clock.now() + WAIT_MS;
        if (holds && error instanceof PublishingError && error.reason === 'transient')
          return give(pair.accessToken);
        throw error;
      }
    },
    renewed: async (refused) => give(await renewed(refused)),
    kept: async () => unkept ?? (await known()),
    given: () => given,
  };
}
