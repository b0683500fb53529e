import type { Result } from '../result.ts';
import { countSent } from './freezing/plan.ts';
import type { Publications } from './journal.ts';
import type { PublicationRecord } from './publication.ts';

/** The publication that the user named, or `why` it was not found: a sentence for the user. */
export type FoundPublication = Result<{ readonly record: PublicationRecord }>;

/** The shortest prefix of an id that is accepted. */
const SHORTEST_PREFIX = 3;

/**
 * Finds a publication by its id, by a prefix of its id, or by the path of its draft. A path selects the newest publication (of
 * `account`, if given), and prefers one that was not cancelled before it began.
 */
export async function findPublication(
  journal: Publications,
  word: string,
  account?: string,
): Promise<FoundPublication> {
  const byId = await journal.publication(word);
  if (byId !== undefined) return { ok: true, record: byId };
  const ofDraft = await journal.publications({ draft: word, ...(account === undefined ? {} : { account }) });
  const begun = ofDraft.filter((record) => record.state !== 'cancelled' || countSent(record) > 0);
  const byDraft = begun.length > 0 ? begun : ofDraft.slice(0, 1);
  const byPrefix =
    word.length < SHORTEST_PREFIX ? [] : await journal.publications({ idPrefix: word, limit: 2 });
  const found = byDraft.length > 0 ? byDraft : byPrefix;
  const [first, second] = found;
  if (first === undefined) {
    return {
      ok: false,
      why: `The journal has no publication ${word}. See: threadmill history. If the journal was lost, threadmill publish FILE continues from the draft's frozen file.`,
    };
  }
  const accounts = new Set(found.map(({ account }) => account));
  if (second !== undefined && (byDraft.length === 0 || accounts.size > 1)) {
    const ids = found.map(({ id, account }) => `${id} (${account})`).join(', ');
    const way = byDraft.length === 0 ? 'Give the id of one.' : 'Name one with --account, or by its id.';
    const what = byDraft.length === 0 ? 'could be several publications' : 'has several publications';
    return { ok: false, why: `${word} ${what}: ${ids}. ${way}` };
  }
  return { ok: true, record: first };
}
