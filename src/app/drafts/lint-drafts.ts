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
  /** The draft's text, for excerpts; empty if it is not text. */
  readonly source: string;
};

/** Progress of checking drafts. */
export type LintEvent =
  | DraftNotice
  | { readonly type: 'repaired'; readonly draft: string; readonly fixed: readonly Finding[] }
  | { readonly type: 'checked'; readonly report: LintReport };

type Tell = (event: LintEvent) => void | Promise<void>;

async function repairFile(given: string, { file, source, marked }: LoadedDraft, tell: Tell): Promise<void> {
  const { text, fixed } = fixDraft(marked ? `\uFEFF${source}` : source);
  if (file === null || (text === source && !marked)) return;
  try {
    await replaceFile(file, text);
  } catch (error) {
    const why = refusalWords(error);
    if (why === undefined) throw error;
    throw new Refusal('draft', `${given} can’t be repaired: ${why}. It was not changed.`, { cause: error });
  }
  await tell({ type: 'repaired', draft: given, fixed });
}

/** Repairs a draft in place if it needs it and is text. */
async function repair(given: string, project: Project, tell: Tell): Promise<void> {
  const loaded = await readDraft(given, project);
  if (!('undecoded' in loaded)) await repairFile(given, loaded, tell);
}

/** Returns the findings of one draft. @throws Refusal (draft) if it can't be read */
export async function examineDraft(given: string, project: Project): Promise<LintReport> {
  const loaded = await readDraft(given, project);
  if ('undecoded' in loaded) return { draft: given, findings: [loaded.undecoded], source: '' };
  const { findings } = await preparePreview(loaded, project, { onlyFindings: true });
  return { draft: given, findings, source: loaded.source };
}

/** How to check drafts. */
export type LintWish = {
  /** Repairs what needs no judgement. */
  readonly fix: boolean;
  /** Finds what `examineDraft` finds, but elsewhere: on another thread. */
  readonly examine?: ((given: string) => Promise<LintReport>) | undefined;
};

/** Checks drafts and reports each as soon as it and those before it are done. */
export async function lintDrafts(
  files: readonly string[],
  { fix, examine = (given) => examineDraft(given, project) }: LintWish,
  project: Project,
  tell: Tell,
): Promise<{ readonly reports: readonly LintReport[]; readonly allRead: boolean }> {
  if (fix && files.includes('-'))
    throw new Refusal('usage', '--fix needs files: standard input can’t be repaired in place.');
  const reports: LintReport[] = [];
  const allRead = await eachDraft(files, tell, async (given) => {
    if (fix) await repair(given, project, tell);
    const report = await examine(given);
    reports.push(report);
    await tell({ type: 'checked', report });
  });
  return { reports, allRead };
}
