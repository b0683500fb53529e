import type { PostLabels } from '../../networks/port.ts';
import type { MadeFile, Preparation } from '../../networks/preparation.ts';
import type { MediaLimits, Prices } from '../../threads/profile.ts';
import type { Media, Post, Thread } from '../../threads/thread.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { FileStore } from '../file-store.ts';
import { microUsd } from '../money.ts';
import { present } from '../present.ts';
import type { FrozenCard, FrozenMedia, FrozenPost, FrozenThread, ThreadTerms } from '../publication.ts';
import { sha256 } from '../sha256.ts';
import { type MadeMedia, madeMedia } from './made-media.ts';
import { mediaFormat, pixelSize } from './media-format.ts';
import { mediaProblems } from './media-problems.ts';
import { NEWEST_HASH, threadHash } from './thread-hash.ts';

/** What to freeze, and for which account. */
export type FreezeInput = {
  readonly thread: Thread;
  readonly account: string;
  /** Path of the draft relative to the project's folder. */
  readonly draft: string;
  readonly draftHash: string;
  readonly prices: Prices;
  readonly media: MediaLimits;
  /** The draft's settings for the whole thread; the outside parent comes with `preparation`. */
  readonly terms?: Omit<ThreadTerms, 'replyTo'>;
  readonly labels?: (post: Post) => PostLabels | undefined;
  /** What the network's preparer resolved and fetched. */
  readonly preparation?: Preparation;
  /** Images made for the thread (cards, converted photos), by the path in the thread's media. */
  readonly made?: ReadonlyMap<string, MadeFile>;
};

/** A frozen thread, with the files to write beside its draft when it is kept. */
export type FreshThread = FrozenThread & { readonly made?: readonly MadeMedia[] };

/** A frozen thread, or one sentence for each image that can't be sent. */
export type Frozen =
  | { readonly ok: true; readonly thread: FreshThread }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Collected while freezing the posts. */
type Gathered = { readonly problems: string[]; readonly made: MadeMedia[] };

async function freezeMedia(
  input: FreezeInput,
  { path, alt, video }: Media,
  files: FileStore,
  { problems, made }: Gathered,
): Promise<FrozenMedia[]> {
  const madeFile = input.made?.get(path);
  const bytes = madeFile?.bytes ?? (await files.readMedia(input.draft, path));
  const found = mediaProblems({ path, alt }, bytes, input.media);
  problems.push(...found);
  if (bytes === undefined || found.length > 0) return [];
  const isDescribed = video === undefined || input.media.video?.altLength !== 0;
  const price = { alt, costMicroUsd: isDescribed ? microUsd(input.prices.altText) : 0 };
  const size = video === undefined || video.width * video.height === 0 ? pixelSize(bytes) : video;
  if (madeFile !== undefined) {
    const { image, made: file } = madeMedia(input.draft, present({ ...madeFile, size }));
    made.push(file);
    return [{ ...image, ...price }];
  }
  const facts = { path, mime: mediaFormat(bytes) ?? '', sha256: sha256(bytes), bytes: bytes.length };
  return [{ ...present({ ...facts, size }), ...price }];
}

function freezeCard(
  { draft }: FreezeInput,
  card: NonNullable<Preparation['posts'][number]['card']>,
  { made }: Gathered,
): FrozenCard {
  const { image: picture, ...words } = card;
  if (picture === undefined) return words;
  const { image, made: file } = madeMedia(draft, picture);
  made.push(file);
  return { ...words, image };
}

async function freezePost(
  input: FreezeInput,
  post: Post,
  files: FileStore,
  gathered: Gathered,
): Promise<FrozenPost> {
  const { index, text, links, media } = post;
  const { prices } = input;
  const prepared = input.preparation?.posts[index - 1];
  if (media.length > input.media.perPost)
    gathered.problems.push(
      `Post ${index} has ${media.length} images; the network takes ${input.media.perPost}.`,
    );
  const frozen: FrozenMedia[] = [];
  for (const image of media) frozen.push(...(await freezeMedia(input, image, files, gathered)));
  return {
    index,
    text,
    urls: links.map(({ url }) => url),
    ...present({
      facets: prepared?.facets ?? post.facets,
      card: prepared?.card === undefined ? undefined : freezeCard(input, prepared.card, gathered),
      labels: input.labels?.(post),
    }),
    costMicroUsd: microUsd(links.length > 0 ? prices.postWithUrl : prices.post),
    media: frozen,
  };
}

/**
 * Fixes a thread byte for byte: exact posts, the price of each, and the hashes of the images on disk or just made. Writes
 * nothing. @throws FileError if an image can't be read
 */
export async function freezeThread(
  input: FreezeInput,
  files: FileStore,
  id: string,
  now: EpochMs,
): Promise<Frozen> {
  const gathered: Gathered = { problems: [], made: [] };
  const posts: FrozenPost[] = [];
  for (const post of input.thread.posts) posts.push(await freezePost(input, post, files, gathered));
  if (posts.length === 0) gathered.problems.push('The draft has nothing to publish.');
  if (gathered.problems.length > 0) return { ok: false, problems: gathered.problems };
  const { account, draft, draftHash, terms, preparation } = input;
  const thread = {
    id,
    account,
    network: input.thread.network,
    draft,
    frozenAt: now,
    draftHash,
    hashVersion: NEWEST_HASH,
    ...present({
      languages: terms?.languages,
      replySettings: terms?.replySettings,
      replyTo: preparation?.replyTo,
    }),
    posts,
  };
  const made = gathered.made.length === 0 ? {} : { made: gathered.made };
  return { ok: true, thread: { ...thread, textHash: threadHash(thread), ...made } };
}
