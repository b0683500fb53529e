import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { api } from '../api-call.ts';

const FIELDS = 'tweet.fields=created_at,entities,referenced_tweets,note_tweet';

async function meId({ call }: ReturnType<typeof api>): Promise<string> {
  return (await call('GET', '/2/users/me')).body.data.id;
}

describe('a timeline', () => {
  it('is newest first, and goes on by its token', async () => {
    const sandbox = api();
    const id = await meId(sandbox);
    for (let index = 1; index <= 12; index += 1) await sandbox.post(`Post ${index}`);
    const texts: string[] = [];
    let token = '';
    for (let page = 0; page < 3; page += 1) {
      const { body } = await sandbox.call('GET', `/2/users/${id}/tweets?max_results=5${token}`);
      texts.push(...body.data.map(({ text }: { text: string }) => text));
      token = body.meta.next_token === undefined ? '' : `&pagination_token=${body.meta.next_token}`;
    }
    expect(texts).toEqual(Array.from({ length: 12 }, (_, index) => `Post ${12 - index}`));
    expect(token).toBe('');
  });

  it('begins after since_id, and between two times', async () => {
    let now = Date.parse('2026-02-03T09:00:00Z');
    const sandbox = api({ now: () => now });
    const id = await meId(sandbox);
    const ids: string[] = [];
    for (const text of ['One', 'Two', 'Three']) {
      ids.push((await sandbox.post(text)).body.data.id);
      now += 60_000;
    }
    const texts = async (query: string): Promise<string[]> =>
      ((await sandbox.call('GET', `/2/users/${id}/tweets?${query}`)).body.data ?? []).map(
        ({ text }: { text: string }) => text,
      );
    expect(await texts(`since_id=${ids[0]}`)).toEqual(['Three', 'Two']);
    expect(await texts(`until_id=${ids[2]}`)).toEqual(['Two', 'One']);
    expect(await texts('start_time=2026-02-03T09:01:00Z')).toEqual(['Three', 'Two']);
    expect(await texts('end_time=2026-02-03T09:01:00Z')).toEqual(['One']);
    expect(await texts(`since_id=${ids[2]}`)).toEqual([]);
  });

  it('leaves replies out only when asked to', async () => {
    const sandbox = api();
    const id = await meId(sandbox);
    const root = (await sandbox.post('One')).body.data.id;
    await sandbox.post('Two', root);
    const count = async (query: string): Promise<number> =>
      (await sandbox.call('GET', `/2/users/${id}/tweets${query}`)).body.meta.result_count;
    expect([await count(''), await count('?exclude=replies')]).toEqual([2, 1]);
  });

  it('shows a post only after its lag', async () => {
    let now = 1_760_000_000_000;
    const sandbox = api({ now: () => now, lagMs: 3_000 });
    const id = await meId(sandbox);
    await sandbox.post('One');
    const count = async (): Promise<number> =>
      (await sandbox.call('GET', `/2/users/${id}/tweets`)).body.meta.result_count;
    expect(await count()).toBe(0);
    now += 3_000;
    expect(await count()).toBe(1);
  });

  it.each([
    'max_results=4',
    'max_results=101',
    'max_results=ten',
    'since_id=x',
    'start_time=today',
    'sort=asc',
    'pagination_token=!',
  ])('refuses %s with 400', async (query) => {
    const sandbox = api();
    const id = await meId(sandbox);
    expect((await sandbox.call('GET', `/2/users/${id}/tweets?${query}`)).status).toBe(400);
  });

  it('of nobody is a success with an error inside', async () => {
    const { status, body } = await api().call('GET', '/2/users/5/tweets');
    expect(status).toBe(200);
    expect(body.errors[0].type).toMatch(/resource-not-found$/);
  });
});

describe('a text that is given back', () => {
  it('has its links shortened to 23 characters, with what they stand for', async () => {
    const sandbox = api();
    const text = 'See https://example.org/a?b=1&c=2 and README.md, 👩‍👩‍👧‍👦 first';
    const { id } = (await sandbox.post(text)).body.data;
    const { data } = (await sandbox.call('GET', `/2/tweets/${id}?${FIELDS}`)).body;
    const [one, two] = data.entities.urls;
    expect([one.expanded_url, two.expanded_url]).toEqual([
      'https://example.org/a?b=1&c=2',
      'http://README.md',
    ]);
    expect(data.text).toBe(`See ${one.url} and ${two.url}, 👩‍👩‍👧‍👦 first`);
    expect(one.url).toMatch(/^https:\/\/t\.co\/\w{10}$/);
    expect(
      Array.from(data.text as string)
        .slice(two.start, two.end)
        .join(''),
    ).toBe(two.url);
  });

  it('has & < > escaped, and nothing else', async () => {
    const { body } = await api().post(`<b> & "quotes" &amp; 'more' >`);
    expect(body.data.text).toBe(`&lt;b&gt; &amp; "quotes" &amp;amp; 'more' &gt;`);
  });

  it('is whole in note_tweet where it is long', async () => {
    const sandbox = api({ premium: true });
    const text = `${'Long & longer. '.repeat(40)}https://example.org`;
    const { id } = (await sandbox.post(text)).body.data;
    const { data } = (await sandbox.call('GET', `/2/tweets/${id}?${FIELDS}`)).body;
    expect(data.text.length).toBeLessThan(400);
    expect(data.note_tweet.text).toContain(data.note_tweet.entities.urls[0].url);
    expect(data.note_tweet.text.replaceAll('&amp;', '&')).toContain('Long & longer. '.repeat(40));
  });

  it('gives the author’s words back once links are expanded and signs decoded, for any text', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('https://example.org/a?b=1&c=2', 'example.com', '&lt;', '<b>', 'a.b.c', '@ada', '#tag'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 8 }), async (parts) => {
        const text = parts.join(' ').normalize('NFC').trim();
        const sandbox = api({ premium: true });
        const { status, body } = await sandbox.post(text);
        fc.pre(status === 201);
        const { data } = (await sandbox.call('GET', `/2/tweets/${body.data.id}?${FIELDS}`)).body;
        let back: string = data.text;
        for (const { url, expanded_url } of data.entities?.urls ?? [])
          back = back.replace(url, () =>
            text.includes(expanded_url) ? expanded_url : expanded_url.slice(7),
          );
        back = back.replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: '<', gt: '>' })[name] ?? '&');
        expect(back).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('posts by id', () => {
  it('are found, and what is not found is told beside them', async () => {
    const { post, call } = api();
    const { id } = (await post('One')).body.data;
    const { body } = await call('GET', `/2/tweets?ids=${id},12`);
    expect(body.data).toHaveLength(1);
    expect(body.errors).toMatchObject([{ resource_id: '12', title: 'Not Found Error' }]);
    expect((await call('GET', '/2/tweets/12')).body).not.toHaveProperty('data');
    expect((await call('GET', '/2/tweets?ids=a')).status).toBe(400);
  });

  it('bring their images’ alt texts where asked to', async () => {
    const { call } = api();
    const bytes = Buffer.from('GIF89a and more');
    const start = { media_type: 'image/gif', total_bytes: bytes.length, media_category: 'tweet_gif' };
    const mediaId = (await call('POST', '/2/media/upload/initialize', start)).body.data.id;
    const form = new FormData();
    form.set('segment_index', '0');
    form.set('media', new Blob([bytes]));
    expect((await call('POST', `/2/media/upload/${mediaId}/append`, form)).status).toBe(200);
    await call('POST', `/2/media/upload/${mediaId}/finalize`);
    const metadata = { alt_text: { text: 'A <cat>' } };
    await call('POST', '/2/media/metadata', { id: mediaId, metadata });
    const media = { media_ids: [mediaId] };
    const { id } = (await call('POST', '/2/tweets', { media })).body.data;
    const { body } = await call(
      'GET',
      `/2/tweets/${id}?expansions=attachments.media_keys&tweet.fields=attachments`,
    );
    expect(body.includes.media).toEqual([{ media_key: `3_${mediaId}`, type: 'photo', alt_text: 'A <cat>' }]);
    expect(body.data.attachments.media_keys).toEqual([`3_${mediaId}`]);
  });
});
