import { describe, expect, it } from 'vitest';
import { scheduleDraft } from '../../src/publishing/freezing/schedule-draft.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import { JournalError } from '../../src/publishing/journal-error.ts';
import type { Ports } from '../../src/publishing/ports.ts';
import { AccountBusyError, HEARTBEAT_MS, holdLease, LEASE_MS } from '../../src/publishing/sending/lease.ts';
import { pace } from '../../src/publishing/sending/pace.ts';
import { publishDraft } from '../../src/publishing/sending/publish-draft.ts';
import { type Lab, makeLab, texts, wrongs } from './lab.ts';

const FIVE = texts(5);

/** A process that others see alive, or dead. */
function process(lab: Lab, name: string, dead: readonly string[] = []): Ports {
  return { ...lab.ports(), owner: { name, isDead: (owner) => dead.includes(owner) } };
}

describe('an account', () => {
  it('is published for by one process at a time; the other says whom it waits for', async () => {
    const lab = await makeLab();
    const held = await holdLease(process(lab, 'first'), 'me');
    const flags = { again: false, refreeze: false };
    const second = publishDraft(process(lab, 'second'), lab.publisher(), await lab.freeze(FIVE), flags);
    await expect(second).rejects.toThrow(AccountBusyError);
    await expect(second).rejects.toThrow('Another threadmill (first) is publishing for the account me.');
    expect(lab.network.requests).toEqual([]);
    await held.release();
    const third = await publishDraft(process(lab, 'third'), lab.publisher(), await lab.freeze(FIVE), flags);
    expect(third).toMatchObject({ ok: true, record: { state: 'published' } });
  });

  it('stays with a process that is slow but alive', async () => {
    const lab = await makeLab();
    const held = await holdLease(process(lab, 'first'), 'me');
    await lab.clock.sleep(10 * LEASE_MS);
    await expect(holdLease(process(lab, 'second'), 'me')).rejects.toThrow(AccountBusyError);
    expect(held.lost.aborted).toBe(false);
    await held.release();
  });

  it('is taken over at once from a process that is known to be dead', async () => {
    const lab = await makeLab();
    await holdLease(process(lab, 'first'), 'me');
    const held = await holdLease(process(lab, 'second', ['first']), 'me');
    expect(held.lease.owner).toBe('second');
  });

  it('is taken over from a process on another machine when that gives no sign of life', async () => {
    const lab = await makeLab();
    const { lease } = await holdLease(process(lab, 'first'), 'me');
    lab.clock.advance(LEASE_MS + 1);
    const held = await holdLease(process(lab, 'second'), 'me');
    expect(held.lease.token).not.toBe(lease.token);
  });

  it('is let go of by a process that slept through its lease: it sends nothing more', async () => {
    const lab = await makeLab();
    const ports = process(lab, 'first');
    const publish = lab.network.publish.bind(lab.network);
    lab.network.publish = async (attempts, allowed) => {
      const answer = await publish(attempts, allowed);
      if (attempts[0]?.index === 2) {
        lab.clock.advance(LEASE_MS + HEARTBEAT_MS);
        const lease = {
          account: 'me',
          token: 'other',
          owner: 'second',
          expiresAt: lab.clock.now() + LEASE_MS,
        };
        await lab.journal.takeLease(lease, lab.clock.now());
      }
      return answer;
    };
    const flags = { again: false, refreeze: false };
    const result = publishDraft(ports, lab.publisher(), await lab.freeze(FIVE), flags);
    await expect(result).rejects.toMatchObject({ reason: 'lease-lost' } satisfies Partial<JournalError>);
    expect(lab.network.posts).toHaveLength(2);
    expect((await lab.newest()).posts.map(({ state }) => state)).toEqual([
      'published',
      'published',
      'waiting',
      'waiting',
      'waiting',
    ]);
  });

  it.each(['publishes', 'schedules', 'refreezes'] as const)(
    'is planned for by nobody who slept since it looked: what another %s is not frozen twice',
    async (how) => {
      const lab = await makeLab();
      lab.network.refusesDuplicates = false;
      const plain = { again: false, refreeze: false };
      const [one, two] = [await lab.freeze(FIVE), await lab.freeze(FIVE)];
      const before = await lab.freeze(texts(5, 'older'));
      const later = lab.clock.now() + 24 * 3_600_000;
      if (how === 'refreezes') await scheduleDraft(process(lab, 'zeroth'), before, plain, { at: later });
      const flags = { ...plain, refreeze: how === 'refreezes' };
      const awake = process(lab, 'second');
      const other = async (): Promise<unknown> =>
        how === 'schedules'
          ? scheduleDraft(awake, two, flags, { at: later })
          : publishDraft(awake, lab.publisher(), two, flags);
      const sleepy = process(lab, 'first');
      let slept = false;
      // The machine sleeps just after the process has looked what there is.
      const journal: Journal = {
        ...lab.journal,
        publications: async (filter) => {
          const found = await lab.journal.publications(filter);
          // The last that is looked at is whether the same text went out from another draft.
          if (filter.textHash === undefined || slept) return found;
          slept = true;
          lab.clock.advance(LEASE_MS + HEARTBEAT_MS);
          await other();
          return found;
        },
      };
      const asleep = publishDraft({ ...sleepy, journal }, lab.publisher(), one, flags);
      await expect(asleep).rejects.toMatchObject({ reason: 'lease-lost' });
      expect(slept).toBe(true);
      const open = (await lab.journal.publications({})).filter(({ state }) => state !== 'cancelled');
      expect(open.map(({ id, state }) => [id, state])).toEqual([
        [two.id, how === 'schedules' ? 'scheduled' : 'published'],
      ]);
      if (how !== 'schedules') expect(wrongs(lab.network, FIVE)).toEqual([]);
    },
  );

  it('keeps its lease while the journal is locked for a moment', async () => {
    const lab = await makeLab();
    const ports = process(lab, 'first');
    let failures = 3;
    const renewLease: typeof ports.journal.renewLease = (lease) => {
      failures -= 1;
      return failures >= 0
        ? Promise.reject(new JournalError('locked', 'locked'))
        : lab.journal.renewLease(lease);
    };
    const journal = new Proxy(lab.journal, {
      get: (target, name) => (name === 'renewLease' ? renewLease : Reflect.get(target, name)),
    });
    const held = await holdLease({ ...ports, journal }, 'me');
    await lab.clock.sleep(3 * HEARTBEAT_MS + 1);
    expect(held.lost.aborted).toBe(false);
    await lab.clock.sleep(LEASE_MS);
    expect(held.lost.aborted).toBe(false);
    await held.release();
  });
});

describe('pacing', () => {
  it('runs one publication at a time per account, and accounts side by side', async () => {
    const log: string[] = [];
    const job = (account: string, name: string) => ({
      account,
      run: async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        await Promise.resolve();
        log.push(`${name} ends`);
        return name;
      },
    });
    const results = await pace([job('a', 'a1'), job('a', 'a2'), job('b', 'b1')]);
    expect(results.map((result) => result.status === 'fulfilled' && result.value)).toEqual([
      'a1',
      'a2',
      'b1',
    ]);
    expect(log.indexOf('a2 begins')).toBeGreaterThan(log.indexOf('a1 ends'));
    expect(log.indexOf('b1 begins')).toBeLessThan(log.indexOf('a1 ends'));
  });

  it('lets no failure stop another', async () => {
    const results = await pace([
      { account: 'a', run: () => Promise.reject(new Error('no')) },
      { account: 'a', run: () => Promise.resolve(1) },
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('writes the receipts of two accounts into one draft’s file', async () => {
    const lab = await makeLab();
    const flags = { again: false, refreeze: false };
    const ports = lab.ports();
    const accounts = await Promise.all(
      ['me', 'you'].map(async (account) => {
        const publisher = { account: { ...lab.account, name: account }, client: lab.network };
        const thread = { ...(await lab.freeze(texts(5, account))), account };
        return { account, run: () => publishDraft(ports, publisher, thread, flags) };
      }),
    );
    await pace(accounts);
    const text = lab.files.texts.get('posts/a.thread.json') ?? '';
    expect([...text.matchAll(/"receipt": \{/g)]).toHaveLength(10);
    for (const account of ['me', 'you']) expect(wrongs(lab.network, texts(5, account))).toEqual([]);
  });
});
