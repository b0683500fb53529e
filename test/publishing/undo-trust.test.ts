import { describe, expect, it } from 'vitest';
import { xAddresses } from '../../src/networks/x/addresses.ts';
import { frozenPath } from '../../src/publishing/freezing/frozen-file.ts';
import type { PublicationRecord } from '../../src/publishing/publication.ts';
import { publish } from '../../src/publishing/sending/publish.ts';
import { restoreLost } from '../../src/publishing/sending/publish-draft.ts';
import { receiptsDoubt } from '../../src/publishing/settling/receipts-doubt.ts';
import { undo } from '../../src/publishing/settling/undo.ts';
import { type Lab, makeLab, texts } from './lab.ts';

const PATH = frozenPath('posts/a.md');
const JUDGED = { addresses: xAddresses, hosts: ['x.test'] };

/** A published thread of two, whose journal is lost, and whose file says what `change` makes of it. */
async function tampered(change: (file: string, ids: readonly string[], lab: Lab) => string): Promise<Lab> {
  const lab = await makeLab();
  lab.network.write('By hand.');
  await lab.publish(await lab.freeze(texts(2)));
  const ids = (await lab.newest()).posts.map(({ receipt }) => receipt?.id ?? '');
  const after = await makeLab();
  after.account = { ...after.account, ...JUDGED };
  after.network.restore(lab.network.posts);
  after.files.texts.set(PATH, change(lab.files.texts.get(PATH) ?? '', ids, lab));
  return after;
}

const HOSTILE_IDS = [
  '../users/me?x=',
  '1?x=2',
  '1/retweets',
  '%2e%2e',
  '',
  ' 1',
  '0',
  '-1',
  '1e3',
  '9'.repeat(20),
];

describe('undo of what a frozen file says', () => {
  it.each(HOSTILE_IDS)('deletes nothing where it names the id %j', async (id) => {
    const lab = await tampered((file, [first = '']) =>
      file.replace(`"id": "${first}"`, () => `"id": ${JSON.stringify(id)}`),
    );
    const taken = restoreLost(lab.ports(), 'posts/a.md').then(async () =>
      undo(lab.ports(), lab.publisher(), (await lab.newest()).id),
    );
    await taken.then(
      ({ stopped }) => expect(stopped).toContain('no id of a post'),
      (error: unknown) => expect(String(error)).toContain("can't be read as a frozen thread"),
    );
    expect(lab.network.removed).toEqual([]);
  });

  it.each([
    ['the id of a post with another text', 'does not have the text that was sent'],
    ['the id of somebody else’s post', 'does not belong to this account'],
    ['an id that nobody can read', 'could not be read back'],
  ])('deletes nothing where it names %s', async (_name, why) => {
    const lab = await tampered((file, ids, { network }) => {
      const [byHand] = network.posts;
      // The one by hand is older than the second post, so that the ids still rise.
      return why.includes('text') ? file.replaceAll(ids[0] ?? '', byHand?.id ?? '') : file;
    });
    await restoreLost(lab.ports(), 'posts/a.md');
    const read = lab.network.read.bind(lab.network);
    lab.network.read = async (ids) => {
      const { value, windows } = await read(ids);
      if (why.includes('belong'))
        return {
          value: { ...value, posts: value.posts.map((post) => ({ ...post, authorId: '2' })) },
          windows,
        };
      return { value: why.includes('read back') ? { posts: [], gone: [] } : value, windows };
    };
    const { stopped, record } = await undo(lab.ports(), lab.publisher(), (await lab.newest()).id);
    expect(stopped).toContain(why);
    expect(record.state).toBe('published');
    expect(lab.network.removed).toEqual([]);
  });

  it('deletes the account’s own posts with the text that was sent, and asks no deletion of one that is gone', async () => {
    const lab = await tampered((file) => file);
    await restoreLost(lab.ports(), 'posts/a.md');
    const { id, posts } = await lab.newest();
    const [first, second] = posts.map(({ receipt }) => receipt?.id ?? '');
    await lab.network.remove(second ?? '');
    lab.network.removed.length = 0;
    const { stopped, record } = await undo(lab.ports(), lab.publisher(), id);
    expect(stopped).toBeUndefined();
    expect(record.posts.map(({ state }) => state)).toEqual(['removed', 'removed']);
    expect(lab.network.removed).toEqual([first]);
  });

  it('obeys the kill switch', async () => {
    const lab = await tampered((file) => file);
    await restoreLost(lab.ports(), 'posts/a.md');
    lab.stopFile = '/p/.threadmill/STOP';
    const { stopped } = await undo(lab.ports(), lab.publisher(), (await lab.newest()).id);
    expect(stopped).toContain('/p/.threadmill/STOP');
    expect(lab.network.removed).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://a b'])(
    'takes no file with the URL %s',
    async (url) => {
      const lab = await tampered((file) => file.replace(/"url": "https:[^"]*"/, () => `"url": "${url}"`));
      await expect(restoreLost(lab.ports(), 'posts/a.md')).rejects.toThrow(
        "can't be read as a frozen thread",
      );
    },
  );
});

describe('the receipts of a publication', () => {
  const record = (
    receipts: readonly (readonly [id: string, url: string])[],
  ): Pick<PublicationRecord, 'posts' | 'identity'> => ({
    identity: { id: '1', handle: 'Me' },
    posts: receipts.map(
      ([id, url], at) =>
        ({ index: at + 1, receipt: { id, url, at: 0 } }) as PublicationRecord['posts'][number],
    ),
  });
  const url = (id: string, host = 'x.test', handle = 'me'): string =>
    `https://${host}/${handle}/status/${id}`;

  it.each<[string, readonly (readonly [string, string])[], string | undefined]>([
    [
      'are the account’s own',
      [
        ['10', url('10')],
        ['11', url('11')],
      ],
      undefined,
    ],
    ['name it by no handle', [['10', url('10', 'x.test', 'i')]], undefined],
    [
      'don’t rise',
      [
        ['11', url('11')],
        ['10', url('10')],
      ],
      'is not newer',
    ],
    [
      'name one post twice',
      [
        ['10', url('10')],
        ['10', url('10')],
      ],
      'is not newer',
    ],
    ['name another post in the URL', [['10', url('11')]], 'is not that of its id'],
    ['are of another site', [['10', url('10', 'x.test.evil.example')]], 'own site'],
    ['hide another site behind a name', [['10', `https://x.test@evil.example/me/status/10`]], 'own site'],
    ['are of another account', [['10', url('10', 'x.test', 'you')]], 'a post of @you'],
  ])('%s', (_name, receipts, doubt) => {
    const found = receiptsDoubt(record(receipts), JUDGED);
    if (doubt === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(doubt);
  });

  it('are judged before anything replies to them', async () => {
    const lab = await tampered((file, [, second = '']) => {
      const data = JSON.parse(file) as { publications: { posts: { receipt: unknown }[] }[] };
      const [first, last] = data.publications[0]?.posts ?? [];
      if (first === undefined || last === undefined) throw new Error('The file has no two posts.');
      first.receipt = {
        id: second,
        url: `https://evil.example/me/status/${second}`,
        at: new Date(0).toISOString(),
      };
      last.receipt = null;
      return JSON.stringify(data);
    });
    await restoreLost(lab.ports(), 'posts/a.md');
    const { id } = await lab.newest();
    expect(await publish(lab.ports(), lab.publisher(), id)).toMatchObject({
      state: 'paused',
      reason: 'frozen-file',
    });
    expect(lab.network.requests).toEqual([]);
  });
});
