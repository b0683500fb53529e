import type {
  Answer,
  Attempt,
  Found,
  Identity,
  MediaFile,
  NetworkClient,
  NewerPosts,
  PinnedRecord,
  PostsById,
  RateWindow,
  ReadPost,
  Receipt,
  UploadedMedia,
} from '../../src/networks/port.ts';
import { PublishingError, type PublishingErrorKind } from '../../src/networks/publishing-error.ts';
import type { Clock } from '../../src/publishing/clock.ts';
import { idAt } from '../snowflake.ts';

/** What becomes of one request to publish. */
export type Fate =
  | 'ok'
  /** Accepted, and the answer lost. */
  | 'lost-answer'
  /** Never arrived, and nobody can tell. */
  | 'lost-request'
  /** Accepted, the answer lost, and shown in the timeline only after a while. */
  | { readonly lateMs: number }
  /** Refused. */
  | { readonly refuse: PublishingErrorKind; readonly until?: number };

type Stored = ReadPost & { readonly visibleAt: number };

/** A window as the network keeps it. */
type Meter = {
  readonly name: string;
  readonly limit: number;
  readonly ms: number;
  readonly of: 'account' | 'app';
  used: number;
  resetAt: number;
};

/** A network in memory, which does what its script says and remembers what arrived. */
export class FakeNetwork implements NetworkClient {
  readonly network = 'x';
  readonly sends: 'post' | 'thread';
  readonly findDelaysMs: readonly number[];
  /** What the next requests to publish come to; `ok` when it is empty. */
  readonly fates: Fate[] = [];
  /** Decides the fates that the script leaves open. */
  chance: () => Fate = () => 'ok';
  /** What reading back fails with, next. */
  readonly readFaults: PublishingErrorKind[] = [];
  readonly uploads: MediaFile[] = [];
  readonly removed: string[] = [];
  readonly requests: Attempt[] = [];
  /** Answers every look with this, once set. */
  findAnswer: Found | undefined;
  refusesDuplicates = true;
  /** 429s that came from a full window. */
  refusedByWindow = 0;
  #posts: Stored[] = [];
  #meters: Meter[] = [];
  #nextId = 1_000;
  readonly #clock: Clock;

  readonly mostPerCall?: number;
  /** Fixes records under names of our own, where the network is made so. */
  readonly pin?: (attempts: readonly Attempt[]) => Promise<readonly PinnedRecord[]>;

  constructor(
    clock: Clock,
    options: {
      sends?: 'post' | 'thread';
      findDelaysMs?: readonly number[];
      pins?: boolean;
      mostPerCall?: number;
    } = {},
  ) {
    this.#clock = clock;
    this.sends = options.sends ?? 'post';
    if (options.mostPerCall !== undefined) this.mostPerCall = options.mostPerCall;
    if (options.pins === true) this.pin = async (attempts) => attempts.map((one) => this.#record(one));
    this.findDelaysMs = options.findDelaysMs ?? [5_000, 20_000, 60_000];
  }

  /** What stands on the account, oldest first. */
  get posts(): readonly ReadPost[] {
    return this.#posts;
  }

  meter(name: string, limit: number, ms: number, of: 'account' | 'app' = 'account'): void {
    this.#meters.push({ name, limit, ms, of, used: 0, resetAt: 0 });
  }

  /** Puts posts on the account that were there before, under their ids. */
  restore(posts: readonly ReadPost[]): void {
    this.#posts.push(...posts.map((post) => ({ ...post, visibleAt: post.at })));
  }

  /** Puts a post on the account as if somebody had written it by hand. */
  write(text: string, parentId: string | null = null, at = this.#clock.now()): ReadPost {
    return this.#accept(text, parentId, 0, at);
  }

  #record({ pinned, text, key }: Attempt): PinnedRecord {
    if (pinned !== undefined) return pinned;
    this.#nextId += 1;
    const now = this.#clock.now();
    return { id: idAt(now, this.#nextId), record: JSON.stringify({ text, key, createdAt: now }) };
  }

  #accept(
    text: string,
    parentId: string | null,
    lateMs: number,
    at = this.#clock.now(),
    id?: string,
  ): Stored {
    this.#nextId += 1;
    const post = { id: id ?? idAt(at, this.#nextId), text, at, parentId, visibleAt: at + lateMs };
    this.#posts.push(post);
    return post;
  }

  #windows(): RateWindow[] {
    const now = this.#clock.now();
    return this.#meters.map((meter) => {
      if (meter.resetAt <= now) {
        meter.used = 0;
        meter.resetAt = now + meter.ms;
      }
      const { name, limit, used, resetAt } = meter;
      return {
        call: 'publish',
        name,
        lengthMs: meter.ms,
        of: meter.of,
        limit,
        remaining: limit - used,
        resetAt,
      };
    });
  }

  async #read(): Promise<void> {
    const kind = this.readFaults.shift();
    if (kind !== undefined) throw new PublishingError(kind, `reading failed: ${kind}`);
  }

  async identify(): Promise<Answer<Identity>> {
    await this.#read();
    return { value: { id: '1', handle: 'me' }, windows: [] };
  }

  async upload(file: MediaFile): Promise<Answer<UploadedMedia>> {
    this.uploads.push(file);
    return {
      value: { id: `m${this.uploads.length}`, expiresAt: this.#clock.now() + 86_400_000 },
      windows: [],
    };
  }

  async publish(
    attempts: readonly Attempt[],
    allowed: () => Promise<void>,
  ): Promise<Answer<readonly Receipt[]>> {
    await allowed();
    this.requests.push(...attempts);
    const fate = this.fates.shift() ?? this.chance();
    const windows = this.#windows();
    if (typeof fate === 'object' && 'refuse' in fate) {
      throw new PublishingError(fate.refuse, `refused: ${fate.refuse}`, { windows, until: fate.until });
    }
    if (fate === 'lost-request') throw new PublishingError('outcome-unknown', 'no answer', {});
    const empty = windows.find(({ remaining }) => remaining <= 0);
    if (empty !== undefined) {
      this.refusedByWindow += 1;
      throw new PublishingError('rate-limited', '429', { windows });
    }
    const now = this.#clock.now();
    const isRepeat = attempts.some(({ text }) =>
      this.#posts.some((post) => post.text === text && now - post.at < 12 * 3_600_000),
    );
    if (isRepeat && this.refusesDuplicates)
      throw new PublishingError('duplicate', 'duplicate content', { windows });
    for (const meter of this.#meters) meter.used += attempts.length;
    let parentId = (attempts[0]?.parent ?? attempts[0]?.replyTo)?.id ?? null;
    if (this.pin !== undefined && attempts.some(({ pinned }) => pinned === undefined))
      throw new Error('A record was not fixed before it was sent.');
    const receipts = attempts.map(({ text, pinned }) => {
      const post = this.#accept(text, parentId, typeof fate === 'object' ? fate.lateMs : 0, now, pinned?.id);
      parentId = post.id;
      return { id: post.id, url: `https://x.test/me/status/${post.id}`, at: post.at };
    });
    if (fate !== 'ok') throw new PublishingError('outcome-unknown', 'no answer', {});
    return { value: receipts, windows: this.#windows() };
  }

  async find(attempt: Attempt): Promise<Answer<Found>> {
    await this.#read();
    if (this.findAnswer !== undefined) return { value: this.findAnswer, windows: [] };
    const found = this.#posts.find(
      (post) =>
        post.visibleAt <= this.#clock.now() &&
        (attempt.pinned === undefined ? post.text === attempt.text : post.id === attempt.pinned.id) &&
        post.parentId === ((attempt.parent ?? attempt.replyTo)?.id ?? null) &&
        (attempt.after == null || BigInt(post.id) > BigInt(attempt.after)),
    );
    if (found === undefined) return { value: { outcome: 'absent' }, windows: [] };
    const { id, at } = found;
    return {
      value: { outcome: 'found', receipt: { id, url: `https://x.test/me/status/${id}`, at } },
      windows: [],
    };
  }

  async read(ids: readonly string[]): Promise<Answer<PostsById>> {
    await this.#read();
    const posts = this.#posts
      .filter(({ id }) => ids.includes(id))
      .map((post) => ({ authorId: '1', ...post }));
    return { value: { posts, gone: ids.filter((id) => !posts.some((post) => post.id === id)) }, windows: [] };
  }

  async newerThan(id: string | null, most: number): Promise<Answer<NewerPosts>> {
    await this.#read();
    const seen = this.#posts.filter(
      (post) => post.visibleAt <= this.#clock.now() && (id === null || BigInt(post.id) > BigInt(id)),
    );
    const value = { posts: seen.toReversed().slice(0, most), complete: seen.length <= most };
    return { value, windows: [] };
  }

  async remove(id: string): Promise<Answer<null>> {
    await this.#read();
    this.removed.push(id);
    this.#posts = this.#posts.filter((post) => post.id !== id);
    return { value: null, windows: [] };
  }
}
