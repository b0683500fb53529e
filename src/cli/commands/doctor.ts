import { doctor } from '../../app/doctor/doctor.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { wires } from '../process/open-project.ts';

/** `threadmill doctor`: whether everything that publishing needs is in place. */
export const command = defineCommand({
  name: 'doctor',
  description:
    'Check what publishing needs: Node, configuration, credentials, permissions, the journal. Sends nothing.',
  arguments: {},
  options: { json: { flags: '--json', about: 'print JSON' } },
  examples: [{ line: 'doctor', about: 'before the first publish, or when something is wrong' }],
  run: async (_args, options, io) => {
    const checks = await doctor(io, wires);
    const failed = checks.some(({ status }) => status === 'fail');
    if (options.json) io.stdout.write(`${safeJson(checks)}\n`);
    else {
      const paint = makePaint(io.color);
      const labels = { ok: paint.green('ok  '), warn: paint.yellow('warn'), fail: paint.red('FAIL') };
      for (const { status, about, message } of checks)
        io.stdout.write(
          `${labels[status]}  ${visible(about)}: ${visible(message).replaceAll('\n', '\n      ')}\n`,
        );
    }
    return failed ? EXIT.configuration : EXIT.done;
  },
});
