import * as z from 'zod/mini';
import { ThreadmillError } from '../../threadmill-error.ts';

/** One entry that was seen. */
const entry = z.object({
  /** Every name that it had: addresses, made comparable, and ids with the feed's address before them. */
  keys: z.array(z.string()),
  /** SHA-256 of each content that it had; `short:` opens those that are too short to know it by. */
  contents: z.array(z.string()),
  title: z.string(),
  /** `waiting` until its draft is on the disk; `passed` was there when the feed was first seen. */
  state: z.enum(['passed', 'waiting', 'drafted']),
  /** The feed that it is to be drafted from, as that is given; `undefined` where it never was to be. */
  feed: z.optional(z.string()),
  /** The draft's file, relative to the project's folder. */
  draft: z.optional(z.string()),
  /** Its draft is to be scheduled, and as far as anyone knows it was not yet. */
  unscheduled: z.optional(z.boolean()),
});

const feed = z.object({
  /** Where to ask, where the feed has moved for good. */
  address: z.string(),
  etag: z.optional(z.string()),
  lastModified: z.optional(z.string()),
  /** ISO, UTC. */
  checkedAt: z.string(),
  /** Not to be asked before; ISO, UTC. */
  nextAt: z.string(),
  failures: z.number(),
  gone: z.optional(z.boolean()),
});

const memory = z.object({
  version: z.literal(1),
  feeds: z.record(z.string(), feed),
  entries: z.array(entry),
});

/** What is remembered of one entry. */
export type SeenEntry = z.infer<typeof entry>;
/** What is remembered of one feed. */
export type SeenFeed = z.infer<typeof feed>;
/** Everything that is remembered of feeds. */
export type FeedMemory = z.infer<typeof memory>;

/** The memory's file can't be understood; nothing in it was changed. */
export class FeedMemoryError extends ThreadmillError {
  override readonly name = 'FeedMemoryError';
  readonly kind = 'configuration';
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(
      `${path} can't be understood, and without it entries could be taken twice. Restore it, or delete it: the next run then passes over everything that the feeds hold.`,
      cause,
    );
    this.path = path;
  }
}

/** The memory that a file's text holds; an empty one where there is no file. @throws FeedMemoryError */
export function parseMemory(text: string | undefined, path: string): FeedMemory {
  if (text === undefined) return { version: 1, feeds: {}, entries: [] };
  try {
    return memory.parse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.core.$ZodError)) throw error;
    throw new FeedMemoryError(path, error);
  }
}

/** The memory as a file's text. */
export function memoryText(value: FeedMemory): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
