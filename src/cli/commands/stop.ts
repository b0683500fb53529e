import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KILL_SWITCH } from '../../compose.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { openProject, shownPath } from '../project.ts';

/** `threadmill stop`: the kill switch. Nothing more is sent, by whatever process, until it is taken off. */
export const command = defineCommand({
  name: 'stop',
  description:
    'Forbid all sending at once, for every process of this project: a thread on its way stops after the request in flight. What is due waits. Take it off with --end.',
  arguments: {},
  options: { end: { flags: '--end', about: 'allow sending again' } },
  examples: [
    { line: 'stop', about: 'nothing more goes out' },
    { line: 'stop --end', about: 'go on; what stood in the middle of a thread: threadmill queue retry ID' },
  ],
  run: async (_args, options, io) => {
    const { root } = await openProject(io);
    const path = join(root, KILL_SWITCH);
    const shown = shownPath(path, io.cwd);
    const paint = makePaint(io.color);
    if (options.end) {
      const was = existsSync(path);
      rmSync(path, { force: true });
      io.stdout.write(
        was ? `Sending is allowed again (${shown} is gone).\n` : 'Sending was not forbidden.\n',
      );
      return EXIT.done;
    }
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, `All sending is forbidden since ${new Date(io.now()).toISOString()}.\n`, {
      mode: 0o600,
    });
    io.stdout.write(
      `${paint.red('stopped')}: nothing is sent while ${shown} is there. To go on: threadmill stop --end\n`,
    );
    return EXIT.done;
  },
});
