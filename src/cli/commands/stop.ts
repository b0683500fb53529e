import { shownPath } from '../../app/project/project.ts';
import { allowSending, stopSending } from '../../app/status/stop-sending.ts';
import { paint } from '../../preview/paint.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';

/** `threadmill stop`: the kill switch. Nothing more is sent, by any process, until it is removed. */
export const command = defineCommand({
  name: 'stop',
  description:
    'Stop all sending at once, for every process of this project: a thread that is being sent stops after the request in flight. What is due waits. Allow sending again with --end.',
  arguments: {},
  options: { end: { flags: '--end', about: 'allow sending again' } },
  examples: [
    { line: 'stop', about: 'send nothing more' },
    {
      line: 'stop --end',
      about: 'allow sending; to continue an interrupted thread: threadmill queue retry ID',
    },
  ],
  run: async (_args, { end }, io) => {
    const project = await openProject(io);
    if (end) {
      const { was, path } = allowSending(project);
      const removed = `Sending is allowed again (removed ${shownPath(path, io.cwd)}).`;
      io.stdout.write(`${was ? removed : 'Sending was not stopped.'}\n`);
      return EXIT.done;
    }
    const shown = shownPath(stopSending(project), io.cwd);
    io.stdout.write(
      `${paint(io.color).red('stopped')}: nothing is sent while ${shown} exists. To allow sending again: threadmill stop --end\n`,
    );
    return EXIT.done;
  },
});
