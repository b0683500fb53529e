import * as z from 'zod';
import { NETWORK_IDS } from '../../drafts/network-id.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { LATE_POLICIES } from '../../time/late-policy.ts';
import { FileError, type FileStore } from '../file-store.ts';
import type { Journal, PublicationRecord } from '../journal.ts';
import { costOf, microUsd, usd } from '../money.ts';
import { hashOfPosts } from './freeze.ts';

const time = z.iso.datetime({ offset: true });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const money = z.number().min(0);

const receipt = z.strictObject({ id: z.string(), url: z.string(), at: time, removed_at: time.optional() });

const post = z.strictObject({
  text: z.string(),
  urls: z.array(z.string()),
  facets: z.array(z.strictObject({ byte_start: z.int(), byte_end: z.int(), url: z.string() })).optional(),
  cost_usd: money,
  media: z.array(
    z.strictObject({
      path: z.string(),
      alt: z.string(),
      mime: z.string(),
      sha256: hash,
      bytes: z.int().min(0),
      cost_usd: money,
    }),
  ),
  receipt: receipt.nullable(),
});

const publication = z.strictObject({
  id: z.string().regex(/^[0-9a-z]{4,32}$/),
  account: z.string(),
  network: z.enum(NETWORK_IDS),
  frozen_at: time,
  draft_sha256: hash,
  text_sha256: hash,
  cost_usd: money,
  /** When it is to go out, and what its draft says of being late; files of the first version have neither. */
  publish_at: time.optional(),
  late: z.enum(LATE_POLICIES).optional(),
  /** When sending began; from then on a post without a receipt may be out all the same. */
  started_at: time.nullable(),
  cancelled: z.boolean(),
  posts: z.array(post).min(1),
});

const frozenFile = z.strictObject({
  threadmill: z.literal(1),
  draft: z.string(),
  publications: z.array(publication),
});

/** One publication, as its frozen file holds it. */
export type FrozenEntry = z.infer<typeof publication>;

/** The frozen threads of one draft. */
export type FrozenFile = z.infer<typeof frozenFile>;

/** Where a draft's frozen threads are: `posts/a.md` has `posts/a.thread.json` beside it. */
export function frozenPath(draft: string): string {
  return `${draft.replace(/\.[^./]+$/, '')}.thread.json`;
}

const nameOf = (draft: string): string => draft.slice(draft.lastIndexOf('/') + 1);
const iso = (at: EpochMs): string => new Date(at).toISOString();

/** A publication as its file holds it. */
export function entryOf(record: PublicationRecord): FrozenEntry {
  return {
    id: record.id,
    account: record.account,
    network: record.network,
    frozen_at: iso(record.frozenAt),
    draft_sha256: record.draftHash,
    text_sha256: record.textHash,
    cost_usd: usd(costOf(record.posts)),
    publish_at: iso(record.publishAt),
    ...(record.late === undefined ? {} : { late: record.late }),
    started_at: record.startedAt === null ? null : iso(record.startedAt),
    cancelled: record.state === 'cancelled',
    posts: record.posts.map((one) => ({
      text: one.text,
      urls: [...one.urls],
      ...(one.facets === undefined
        ? {}
        : {
            facets: one.facets.map(({ byteStart, byteEnd, url }) => ({
              byte_start: byteStart,
              byte_end: byteEnd,
              url,
            })),
          }),
      cost_usd: usd(one.costMicroUsd),
      media: one.media.map(({ path, alt, mime, sha256, bytes, costMicroUsd }) => ({
        path,
        alt,
        mime,
        sha256,
        bytes,
        cost_usd: usd(costMicroUsd),
      })),
      receipt:
        one.receipt === null
          ? null
          : {
              id: one.receipt.id,
              url: one.receipt.url,
              at: iso(one.receipt.at),
              ...(one.removedAt === null ? {} : { removed_at: iso(one.removedAt) }),
            },
    })),
  };
}

/**
 * A publication rebuilt from its file, for a journal that was lost. The file is written after every receipt, so at
 * most one post may be out without one: the first that has none, once sending had begun. It is `sending` again.
 */
export function recordOf(entry: FrozenEntry, draft: string): PublicationRecord {
  const at = (text: string): EpochMs => Date.parse(text);
  const started = entry.started_at === null ? null : at(entry.started_at);
  const inDoubt =
    started === null || entry.cancelled ? -1 : entry.posts.findIndex((one) => one.receipt === null);
  const posts = entry.posts.map((one, position): PublicationRecord['posts'][number] => {
    const before = entry.posts[position - 1]?.receipt;
    const doubted = position === inDoubt;
    const removed = one.receipt?.removed_at;
    return {
      index: position + 1,
      key: `${entry.id}-${position + 1}`,
      state:
        one.receipt === null
          ? doubted
            ? 'sending'
            : 'waiting'
          : removed === undefined
            ? 'published'
            : 'removed',
      text: one.text,
      urls: one.urls,
      ...(one.facets === undefined
        ? {}
        : {
            facets: one.facets.map(({ byte_start, byte_end, url }) => ({
              byteStart: byte_start,
              byteEnd: byte_end,
              url,
            })),
          }),
      costMicroUsd: microUsd(one.cost_usd),
      attempts: doubted || one.receipt !== null ? 1 : 0,
      attemptedAt: doubted || one.receipt !== null ? (before == null ? started : at(before.at)) : null,
      receipt:
        one.receipt === null ? null : { id: one.receipt.id, url: one.receipt.url, at: at(one.receipt.at) },
      removedAt: removed === undefined ? null : at(removed),
      media: one.media.map(({ cost_usd, ...image }) => ({
        ...image,
        costMicroUsd: microUsd(cost_usd),
        upload: null,
      })),
    };
  });
  const finished = posts.every(({ state }) => state === 'published');
  return {
    id: entry.id,
    account: entry.account,
    network: entry.network,
    draft,
    state: entry.cancelled ? 'cancelled' : finished ? 'published' : 'scheduled',
    publishAt: at(entry.publish_at ?? entry.frozen_at),
    ...(entry.late === undefined ? {} : { late: entry.late }),
    frozenAt: at(entry.frozen_at),
    draftHash: entry.draft_sha256,
    textHash: entry.text_sha256,
    after: null,
    startedAt: started,
    finishedAt: finished ? (posts.at(-1)?.receipt?.at ?? null) : null,
    reason: null,
    message: null,
    until: null,
    posts,
  };
}

/** Reads the text of a frozen file. @throws FileError (malformed) */
export function parseFrozenFile(path: string, text: string): FrozenFile {
  const refuse = (why: string, cause: unknown): FileError =>
    new FileError(
      'malformed',
      path,
      `${path} can't be read as a frozen thread: ${why}. It tells what was sent already: restore it from git rather than deleting it.`,
      cause,
    );
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw refuse('it is no valid JSON', error);
  }
  const result = frozenFile.safeParse(data);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw refuse(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(), result.error);
}

/** The frozen threads of a draft; none where it was never frozen. @throws FileError */
export async function readFrozenFile(files: FileStore, draft: string): Promise<FrozenFile> {
  const path = frozenPath(draft);
  const text = await files.readText(path);
  if (text === undefined) return { threadmill: 1, draft: nameOf(draft), publications: [] };
  const file = parseFrozenFile(path, text);
  if (file.draft !== nameOf(draft)) {
    throw new FileError(
      'malformed',
      path,
      `${path} belongs to ${file.draft}, not to ${nameOf(draft)}. Give one of the two drafts another name.`,
    );
  }
  return file;
}

/**
 * Whether a file knows something of a publication that the journal does not. The journal is always written first, so
 * this is another journal's doing: the engine was changed, an old copy put back, or the draft went out elsewhere.
 */
function isAhead(entry: FrozenEntry, record: PublicationRecord): boolean {
  if (entry.cancelled && record.state !== 'cancelled') return true;
  if (entry.started_at !== null && record.startedAt === null) return true;
  return entry.posts.some(({ receipt: told }, position) => {
    const known = record.posts[position];
    if (told === null) return false;
    return (known?.receipt ?? null) === null || (told.removed_at !== undefined && known?.removedAt === null);
  });
}

function handEdited(draft: string): FileError {
  const path = frozenPath(draft);
  const message = `${path} was changed by hand, and is not what was frozen. Restore it from git; to change the thread, edit the draft and say --refreeze.`;
  return new FileError('malformed', path, message);
}

/** A publication that the journal knows less of than its file. @throws FileError where somebody changed its words */
export function restored(entry: FrozenEntry, draft: string): PublicationRecord {
  const record = recordOf(entry, draft);
  if (hashOfPosts(record.posts) !== entry.text_sha256) throw handEdited(draft);
  return record;
}

/** What was reviewed in the file must be what goes out: a word changed there is neither sent nor quietly undone. */
function refuseHandEdits(entry: FrozenEntry | undefined, record: PublicationRecord): void {
  if (entry === undefined || entry.text_sha256 !== record.textHash) return;
  const isSame = entry.posts.every(({ text }, position) => text === record.posts[position]?.text);
  if (!isSame || entry.posts.length !== record.posts.length) throw handEdited(record.draft);
}

/**
 * Brings a draft's frozen file up to what the journal knows, and the journal up to what only the file knows of its
 * publications; those that only the file knows stay in it.
 *
 * @throws FileError JournalError
 */
export async function syncFrozenFile(
  ports: { readonly files: FileStore; readonly journal: Journal },
  draft: string,
): Promise<void> {
  await ports.files.inTurn(frozenPath(draft), () => sync(ports, draft));
}

async function sync(
  ports: { readonly files: FileStore; readonly journal: Journal },
  draft: string,
): Promise<void> {
  const file = await readFrozenFile(ports.files, draft);
  const read = (): Promise<PublicationRecord[]> => ports.journal.publications({ draft });
  let records = await read();
  const entries = new Map(file.publications.map((entry) => [entry.id, entry]));
  for (const record of records) refuseHandEdits(entries.get(record.id), record);
  const ahead = records.flatMap((record) => {
    const entry = entries.get(record.id);
    return entry !== undefined && isAhead(entry, record) ? [restored(entry, draft)] : [];
  });
  for (const record of ahead) await ports.journal.learn(record);
  if (ahead.length > 0) records = await read();
  const known = new Map(records.map((record) => [record.id, entryOf(record)]));
  const kept = file.publications.filter(({ id }) => !known.has(id));
  const publications = [...kept, ...known.values()].sort(
    (a, b) => Date.parse(a.frozen_at) - Date.parse(b.frozen_at) || (a.id < b.id ? -1 : 1),
  );
  const next: FrozenFile = { threadmill: 1, draft: nameOf(draft), publications };
  if (JSON.stringify(next) === JSON.stringify(file)) return;
  await ports.files.replace(frozenPath(draft), `${JSON.stringify(next, null, 2)}\n`);
}
