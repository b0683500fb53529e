import { afterEach, describe, expect, it } from 'vitest';
import { xAddresses } from '../../../src/networks/x/addresses.ts';
import type { Clock } from '../../../src/publishing/clock.ts';
import { publish } from '../../../src/publishing/sending/publish.ts';
import { publishDraft } from '../../../src/publishing/sending/publish-draft.ts';
import { undo } from '../../../src/publishing/settling/undo.ts';
import { PARTIAL_READS, type TimelinePage } from '../../lab/partial-reads.ts';
import { type Lab, makeLab, texts } from '../../publishing/lab.ts';
import { type Naivety, naiveServer } from './naive-server.ts';

type Naive = Awaited<ReturnType<typeof naiveServer>>;
let server: Naive | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Publishes threads of `sizes` posts on a naive server, each as far as it goes, and again. */
async function publishAll(naivety: Naivety, sizes: readonly number[]): Promise<{ lab: Lab; naive: Naive }> {
  const naive = await naiveServer(naivety);
  server = naive;
  const lab = await makeLab();
  lab.account = { ...lab.account, addresses: xAddresses };
  const publisher = { account: lab.account, client: naive.client };
  lab.publisher = () => publisher;
  // Real sockets live on real time; only the waits are cut short.
  const clock: Clock = {
    now: Date.now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, Math.min(ms, 20));
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    random: Math.random,
  };
  const { ports } = lab;
  lab.ports = () => ({ ...ports(), clock });
  for (const [at, size] of sizes.entries()) {
    const thread = await lab.freeze(texts(size, `thread ${at}, post`), `posts/${at}.md`);
    await publishDraft(lab.ports(), publisher, thread, { again: false, refreeze: false });
    await publish(lab.ports(), publisher, thread.id);
  }
  return { lab, naive };
}

/** What is wrong: texts that stand there more than once, and receipts of something else, or of nothing. */
async function wrongs({ lab, naive }: { lab: Lab; naive: Naive }): Promise<string[]> {
  const found: string[] = [];
  const counts = Map.groupBy(naive.posts, ({ text }) => text);
  for (const [text, posts] of counts) if (posts.length > 1) found.push(`${posts.length} times: ${text}`);
  for (const record of await lab.journal.publications({}))
    for (const { text, receipt } of record.posts)
      if (receipt !== null && naive.posts.find(({ id }) => id === receipt.id)?.text !== text)
        found.push(`receipt ${receipt.id} is not of: ${text}`);
  return found;
}

const LOST = (n: number): boolean => n % 3 === 2;

describe('a server that speaks X’s API and keeps none of its rules', () => {
  it.each([...PARTIAL_READS, ['nothing missing', (page: TimelinePage): TimelinePage => page] as const])(
    'gets nothing twice where responses are lost and its timeline shows: %s',
    async (_name, spoil) => {
      for (const keepsParents of [true, false]) {
        const world = await publishAll({ keepsParents, losesResponses: LOST, spoil }, [9]);
        expect(await wrongs(world)).toEqual([]);
        await server?.close();
      }
    },
  );

  it.each<[string, NonNullable<Naivety['givenId']>]>([
    ['the same id for ever', () => '1'],
    ['an earlier response again', (n, real, earlier) => (n % 2 === 0 ? (earlier.at(-1) ?? real) : real)],
    ['the first response for ever', (_n, real, earlier) => earlier[0] ?? real],
    ['what is no id', () => '../users/me?x='],
    ['zero', () => '0'],
  ])('gets nothing twice, and no receipt of something else, with %s', async (_name, givenId) => {
    for (const sizes of [[12], Array.from({ length: 12 }, () => 1)]) {
      const world = await publishAll({ keepsParents: true, givenId }, sizes);
      expect(await wrongs(world)).toEqual([]);
      // Every post whose response could not be believed was found on the account.
      expect(world.naive.posts).toHaveLength(12);
      await server?.close();
    }
  });

  it('keeps what undo can’t prove to be the account’s own', async () => {
    const { lab, naive } = await publishAll({ keepsParents: true, spoil: () => ({ meta: {} }) }, [3]);
    const { stopped } = await undo(lab.ports(), lab.publisher(), (await lab.newest()).id);
    expect(stopped).toMatch(/read back|something else|could not|Could not|Something|answered|Can't tell/);
    expect(naive.deleted).toEqual([]);
  });
});
