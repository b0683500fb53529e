import * as z from 'zod/mini';
import { ThreadmillError } from '../../threadmill-error.ts';

/** One entry that was seen. */
const entry = z.object({
  /** Every key that it had: normalised addresses, and ids prefixed with the feed's address. */
  keys: z.array(z.string()),
  /** SHA-256 of each content that it had; `short:` marks those too short to identify it. */
  contents: z.array(z.string()),
  title: z.string(),
  /** `waiting` until its draft is on the disk; `passed` if it was there when the feed was first seen. */
  state: z.enum(['passed', 'waiting', 'drafted']),
  /** The feed that it is drafted from, as the user gave it; `undefined` if it is not drafted. */
  feed: z.optional(z.string()),
  /** The draft's file, relative to the project's folder. */
  draft: z.optional(z.string()),
  /** Its draft should be scheduled, and has not been yet as far as known. */
  unscheduled: z.optional(z.boolean()),
});

const feed = z.object({
  /** Where to ask: differs after a permanent redirect. */
  address: z.string(),
  etag: z.optional(z.string()),
  lastModified: z.optional(z.string()),
  /** ISO, UTC. */
  checkedAt: z.string(),
  /** The earliest time of the next request; ISO, UTC. */
  nextAt: z.string(),
  failures: z.number(),
  gone: z.optional(z.boolean()),
});

const memory = z.object({
  version: z.literal(1),
  feeds: z.record(z.string(), feed),
  entries: z.array(entry),
});

export type SeenEntry = z.infer<typeof entry>;
export type SeenFeed = z.infer<typeof feed>;
/** Everything remembered about feeds. */
export type FeedMemory = z.infer<typeof memory>;

/** The memory's file can't be parsed; it was not changed. */
export class FeedMemoryError extends ThreadmillError {
  override readonly name = 'FeedMemoryError';
  readonly kind = 'configuration';
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(
      `${path} can't be read, and without it entries could be taken twice. Restore it, or delete it: the next run then skips everything in the feeds.`,
      cause,
    );
    this.path = path;
  }
}

/** Parses the memory's file; empty without a file. @throws FeedMemoryError */
export function parseMemory(text: string | undefined, path: string): FeedMemory {
  if (text === undefined) return { version: 1, feeds: {}, entries: [] };
  try {
    return memory.parse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.core.$ZodError)) throw error;
    throw new FeedMemoryError(path, error);
  }
}

/** Serialises the memory. */
export function memoryText(value: FeedMemory): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
