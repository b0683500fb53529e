import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withFreshLimits, withKnownLimits } from '../../src/app/project/account-limits.ts';
import type { Account, Config } from '../../src/config/config.ts';
import { DEFAULT_CONFIG } from '../../src/config/config.ts';
import { PublishingError } from '../../src/networks/publishing-error.ts';

const account: Account = {
  name: 'fedi',
  network: 'mastodon',
  baseUrl: 'https://fosstodon.example',
};
const config: Config = { ...DEFAULT_CONFIG, accounts: new Map([['fedi', account]]) };
const DAY = 24 * 3_600_000;

function place(
  limitsOf: () => Promise<Readonly<Record<string, number>>>,
  root = mkdtempSync(join(tmpdir(), 'limits-')),
) {
  let now = 1_000_000;
  let asked = 0;
  const wires = async () => ({
    limitsOf: () => {
      asked += 1;
      return limitsOf();
    },
  });
  return {
    root,
    project: { root, config, around: { now: () => now }, wires },
    asked: () => asked,
    later: (ms: number) => {
      now += ms;
    },
  };
}

it('reads the limits of an instance once a day, and knows them without asking in between', async () => {
  const { project, root, asked, later } = place(async () => ({ maxCharacters: 5000 }));
  const told: string[] = [];
  const tell = (sentence: string): void => void told.push(sentence);
  const fresh = await withFreshLimits(project, [account], tell);
  expect(fresh.config.accounts.get('fedi')?.limits).toEqual({ maxCharacters: 5000 });
  expect((await withKnownLimits(config, root)).accounts.get('fedi')?.limits).toEqual({ maxCharacters: 5000 });
  later(DAY - 1);
  await withFreshLimits(project, [account], tell);
  expect(asked()).toBe(1);
  later(1);
  await withFreshLimits(project, [account], tell);
  expect([asked(), told]).toEqual([2, []]);
});

it('goes on with the usual limits where the instance can’t be asked, and says so', async () => {
  const { project } = place(() =>
    Promise.reject(new PublishingError('transient', 'Could not read the limits.')),
  );
  const told: string[] = [];
  const fresh = await withFreshLimits(project, [account], (sentence) => void told.push(sentence));
  expect(fresh.config.accounts.get('fedi')?.limits).toBeUndefined();
  expect(told).toEqual(['Could not read the limits. Threadmill uses the usual limits of Mastodon.']);
});

it('reads limits again where their file is damaged', async () => {
  const { project, root, asked } = place(async () => ({ maxCharacters: 500 }));
  await withFreshLimits(project, [account], () => undefined);
  writeFileSync(join(root, '.threadmill', 'limits.json'), '{"mastodon');
  expect((await withKnownLimits(config, root)).accounts.get('fedi')?.limits).toBeUndefined();
  await withFreshLimits(project, [account], () => undefined);
  expect(asked()).toBe(2);
  expect(JSON.parse(readFileSync(join(root, '.threadmill', 'limits.json'), 'utf8'))).toHaveProperty([
    'mastodon https://fosstodon.example',
    'limits',
    'maxCharacters',
  ]);
});
