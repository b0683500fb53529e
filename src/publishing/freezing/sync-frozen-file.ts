import type { FileStore } from '../file-store.ts';
import type { Publications } from '../journal.ts';
import type { PublicationRecord } from '../publication.ts';
import { entryOf, handEdited, recordOf, restored } from './frozen-entry.ts';
import { frozenPath, nameOf, readFrozenFile } from './frozen-file.ts';
import { FROZEN_VERSION, type FrozenEntry, type FrozenFile } from './frozen-schema.ts';
import { threadHash } from './thread-hash.ts';

export type SyncPorts = {
  readonly files: FileStore;
  readonly journal: Pick<Publications, 'publications' | 'learn'>;
};

/** Whether a publication that has not begun was rescheduled elsewhere, later than here. */
function isMoved(
  entry: FrozenEntry,
  { state, startedAt, scheduledAt, frozenAt }: PublicationRecord,
): boolean {
  if (entry.scheduled_at === undefined || entry.started_at !== null || startedAt !== null) return false;
  const isWaiting = state === 'scheduled' || state === 'paused';
  return isWaiting && Date.parse(entry.scheduled_at) > (scheduledAt ?? frozenAt);
}

/**
 * Whether a file knows something about a publication that the journal does not. The journal is always written first, so another
 * journal was used: the engine was changed, an old backup was restored, or the draft was published elsewhere.
 */
function isAhead(entry: FrozenEntry, record: PublicationRecord): boolean {
  if (isMoved(entry, record)) return true;
  if (entry.cancelled && record.state !== 'cancelled') return true;
  if (entry.started_at !== null && record.startedAt === null) return true;
  return entry.posts.some(({ receipt: told }, position) => {
    const known = record.posts[position];
    if (told === null) return false;
    return (known?.receipt ?? null) === null || (told.removed_at !== undefined && known?.removedAt === null);
  });
}

/** What was reviewed in the file must be what is sent, so a word changed there is neither sent nor silently reverted. */
function refuseHandEdits(entry: FrozenEntry | undefined, record: PublicationRecord): void {
  if (entry === undefined || entry.text_sha256 !== record.textHash) return;
  const filed = { ...recordOf(entry, record.draft), hashVersion: record.hashVersion };
  if (threadHash(filed) !== threadHash(record)) throw handEdited(record.draft);
}

/**
 * Brings a draft's frozen file and the journal up to date with each other. Publications that only the file knows stay in the
 * file.
 *
 * @throws FileError JournalError
 */
export async function syncFrozenFile(ports: SyncPorts, draft: string): Promise<void> {
  await ports.files.inTurn(frozenPath(draft), () => sync(ports, draft));
}

async function sync(ports: SyncPorts, draft: string): Promise<void> {
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
  const next: FrozenFile = { threadmill: FROZEN_VERSION, draft: nameOf(draft), publications };
  // Keep the file of an older version or of a moved draft as it is while its content is the same: read-only commands run this
  // too and should leave nothing to commit.
  if (JSON.stringify({ ...next, threadmill: file.threadmill, draft: file.draft }) === JSON.stringify(file))
    return;
  await ports.files.replace(frozenPath(draft), `${JSON.stringify(next, null, 2)}\n`);
}
