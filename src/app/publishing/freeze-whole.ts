import type { Account } from '../../config/config.ts';
import type { Settings } from '../../drafts/settings.ts';
import { type FreezeInput, type FreshThread, freezeThread } from '../../publishing/freezing/freeze.ts';
import type { PlanFlags } from '../../publishing/freezing/plan.ts';
import { newId } from '../../publishing/ids.ts';
import type { Ports } from '../../publishing/ports.ts';
import { type Outlook, outlookFor } from '../../publishing/sending/publish-draft.ts';
import type { Project } from '../project/project.ts';

/** A thread as it would be frozen now, with what publishing it means; or why its images can't be frozen. */
export type FrozenWhole =
  | { readonly ok: true; readonly fresh: FreshThread; readonly outlook: Outlook }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What a draft asks for besides its words. */
export function termsOf({ language }: Settings): NonNullable<FreezeInput['terms']> {
  return language === undefined ? {} : { languages: [language] };
}

/** Whether the thread is about to be frozen anew: only then is anything resolved or fetched for it. */
const isNew = (fresh: FreshThread, { plan, current }: Outlook): boolean =>
  plan.do === 'freeze' ||
  (plan.do === 'go-on' && plan.rest !== undefined) ||
  current?.draftHash !== fresh.draftHash;

/**
 * Freezes a thread with what its network resolves and fetches for it: accounts that are mentioned, link cards. A thread
 * that is frozen already is taken as it is, without asking anybody. @throws FileError JournalError
 */
export async function freezeWhole(
  input: FreezeInput,
  account: Account,
  { project, ports, flags }: { readonly project: Project; readonly ports: Ports; readonly flags: PlanFlags },
  tell: (notice: { type: 'not-prepared'; draft: string; notes: readonly string[] }) => void | Promise<void>,
): Promise<FrozenWhole> {
  const freeze = async (whole: FreezeInput): Promise<FrozenWhole> => {
    const frozen = await freezeThread(whole, ports.files, newId(ports.clock), ports.clock.now());
    if (!frozen.ok) return frozen;
    return { ok: true, fresh: frozen.thread, outlook: await outlookFor(ports, frozen.thread, flags) };
  };
  const bare = await freeze(input);
  if (!bare.ok || !isNew(bare.fresh, bare.outlook)) return bare;
  const { preparerOf } = await project.wires();
  const preparer = await preparerOf(account, project.around.signal);
  if (preparer === undefined) return bare;
  const preparation = await preparer.prepare({ posts: input.thread.posts });
  if (preparation.notes.length > 0)
    await tell({ type: 'not-prepared', draft: input.draft, notes: preparation.notes });
  return freeze({ ...input, preparation });
}
