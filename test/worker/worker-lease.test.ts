import { describe, expect, it } from 'vitest';
import type { Ports } from '../../src/publishing/ports.ts';
import { asOnlyWorker, WORKER_LEASE, WorkerBusyError } from '../../src/worker/worker-lease.ts';
import { type Lab, makeLab } from '../publishing/lab.ts';
import { HOUR, MINUTE } from './worker-lab.ts';

/** A process that others can't tell to be dead. */
const processOf = (lab: Lab, name: string): Ports => ({
  ...lab.ports(),
  owner: { name, isDead: () => false },
});

/** The work of somebody who works until a time, or until told to stop. */
const workUntil =
  (lab: Lab, at: number) =>
  async (stop: AbortSignal): Promise<void> => {
    await lab.clock.sleep(at - lab.clock.now(), stop);
  };

const place = (facts: { wait?: boolean; onWait?: (owner: string) => void } = {}) => ({
  stop: new AbortController().signal,
  wait: false,
  onWait: () => undefined,
  ...facts,
});

describe('the worker’s place', () => {
  it('is held for as long as the work goes on, and given back', async () => {
    const lab = await makeLab();
    const end = lab.clock.now() + HOUR;
    let refused: unknown;
    const first = asOnlyWorker(processOf(lab, 'one'), place(), workUntil(lab, end));
    await lab.clock.sleep(50 * MINUTE);
    await asOnlyWorker(processOf(lab, 'two #x'), place(), async () => undefined).catch((error: unknown) => {
      refused = error;
    });
    expect(refused).toBeInstanceOf(WorkerBusyError);
    expect(refused).toMatchObject({ owner: 'one', message: expect.stringContaining('run --wait') });
    await first;
    expect(await lab.journal.lease(WORKER_LEASE, lab.clock.now())).toBeUndefined();
  });

  it('goes to who waits as soon as it is free', async () => {
    const lab = await makeLab();
    const end = lab.clock.now() + HOUR;
    const first = asOnlyWorker(processOf(lab, 'one'), place(), workUntil(lab, end));
    await lab.clock.sleep(MINUTE);
    const waited: string[] = [];
    let began = 0;
    const second = asOnlyWorker(
      processOf(lab, 'two'),
      place({ wait: true, onWait: (owner) => waited.push(owner) }),
      async () => {
        began = lab.clock.now();
      },
    );
    await Promise.all([first, second]);
    expect(waited).toEqual(['one']);
    expect(began - end).toBeGreaterThanOrEqual(0);
    expect(began - end).toBeLessThanOrEqual(5_000);
  });

  it('is free two minutes after the last sign of life of a process that can’t be seen', async () => {
    const lab = await makeLab();
    const start = lab.clock.now();
    const dead = { account: WORKER_LEASE, token: 'd', owner: 'elsewhere', expiresAt: start + 2 * MINUTE };
    await lab.journal.takeLease(dead, start);
    let began = 0;
    await asOnlyWorker(processOf(lab, 'two'), place({ wait: true }), async () => {
      began = lab.clock.now();
    });
    expect(began - start).toBeGreaterThanOrEqual(2 * MINUTE);
    expect(began - start).toBeLessThanOrEqual(2 * MINUTE + 5_000);
  });

  it('is free at once where its process is known to be dead', async () => {
    const lab = await makeLab();
    const start = lab.clock.now();
    const dead = { account: WORKER_LEASE, token: 'd', owner: 'dead', expiresAt: start + 2 * MINUTE };
    await lab.journal.takeLease(dead, start);
    await asOnlyWorker(lab.ports(), place(), async () => undefined);
    expect(lab.clock.now()).toBe(start);
  });

  it('is lost to whoever takes it over, and the work ends', async () => {
    const lab = await makeLab();
    const first = asOnlyWorker(processOf(lab, 'one'), place(), workUntil(lab, lab.clock.now() + HOUR));
    const refused = expect(first).rejects.toMatchObject({ reason: 'lease-lost' });
    await lab.clock.sleep(MINUTE);
    const held = await lab.journal.lease(WORKER_LEASE, lab.clock.now());
    const thief = { account: WORKER_LEASE, token: 't', owner: 'two', expiresAt: lab.clock.now() + HOUR };
    await lab.journal.takeLease(thief, lab.clock.now(), held?.token);
    await refused;
    expect((await lab.journal.lease(WORKER_LEASE, lab.clock.now()))?.owner).toBe('two');
  });

  it('is not waited for any more by one who is told to stop', async () => {
    const lab = await makeLab();
    const other = { account: WORKER_LEASE, token: 'o', owner: 'one', expiresAt: lab.clock.now() + 9 * HOUR };
    await lab.journal.takeLease(other, lab.clock.now());
    const stop = new AbortController();
    void lab.clock.sleep(MINUTE).then(() => stop.abort());
    let didWork = false;
    await asOnlyWorker(processOf(lab, 'two'), { ...place({ wait: true }), stop: stop.signal }, async () => {
      didWork = true;
    });
    expect(didWork).toBe(false);
  });
});
