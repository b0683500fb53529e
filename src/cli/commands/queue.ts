import { Refusal } from '../../app/refusal.ts';
import type { Account } from '../../config/config.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { moveTo } from '../../publishing/freezing/schedule-draft.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { retrySoon } from '../../publishing/sending/retry.ts';
import { type Attended, cancel } from '../../publishing/settling/cancel.ts';
import type { PublicationState } from '../../publishing/states.ts';
import { appointmentFor, wantedTime, whenOptions } from '../appointment.ts';
import { defineCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { type Publishing, publicationNamed, withPublishing } from '../open-publishing.ts';
import { wholeNumber } from '../option-values.ts';
import { accountNamed, openProject, type Project } from '../project.ts';
import { publicationJson } from '../publication-json.ts';
import { publicationDetails, publicationLines } from '../publication-lines.ts';
import { forecastFor, forecastLine } from '../queue-forecast.ts';
import { queueTable, queueWeek } from '../queue-lines.ts';
import { orNothingSent, sendingFailure } from '../sending-failure.ts';
import { zoneNote, zoneOf, zoneOfRecord } from '../zone.ts';

/** What is in the queue: all that is not settled. */
const OPEN: readonly PublicationState[] = ['scheduled', 'publishing', 'paused', 'failed'];

const ACTIONS = ['show', 'move', 'cancel', 'retry'] as const;
type Action = (typeof ACTIONS)[number];

type ListOptions = {
  readonly account: string | undefined;
  readonly limit: number;
  readonly week: boolean;
  readonly json: boolean;
};

async function list(
  options: ListOptions,
  project: Project,
  { ports }: Publishing,
  io: Io,
): Promise<ExitCode> {
  const { journal, clock } = ports;
  const { config } = project;
  const only = options.account === undefined ? undefined : accountNamed(config, options.account);
  const records = await journal.publications({
    states: OPEN,
    order: 'due',
    limit: options.limit,
    ...(only === undefined ? {} : { account: only.name }),
  });
  const accounts: readonly Account[] = only === undefined ? [...config.accounts.values()] : [only];
  const forecasts = [];
  for (const account of accounts)
    if (records.some((record) => record.account === account.name))
      forecasts.push(await forecastFor(ports, account, records));
  if (options.json) {
    const ends = new Map(forecasts.flatMap((one) => [...one.ends]));
    const shapes = records.map((record) => {
      const end = ends.get(record.id) ?? null;
      return { ...publicationJson(record), ends_at: end === null ? null : new Date(end).toISOString() };
    });
    io.stdout.write(`${safeJson(shapes)}\n`);
    return EXIT.done;
  }
  const paint = makePaint(io.color);
  const zone = zoneOf(config, only);
  const view = { now: clock.now(), zone, paint };
  const lines = options.week ? queueWeek(records, config, accounts, view) : [];
  if (!options.week && records.length > 0) lines.push(...queueTable(records, view));
  if (records.length === 0 && !options.week)
    lines.push('The queue is empty. To fill it: threadmill schedule FILE --at WHEN');
  for (const forecast of forecasts.filter(({ posts }) => posts > 0))
    lines.push(`${paint.bold(forecast.account)}: ${forecastLine(forecast, clock.now(), zone)}`);
  if (records.length > 0) lines.push(...zoneNote(config, zone).map(paint.dim));
  if (records.length === options.limit)
    lines.push(paint.dim(`Only the first ${options.limit} are shown; for more: --limit.`));
  const forbidden = await ports.killSwitch();
  if (forbidden !== undefined)
    lines.push(paint.red(`Nothing is sent: ${visible(forbidden)} is there. To go on: threadmill stop --end`));
  io.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.done;
}

async function attend(
  action: Exclude<Action, 'show'>,
  record: PublicationRecord,
  written: string | undefined,
  project: Project,
  { ports }: Publishing,
  io: Io,
): Promise<Attended> {
  if (action === 'cancel') return cancel(ports, record);
  if (action === 'retry') return retrySoon(ports, record);
  if (written === undefined)
    throw new Refusal('usage', 'Move it where? Say --at WHEN, or --next for the first free slot.');
  const account = accountNamed(project.config, record.account);
  const when = await appointmentFor(written, account, project.config, ports.clock.now(), io);
  return { ok: true, record: await moveTo(ports, record, when) };
}

/** `threadmill queue`: what waits, and what stands still, by its time. */
export const command = defineCommand({
  name: 'queue',
  description:
    'Show what waits to go out and what stands still, by its time; or look at one publication of it (show), give it another time (move), drop it (cancel), or let the worker send it as soon as it can (retry).',
  arguments: {
    action: { form: '[action]', about: 'what to do with one of them', choices: ACTIONS },
    publication: { form: '[publication]', about: 'an ID, the first letters of one, or a draft' },
  },
  options: {
    ...whenOptions,
    week: { flags: '--week', about: 'as a calendar of the next seven days, with the free slots' },
    account: { flags: '--account <name>', about: 'only this account' },
    limit: { flags: '--limit <number>', about: 'at most so many', default: '200' },
    json: { flags: '--json', about: 'print JSON: an array, or an object where one was named' },
  },
  examples: [
    { line: 'queue', about: 'all of it, the next first' },
    { line: 'queue --week', about: 'as a calendar' },
    { line: 'queue move 7h2k0q9x4m1c --at "mon 9am"', about: 'give one another time' },
    { line: 'queue cancel posts/paper-small-rivers.md', about: 'drop one' },
  ],
  run: async (args, options, io) => {
    const limit = wholeNumber('--limit', options.limit, 1, 1_000_000) ?? 200;
    const project = await openProject(io);
    const { action, publication } = args;
    const written = wantedTime(options);
    if (written !== undefined && action !== 'move')
      throw new Refusal('usage', '--at and --next are for: threadmill queue move ID');
    if (action === undefined) {
      const { account, week, json } = options;
      return withPublishing(
        project,
        (publishing) => list({ account, limit, week, json }, project, publishing, io),
        { dryRun: true },
      );
    }
    if (publication === undefined)
      throw new Refusal('usage', `Which one? Give its ID: threadmill queue ${action} ID`);
    return orNothingSent(() =>
      withPublishing(project, async (publishing) => {
        const { clock } = publishing.ports;
        const named = await publicationNamed(publication, project, publishing, io);
        const paint = makePaint(io.color);
        const zone = zoneOfRecord(project.config, named);
        const show = (lines: readonly string[], record: PublicationRecord): ExitCode => {
          io.stdout.write(
            options.json
              ? `${safeJson(publicationJson(record))}\n`
              : `${[...lines, ...zoneNote(project.config, zone)].join('\n')}\n`,
          );
          return EXIT.done;
        };
        if (action === 'show') return show(publicationDetails(named, clock.now(), paint, zone), named);
        try {
          const result = await attend(action, named, written, project, publishing, io);
          if (result.ok)
            return show(publicationLines(result.record, clock.now(), paint, zone), result.record);
          io.stderr.write(`${paint.yellow('not done:')} ${visible(result.why)}\n`);
          return EXIT.notSent;
        } catch (error) {
          const failure = sendingFailure(error, 0);
          io.stderr.write(`${paint.red('error:')} ${visible(failure.message)}\n`);
          return failure.code;
        }
      }),
    );
  },
});
