import type { Account } from '../../config/config.ts';
import { type Settings, settingsFor } from '../../drafts/settings.ts';
import type { MadeFile } from '../../networks/preparation.ts';
import type { Preview } from '../../preview/render-preview.ts';
import type { PlanFlags } from '../../publishing/freezing/plan.ts';
import { readsAhead } from '../../publishing/limits/first-use.ts';
import { usd } from '../../publishing/money.ts';
import type { Ports } from '../../publishing/ports.ts';
import type { FrozenThread, MicroUsd } from '../../publishing/publication.ts';
import type { Outlook } from '../../publishing/sending/publish-draft.ts';
import { sha256 } from '../../publishing/sha256.ts';
import type { Thread } from '../../threads/thread.ts';
import { namedZone } from '../../time/parse-when.ts';
import { type DraftNotice, eachDraft } from '../drafts/each-draft.ts';
import { loadDraft } from '../drafts/load-draft.ts';
import { hasErrors, preparePreview } from '../drafts/prepare-preview.ts';
import { profileOf } from '../drafts/targets.ts';
import { withFreshLimits } from '../project/account-limits.ts';
import { accountNamed, type Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';
import { freezeWhole, termsOf } from './freeze-whole.ts';
import { draftKey } from './open-publishing.ts';
import { publishingAccount } from './publishing-account.ts';

/** One draft for one account: what would be frozen now, and what publishing would do. */
export type Offer = {
  readonly account: Account;
  /** The thread of the preview that `fresh` was frozen from. */
  readonly thread: Thread;
  readonly fresh: FrozenThread;
  readonly outlook: Outlook;
  /** The maximum price of reading the account before the thread, counted for its first offer. */
  readonly reads: MicroUsd;
  /** The draft's front matter. */
  readonly settings: Settings;
};

/** The zone that a draft names for its time. */
export const ownZone = ({ settings: { publishAt } }: Offer): string | undefined =>
  publishAt === undefined ? undefined : namedZone(publishAt);

/** The offers of all named drafts. */
export type Offers = {
  readonly offers: readonly Offer[];
  readonly previews: readonly Preview[];
  /** Whether a draft could not be read, or has errors. */
  readonly isFaulty: boolean;
};

/** A notice about a draft. */
export type OfferNotice =
  | DraftNotice
  | { readonly type: 'has-errors'; readonly file: string; readonly preview: Preview }
  | { readonly type: 'limits-unknown'; readonly why: string }
  /** What could not be resolved or fetched for a draft, and the consequence; it is published anyway. */
  | { readonly type: 'not-prepared'; readonly draft: string; readonly notes: readonly string[] };

type Tell = (notice: OfferNotice) => void | Promise<void>;

type OfferContext = {
  readonly project: Project;
  readonly ports: Ports;
  readonly tell: Tell;
  readonly flags: PlanFlags;
  /** Accounts that an earlier offer has already read. */
  readonly seen: Set<string>;
};

function noAccount(file: string, network: string, project: Project): Refusal {
  const names = [...project.config.accounts.values()]
    .filter((account) => account.network === network)
    .map(({ name }) => name);
  const what =
    names.length === 0
      ? `no account on ${network} is configured. Add one: threadmill accounts add ${network}. To try it without keys: threadmill accounts add sandbox`
      : `there are several accounts on ${network}. Name one with --account: ${names.join(', ')}`;
  return new Refusal('configuration', `${file} is for ${network}, and ${what}.`);
}

/** The files to send instead of a draft's own: its cards, and its photos as converted for a network. */
function madeFor(
  { cards = new Map() }: Preview,
  photos: Preview['threads'][number]['photos'] = new Map(),
): ReadonlyMap<string, MadeFile> {
  const drawn = [...cards].map(([path, { png }]) => [path, { mime: 'image/png', bytes: png }] as const);
  return new Map<string, MadeFile>([...drawn, ...photos]);
}

async function offersFor(
  file: string,
  preview: Preview,
  source: { readonly key: string; readonly text: string },
  { project, ports, flags, seen, tell }: OfferContext,
): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const { thread, photos } of preview.threads) {
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
      made: madeFor(preview, photos),
      ...termsOf(preview.draft.settings, account.network),
    };
    const { replyTo } = settingsFor(preview.draft.settings, account.network);
    const frozen = await freezeWhole(input, account, { project, ports, flags, replyTo }, tell);
    if (!frozen.ok) throw new Refusal('draft', `${file} can’t be published. ${frozen.problems.join(' ')}`);
    const { fresh, outlook } = frozen;
    const reads = seen.has(account.name)
      ? 0
      : await readsAhead(ports.journal, publishingAccount(account, profile, project.env));
    seen.add(account.name);
    offers.push({ account, thread, fresh, outlook, reads, settings: preview.draft.settings });
  }
  return offers;
}

/** Makes the preview of drafts that would be sent now, including the price of reading their accounts. */
function withReads(preview: Preview, made: readonly Offer[]): Preview {
  const threads = preview.threads.map((shown) => {
    const reads = made.find(({ thread }) => thread === shown.thread)?.reads ?? 0;
    return reads === 0 ? shown : { ...shown, readsUsd: usd(reads) };
  });
  return { ...preview, threads };
}

/**
 * Reads drafts and decides what publishing each of them would do. A draft with errors becomes a notice and stops no other.
 *
 * @throws Refusal (configuration, usage) JournalError FileError
 */
export async function offers(
  files: readonly string[],
  wish: { readonly accounts: readonly string[]; readonly flags: PlanFlags },
  { project: known, ports, tell }: Omit<OfferContext, 'flags' | 'seen'>,
): Promise<Offers> {
  const wanted = [...known.config.accounts.values()].filter(
    ({ name }) => wish.accounts.length === 0 || wish.accounts.includes(name),
  );
  const project = await withFreshLimits(known, wanted, (why) => tell({ type: 'limits-unknown', why }));
  const found: Offer[] = [];
  const previews: Preview[] = [];
  const seen = new Set<string>();
  let isFaulty = false;
  const allRead = await eachDraft(files, tell, async (file) => {
    const loaded = await loadDraft(file, project);
    if (loaded.file === null)
      throw new Refusal(
        'usage',
        'A thread is frozen next to its draft, so publish needs files, not standard input.',
      );
    const preview = await preparePreview(loaded, project, {
      accounts: wish.accounts,
      anew: wish.flags.refreeze || wish.flags.again,
    });
    if (hasErrors(preview)) {
      previews.push(preview);
      await tell({ type: 'has-errors', file, preview });
      isFaulty = true;
      return;
    }
    const source = { key: draftKey(loaded.file, project), text: loaded.source };
    const context = { project, ports, flags: wish.flags, seen, tell };
    const made = await offersFor(file, preview, source, context);
    previews.push(withReads(preview, made));
    found.push(...made);
  });
  return { offers: found, previews, isFaulty: isFaulty || !allRead };
}
