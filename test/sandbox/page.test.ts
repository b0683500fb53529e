import { describe, expect, it } from 'vitest';
import { api } from './api-call.ts';

const page = async (sandbox: ReturnType<typeof api>, path = '/', headers = {}): Promise<Response> =>
  await sandbox.app.request(path, { headers });

describe('the page', () => {
  it('shows what was posted as text, whatever it holds', async () => {
    const sandbox = api();
    const evil = `<script>alert("1")</script><img src=x onerror='alert(2)'> & "quotes"`;
    await sandbox.post(evil);
    const html = await (await page(sandbox)).text();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  });

  it('links URLs to where they lead, and to nothing but http and https', async () => {
    const sandbox = api();
    await sandbox.post('See https://example.org/a?b=1&c=2 and README.md');
    await sandbox.post('javascript:alert(1)//example.com');
    const html = await (await page(sandbox)).text();
    expect(html).toContain(
      '<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer noopener">https://example.org/a?b=1&amp;c=2</a>',
    );
    expect(html).toContain('<a href="http://README.md" rel="noreferrer noopener">README.md</a>');
    expect(html).not.toMatch(/href="(?!https?:|\/|#)/);
  });

  it('shows a thread in order, with counts, prices and the bill', async () => {
    const sandbox = api();
    const root = (await sandbox.post('The first of two')).body.data.id;
    await sandbox.post('The second: https://example.org', root);
    const html = await (await page(sandbox)).text();
    expect(html.indexOf('The first of two')).toBeLessThan(html.indexOf('The second: '));
    for (const shown of ['Thread of 2 posts', '16 / 280', '35 / 280', '$0.20', '$0.215', '2 of 2', '@ada'])
      expect(html).toContain(shown);
  });

  it('shows an image with its alt text, escaped', async () => {
    const sandbox = api();
    const bytes = Buffer.from('GIF89a and more');
    const start = { media_type: 'image/gif', total_bytes: bytes.length };
    const mediaId = (await sandbox.call('POST', '/2/media/upload/initialize', start)).body.data.id;
    const form = new FormData();
    form.set('segment_index', '0');
    form.set('media', new Blob([bytes]));
    await sandbox.call('POST', `/2/media/upload/${mediaId}/append`, form);
    await sandbox.call('POST', `/2/media/upload/${mediaId}/finalize`);
    const metadata = { alt_text: { text: '"><script>alert(3)</script>' } };
    await sandbox.call('POST', '/2/media/metadata', { id: mediaId, metadata });
    await sandbox.call('POST', '/2/tweets', { text: 'Look', media: { media_ids: [mediaId] } });
    const html = await (await page(sandbox)).text();
    expect(html).toContain(
      `<img src="/media/${mediaId}" alt="&quot;&gt;&lt;script&gt;alert(3)&lt;/script&gt;">`,
    );
    expect(html).not.toContain('<script>alert(3)');
    const image = await page(sandbox, `/media/${mediaId}`);
    expect(image.headers.get('content-type')).toBe('image/gif');
    expect(Buffer.from(await image.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('never serves an upload as anything but the image it is', async () => {
    const sandbox = api();
    const bytes = Buffer.from('<script>alert(4)</script>');
    const start = { media_type: 'text/html', total_bytes: bytes.length };
    const mediaId = (await sandbox.call('POST', '/2/media/upload/initialize', start)).body.data.id;
    const form = new FormData();
    form.set('segment_index', '0');
    form.set('media', new Blob([bytes]));
    await sandbox.call('POST', `/2/media/upload/${mediaId}/append`, form);
    expect((await page(sandbox, `/media/${mediaId}`)).status).toBe(404);
  });

  it('answers at the address that a receipt gives, with the post marked', async () => {
    const sandbox = api();
    const { id } = (await sandbox.post('Here')).body.data;
    const answer = await page(sandbox, `/ada/status/${id}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(`<article class="post chosen" id="${id}">`);
    expect((await page(sandbox, '/ada/status/12')).status).toBe(404);
  });

  it('tells that a reply’s parent is gone', async () => {
    const sandbox = api();
    const root = (await sandbox.post('One')).body.data.id;
    await sandbox.post('Two', root);
    await sandbox.call('DELETE', `/2/tweets/${root}`);
    expect(await (await page(sandbox)).text()).toContain('In reply to a post that was removed');
  });

  it('allows only its own style and script, by their hashes, and no framing', async () => {
    const sandbox = api();
    const answer = await page(sandbox);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const html = await answer.text();
    const { createHash } = await import('node:crypto');
    for (const tag of ['style', 'script']) {
      const inside = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';
      expect(policy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(inside).digest('base64')}'`);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(html).not.toMatch(/<(link|script|img)[^>]+(src|href)="https?:/);
  });

  it('changes its version with every change that it shows, and not otherwise', async () => {
    const sandbox = api();
    const version = async (): Promise<string> => (await sandbox.call('GET', '/sandbox/version')).body.version;
    const before = await version();
    expect(await version()).toBe(before);
    const { id } = (await sandbox.post('One')).body.data;
    const after = await version();
    expect(after).not.toBe(before);
    await sandbox.call('DELETE', `/2/tweets/${id}`);
    expect(await version()).not.toBe(after);
  });
});

describe('a full page', () => {
  it('shows one network, or every thread, where it is asked to', async () => {
    const sandbox = api({ now: () => Date.UTC(2026, 10, 28), limits: { publish15min: 1e6, user24h: 1e6 } });
    for (let at = 0; at < 52; at += 1) await sandbox.post(`Post ${at}`);
    const shown = async (path: string): Promise<string> => (await page(sandbox, path)).text();
    const count = (html: string): number => html.match(/<section class="thread"/g)?.length ?? 0;
    const first = await shown('/');
    expect(count(first)).toBe(50);
    expect(first).toContain('2 older threads are not shown. <a href="/?all=1">Show all</a>');
    expect(count(await shown('/?all=1'))).toBe(52);
    expect(count(await shown('/?network=x&all=1'))).toBe(52);
    const other = await shown('/?network=bluesky');
    expect(count(other)).toBe(0);
    expect(other).toContain('Threads on Bluesky, newest first');
    expect(count(await shown('/?network=nonsense'))).toBe(50);
  });

  it('shows tags and mentions in the colour of links, and nothing inside a URL', async () => {
    const sandbox = api();
    await sandbox.post('Hi @ada, see #rain at https://example.org/#rain <b>');
    const html = await (await page(sandbox, '/')).text();
    expect(html.match(/<span class="facet">[^<]*<\/span>/g)).toEqual([
      '<span class="facet">@ada</span>',
      '<span class="facet">#rain</span>',
    ]);
    expect(html).toContain('&lt;b&gt;');
  });
});

describe('a foreign page', () => {
  it.each(['example.com', 'evil.localhost.example.com', '127.0.0.1.example.com', '192.168.0.7:8080'])(
    'gets nothing under the name %s',
    async (host) => {
      const sandbox = api();
      for (const path of ['/', '/sandbox/state', '/2/users/me'])
        expect((await page(sandbox, path, { host })).status).toBe(403);
    },
  );

  it.each(['127.0.0.1:8080', 'localhost', '[::1]:80'])('is not one under the name %s', async (host) => {
    expect((await page(api(), '/', { host })).status).toBe(200);
  });

  it('can not set faults from another origin', async () => {
    const sandbox = api();
    const ask = async (origin: string): Promise<number> =>
      (
        await sandbox.app.request('/sandbox/faults', {
          method: 'POST',
          headers: { host: 'localhost', origin },
          body: '{"faults":["drop-response"]}',
        })
      ).status;
    expect(await ask('http://example.com')).toBe(403);
    expect(await ask('null')).toBe(403);
    expect(await ask('http://localhost')).toBe(200);
  });

  it('can not send a body without end', async () => {
    const sandbox = api();
    const headers = { 'content-length': '7000000', authorization: 'Bearer a' };
    expect((await sandbox.app.request('/2/tweets', { method: 'POST', headers, body: '{}' })).status).toBe(
      413,
    );
  });
});
