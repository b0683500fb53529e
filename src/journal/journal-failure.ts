import { JournalError, type JournalErrorKind } from '../publishing/journal-error.ts';

/** What to tell a person about each of the disk's refusals. */
const SENTENCES: Readonly<Partial<Record<JournalErrorKind, (where: string) => string>>> = {
  locked: (where) =>
    `The journal ${where} is held by another process and did not get free. Wait until that one is done, then try again.`,
  full: (where) =>
    `The disk that holds the journal ${where} is full. Make room, then try again; what was written before is safe.`,
  'read-only': (where) =>
    `The journal ${where} is on a read-only file or disk. Make it writable, then try again.`,
  'not-permitted': (where) =>
    `The journal ${where} can't be opened: permission was denied. Check who owns it.`,
  corrupt: (where) =>
    `The journal ${where} is damaged, or is no journal. Move it away and run the same command again: publications are rebuilt from the frozen files beside the drafts.`,
  io: (where) => `The journal ${where} could not be read or written. Check the disk, then try again.`,
};

/** What is different where the journal is in a server's hands. */
const SERVER_SENTENCES: typeof SENTENCES = {
  io: (where) =>
    `The journal ${where} can't be reached, or ended the connection. See that the server is running and that DATABASE_URL names it, then try again.`,
  'not-permitted': (where) =>
    `The journal ${where} can't be opened: the server refuses the user, the password or the database. Check DATABASE_URL.`,
  'read-only': (where) =>
    `The journal ${where} takes no changes: the server is read-only. Name its primary in DATABASE_URL, then try again.`,
};

/** A failure of the disk or of the engine as ours, with its cause kept. */
export function journalFailure(kind: JournalErrorKind, where: string, cause: unknown): JournalError {
  // A database whose address can't be parsed is shown as `in PostgreSQL`.
  const here = /^postgres:\/\/|^in PostgreSQL$/.test(where)
    ? { ...SENTENCES, ...SERVER_SENTENCES }
    : SENTENCES;
  const sentence = here[kind] ?? ((place: string) => `The journal ${place} failed: ${kind}.`);
  return new JournalError(kind, sentence(where), cause);
}
