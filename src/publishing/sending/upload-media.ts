import PQueue from 'p-queue';
import type { FocalPoint, MediaFile, UploadedMedia } from '../../networks/port.ts';
import { present } from '../present.ts';
import type { FrozenImage, PostRecord, PublicationRecord } from '../publication.ts';
import { sha256 } from '../sha256.ts';
import { ask } from './network-call.ts';
import type { Session } from './run-context.ts';
import { type Halt, paused } from './stop-reason.ts';

/** Concurrent uploads: enough to hide latency, few enough for a home connection. */
const UPLOADS_AT_ONCE = 3;

/** Repeat an upload that expires sooner: its post may have to wait for others. */
const FRESH_FOR_MS = 15 * 60_000;

type Missing = { readonly index: number; readonly position: number; readonly image: Uploadable };

type Uploadable = FrozenImage & {
  readonly alt: string;
  readonly focus?: FocalPoint;
  readonly upload: UploadedMedia | null;
  readonly use: NonNullable<MediaFile['use']>;
};

/** Lists a post's uploads in the order of their positions in the journal: its images, then its card's picture. */
export function uploadsOf({ media, card }: Pick<PostRecord, 'media' | 'card'>): Uploadable[] {
  const picture = card?.image === undefined ? [] : [{ ...card.image, alt: '', use: 'card' as const }];
  return [...media.map((image) => ({ ...image, use: 'image' as const })), ...picture];
}

/**
 * Uploads every image that waiting posts need and the network doesn't have yet, several at a time. Returns when all are there,
 * or with the reason why not. `lost` names posts (by index) whose uploads the network no longer has; they are uploaded again.
 * @throws FileError JournalError
 */
export async function uploadMedia(
  session: Session,
  record: PublicationRecord,
  lost: readonly number[] = [],
): Promise<Halt | undefined> {
  const { clock } = session.ports;
  const isFresh = ({ upload }: Uploadable): boolean =>
    upload !== null && (upload.expiresAt === undefined || upload.expiresAt - clock.now() > FRESH_FOR_MS);
  const missing = record.posts
    .filter(({ state }) => state === 'waiting')
    .flatMap((post) =>
      uploadsOf(post).map((image, position): Missing => ({ index: post.index, position, image })),
    )
    .filter(({ index, image }) => lost.includes(index) || !isFresh(image));
  if (missing.length === 0) return undefined;
  session.tell({ type: 'uploading', images: missing.length });
  const queue = new PQueue({ concurrency: UPLOADS_AT_ONCE });
  try {
    const halts = await Promise.all(missing.map((one) => queue.add(() => upload(session, record, one))));
    return halts.find((halt) => halt !== undefined);
  } finally {
    queue.clear();
    await queue.onIdle();
  }
}

async function upload(
  session: Session,
  record: PublicationRecord,
  { index, position, image }: Missing,
): Promise<Halt | undefined> {
  if (session.stop.aborted) return paused('stopped', 'It was stopped.');
  const { files, journal, clock } = session.ports;
  const { path, alt, mime, size, focus, use } = image;
  const bytes = await files.readMedia(record.draft, path);
  if (bytes === undefined || sha256(bytes) !== image.sha256)
    return paused(
      'media',
      `The image ${path} has changed since the thread was frozen. Restore it, or publish with --refreeze.`,
    );
  const asked = await ask(session, 'media', () =>
    session.publisher.client.upload({ path, alt, mime, bytes, use, ...present({ size, focus }) }),
  );
  if (!asked.ok) return asked.halt;
  await journal.keepUpload({ id: record.id, index, position }, asked.value, clock.now());
  return undefined;
}
