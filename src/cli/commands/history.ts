import { accountNamed } from '../../app/project/project.ts';
import { zoneOf, zoneOfRecord } from '../../app/project/zone.ts';
import { showPublications } from '../../app/publishing/one-publication.ts';
import { publicationJson } from '../../app/publishing/publication-json.ts';
import { history, spending } from '../../app/status/history.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson } from '../../preview/visible.ts';
import { historyLines } from '../lines/history-lines.ts';
import { publicationDetails } from '../lines/publication-lines.ts';
import { spendingJson, spendingLines } from '../lines/spending-lines.ts';
import { editedLines, unreadLines } from '../lines/unread-lines.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';
import { wholeNumber } from '../process/option-values.ts';

/** `threadmill history`: what was published, what is paused and why, newest first. */
export const command = defineCommand({
  name: 'history',
  description:
    'Show publications, newest first: what was published, what it cost, what is paused or failed and why, and what was spent each month. With an ID or a draft, show each of its posts.',
  arguments: { publication: { form: '[publication]', about: 'an ID, the first letters of one, or a draft' } },
  options: {
    account: { flags: '--account <name>', about: 'only this account' },
    limit: { flags: '--limit <number>', about: 'show at most this many', default: '20' },
    spending: { flags: '--spending', about: 'only what was spent, by account and month (UTC), for a year' },
    json: { flags: '--json', about: 'print JSON: an array, or an object for one' },
  },
  examples: [
    { line: 'history', about: 'the last 20' },
    { line: 'history posts/paper-small-rivers.md', about: 'one draft, post by post' },
    { line: 'history --spending --json', about: 'the bill, for a script' },
  ],
  run: async ({ publication }, options, io) => {
    const limit = wholeNumber('--limit', options.limit, 1, 1_000_000) ?? 20;
    const project = await openProject(io);
    const { config } = project;
    const paint = makePaint(io.color);
    const print = (lines: readonly string[]): void => io.stdout.write(`${lines.join('\n')}\n`);
    if (publication !== undefined) {
      const shown = await showPublications({ word: publication, account: options.account }, project);
      const [first, ...others] = shown.map(({ record }) => publicationJson(record));
      if (options.json) print([safeJson(others.length === 0 ? first : [first, ...others])]);
      for (const { record, at, isEdited } of shown) {
        if (isEdited === true) io.stderr.write(editedLines([record]));
        if (!options.json) print(publicationDetails(record, at, paint, zoneOfRecord(project, record)));
      }
      return EXIT.done;
    }
    if (options.spending) {
      const bill = await spending(options.account, project);
      if (options.json) print([safeJson(bill.map(spendingJson))]);
      else print(bill.length === 0 ? ['Nothing was spent in the last twelve months.'] : spendingLines(bill));
      return EXIT.done;
    }
    const only = options.account === undefined ? undefined : accountNamed(config, options.account);
    const { at, records, recent, unread } = await history({ account: only?.name, limit }, project);
    io.stderr.write(unreadLines(unread));
    if (options.json) print([safeJson(records.map(publicationJson))]);
    else if (records.length === 0) print(['Nothing was published yet.']);
    else {
      print(historyLines(records, { now: at, zone: zoneOf(project, only), zones: project, paint }));
      for (const line of spendingLines(recent)) print([paint.dim(line)]);
    }
    return EXIT.done;
  },
});
