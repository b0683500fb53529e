import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnedWindow } from '../../src/publishing/journal.ts';
import { type ForecastFacts, makeForecast } from '../../src/publishing/limits/forecast.ts';

const NOW = Date.UTC(2026, 1, 3, 9);
const HOUR = 3_600_000;

const day = (facts: Partial<OwnedWindow> = {}): OwnedWindow => ({
  call: 'publish',
  name: 'user-24h',
  lengthMs: 24 * HOUR,
  owner: 'me',
  reserved: 0,
  limit: 100,
  remaining: 6,
  resetAt: NOW + 24 * HOUR,
  ...facts,
});
const forecast = (facts: Partial<ForecastFacts> = {}): ReturnType<typeof makeForecast> =>
  makeForecast({ now: NOW, windows: [], sent: [], postMs: 1_000, ...facts });

describe('a forecast', () => {
  it('takes what is not known as free', () => {
    expect(forecast().left).toBeNull();
    expect(forecast().endOf(11, NOW)).toBe(NOW + 11_000);
    expect(forecast().endOf(11, NOW + HOUR)).toBe(NOW + HOUR + 11_000);
  });

  it('moves a whole thread behind the reset of a window that can’t hold it', () => {
    const tight = forecast({ windows: [day()] });
    expect(tight.left).toBe(6);
    expect(tight.endOf(11, NOW)).toBe(NOW + 24 * HOUR + 1_000 + 11_000);
  });

  it('counts what goes before it', () => {
    const shared = forecast({ windows: [day()] });
    expect(shared.endOf(4, NOW)).toBe(NOW + 4_000);
    expect(shared.endOf(4, NOW)).toBe(NOW + 24 * HOUR + 5_000);
  });

  it('waits in the middle of a thread for a short window', () => {
    const short = {
      ...day(),
      name: '15min',
      lengthMs: HOUR / 4,
      limit: 5,
      remaining: 2,
      resetAt: NOW + HOUR / 4,
    };
    expect(forecast({ windows: [short] }).endOf(4, NOW)).toBe(NOW + HOUR / 4 + 1_000 + 2_000);
  });

  it('waits for the fuse, and tells what never fits', () => {
    const sent = [NOW - HOUR / 2, NOW - HOUR / 4];
    expect(forecast({ sent, postsPerHour: 3 }).endOf(2, NOW)).toBe(NOW + HOUR / 2 + 2_000);
    expect(forecast({ postsPerHour: 3 }).endOf(4, NOW)).toBeNull();
    expect(forecast({ windows: [day({ limit: 10 })] }).endOf(11, NOW)).toBeNull();
  });

  it('ends, in order, and never before the thread could be sent', () => {
    const window = fc.record({
      call: fc.constantFrom('publish' as const, 'read' as const),
      name: fc.constant('window'),
      owner: fc.constantFrom('me', 'app:x:1'),
      lengthMs: fc.constantFrom(HOUR / 4, 24 * HOUR),
      reserved: fc.nat({ max: 9 }),
      limit: fc.integer({ min: 1, max: 60 }),
      remaining: fc.integer({ min: 0, max: 60 }),
      resetAt: fc.integer({ min: NOW - HOUR, max: NOW + 24 * HOUR }),
    });
    fc.assert(
      fc.property(
        fc.array(window, { maxLength: 4 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 48 })), {
          maxLength: 8,
        }),
        fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
        (windows, threads, fuse) => {
          const told = forecast({ windows, ...(fuse === undefined ? {} : { postsPerHour: fuse }) });
          let last = NOW;
          for (const [posts, hours] of threads) {
            const at = NOW + hours * HOUR;
            const end = told.endOf(posts, at);
            if (end === null) continue;
            expect(end).toBeGreaterThanOrEqual(Math.max(at, last) + posts * 1_000);
            last = end;
          }
        },
      ),
    );
  });
});
