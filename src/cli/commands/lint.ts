import { lintDrafts } from '../../app/drafts/lint-drafts.ts';
import { counted } from '../../preview/amounts.ts';
import { findingJson } from '../../preview/preview-json.ts';
import { safeJson } from '../../preview/visible.ts';
import { draftNotices } from '../lines/draft-notice.ts';
import { repairLines, reportLines, tally } from '../lines/lint-lines.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { lintThreadCount, startLintThreads } from '../process/lint-threads.ts';
import { openProject } from '../process/open-project.ts';
import { stopTurbofan } from '../process/stop-turbofan.ts';

/** From so many drafts on, the run is long enough for V8 to start its slowest compiler. */
const MANY = 100;

/** `threadmill lint FILE…`: finds problems in drafts, with their places; `--fix` repairs what needs no judgement. */
export const command = defineCommand({
  name: 'lint',
  description:
    'Find problems in drafts, each with its line, its column and what to do. Exit code 1 if there are errors.',
  arguments: { files: { form: '<file...>', about: 'drafts; - for standard input' } },
  options: {
    fix: { flags: '--fix', about: 'repair what needs no judgement, such as a broken encoding' },
    json: { flags: '--json', about: 'print JSON: an object for one file, an array for several' },
  },
  examples: [
    { line: 'lint posts/*.md', about: 'all drafts' },
    { line: 'lint --fix posts/update-gauge-log-9.md', about: 'repair one, in place' },
  ],
  run: async ({ files }, { fix, json }, io) => {
    if (files.length >= MANY && !fix) stopTurbofan();
    const project = await openProject(io);
    const notice = draftNotices(io);
    // Standard input can be read by one thread only, and a repair goes with its notice.
    const count = fix || files.includes('-') ? 1 : lintThreadCount(files.length);
    const threads = count > 1 ? startLintThreads(files, project, count - 1) : undefined;
    const wish = { fix, examine: threads?.examine };
    const { reports, allRead } = await lintDrafts(files, wish, project, async (event) => {
      if (event.type === 'repaired') io.stderr.write(repairLines(event));
      else if (event.type !== 'checked') notice(event);
      else if (!json) io.stdout.write(await reportLines(event.report, io));
    }).finally(() => threads?.stop());
    if (json) {
      const shapes = reports.map(({ draft, findings }) => ({ draft, findings: findings.map(findingJson) }));
      const shape = files.length > 1 ? shapes : shapes[0];
      if (shape !== undefined) io.stdout.write(`${safeJson(shape)}\n`);
    } else if (reports.length > 1) {
      const all = reports.flatMap(({ findings }) => findings);
      io.stdout.write(`${counted(reports.length, 'draft')}: ${tally(all)}\n`);
    }
    const hasErrors = reports.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
    return allRead && !hasErrors ? EXIT.done : EXIT.draft;
  },
});
