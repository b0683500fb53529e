import type { PublicationRecord } from '../../publishing/publication.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** The exit code of one publication that was to go out. */
export function exitOf(record: PublicationRecord): ExitCode {
  if (record.state === 'published') return EXIT.done;
  // `sending` is not known either, until it has been looked for.
  if (record.posts.some(({ state }) => state === 'unknown' || state === 'sending')) return EXIT.unknown;
  return record.posts.some(({ state }) => state === 'published') ? EXIT.partlySent : EXIT.notSent;
}

/** One exit code for several: the unknown outranks all; some sent and some not is partly sent. */
export function exitOfAll(codes: readonly ExitCode[]): ExitCode {
  if (codes.includes(EXIT.unknown)) return EXIT.unknown;
  const failed = codes.filter((code) => code !== EXIT.done);
  const [first] = failed;
  if (first === undefined) return EXIT.done;
  if (failed.includes(EXIT.partlySent)) return EXIT.partlySent;
  if (failed.includes(EXIT.notSent)) return failed.length < codes.length ? EXIT.partlySent : EXIT.notSent;
  return first;
}
