import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Account } from '../../config/config.ts';
import { NETWORK_IDS } from '../../drafts/network-id.ts';
import { NETWORKS } from '../../networks/networks.ts';
import type { ReadPost } from '../../networks/port.ts';
import { type FreezeInput, freezeThread } from '../../publishing/freezing/freeze.ts';
import { newId } from '../../publishing/ids.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { sameText } from '../../publishing/same-text.ts';
import { publishDraft } from '../../publishing/sending/publish-draft.ts';
import type { PublishEvent } from '../../publishing/sending/run-context.ts';
import { sha256 } from '../../publishing/sha256.ts';
import type { Thread } from '../../threads/thread.ts';
import { imageFinder } from '../drafts/image-finder.ts';
import { loadDraft } from '../drafts/load-draft.ts';
import { preparePreview } from '../drafts/prepare-preview.ts';
import { profileOf } from '../drafts/targets.ts';
import type { Project } from '../project/project.ts';
import { whileSending } from '../publishing/sending-failure.ts';
import { Refusal } from '../refusal.ts';

/** Which post of a thread on X the sandbox accepts while losing its response, from 1: the second, or the only one. */
const lostAnswer = (posts: number): number => Math.min(2, posts);

/** Credentials that only the sandbox accepts. */
const SECRETS = {
  THREADMILL_DEMO_TOKEN: 'user-demo',
  THREADMILL_DEMO_IDENTIFIER: 'demo.test',
  THREADMILL_DEMO_APP_PASSWORD: 'demo-demo-demo-demo',
};

/** The result on one network, read back. */
export type DemoResult = {
  /** The network's display name. */
  readonly network: string;
  readonly record: PublicationRecord;
  /** The posts on the account, oldest first. */
  readonly readBack: readonly ReadPost[];
};

/** A draft of the demo: its thread for X, the file it was built from, and that file's text. */
export type DemoDraft = { readonly file: string; readonly source: string; readonly thread: Thread };

/** A draft's threads for every network, with the images made for them. */
export type DemoThreads = Pick<DemoDraft, 'file' | 'source'> & {
  readonly threads: readonly Thread[];
  readonly made: NonNullable<FreezeInput['made']>;
};

/** Splits the demo's draft for every network. */
export async function demoThreads({ file, source }: DemoDraft, project: Project): Promise<DemoThreads> {
  const preview = await preparePreview(await loadDraft(file, project), project, { networks: NETWORK_IDS });
  const made = new Map(
    [...(preview.cards ?? [])].map(([path, { png }]) => [path, { mime: 'image/png', bytes: png }]),
  );
  return { file, source, threads: preview.threads.map(({ thread }) => thread), made };
}

/** Whether the account has exactly the frozen posts, in order, each a reply to the one before. */
export function isWhole({ record, readBack }: DemoResult): boolean {
  return (
    readBack.length === record.posts.length &&
    readBack.every(
      (post, index) =>
        sameText(post.text, record.posts[index]?.text ?? '') &&
        post.parentId === (readBack[index - 1]?.id ?? null),
    )
  );
}

/** Enough posts to be worth watching, few enough to watch. */
const POSTS = { least: 4, most: 12 };

/** Picks the best draft for the demo: one with an image, and of a good length. */
export function mostTelling(drafts: readonly DemoDraft[]): DemoDraft | undefined {
  const points = ({ thread }: DemoDraft): number => {
    const { length } = thread.posts;
    const image = thread.posts.some(({ media }) => media.length > 0) ? 2 : 0;
    return image + (length >= POSTS.least && length <= POSTS.most ? 1 : 0);
  };
  return drafts.toSorted((a, b) => points(b) - points(a))[0];
}

/**
 * Publishes a draft's threads through the real pipeline to a sandbox that runs only during this call, network by network, and
 * reads them back. Journals, frozen files and the sandbox's state are in a temporary folder that is removed afterwards; the
 * project is only read.
 */
export function publishToSandbox(
  draft: DemoThreads,
  project: Project,
  tell: (event: PublishEvent | { readonly type: 'begins'; readonly network: string }) => void,
): Promise<DemoResult[]> {
  let sent = 0;
  return whileSending(
    () => sent,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'threadmill-demo-'));
      const { startSandbox } = await project.wires();
      const onX = draft.threads.find(({ network }) => network === 'x')?.posts.length ?? 1;
      const sandbox = await startSandbox({ faults: [`drop-response/x@${lostAnswer(onX)}`] });
      try {
        const results: DemoResult[] = [];
        for (const thread of draft.threads) {
          const { network } = thread;
          tell({ type: 'begins', network: NETWORKS[network].name });
          const place: DemoPlace = {
            root: join(folder, network),
            url: sandbox.url,
            tell: (event) => {
              if (event.type === 'sent' || event.type === 'found') sent += 1;
              tell(event);
            },
          };
          results.push(await publish(draft, thread, place, project));
        }
        return results;
      } finally {
        await sandbox.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
}

/** Where a demo publishes, and whom it tells. */
type DemoPlace = {
  readonly root: string;
  readonly url: string;
  readonly tell: (event: PublishEvent) => void;
};

async function publish(
  { file, source, made }: DemoThreads,
  thread: Thread,
  { root, url, tell }: DemoPlace,
  project: Project,
): Promise<DemoResult> {
  const { openPorts, publisherOf } = await project.wires();
  const { network } = thread;
  await mkdir(join(root, 'posts'), { recursive: true });
  const ports = await openPorts({
    root,
    databasePath: join(root, '.threadmill', 'threadmill.db'),
    findImage: (_draft, path) => imageFinder(project)(file, path),
  });
  try {
    const account: Account = {
      name: 'demo',
      network,
      baseUrl: url,
      findDelaysMs: [200, 500],
    };
    const { media, prices } = profileOf({ network, account }, project.config);
    const publisher = await publisherOf(account, { media, prices }, SECRETS, ports);
    const input = {
      thread,
      account: account.name,
      draft: `posts/${basename(file)}`,
      draftHash: sha256(source),
      prices,
      media,
      made,
    };
    const frozen = await freezeThread(input, ports.files, newId(ports.clock), ports.clock.now());
    if (!frozen.ok) throw new Refusal('draft', frozen.problems.join(' '));
    const stop = project.around.signal;
    const result = await publishDraft(ports, publisher, frozen.thread, {
      again: false,
      refreeze: false,
      stop,
      tell,
    });
    if (!result.ok) throw new Error(`A new journal refused a new draft: ${result.why}`);
    const { value } = await publisher.client.newerThan(null, 100);
    return { network: NETWORKS[network].name, record: result.record, readBack: value.posts.toReversed() };
  } finally {
    await ports.journal.close();
  }
}
