import { foreignDatabase } from '../../compose.ts';
import { paint as makePaint, type Paint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { dollars, microUsd, usd } from '../../publishing/money.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { withPublishing } from '../open-publishing.ts';
import { openProject } from '../project.ts';
import { publicationJson } from '../publication-json.ts';
import { standstillLines } from '../publication-lines.ts';
import { type AccountStatus, readStatus, type Status } from '../status-facts.ts';
import { localTime, untilTime } from '../when.ts';
import { zoneOf } from '../zone.ts';

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

function statusJson(status: Status): object {
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
    `${dollars(spent)}${cap === undefined ? '' : ` of ${dollars(microUsd(cap))}`} this month`,
    ...(account.postsPerHour === undefined
      ? []
      : [`${sentInHour} of ${account.postsPerHour} posts this hour`]),
    ...windows
      .filter(({ call }) => call === 'publish')
      .map(
        ({ name, remaining, limit, resetAt }) =>
          `${remaining} of ${limit} left (${name}, until ${localTime(resetAt, now, zone)})`,
      ),
    ...(publishedBy === null ? [] : [`publishing now: ${publishedBy}`]),
  ];
  return `  ${visible(account.name)} (${account.network}): ${parts.join('; ')}`;
}

function statusLines(status: Status, zone: string, paint: Paint): string[] {
  const { now, workers, killSwitch, counts, nextDue, dueSince, accounts, standing } = status;
  const count = counts
    .map(({ state, reason, count: many }) => `${many} ${state}${reason === null ? '' : ` (${reason})`}`)
    .join(', ');
  const waits =
    dueSince !== null && dueSince < now - 60_000 ? `, the oldest due ${untilTime(dueSince, now, zone)}` : '';
  const lines = [
    `worker: ${workers.length === 0 ? paint.yellow('none is at work (threadmill run)') : paint.green(visible(workers.join(', ')))}`,
    `sending: ${killSwitch === null ? 'allowed' : paint.red(`forbidden by ${visible(killSwitch)} (threadmill stop --end)`)}`,
    `publications: ${count === '' ? 'none yet' : count}${waits}`,
    `next: ${nextDue === null ? 'nothing is scheduled' : localTime(nextDue, now, zone)}`,
  ];
  if (accounts.length > 0) lines.push('accounts:', ...accounts.map((one) => accountLine(one, now, zone)));
  if (standing.length > 0) lines.push(paint.yellow('waiting for you:'));
  for (const record of standing) {
    lines.push(`  ${visible(record.draft)} → ${visible(record.account)}  ${paint.dim(record.id)}`);
    lines.push(...standstillLines(record, now, zone).map((line) => `    ${line}`));
  }
  return lines;
}

/** `threadmill status`: whether the worker is at work, what waits, what is left, and what needs a person. */
export const command = defineCommand({
  name: 'status',
  description:
    'Show whether a worker is at work and sending allowed, how much waits, what is left of limits and budget, and what needs you.',
  arguments: {},
  options: { json: { flags: '--json', about: 'print JSON' } },
  examples: [
    { line: 'status', about: 'at a glance' },
    { line: 'status --json', about: 'for a script or a status bar' },
  ],
  run: async (_args, options, io) => {
    const project = await openProject(io);
    return withPublishing(
      project,
      async ({ ports }) => {
        const status = await readStatus(ports, [...project.config.accounts.values()]);
        const foreign = foreignDatabase(project.env);
        if (foreign !== undefined) io.stderr.write(`warning: ${foreign}\n`);
        const lines = statusLines(status, zoneOf(project.config), makePaint(io.color));
        io.stdout.write(options.json ? `${safeJson(statusJson(status))}\n` : `${lines.join('\n')}\n`);
        return EXIT.done;
      },
      { dryRun: true },
    );
  },
});
