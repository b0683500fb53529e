import type { Account } from '../../config/config.ts';
import { NETWORKS } from '../../networks/networks.ts';
import type { Identities, Spending, Windows } from '../../publishing/journal.ts';
import { readsAhead } from '../../publishing/limits/first-use.ts';
import { makeForecast } from '../../publishing/limits/forecast.ts';
import { costOf } from '../../publishing/money.ts';
import type { PortsOf } from '../../publishing/ports.ts';
import type { MicroUsd, PublicationRecord } from '../../publishing/publication.ts';
import { HOUR_MS } from '../../time/durations.ts';
import { profileOf } from '../drafts/targets.ts';
import type { Project } from '../project/project.ts';
import { publishingAccount } from '../publishing/publishing-account.ts';
import { dueAt } from './due-at.ts';

/** What the known limits mean for an account's queue. */
export type QueueForecast = {
  readonly account: string;
  readonly posts: number;
  /** Their price, including the maximum price of reading the account before. */
  readonly cost: MicroUsd;
  /** How many posts the longest window still allows; `null` if unknown. */
  readonly left: number | null;
  /** When the last of them is finished; `null` if one can never be sent, or waits for the user. */
  readonly endsAt: number | null;
  /** When each publication is finished, by id. */
  readonly ends: ReadonlyMap<string, number | null>;
};

/** Predicts when an account's waiting publications, in order of their time, will be finished. @throws JournalError */
export async function forecastFor(
  ports: PortsOf<Windows & Spending & Identities, 'clock'>,
  account: Account,
  records: readonly PublicationRecord[],
  { config, env }: Pick<Project, 'config' | 'env'>,
): Promise<QueueForecast> {
  const { journal, clock } = ports;
  const now = clock.now();
  const forecast = makeForecast({
    now,
    windows: await journal.windows(account.name, now),
    sent: await journal.sentSince(account.name, now - HOUR_MS),
    postMs: NETWORKS[account.network].pace.postMs,
    ...(account.postsPerHour === undefined ? {} : { postsPerHour: account.postsPerHour }),
  });
  let posts = 0;
  const profile = profileOf({ network: account.network, account }, config);
  let cost = await readsAhead(journal, publishingAccount(account, profile, env));
  const ends = new Map<string, number | null>();
  const own = records.filter((record) => record.account === account.name && dueAt(record) !== null);
  for (const record of own.sort((a, b) => (dueAt(a) ?? 0) - (dueAt(b) ?? 0))) {
    const open = record.posts.filter(({ receipt }) => receipt === null);
    posts += open.length;
    cost += costOf(open);
    ends.set(record.id, forecast.endOf(open.length, dueAt(record) ?? now));
  }
  const known = [...ends.values()].filter((end) => end !== null);
  const endsAt = known.length === ends.size && known.length > 0 ? Math.max(...known) : null;
  return { account: account.name, posts, cost, left: forecast.left, endsAt, ends };
}
