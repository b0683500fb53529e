import type { MediaLimits, Prices } from '../../threads/profile.ts';
import type { Media, Thread } from '../../threads/thread.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { FileStore } from '../file-store.ts';
import type { FrozenMedia, FrozenPost, FrozenThread } from '../journal.ts';
import { microUsd } from '../money.ts';
import { sha256 } from '../sha256.ts';
import { imageFormat } from './image-format.ts';

/** What is frozen, for whom. */
export type FreezeInput = {
  readonly thread: Thread;
  readonly account: string;
  /** Path of the draft relative to the project's folder, and SHA-256 of its text. */
  readonly draft: string;
  readonly draftHash: string;
  readonly prices: Prices;
  readonly media: MediaLimits;
};

/** A thread ready to be frozen, or the sentences that say why its images can't be. */
export type Frozen =
  | { readonly ok: true; readonly thread: FrozenThread }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A hash of all that a reader will see, and of nothing else. */
export function hashOfPosts(posts: readonly FrozenPost[]): string {
  const seen = posts.map(({ text, facets, media }) => [
    text,
    (facets ?? []).map(({ byteStart, byteEnd, url }) => [byteStart, byteEnd, url]),
    media.map(({ sha256: hash, alt }) => [hash, alt]),
  ]);
  return sha256(JSON.stringify(seen));
}

/** Why an image can't go out as it is, in sentences; empty where it can. */
export function mediaProblems(
  image: Pick<FrozenMedia, 'path' | 'alt'>,
  bytes: Uint8Array | undefined,
  limits: MediaLimits,
): string[] {
  const { path, alt } = image;
  if (bytes === undefined) return [`The image ${path} is missing.`];
  const problems: string[] = [];
  if (imageFormat(bytes) === undefined) problems.push(`The image ${path} is no PNG, JPEG, GIF or WebP file.`);
  if (bytes.length > limits.imageBytes)
    problems.push(`The image ${path} has ${bytes.length} bytes; the network takes ${limits.imageBytes}.`);
  if (alt.trim() === '')
    problems.push(`The image ${path} has no alt text: write it between the brackets, ![like this](${path}).`);
  if (alt.length > limits.altLength)
    problems.push(
      `The alt text of ${path} has ${alt.length} characters; the network takes ${limits.altLength}.`,
    );
  return problems;
}

async function freezeMedia(
  input: FreezeInput,
  image: Media,
  files: FileStore,
): Promise<FrozenMedia | string[]> {
  const bytes = await files.readMedia(input.draft, image.path);
  const problems = mediaProblems(image, bytes, input.media);
  if (bytes === undefined || problems.length > 0) return problems;
  return {
    path: image.path,
    alt: image.alt,
    mime: imageFormat(bytes) ?? '',
    sha256: sha256(bytes),
    bytes: bytes.length,
    costMicroUsd: microUsd(input.prices.altText),
  };
}

/**
 * Fixes a thread byte for byte: exact posts, what each costs, and the hashes of the images as they are on the disk
 * now. @throws FileError where an image can't be read
 */
export async function freezeThread(
  input: FreezeInput,
  files: FileStore,
  id: string,
  now: EpochMs,
): Promise<Frozen> {
  const { thread, prices } = input;
  const problems: string[] = [];
  const posts: FrozenPost[] = [];
  for (const { index, text, links, facets, media } of thread.posts) {
    const frozen: FrozenMedia[] = [];
    if (media.length > input.media.perPost)
      problems.push(`Post ${index} has ${media.length} images; the network takes ${input.media.perPost}.`);
    for (const image of media) {
      const result = await freezeMedia(input, image, files);
      if (Array.isArray(result)) problems.push(...result);
      else frozen.push(result);
    }
    posts.push({
      index,
      text,
      urls: links.map(({ url }) => url),
      ...(facets === undefined ? {} : { facets }),
      costMicroUsd: microUsd(links.length > 0 ? prices.postWithUrl : prices.post),
      media: frozen,
    });
  }
  if (posts.length === 0) problems.push('The draft has nothing to publish.');
  if (problems.length > 0) return { ok: false, problems };
  const { account, draft, draftHash } = input;
  const { network } = thread;
  return {
    ok: true,
    thread: {
      id,
      account,
      network,
      draft,
      frozenAt: now,
      draftHash,
      textHash: hashOfPosts(posts),
      posts,
    },
  };
}
