import { PublishingError } from '../../networks/publishing-error.ts';
import type { RenewedToken, TokenSource } from '../../networks/token-source.ts';
import { JournalError } from '../journal-error.ts';
import { shownOwner } from '../owner.ts';
import { sha256 } from '../sha256.ts';
import { AccountBusyError, type LeasePorts, underLeaseSoon } from './lease.ts';

/** A token is renewed when it has less than this left: longer than any request, with its waits, may take. */
const EARLY_MS = 10 * 60_000;

/** Renewing takes one request: whoever can't begin by then tries again later. */
const WAIT_MS = 60_000;

/** Waits between tries to keep a new pair, in ms: it stands nowhere else. */
const KEEP_DELAYS_MS = [1_000, 5_000, 20_000];

/** Tokens that are remembered to be kept out of messages: a process that runs for days sees hundreds. */
const REMEMBERED = 8;

/** The lease under which an account's token is renewed. No account can have this name. */
const tokenLease = (account: string): string => `#token ${account}`;

/** Where a chain of tokens begins, and what makes the next of its links. */
export type TokenChain = {
  readonly account: string;
  /** The refresh token that the owner gave; another one begins another chain. */
  readonly first: string;
  /** The first link works any number of times, as a password does: a refusal of it is no sign of another process. */
  readonly isFirstReusable?: boolean;
  /** Exchanges a refresh token for a new pair, after which the old one is worth nothing. @throws PublishingError */
  readonly renew: (refreshToken: string) => Promise<RenewedToken>;
};

/**
 * The tokens of an account whose refresh token changes with every use. One process at a time renews, under a lease;
 * the new pair is in the journal before it is used, so that whoever comes next, on whatever machine, goes on with it.
 */
export function tokenChain(
  ports: LeasePorts,
  { account, first, renew, isFirstReusable = false }: TokenChain,
): TokenSource {
  const { journal, clock } = ports;
  const seed = sha256(first);
  let given: readonly string[] = [];
  /** Renewed, and not kept yet: the journal failed in that moment. */
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
    // Another process was quicker.
    if (pair !== undefined && pair.accessToken !== instead && pair.expiresAt > clock.now())
      return pair.accessToken;
    const used = pair?.refreshToken ?? first;
    try {
      return await keep(await renew(used));
    } catch (error) {
      if (!(error instanceof PublishingError) || error.reason !== 'auth') throw error;
      if (isFirstReusable && used === first) throw error;
      // While this process stood still, another may have taken over and used it, and may be about to keep the new pair.
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
        // It can't be renewed just now, and holds for this request still.
        const holds = pair !== undefined && pair.expiresAt > clock.now() + WAIT_MS;
        if (holds && error instanceof PublishingError && error.reason === 'transient')
          return give(pair.accessToken);
        throw error;
      }
    },
    renewed: async (refused) => give(await renewed(refused)),
    given: () => given,
  };
}
