import { foreignDatabase } from '../../app/project/places.ts';
import { status } from '../../app/status/status.ts';
import { paint } from '../../preview/paint.ts';
import { safeJson } from '../../preview/visible.ts';
import { statusJson, statusLines } from '../lines/status-lines.ts';
import { editedLines, unreadLines } from '../lines/unread-lines.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';

/** `threadmill status`: shows whether a worker is running, what is scheduled, what is left, and what needs the user. */
export const command = defineCommand({
  name: 'status',
  description:
    'Show whether a worker is running and sending is allowed, what is scheduled, what is left of limits and budget, and what needs you.',
  arguments: {},
  options: { json: { flags: '--json', about: 'print JSON' } },
  examples: [
    { line: 'status', about: 'at a glance' },
    { line: 'status --json', about: 'for a script or a status bar' },
  ],
  run: async (_args, { json }, io) => {
    const project = await openProject(io);
    const now = await status(project);
    const foreign = foreignDatabase(project.env);
    if (foreign !== undefined) io.stderr.write(`warning: ${foreign}\n`);
    io.stderr.write(unreadLines(now.unread) + editedLines(now.edited));
    const lines = json ? [safeJson(statusJson(now))] : statusLines(now, project, paint(io.color));
    io.stdout.write(`${lines.join('\n')}\n`);
    return EXIT.done;
  },
});
