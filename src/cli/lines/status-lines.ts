import { type Zones, zoneOf, zoneOfRecord } from '../../app/project/zone.ts';
import { publicationJson } from '../../app/publishing/publication-json.ts';
import type { AccountStatus, Status } from '../../app/status/status.ts';
import type { Paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import { usd } from '../../publishing/money.ts';
import { dollars } from '../../text/dollars.ts';
import { zonedTime } from '../../time/zoned-time.ts';
import { standstillLines } from './publication-lines.ts';
import { untilTime } from './until-time.ts';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function accountJson({ account, windows, spent, sentInHour, publishedBy }: AccountStatus): object {
  return {
    name: account.name,
    network: account.network,
    published_by: publishedBy,
    spent_usd: usd(spent),
    monthly_cap_usd: account.monthlyCapUsd ?? null,
    sent_last_hour: sentInHour,
    posts_per_hour: account.postsPerHour ?? null,
    windows: windows.map(({ call, name, limit, remaining, resetAt }) => ({
      call,
      name,
      limit,
      remaining,
      resets_at: iso(resetAt),
    })),
  };
}

/** Converts the state of a project to its `--json` form. */
export function statusJson(status: Status): object {
  return {
    at: iso(status.now),
    worker: status.workers[0] ?? null,
    workers: status.workers,
    kill_switch: status.killSwitch,
    next_due: iso(status.nextDue),
    due_since: iso(status.dueSince),
    counts: status.counts,
    accounts: status.accounts.map(accountJson),
    standing: status.standing.map(publicationJson),
  };
}

function accountLine(
  { account, windows, spent, sentInHour, publishedBy }: AccountStatus,
  now: number,
  zone: string,
): string {
  const cap = account.monthlyCapUsd;
  const parts = [
    `${dollars(usd(spent))}${cap === undefined ? '' : ` of ${dollars(cap)}`} this month`,
    ...(account.postsPerHour === undefined
      ? []
      : [`${sentInHour} of ${account.postsPerHour} posts this hour`]),
    ...windows
      .filter(({ call }) => call === 'publish')
      .map(
        ({ name, remaining, limit, resetAt }) =>
          `${remaining} of ${limit} left (${name}, until ${zonedTime(resetAt, now, zone)})`,
      ),
    ...(publishedBy === null ? [] : [`publishing now: ${publishedBy}`]),
  ];
  return `  ${visible(account.name)} (${account.network}): ${parts.join('; ')}`;
}

/** Formats the state of a project: workers, sending, what is scheduled, accounts, and what needs the user. */
export function statusLines(status: Status, zones: Zones, paint: Paint): string[] {
  const { now, workers, killSwitch, counts, nextDue, dueSince, accounts, standing } = status;
  const zone = zoneOf(zones);
  const count = counts
    .map(({ state, reason, count: many }) => `${many} ${state}${reason === null ? '' : ` (${reason})`}`)
    .join(', ');
  const waits =
    dueSince !== null && dueSince < now - 60_000 ? `, the oldest due ${untilTime(dueSince, now, zone)}` : '';
  const lines = [
    `worker: ${workers.length === 0 ? paint.yellow('none is running (threadmill run)') : paint.green(visible(workers.join(', ')))}`,
    `sending: ${killSwitch === null ? 'allowed' : paint.red(`stopped by ${visible(killSwitch)} (threadmill stop --end)`)}`,
    `publications: ${count === '' ? 'none yet' : count}${waits}`,
    `next: ${nextDue === null ? 'nothing is scheduled' : zonedTime(nextDue, now, zone)}`,
  ];
  if (accounts.length > 0)
    lines.push('accounts:', ...accounts.map((one) => accountLine(one, now, zoneOf(zones, one.account))));
  if (standing.length > 0) lines.push(paint.yellow('needs you:'));
  for (const record of standing) {
    lines.push(`  ${visible(record.draft)} → ${visible(record.account)}  ${paint.dim(record.id)}`);
    lines.push(...standstillLines(record, now, zoneOfRecord(zones, record)).map((line) => `    ${line}`));
  }
  return lines;
}
