import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Account } from '../../config/config.ts';
import type { ReadPost } from '../../networks/port.ts';
import { freezeThread } from '../../publishing/freezing/freeze.ts';
import { newId } from '../../publishing/ids.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { sameText } from '../../publishing/same-text.ts';
import { publishDraft } from '../../publishing/sending/publish-draft.ts';
import type { PublishEvent } from '../../publishing/sending/run-context.ts';
import { sha256 } from '../../publishing/sha256.ts';
import type { Thread } from '../../threads/thread.ts';
import { imageFinder } from '../drafts/image-finder.ts';
import { profileOf } from '../drafts/targets.ts';
import type { Project } from '../project/project.ts';
import { whileSending } from '../publishing/sending-failure.ts';
import { Refusal } from '../refusal.ts';

/** What the sandbox does to the demo: it carries the second post out, and loses its answer. */
const FAULT = 'drop-response@2';

/** Published, and read back. */
export type DemoResult = {
  readonly record: PublicationRecord;
  /** What stands on the account, oldest first. */
  readonly readBack: readonly ReadPost[];
};

/** A draft of the demo: the thread, the file it was built from, and that file's text. */
export type DemoDraft = { readonly file: string; readonly source: string; readonly thread: Thread };

/** Whether the account holds exactly the frozen posts, in order, each a reply to the one before. */
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

/** Long enough to be a thread worth watching, short enough to be watched; in posts. */
const POSTS = { least: 4, most: 12 };

/** The draft that shows most: one with an image, and of a good length. */
export function mostTelling(drafts: readonly DemoDraft[]): DemoDraft | undefined {
  const points = ({ thread }: DemoDraft): number => {
    const { length } = thread.posts;
    const image = thread.posts.some(({ media }) => media.length > 0) ? 2 : 0;
    return image + (length >= POSTS.least && length <= POSTS.most ? 1 : 0);
  };
  return drafts.toSorted((a, b) => points(b) - points(a))[0];
}

/**
 * Publishes a thread through the real pipeline to a sandbox that lives as long as this call, and reads it back.
 * Journal, frozen file and sandbox are in a temporary folder, which is gone after; the project is only read.
 */
export function publishToSandbox(
  { file, source, thread }: DemoDraft,
  project: Project,
  tell: (event: PublishEvent) => void,
): Promise<DemoResult> {
  let sent = 0;
  const count = (event: PublishEvent): void => {
    if (event.type === 'sent' || event.type === 'found') sent += 1;
    tell(event);
  };
  return whileSending(
    () => sent,
    () => publish({ file, source, thread }, project, count),
  );
}

async function publish(
  { file, source, thread }: DemoDraft,
  project: Project,
  tell: (event: PublishEvent) => void,
): Promise<DemoResult> {
  const { openPorts, publisherOf, startSandbox } = await project.wires();
  const folder = await mkdtemp(join(tmpdir(), 'threadmill-demo-'));
  const sandbox = await startSandbox({ faults: [FAULT] });
  try {
    await mkdir(join(folder, 'posts'));
    const ports = await openPorts({
      root: folder,
      databasePath: join(folder, '.threadmill', 'threadmill.db'),
      findImage: (_draft, path) => imageFinder(project)(file, path),
    });
    try {
      const account: Account = {
        name: 'demo',
        network: 'x',
        baseUrl: sandbox.url,
        premium: false,
        findDelaysMs: [200, 500],
      };
      const { media, prices } = profileOf({ network: 'x', account }, project.config);
      const publisher = await publisherOf(account, media, { THREADMILL_DEMO_TOKEN: 'user-demo' }, ports);
      const input = {
        thread,
        account: account.name,
        draft: `posts/${basename(file)}`,
        draftHash: sha256(source),
        prices,
        media,
      };
      const frozen = await freezeThread(input, ports.files, newId(ports.clock), ports.clock.now());
      if (!frozen.ok) throw new Refusal('draft', frozen.problems.join(' '));
      const flags = { again: false, refreeze: false };
      const result = await publishDraft(ports, publisher, frozen.thread, flags, {
        stop: project.around.signal,
        tell,
      });
      if (!result.ok) throw new Error(`A new journal refused a new draft: ${result.why}`);
      const { value } = await publisher.client.newerThan(null, 100);
      return { record: result.record, readBack: value.posts.toReversed() };
    } finally {
      await ports.journal.close();
    }
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}
