import type { Account } from '../../config/config.ts';
import type { NetworkId } from '../../drafts/network-id.ts';
import { type Settings, settingsFor } from '../../drafts/settings.ts';
import type { Term } from '../../networks/network.ts';
import { NETWORKS } from '../../networks/networks.ts';
import type { Preparation } from '../../networks/preparation.ts';
import { type FreezeInput, type FreshThread, freezeThread } from '../../publishing/freezing/freeze.ts';
import type { PlanFlags } from '../../publishing/freezing/plan.ts';
import { newId } from '../../publishing/ids.ts';
import type { Ports } from '../../publishing/ports.ts';
import { present } from '../../publishing/present.ts';
import { type Outlook, outlookFor } from '../../publishing/sending/publish-draft.ts';
import type { Project } from '../project/project.ts';

/** A thread as it would be frozen now, with its plan; or why its images can't be frozen. */
export type FrozenWhole =
  | { readonly ok: true; readonly fresh: FreshThread; readonly outlook: Outlook }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Returns the settings of a draft for a network: those of the whole thread, and those of each post. */
export function termsOf(settings: Settings, network: NetworkId): Pick<FreezeInput, 'terms' | 'labels'> {
  const { honours, replySettings } = NETWORKS[network];
  const { language } = settings;
  const asked = settingsFor(settings, network);
  const ifHonoured = <T>(term: Term, value: T | undefined): T | undefined =>
    honours.includes(term) ? value : undefined;
  const labels = present({
    contentWarning: ifHonoured('content_warning', asked.contentWarning),
    sensitive: ifHonoured('sensitive', asked.sensitive),
    madeWithAi: ifHonoured('made_with_ai', asked.madeWithAi),
    paidPartnership: ifHonoured('paid_partnership', asked.paidPartnership),
    visibility: ifHonoured('visibility', asked.visibility),
  });
  return {
    terms: present({
      languages: language === undefined ? undefined : [language],
      replySettings: replySettings?.find((known) => known === asked.replySettings),
    }),
    ...(Object.keys(labels).length === 0 ? {} : { labels: () => labels }),
  };
}

/** Returns the post that a thread replies to, on a network whose URLs contain the id. */
function outsideParent(network: NetworkId, url: string | undefined): Pick<Preparation, 'replyTo'> {
  const id = url === undefined ? undefined : NETWORKS[network].addresses.idIn(url);
  return url === undefined || id === undefined ? {} : { replyTo: { id, url } };
}

/** Whether the thread is about to be frozen again: only then is anything resolved or fetched for it. */
const isNew = (fresh: FreshThread, { plan, current }: Outlook): boolean =>
  plan.do === 'freeze' ||
  (plan.do === 'go-on' && plan.rest !== undefined) ||
  current?.draftHash !== fresh.draftHash;

/** On networks with many servers, an id is only valid on its own server. */
const isElsewhere = ({ network, baseUrl }: Account, url: string): boolean =>
  NETWORKS[network].serversDiffer === true &&
  baseUrl !== undefined &&
  new URL(url).origin !== new URL(baseUrl).origin;

type FreezeContext = {
  readonly project: Project;
  readonly ports: Ports;
  readonly flags: PlanFlags;
  /** The URL of the post that the thread replies to. */
  readonly replyTo?: string | undefined;
};

/**
 * Freezes a thread with what its network resolves and fetches for it: mentions, link cards. A thread that is already frozen is
 * used unchanged, without requests. @throws FileError JournalError
 */
export async function freezeWhole(
  input: FreezeInput,
  account: Account,
  { project, ports, flags, replyTo }: FreezeContext,
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
  const known = outsideParent(account.network, replyTo);
  if (known.replyTo !== undefined && isElsewhere(account, known.replyTo.url))
    return {
      ok: false,
      problems: [
        `reply_to names a post on another server than that of account ${account.name}. Open the post on ${account.baseUrl}, and copy its address there.`,
      ],
    };
  if (preparer === undefined) {
    if (known.replyTo === undefined) return bare;
    return freeze({ ...input, preparation: { posts: [], notes: [], ...known } });
  }
  const preparation = await preparer.prepare({ posts: input.thread.posts, ...present({ replyTo }) });
  if (preparation.notes.length > 0)
    await tell({ type: 'not-prepared', draft: input.draft, notes: preparation.notes });
  return freeze({ ...input, preparation });
}
