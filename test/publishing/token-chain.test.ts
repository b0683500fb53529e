import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import { PublishingError } from '../../src/networks/publishing-error.ts';
import { type TokenSource, withToken } from '../../src/networks/token-source.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import { JournalError } from '../../src/publishing/journal-error.ts';
import { tokenChain } from '../../src/publishing/sending/token-chain.ts';
import { FakeClock } from './fake-clock.ts';
import { Death, JOURNAL_WRITES, Life } from './mortal.ts';

const HOUR = 3_600_000;

/** A network whose refresh tokens are worth something once. */
class Renewals {
  link = 0;
  asked: string[] = [];
  failure: PublishingError | undefined;
  /** What happens between the exchange and its answer. */
  after: () => Promise<void> = async () => undefined;
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  readonly renew = async (refreshToken: string) => {
    this.asked.push(refreshToken);
    if (this.failure !== undefined) throw this.failure;
    if (refreshToken !== (this.link === 0 ? 'given' : `refresh-${this.link}`))
      throw new PublishingError('auth', 'the token was invalid');
    this.link += 1;
    const link = this.link;
    await this.after();
    return {
      accessToken: `access-${link}`,
      refreshToken: `refresh-${link}`,
      expiresAt: this.#clock.now() + 2 * HOUR,
    };
  };
}

let clock: FakeClock;
let journal: Journal;
let network: Renewals;
afterEach(() => clock.end());

beforeEach(async () => {
  clock = new FakeClock();
  journal = await openMemoryJournal();
  network = new Renewals(clock);
});

const process = (
  given: { life?: Life; first?: string; journal?: Journal; name?: string } = {},
): TokenSource => {
  const { life = new Life(), first = 'given', name = 'p' } = given;
  const ports = {
    journal: life.mortal(given.journal ?? journal, [...JOURNAL_WRITES, 'keepToken']),
    clock,
    owner: { name, isDead: () => true },
  };
  return tokenChain(ports, { account: 'me', first, renew: network.renew });
};

describe('tokens that run out', () => {
  it('are renewed before they end, by whichever process comes first, and kept for all', async () => {
    const [one, two] = [process(), process()];
    expect(await one.current()).toBe('access-1');
    expect(await two.current()).toBe('access-1');
    await clock.sleep(HOUR);
    expect(await two.current()).toBe('access-1');
    await clock.sleep(55 * 60_000);
    expect(await two.current()).toBe('access-2');
    expect(await one.current()).toBe('access-2');
    expect(network.asked).toEqual(['given', 'refresh-1']);
    expect(one.given()).toEqual(['access-2', 'access-1']);
  });

  it('are in the journal before they are used', async () => {
    const source = process();
    const used: (string | undefined)[] = [];
    await withToken(source, async () => used.push((await journal.token('me'))?.accessToken));
    expect(used).toEqual(['access-1']);
  });

  it('are exchanged once by processes that need one at the same moment', async () => {
    network.after = () => clock.sleep(500);
    const owner = { isDead: () => false };
    const sources = ['a', 'b', 'c', 'd'].map((name) =>
      tokenChain(
        { journal, clock, owner: { ...owner, name } },
        { account: 'me', first: 'given', renew: network.renew },
      ),
    );
    const tokens = await Promise.all(sources.map((source) => source.current()));
    expect(new Set(tokens)).toEqual(new Set(['access-1']));
    expect(network.asked).toEqual(['given']);
  });

  it('serve to their end where they can’t be renewed just now', async () => {
    const source = process();
    await source.current();
    network.failure = new PublishingError('transient', 'no connection');
    await clock.sleep(HOUR + 55 * 60_000);
    expect(await source.current()).toBe('access-1');
    await clock.sleep(5 * 60_000);
    await expect(source.current()).rejects.toMatchObject({ reason: 'transient' });
    network.failure = undefined;
    expect(await source.current()).toBe('access-2');
  });

  it('are held until the journal takes them, and nothing is asked twice', async () => {
    let isFull = true;
    const failing = new Proxy(journal, {
      get: (target, name) =>
        name === 'keepToken' && isFull
          ? async () => {
              throw new JournalError('full', 'The disk is full.');
            }
          : Reflect.get(target, name, target),
    });
    const source = process({ journal: failing });
    await expect(source.current()).rejects.toMatchObject({ reason: 'full' });
    await expect(source.current()).rejects.toMatchObject({ reason: 'full' });
    isFull = false;
    expect(await source.current()).toBe('access-1');
    expect(network.asked).toEqual(['given']);
    expect((await journal.token('me'))?.refreshToken).toBe('refresh-1');
  });

  it('begin anew with a refresh token that the owner gives', async () => {
    await process().current();
    network.link = 0;
    const source = tokenChain(
      { journal, clock, owner: { name: 'p', isDead: () => true } },
      {
        account: 'me',
        first: 'another',
        renew: (token) => network.renew(token === 'another' ? 'given' : token),
      },
    );
    expect(await source.current()).toBe('access-1');
    expect(network.asked).toEqual(['given', 'given']);
  });

  it('are taken from whoever renewed them while this process stood still', async () => {
    const [slow, other] = [process({ name: 'slow' }), process({ name: 'other' })];
    await slow.current();
    // The machine sleeps between the look at the journal and the request, for longer than a lease.
    const held = network.renew;
    let isFirst = true;
    Object.assign(network, {
      renew: async (token: string) => {
        if (isFirst) {
          isFirst = false;
          await other.renewed('access-1');
        }
        return held(token);
      },
    });
    const asleep = tokenChain(
      { journal, clock, owner: { name: 'slow', isDead: () => true } },
      { account: 'me', first: 'given', renew: (token) => network.renew(token) },
    );
    expect(await asleep.renewed('access-1')).toBe('access-2');
    expect((await journal.token('me'))?.accessToken).toBe('access-2');
  });

  it('survive a process that dies anywhere but between the exchange and its keeping', async () => {
    let deaths = 0;
    let lost = 0;
    for (let diesAt = 1; ; diesAt += 1) {
      journal = await openMemoryJournal();
      network = new Renewals(clock);
      const died = await process({ life: new Life(diesAt) })
        .current()
        .catch((error: unknown) => error);
      if (!(died instanceof Death)) break;
      deaths += 1;
      const isLost = network.link === 1 && (await journal.token('me')) === undefined;
      if (isLost) {
        lost += 1;
        await expect(process().current()).rejects.toMatchObject({ reason: 'auth' });
      } else expect(await process().current()).toMatch(/^access-[12]$/);
      expect(network.asked.filter((token) => token === 'given').length).toBeLessThanOrEqual(isLost ? 2 : 1);
    }
    expect(deaths).toBeGreaterThan(3);
    // X gives the pair once; whoever dies with it in hand has to be authorised anew.
    expect(lost).toBe(1);
  });
});

describe('a request that is refused with 401', () => {
  const refused = new PublishingError('auth', 'no', { status: 401 });

  it('is sent once more with a new token, and only once', async () => {
    const sent: string[] = [];
    const answer = withToken(process(), async (token) => {
      sent.push(token);
      throw refused;
    });
    await expect(answer).rejects.toBe(refused);
    expect(sent).toEqual(['access-1', 'access-2']);
  });

  it.each([
    new PublishingError('rejected', 'no', { status: 403 }),
    new PublishingError('outcome-unknown', 'no answer'),
    new PublishingError('duplicate', 'twice', { status: 403 }),
  ])('no other failure sends anything again: $kind', async (error) => {
    let sent = 0;
    const answer = withToken(process(), async () => {
      sent += 1;
      throw error;
    });
    await expect(answer).rejects.toBe(error);
    expect(sent).toBe(1);
  });
});
