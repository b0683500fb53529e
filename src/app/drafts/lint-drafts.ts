import { replaceFile } from '../../disk/replace-file.ts';
import { refusalWords } from '../../disk/system-error.ts';
import type { Finding } from '../../drafts/finding.ts';
import { fixDraft } from '../../drafts/fix-draft.ts';
import type { Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';
import { type DraftNotice, eachDraft } from './each-draft.ts';
import { type LoadedDraft, readDraft } from './load-draft.ts';
import { preparePreview } from './prepare-preview.ts';

/** The findings of one draft. */
export type LintReport = {
  /** As given by the user. */
  readonly draft: string;
  readonly findings: readonly Finding[];
  /** The draft's lines, for excerpts. */
  readonly lines: readonly string[];
};

/** Progress of checking drafts. */
export type LintEvent =
  | DraftNotice
  | { readonly type: 'repaired'; readonly draft: string; readonly fixed: readonly Finding[] }
  | { readonly type: 'checked'; readonly report: LintReport };

type Tell = (event: LintEvent) => void | Promise<void>;

/** Repairs a file in place; returns whether anything changed. */
async function repaired(given: string, { file, source, marked }: LoadedDraft, tell: Tell): Promise<boolean> {
  const { text, fixed } = fixDraft(marked ? `\uFEFF${source}` : source);
  if (file === null || (text === source && !marked)) return false;
  try {
    await replaceFile(file, text);
  } catch (error) {
    const why = refusalWords(error);
    if (why === undefined) throw error;
    throw new Refusal('draft', `${given} can’t be repaired: ${why}. It was not changed.`, { cause: error });
  }
  await tell({ type: 'repaired', draft: given, fixed });
  return true;
}

async function examine(given: string, fix: boolean, project: Project, tell: Tell): Promise<LintReport> {
  let loaded = await readDraft(given, project);
  if (fix && !('undecoded' in loaded) && (await repaired(given, loaded, tell)))
    loaded = await readDraft(given, project);
  if ('undecoded' in loaded) return { draft: given, findings: [loaded.undecoded], lines: [] };
  const { findings } = await preparePreview(loaded, project, { onlyFindings: true });
  return { draft: given, findings, lines: loaded.source.split(/\r\n|\r|\n/) };
}

/** Checks drafts and reports each as soon as it is done. With `fix`, repairs what needs no judgement. */
export async function lintDrafts(
  files: readonly string[],
  { fix }: { readonly fix: boolean },
  project: Project,
  tell: Tell,
): Promise<{ readonly reports: readonly LintReport[]; readonly allRead: boolean }> {
  if (fix && files.includes('-'))
    throw new Refusal('usage', '--fix needs files: standard input can’t be repaired in place.');
  const reports: LintReport[] = [];
  const allRead = await eachDraft(files, tell, async (given) => {
    const report = await examine(given, fix, project, tell);
    reports.push(report);
    await tell({ type: 'checked', report });
  });
  return { reports, allRead };
}
