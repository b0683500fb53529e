import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { type MonthlySpending, monthlySpending } from '../../publishing/limits/monthly-spending.ts';
import { dollars, usd } from '../../publishing/money.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { publicationNamed, withPublishing } from '../open-publishing.ts';
import { wholeNumber } from '../option-values.ts';
import { accountNamed, openProject } from '../project.ts';
import { publicationJson } from '../publication-json.ts';
import { publicationDetails, publicationLines } from '../publication-lines.ts';
import { zoneNote, zoneOf, zoneOfRecord } from '../zone.ts';

/** How far back the bill goes, and how much of it stands below the list, in months. */
const A_YEAR = 12;
const RECENT_MONTHS = 3;

/** `spent  me  2026-02  $1.305`, one line a month. */
const spendingLines = (bill: readonly MonthlySpending[]): string[] =>
  bill.map(({ account, month, spent }) => `spent  ${visible(account)}  ${month}  ${dollars(spent)}`);

/** `threadmill history`: what was published, what is paused and why, newest first. */
export const command = defineCommand({
  name: 'history',
  description:
    'Show publications, newest first: what went out, what it cost, and what stands still and why; and what was spent each month. With an ID or a draft, every post of it.',
  arguments: { publication: { form: '[publication]', about: 'an ID, the first letters of one, or a draft' } },
  options: {
    account: { flags: '--account <name>', about: 'only this account' },
    limit: { flags: '--limit <number>', about: 'at most so many', default: '20' },
    spending: { flags: '--spending', about: 'only what was spent, by account and month (UTC), for a year' },
    json: { flags: '--json', about: 'print JSON: an array, or an object where one was named' },
  },
  examples: [
    { line: 'history', about: 'the last 20' },
    { line: 'history posts/paper-small-rivers.md', about: 'one draft, post by post' },
    { line: 'history --spending --json', about: 'the bill, for a script' },
  ],
  run: async (args, options, io) => {
    const limit = wholeNumber('--limit', options.limit, 1, 1_000_000) ?? 20;
    const project = await openProject(io);
    const only = options.account === undefined ? undefined : accountNamed(project.config, options.account);
    const accounts = only === undefined ? [...project.config.accounts.keys()] : [only.name];
    const paint = makePaint(io.color);
    return withPublishing(
      project,
      async (publishing) => {
        const now = publishing.ports.clock.now();
        if (args.publication !== undefined) {
          const record = await publicationNamed(args.publication, project, publishing, io);
          const zone = zoneOfRecord(project.config, record);
          const lines = [...publicationDetails(record, now, paint, zone), ...zoneNote(project.config, zone)];
          io.stdout.write(options.json ? `${safeJson(publicationJson(record))}\n` : `${lines.join('\n')}\n`);
          return EXIT.done;
        }
        const spending = async (months: number): Promise<MonthlySpending[]> =>
          (
            await Promise.all(
              accounts.map((name) => monthlySpending(publishing.ports.journal, name, now, months)),
            )
          ).flat();
        if (options.spending) {
          const bill = await spending(A_YEAR);
          const shapes = bill.map((one) => ({ account: one.account, month: one.month, usd: usd(one.spent) }));
          if (options.json) io.stdout.write(`${safeJson(shapes)}\n`);
          else if (bill.length === 0) io.stdout.write('Nothing was spent in the last twelve months.\n');
          for (const line of options.json ? [] : spendingLines(bill)) io.stdout.write(`${line}\n`);
          return EXIT.done;
        }
        const account = options.account === undefined ? {} : { account: options.account };
        const records = await publishing.ports.journal.publications({ ...account, limit });
        if (options.json) io.stdout.write(`${safeJson(records.map(publicationJson))}\n`);
        else if (records.length === 0) io.stdout.write('Nothing was published yet.\n');
        const zone = zoneOf(project.config, only);
        for (const record of options.json ? [] : records)
          io.stdout.write(`${publicationLines(record, now, paint, zone).join('\n')}\n`);
        for (const line of options.json || records.length === 0 ? [] : zoneNote(project.config, zone))
          io.stdout.write(`${paint.dim(line)}\n`);
        const recent = options.json || records.length === 0 ? [] : await spending(RECENT_MONTHS);
        for (const line of spendingLines(recent)) io.stdout.write(`${paint.dim(line)}\n`);
        return EXIT.done;
      },
      { dryRun: true },
    );
  },
});
