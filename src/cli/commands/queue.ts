import { accountNamed } from '../../app/project/project.ts';
import { zoneOf } from '../../app/project/zone.ts';
import { wantedTime } from '../../app/publishing/appointment.ts';
import { showPublication } from '../../app/publishing/one-publication.ts';
import { orNothingSent } from '../../app/publishing/sending-failure.ts';
import { changeQueue, queueView } from '../../app/queue/queue-view.ts';
import { Refusal } from '../../app/refusal.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { queueJson, queueLines } from '../lines/queue-lines.ts';
import { editedLines, unreadLines } from '../lines/unread-lines.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';
import { wholeNumber } from '../process/option-values.ts';
import { showOne } from '../process/show-one.ts';
import { chooseTime, whenOptions } from '../process/when-options.ts';

const ACTIONS = ['show', 'move', 'cancel', 'retry'] as const;

/** `threadmill queue`: what is scheduled, and what is paused or failed, by its time. */
export const command = defineCommand({
  name: 'queue',
  description:
    'Show what is scheduled and what is paused or failed, by its time; or look at one publication (show), change its time (move), cancel it (cancel), or let the worker send it as soon as it can (retry).',
  arguments: {
    action: { form: '[action]', about: 'what to do with one of them', choices: ACTIONS },
    publication: { form: '[publication]', about: 'an ID, the first letters of one, or a draft' },
  },
  options: {
    ...whenOptions,
    week: { flags: '--week', about: 'as a calendar of the next seven days, with the free slots' },
    account: { flags: '--account <name>', about: 'only this account' },
    limit: { flags: '--limit <number>', about: 'show at most this many', default: '200' },
    json: { flags: '--json', about: 'print JSON: an array, or an object if one was named' },
  },
  examples: [
    { line: 'queue', about: 'all of it, the next first' },
    { line: 'queue --week', about: 'as a calendar' },
    { line: 'queue move 7h2k0q9x4m1c --at "mon 9am"', about: 'change its time' },
    { line: 'queue cancel posts/paper-small-rivers.md', about: 'cancel one' },
  ],
  run: async ({ action, publication }, options, io) => {
    const limit = wholeNumber('--limit', options.limit, 1, 1_000_000) ?? 200;
    const project = await openProject(io);
    const { config } = project;
    const paint = makePaint(io.color);
    const when = wantedTime(options);
    if (when !== undefined && action !== 'move')
      throw new Refusal('usage', '--at and --next are for: threadmill queue move ID');
    if (action === undefined) {
      const queue = await queueView({ account: options.account, limit }, project);
      io.stderr.write(unreadLines(queue.unread) + editedLines(queue.edited));
      const only = options.account === undefined ? undefined : accountNamed(config, options.account);
      const view = { now: queue.at, zone: zoneOf(project, only), zones: project, paint };
      const text = options.json
        ? safeJson(queueJson(queue))
        : queueLines(queue, { limit, week: options.week }, view).join('\n');
      io.stdout.write(`${text}\n`);
      return EXIT.done;
    }
    if (publication === undefined)
      throw new Refusal('usage', `Which publication? Name it: threadmill queue ${action} ID`);
    const name = { word: publication, account: options.account };
    const show = showOne(options.json, project, io);
    if (action === 'show') {
      show(await orNothingSent(() => showPublication(name, project)), 'whole');
      return EXIT.done;
    }
    const change = action === 'move' ? { to: action, when } : { to: action };
    const result = await changeQueue(name, change, project, chooseTime(io));
    if (result.ok) show(result);
    else io.stderr.write(`${paint.yellow('not done:')} ${visible(result.why)}\n`);
    return result.ok ? EXIT.done : EXIT.notSent;
  },
});
