import type { PublicationRecord } from '../../publishing/publication.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** Returns the exit code for one publication. */
export function exitOf(record: PublicationRecord): ExitCode {
  if (record.state === 'published') return EXIT.done;
  // The outcome of `sending` is unknown too, until the post was looked for.
  if (record.posts.some(({ state }) => state === 'unknown' || state === 'sending')) return EXIT.unknown;
  return record.posts.some(({ state }) => state === 'published') ? EXIT.partlySent : EXIT.notSent;
}

/** Combines several exit codes into one: unknown outranks all; a mix of sent and not sent is partly sent. */
export function exitOfAll(codes: readonly ExitCode[]): ExitCode {
  if (codes.includes(EXIT.unknown)) return EXIT.unknown;
  const failed = codes.filter((code) => code !== EXIT.done);
  const [first] = failed;
  if (first === undefined) return EXIT.done;
  if (failed.includes(EXIT.partlySent)) return EXIT.partlySent;
  if (failed.includes(EXIT.notSent)) return failed.length < codes.length ? EXIT.partlySent : EXIT.notSent;
  return first;
}
