import { zoneOf } from '../../app/project/zone.ts';
import { Refusal } from '../../app/refusal.ts';
import { runWorker } from '../../app/worker/run-worker.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';
import { wholeNumber } from '../process/option-values.ts';
import { VERSION } from '../process/version.ts';
import { logFor, workerOutcome } from '../process/worker-outcome.ts';

/** `threadmill run`: the worker, which sends what is due until it is stopped. */
export const command = defineCommand({
  name: 'run',
  description:
    'Send scheduled publications when they are due, those of the project’s frozen files included, and continue paused ones, until Ctrl-C or SIGTERM: then the request in flight is finished, and nothing else begins. One worker is enough for a project; a second one refuses to start, or waits with --wait and takes over when the first ends or dies. With DATABASE_URL, any number of workers share the work.',
  arguments: {
    files: { form: '[file...]', about: 'with --once: only these drafts, or their frozen files' },
  },
  options: {
    once: { flags: '--once', about: 'send what is due now, and exit: for cron' },
    wait: { flags: '--wait', about: 'wait while another worker is running, and take over after it' },
    metrics: { flags: '--metrics <port>', about: 'serve /metrics and /healthz on 127.0.0.1' },
    json: { flags: '--json', about: 'log as JSON lines also at a terminal' },
    level: {
      flags: '--log-level <level>',
      about: 'the lowest level that is logged',
      default: 'info',
      choices: ['debug', 'info', 'warn', 'error'],
    },
  },
  examples: [
    { line: 'run', about: 'at a terminal, or as a service (docs/scheduling.md has the unit)' },
    { line: 'run --once', about: 'from cron, every few minutes' },
    { line: 'run --once posts/a.md', about: 'one draft, as its frozen file has it' },
    { line: 'run --wait --metrics 9464', about: 'a second machine’s stand-by, watched by Prometheus' },
  ],
  run: async ({ files }, { once, wait, ...options }, io) => {
    const metricsPort = wholeNumber('--metrics', options.metrics, 0, 65_535);
    const project = await openProject(io);
    const log = logFor(io, options.json, options.level, zoneOf(project));
    const outcome = workerOutcome();
    if (files.length > 0 && !once) throw new Refusal('usage', 'Files are sent once: add --once.');
    const wish = { once, files, wait, metricsPort, log, tell: outcome.note, version: VERSION };
    const { heldBy } = await runWorker(wish, project);
    const code = outcome.code();
    if (heldBy !== undefined && code === EXIT.done) return EXIT.notSent;
    return once || code === EXIT.bug ? code : EXIT.done;
  },
});
