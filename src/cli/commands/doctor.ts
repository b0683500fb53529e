import { doctor } from '../../app/doctor/doctor.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { wires } from '../process/open-project.ts';

/** `threadmill doctor`: checks that everything publishing needs is in place. */
export const command = defineCommand({
  name: 'doctor',
  description:
    'Check what publishing needs, and name the fix of each problem: settings, credentials, clock, time zone, files, git, disk, journal, services, servers. Sends nothing. Exits with 0 if nothing fails, otherwise with 3.',
  arguments: {},
  options: {
    online: { flags: '--online', about: 'also ask the networks’ own servers whether they respond' },
    json: { flags: '--json', about: 'print JSON' },
  },
  examples: [{ line: 'doctor', about: 'before the first publish, or when something is wrong' }],
  run: async (_args, options, io) => {
    const checks = await doctor(io, wires, { online: options.online });
    const failed = checks.some(({ status }) => status === 'fail');
    if (options.json) io.stdout.write(`${safeJson(checks)}\n`);
    else {
      const paint = makePaint(io.color);
      const labels = { ok: paint.green('ok  '), warn: paint.yellow('warn'), fail: paint.red('FAIL') };
      for (const { status, about, message, fix } of checks) {
        io.stdout.write(
          `${labels[status]}  ${visible(about)}: ${visible(message).replaceAll('\n', '\n      ')}\n`,
        );
        if (fix !== undefined) io.stdout.write(`      ${paint.dim('fix:')} ${visible(fix)}\n`);
      }
    }
    return failed ? EXIT.configuration : EXIT.done;
  },
});
