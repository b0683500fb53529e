import { attemptOf } from './attempt.ts';
import { ask } from './network-call.ts';
import { load, type Session } from './run-context.ts';
import { keepFile } from './send-post.ts';
import type { Halt } from './stop-reason.ts';

/**
 * Fixes the whole records of waiting posts, on a network where the client names records: in the journal and in the frozen file,
 * before the first request. Posts that may have been sent keep theirs.
 *
 * @throws JournalError
 */
export async function pinRecords(session: Session): Promise<Halt | undefined> {
  const { client } = session.publisher;
  if (client.pin === undefined) return undefined;
  const { journal, clock } = session.ports;
  const record = await load(session);
  const waiting = record.posts.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return undefined;
  const attempts = waiting.map((post) => {
    const { pinned, ...attempt } = attemptOf(record, post, clock.now());
    return pinned !== undefined && post.attempts > 0 ? { ...attempt, pinned } : attempt;
  });
  const asked = await ask(session, 'read', async () => ({
    value: (await client.pin?.(attempts)) ?? [],
    windows: [],
  }));
  if (!asked.ok) return asked.halt;
  const pins = waiting.map(({ index }, position) => {
    const pinned = asked.value[position];
    if (pinned === undefined)
      throw new Error(`The client fixed no record for post ${index} of ${record.id}.`);
    return { index, pinned };
  });
  await journal.pin(record.id, pins);
  return keepFile(session, record.draft);
}
