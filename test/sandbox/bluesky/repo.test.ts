import { describe, expect, it } from 'vitest';
import { parseFault } from '../../../src/sandbox/faults.ts';
import { create, type Pds, pds, post, tid } from './pds-call.ts';

const COLLECTION = 'app.bsky.feed.post';
const get = (server: Pds, rkey: string) =>
  server.query('com.atproto.repo.getRecord', { repo: server.did, collection: COLLECTION, rkey });
const commits = async (server: Pds): Promise<number> =>
  (await server.call('GET', '/sandbox/state')).body.bluesky.repos[0].commits;

describe('a call of applyWrites', () => {
  it('writes a whole thread in one commit, and answers with the CIDs that getRecord gives', async () => {
    const server = await pds();
    const keys = Array.from({ length: 9 }, (_, index) => tid(index));
    const answer = await server.apply(keys.map((rkey, index) => create(rkey, post(`Post ${index}`))));
    expect(answer.status).toBe(200);
    expect(await commits(server)).toBe(1);
    for (const [index, rkey] of keys.entries()) {
      const { body } = await get(server, rkey);
      expect(body).toEqual({
        ...answer.body.results[index],
        $type: undefined,
        validationStatus: undefined,
        value: post(`Post ${index}`),
      });
    }
  });

  it('writes nothing where one key is taken, and answers 500', async () => {
    const server = await pds();
    await server.apply([create(tid(1), post('One'))]);
    const again = await server.apply([create(tid(1), post('One'))]);
    const mixed = await server.apply([create(tid(2), post('Two')), create(tid(1), post('One'))]);
    expect([again.status, mixed.status]).toEqual([500, 500]);
    expect(mixed.body.error).toBe('InternalServerError');
    expect((await get(server, tid(2))).body.error).toBe('RecordNotFound');
    expect(await commits(server)).toBe(1);
  });

  it('deletes nothing where one record is missing', async () => {
    const server = await pds();
    await server.apply([create(tid(1), post('One'))]);
    const remove = (rkey: string) => ({
      $type: 'com.atproto.repo.applyWrites#delete',
      collection: COLLECTION,
      rkey,
    });
    expect((await server.apply([remove(tid(1)), remove(tid(2))])).status).toBe(500);
    expect((await get(server, tid(1))).status).toBe(200);
    expect((await server.apply([remove(tid(1))])).status).toBe(200);
    expect((await get(server, tid(1))).status).toBe(400);
  });

  it.each([
    [
      'more than 200 writes',
      Array.from({ length: 201 }, (_, index) => create(tid(index), post('x'))),
      'Too many writes. Max: 200',
    ],
    ['a key that is no TID', [create('self', post('x'))], 'Invalid TID'],
    [
      '301 graphemes',
      [create(tid(1), post('x'.repeat(301)))],
      'grapheme too big (maximum 300, got 301) at $.writes[0].record.text',
    ],
    ['3001 bytes', [create(tid(1), post('👩‍👩‍👧‍👧'.repeat(121)))], 'string too big (maximum 3000, got 3025)'],
    ['a float', [create(tid(1), post('x', { ratio: 1.5 }))], 'Expected an integer'],
    ['another type', [create(tid(1), { ...post('x'), $type: 'a.b.c' })], 'Invalid $type'],
    [
      'a date without a zone',
      [create(tid(1), { ...post('x'), createdAt: '2026-11-28T10:00:00' })],
      'Invalid datetime',
    ],
    [
      'a negative offset',
      [create(tid(1), post('x', { facets: [{ index: { byteStart: -1, byteEnd: 1 }, features: [] }] }))],
      'Expected integer',
    ],
    [
      'a URL with a space',
      [
        create(
          tid(1),
          post('x', {
            facets: [
              {
                index: { byteStart: 0, byteEnd: 1 },
                features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://a.b/c d' }],
              },
            ],
          }),
        ),
      ],
      'Invalid uri',
    ],
    [
      'a mention without a DID',
      [
        create(
          tid(1),
          post('x', {
            facets: [
              {
                index: { byteStart: 0, byteEnd: 1 },
                features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'ada.test' }],
              },
            ],
          }),
        ),
      ],
      'Invalid did',
    ],
    ['four languages', [create(tid(1), post('x', { langs: ['en', 'de', 'th', 'ja'] }))], 'array too big'],
    ['en_US', [create(tid(1), post('x', { langs: ['en_US'] }))], 'Invalid language'],
    [
      'a blob that is not there',
      [
        create(
          tid(1),
          post('x', {
            embed: {
              $type: 'app.bsky.embed.images',
              images: [
                {
                  alt: '',
                  image: {
                    $type: 'blob',
                    ref: { $link: 'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku' },
                    mimeType: 'image/png',
                    size: 3,
                  },
                },
              ],
            },
          }),
        ),
      ],
      'Could not find blob',
    ],
  ])('is refused with 400 for %s', async (_, writes, message) => {
    const server = await pds();
    const answer = await server.apply(writes);
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining(message)]);
  });

  it.each([
    [
      'a facet beyond the text',
      {
        facets: [
          {
            index: { byteStart: 5, byteEnd: 900 },
            features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'javascript:x' }],
          },
        ],
      },
    ],
    [
      'a facet that starts after its end',
      { facets: [{ index: { byteStart: 2, byteEnd: 1 }, features: [] }] },
    ],
    ['an unknown embed', { embed: { $type: 'app.bsky.embed.nothing' } }],
    ['an unknown field', { wordcount: 3 }],
    [
      'a reply to nothing',
      {
        reply: {
          root: {
            uri: 'at://did:plc:x/a.b.c/d',
            cid: 'bafyreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku',
          },
          parent: {
            uri: 'at://did:plc:x/a.b.c/d',
            cid: 'bafyreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku',
          },
        },
      },
    ],
  ])('takes silently, as a PDS does, %s', async (_, more) => {
    const server = await pds();
    expect((await server.apply([create(tid(1), post('x', more))])).status).toBe(200);
  });

  it('is refused where the commit is another one', async () => {
    const server = await pds();
    const answer = await server.apply([create(tid(1), post('x'))], { swapCommit: 'bafyother' });
    expect([answer.status, answer.body.error]).toEqual([400, 'InvalidSwap']);
  });

  it('lands later where the fault late says so, unless its keys were taken meanwhile', async () => {
    let now = Date.parse('2026-11-28T10:00:00Z');
    const faults = [parseFault('late:300/bluesky@1'), parseFault('drop-response/bluesky@1')];
    const server = await pds({ now: () => now, faults });
    await server.apply([create(tid(1), post('One'))]);
    expect((await get(server, tid(1))).body.error).toBe('RecordNotFound');
    now += 301;
    expect((await get(server, tid(1))).status).toBe(200);
    expect((await server.apply([create(tid(1), post('One'))])).status).toBe(500);
  });
});

describe('reading and deleting', () => {
  it('lists the newest record key first, page by page, without a login', async () => {
    const server = await pds();
    const keys = [2, 3, 4, 5, 6].map(tid);
    await server.apply(keys.map((rkey) => create(rkey, post(rkey))));
    const parameters = { repo: 'ada.test', collection: COLLECTION, limit: '3' };
    const first = (await server.query('com.atproto.repo.listRecords', parameters)).body;
    const second = (
      await server.query('com.atproto.repo.listRecords', { ...parameters, cursor: first.cursor })
    ).body;
    const seen = [...first.records, ...second.records].map(({ uri }) => uri.split('/').at(-1));
    expect(seen).toEqual(keys.toReversed());
  });

  it('sends on what is asked of an account that is not here, where nobody answers', async () => {
    const server = await pds();
    const answer = await server.query('com.atproto.repo.getRecord', {
      repo: 'did:plc:other',
      collection: COLLECTION,
      rkey: tid(1),
    });
    expect(answer.status).toBe(502);
  });

  it('deletes a record once, and takes a repeat as done', async () => {
    const server = await pds();
    await server.apply([create(tid(1), post('One'))]);
    const remove = () =>
      server.call(
        'POST',
        '/xrpc/com.atproto.repo.deleteRecord',
        { repo: server.did, collection: COLLECTION, rkey: tid(1) },
        server.access,
      );
    expect([(await remove()).status, (await remove()).status]).toEqual([200, 200]);
    expect((await get(server, tid(1))).body.error).toBe('RecordNotFound');
  });

  it('forgets a blob with the last post that shows it', async () => {
    const server = await pds();
    const headers = { authorization: `Bearer ${server.access}`, 'content-type': 'image/gif' };
    const upload = async (): Promise<{ ref: { $link: string } }> => {
      const path = '/xrpc/com.atproto.repo.uploadBlob';
      const answer = await server.app.request(path, { method: 'POST', headers, body: 'GIF89a' });
      return ((await answer.json()) as { blob: { ref: { $link: string } } }).blob;
    };
    const blob = await upload();
    expect(blob).toEqual(await upload());
    const shown = post('x', {
      embed: { $type: 'app.bsky.embed.images', images: [{ alt: 'A', image: blob }] },
    });
    expect((await server.apply([create(tid(1), shown)])).status).toBe(200);
    expect((await server.app.request(`/media/${blob.ref.$link}`)).headers.get('content-type')).toBe(
      'image/gif',
    );
    await server.apply([
      { $type: 'com.atproto.repo.applyWrites#delete', collection: COLLECTION, rkey: tid(1) },
    ]);
    expect((await server.apply([create(tid(2), shown)])).body.error).toBe('BlobNotFound');
  });
});
