import { Refusal } from '../../app/refusal.ts';
import type { Finding } from '../../drafts/finding.ts';
import { fixDraft } from '../../drafts/fix-draft.ts';
import { counted } from '../../preview/amounts.ts';
import { renderFinding } from '../../preview/finding-lines.ts';
import { findingJson } from '../../preview/preview-json.ts';
import { makeSheet } from '../../preview/sheet.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { defineCommand } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { excerpt } from '../excerpt.ts';
import { EXIT } from '../exit-code.ts';
import { systemMeaning } from '../failure.ts';
import type { Io } from '../io.ts';
import { type LoadedDraft, readDraft } from '../load-draft.ts';
import { preparePreview } from '../prepare-preview.ts';
import { openProject, type Project } from '../project.ts';
import { replaceFile } from '../replace-file.ts';

/** Lines longer than this are tiring to read. */
const WIDEST = 100;

/** What lint found in one file. */
type Report = {
  readonly draft: string;
  readonly findings: readonly Finding[];
  readonly lines: readonly string[];
};

/** Repairs a file in place and tells what was done; whether anything was. */
async function fix(given: string, { file, source, marked }: LoadedDraft, io: Io): Promise<boolean> {
  const { text, fixed } = fixDraft(marked ? `\uFEFF${source}` : source);
  if (file === null || (text === source && !marked)) return false;
  try {
    await replaceFile(file, text);
  } catch (error) {
    const why = systemMeaning(error);
    if (why === undefined) throw error;
    throw new Refusal('draft', `${given} can’t be repaired: ${why}. It stays as it was.`, {
      cause: error,
    });
  }
  const places = fixed.map(
    ({ line, column, message }) => `  repaired ${line}:${column} ${visible(message)}\n`,
  );
  io.stderr.write(`${visible(given)}: ${counted(fixed.length, 'repair')}\n${places.join('')}`);
  return true;
}

async function examine(given: string, repair: boolean, project: Project, io: Io): Promise<Report> {
  let loaded = await readDraft(given, project, io);
  if ('undecoded' in loaded) return { draft: given, findings: [loaded.undecoded], lines: [] };
  if (repair && (await fix(given, loaded, io))) loaded = await readDraft(given, project, io);
  if ('undecoded' in loaded) return { draft: given, findings: [loaded.undecoded], lines: [] };
  const { findings } = await preparePreview(loaded, project);
  return { draft: given, findings, lines: loaded.source.split(/\r\n|\r|\n/) };
}

function tally(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    ...(of('error') > 0 ? [counted(of('error'), 'error')] : []),
    ...(of('warning') > 0 ? [counted(of('warning'), 'warning')] : []),
    ...(of('info') > 0 ? [counted(of('info'), 'note')] : []),
  ];
  return parts.length === 0 ? 'nothing to mend' : parts.join(', ');
}

async function show({ draft, findings, lines }: Report, io: Io): Promise<void> {
  const near = findings.flatMap(({ line, message }) => [message, lines[line - 1] ?? '']);
  const sheet = await makeSheet(Math.min(io.columns, WIDEST), io.color, near);
  const { bold, dim } = sheet.paint;
  io.stdout.write(`${bold(visible(draft))}: ${tally(findings)}\n`);
  for (const finding of findings)
    io.stdout.write(
      `${[...renderFinding(finding, sheet), ...excerpt(lines, finding, sheet).map(dim)].join('\n')}\n`,
    );
}

/** `threadmill lint FILE…`: what is wrong or doubtful in drafts, with its place; `--fix` repairs what is certain. */
export const command = defineCommand({
  name: 'lint',
  description:
    'Name what is wrong or doubtful in drafts, with line, column and what to do. Exit code 1 on errors.',
  arguments: { files: { form: '<file...>', about: 'drafts; - for standard input' } },
  options: {
    fix: { flags: '--fix', about: 'repair what needs no judgement, such as a broken encoding' },
    json: { flags: '--json', about: 'print JSON: an object for one file, an array for several' },
  },
  examples: [
    { line: 'lint posts/*.md', about: 'all drafts' },
    { line: 'lint --fix posts/update-gauge-log-9.md', about: 'repair one, in place' },
  ],
  run: async (args, options, io) => {
    if (options.fix && args.files.includes('-'))
      throw new Refusal('usage', '--fix needs files: standard input can’t be repaired in place.');
    const project = await openProject(io);
    const reports: Report[] = [];
    const allRead = await eachFile(args.files, io, async (given) => {
      const report = await examine(given, options.fix, project, io);
      reports.push(report);
      if (!options.json) await show(report, io);
    });
    if (options.json) {
      const shapes = reports.map(({ draft, findings }) => ({ draft, findings: findings.map(findingJson) }));
      if (args.files.length > 1) io.stdout.write(`${safeJson(shapes)}\n`);
      else if (shapes[0] !== undefined) io.stdout.write(`${safeJson(shapes[0])}\n`);
    } else if (reports.length > 1) {
      const all = reports.flatMap(({ findings }) => findings);
      io.stdout.write(`${counted(reports.length, 'draft')}: ${tally(all)}\n`);
    }
    const errors = reports.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
    return allRead && !errors ? EXIT.done : EXIT.draft;
  },
});
