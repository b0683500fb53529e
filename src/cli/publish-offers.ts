import { Refusal } from '../app/refusal.ts';
import type { Account } from '../config/config.ts';
import type { Settings } from '../drafts/settings.ts';
import { counted } from '../preview/amounts.ts';
import { renderFinding } from '../preview/finding-lines.ts';
import type { Preview } from '../preview/render-preview.ts';
import { makeSheet } from '../preview/sheet.ts';
import { visible } from '../preview/visible.ts';
import { freezeThread } from '../publishing/freezing/freeze.ts';
import type { PlanFlags } from '../publishing/freezing/plan.ts';
import { newId } from '../publishing/ids.ts';
import type { FrozenThread } from '../publishing/publication.ts';
import { type Outlook, outlookFor } from '../publishing/sending/publish-draft.ts';
import { sha256 } from '../publishing/sha256.ts';
import type { Thread } from '../threads/thread.ts';
import { eachFile } from './each-file.ts';
import type { Io } from './io.ts';
import { loadDraft } from './load-draft.ts';
import { draftKey, type Publishing } from './open-publishing.ts';
import { hasErrors, preparePreview } from './prepare-preview.ts';
import { accountNamed, type Project } from './project.ts';
import { profileOf } from './targets.ts';

/** Longer lines are tiring to read. */
const WIDEST = 100;

/** One draft for one account: what would be frozen now, and what publishing it means. */
export type Offer = {
  readonly account: Account;
  /** The thread of the preview that `fresh` was frozen from. */
  readonly thread: Thread;
  readonly fresh: FrozenThread;
  readonly outlook: Outlook;
  /** The draft's front matter. */
  readonly settings: Settings;
};

/** What came of all the drafts that were named. */
export type Offers = {
  readonly offers: readonly Offer[];
  readonly previews: readonly Preview[];
  /** Whether some draft could not be read, or has errors. */
  readonly isFaulty: boolean;
};

function noAccount(file: string, network: string, project: Project): Refusal {
  const names = [...project.config.accounts.values()]
    .filter((account) => account.network === network)
    .map(({ name }) => name);
  const what =
    names.length === 0
      ? `no account on ${network} is configured. Add one to config/threadmill.yaml; to see it work without keys: threadmill demo`
      : `there are several accounts on ${network}. Name one with --account: ${names.join(', ')}`;
  return new Refusal('configuration', `${file} is for ${network}, and ${what}.`);
}

async function tellErrors(file: string, preview: Preview, io: Io): Promise<void> {
  const errors = preview.findings.filter(({ severity }) => severity === 'error');
  const messages = errors.map(({ message }) => message);
  const sheet = await makeSheet(Math.min(io.columns, WIDEST), io.color, messages);
  const lines = errors.flatMap((finding) => renderFinding(finding, sheet));
  io.stderr.write(
    `${sheet.paint.red('error:')} ${visible(file)} has ${counted(errors.length, 'error')}, so it is not published.\n${lines.join('\n')}\n`,
  );
}

async function offersFor(
  file: string,
  preview: Preview,
  source: { readonly key: string; readonly text: string },
  project: Project,
  publishing: Publishing,
  flags: PlanFlags,
): Promise<Offer[]> {
  const { ports } = publishing;
  const offers: Offer[] = [];
  for (const { thread } of preview.threads) {
    if (thread.account === null) throw noAccount(file, thread.network, project);
    const account = accountNamed(project.config, thread.account);
    const profile = profileOf({ network: account.network, account }, project.config);
    const input = {
      thread,
      account: account.name,
      draft: source.key,
      draftHash: sha256(source.text),
      prices: profile.prices,
      media: profile.media,
    };
    const frozen = await freezeThread(input, ports.files, newId(ports.clock), ports.clock.now());
    if (!frozen.ok) throw new Refusal('draft', `${file} can’t be published. ${frozen.problems.join(' ')}`);
    const outlook = await outlookFor(ports, frozen.thread, flags);
    offers.push({ account, thread, fresh: frozen.thread, outlook, settings: preview.draft.settings });
  }
  return offers;
}

/**
 * Reads drafts and decides what publishing each of them means; one with errors is told on stderr and stops no other.
 *
 * @throws Refusal (configuration, usage) JournalError FileError
 */
export async function offersOf(
  files: readonly string[],
  accounts: readonly string[],
  flags: PlanFlags,
  project: Project,
  publishing: Publishing,
  io: Io,
): Promise<Offers> {
  const offers: Offer[] = [];
  const previews: Preview[] = [];
  let isFaulty = false;
  const allRead = await eachFile(files, io, async (file) => {
    const loaded = await loadDraft(file, project, io);
    if (loaded.file === null)
      throw new Refusal(
        'usage',
        'A thread is frozen beside its draft, so publish needs files, not standard input.',
      );
    const preview = await preparePreview(loaded, project, { accounts });
    previews.push(preview);
    if (hasErrors(preview)) {
      await tellErrors(file, preview, io);
      isFaulty = true;
      return;
    }
    const source = { key: draftKey(loaded.file, project), text: loaded.source };
    offers.push(...(await offersFor(file, preview, source, project, publishing, flags)));
  });
  return { offers, previews, isFaulty: isFaulty || !allRead };
}
