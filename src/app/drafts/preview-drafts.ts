import { existsSync } from 'node:fs';
import type { Preview, ThreadPreview } from '../../preview/render-preview.ts';
import { firstUse } from '../../publishing/limits/first-use.ts';
import { usd } from '../../publishing/money.ts';
import type { PreviousThread } from '../../threads/previous-cuts.ts';
import { databaseUrlIn } from '../project/places.ts';
import { accountNamed, type Project } from '../project/project.ts';
import { type DraftNotice, eachDraft } from './each-draft.ts';
import { loadDraft } from './load-draft.ts';
import { hasErrors, preparePreview } from './prepare-preview.ts';
import { previousThread } from './previous-thread.ts';
import { profileOf, type Wish } from './targets.ts';

/** Progress of previewing drafts; each is shown as soon as it is ready. */
export type PreviewEvent =
  | DraftNotice
  | { readonly type: 'previewed'; readonly preview: Preview }
  /** The journal can't be read, so the preview lacks the account's limits. */
  | { readonly type: 'limits-unknown'; readonly why: string };

/** The result of previewing drafts. */
export type PreviewedDrafts = {
  readonly previews: readonly Preview[];
  /** Whether a draft could not be read, or has errors. */
  readonly isFaulty: boolean;
};

/** Makes the preview for accounts unknown to the journal: each must be read before its first thread. */
function unknown(preview: Preview, { config }: Project): Preview {
  const threads = preview.threads.map((shown) => {
    const { account, network } = shown.thread;
    if (account === null) return shown;
    const { prices } = profileOf({ network, account: accountNamed(config, account) }, config);
    const reads = firstUse(prices);
    return reads === 0 ? shown : { ...shown, readsUsd: usd(reads) };
  });
  return { ...preview, threads };
}

/** Adds what the journal knows to a preview; without a journal, its code is not even loaded. */
async function limited(
  preview: Preview,
  file: string | null,
  project: Project,
  onUnknown: (why: string) => void,
): Promise<Preview> {
  const hasAccount = preview.threads.some(({ thread }) => thread.account !== null);
  if (!hasAccount) return preview;
  const hasJournal = existsSync(project.databasePath) || databaseUrlIn(project.env) !== undefined;
  if (!hasJournal) return unknown(preview, project);
  const { withLimits } = await import('./preview-limits.ts');
  return withLimits(preview, file, project, onUnknown);
}

/**
 * Shows what each network will receive of each draft, `-` being standard input. Sends nothing, writes nothing.
 *
 * @throws Refusal (usage) for an account that does not exist
 */
export async function previewDrafts(
  files: readonly string[],
  wish: Wish,
  project: Project,
  tell: (event: PreviewEvent) => void | Promise<void>,
): Promise<PreviewedDrafts> {
  const previews: Preview[] = [];
  const allRead = await eachDraft(files, tell, async (given) => {
    const loaded = await loadDraft(given, project);
    const prepared = await preparePreview(loaded, project, wish);
    const preview = await limited(prepared, loaded.file, project, (why) =>
      tell({ type: 'limits-unknown', why }),
    );
    previews.push(preview);
    await tell({ type: 'previewed', preview });
  });
  return { previews, isFaulty: !allRead || previews.some(hasErrors) };
}

/** A thread of a draft, and the one last frozen for the same account. */
export type ComparedThread = {
  /** The draft's path as given. */
  readonly given: string;
  readonly thread: ThreadPreview['thread'];
  readonly before: PreviousThread | undefined;
};

/** Compares each thread of drafts with the one last frozen for the same account. @throws Refusal (usage) */
export async function compareDrafts(
  files: readonly string[],
  wish: Wish,
  project: Project,
  tell: (event: DraftNotice | ({ readonly type: 'compared' } & ComparedThread)) => void | Promise<void>,
): Promise<PreviewedDrafts> {
  const previews: Preview[] = [];
  const allRead = await eachDraft(files, tell, async (given) => {
    const loaded = await loadDraft(given, project);
    const preview = await preparePreview(loaded, project, wish);
    previews.push(preview);
    for (const { thread } of preview.threads) {
      const { account, network } = thread;
      const known = account === null ? {} : await previousThread(loaded, account, network);
      await tell({ type: 'compared', given, thread, before: known.previous });
    }
  });
  return { previews, isFaulty: !allRead || previews.some(hasErrors) };
}
