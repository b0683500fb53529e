import { resolve } from 'node:path';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { wires } from '../process/open-project.ts';
import { wholeNumber } from '../process/option-values.ts';

/** `threadmill sandbox`: a local server that behaves like the networks, until it is stopped. */
export const command = defineCommand({
  name: 'sandbox',
  description:
    'Start a local server that behaves like X, Bluesky and Mastodon, with their limits and faults, and a page that shows the threads. Point an account’s base_url at it. Ctrl-C stops it.',
  arguments: {},
  options: {
    port: { flags: '--port <number>', about: 'the port on 127.0.0.1; 0 takes a free one', default: '4747' },
    state: { flags: '--state <file>', about: 'keep everything in this file, and continue from it' },
    fault: {
      flags: '--fault <fault>',
      about: 'inject a fault: drop-response:0.3, delay:200, status:429@5, … (repeatable)',
      repeat: true,
    },
    lag: { flags: '--lag <ms>', about: 'how long a new post takes to appear in the timeline' },
    premium: { flags: '--premium', about: 'accept posts of up to 25,000' },
    seed: { flags: '--seed <number>', about: 'the seed for faults with a probability' },
  },
  examples: [
    { line: 'sandbox', about: 'start it, then open the address it prints' },
    { line: 'sandbox --fault drop-response:0.3', about: 'accept posts, but drop every third response' },
    {
      line: 'sandbox --port 0 --state .threadmill/sandbox.json',
      about: 'any free port, kept across restarts',
    },
  ],
  run: async (_args, options, io) => {
    const port = wholeNumber('--port', options.port, 0, 65_535) ?? 0;
    const lagMs = wholeNumber('--lag', options.lag, 0, 3_600_000);
    const seed = wholeNumber('--seed', options.seed, 0, 2 ** 32 - 1);
    const { signal } = io;
    const { startSandbox } = await wires();
    const sandbox = await startSandbox({
      port,
      faults: options.fault,
      premium: options.premium,
      ...(options.state === undefined ? {} : { stateFile: resolve(io.cwd, options.state) }),
      ...(lagMs === undefined ? {} : { lagMs }),
      ...(seed === undefined ? {} : { seed }),
    });
    io.stdout.write(`${sandbox.url}\n`);
    io.stderr.write('The sandbox is running; open the address above to see the threads. Ctrl-C stops it.\n');
    await new Promise<void>((done) => {
      if (signal.aborted) done();
      else signal.addEventListener('abort', () => done(), { once: true });
    });
    await sandbox.close();
    return EXIT.done;
  },
});
