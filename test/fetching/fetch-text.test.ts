import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { FetchError } from '../../src/fetching/fetch-error.ts';
import { type FetchOptions, fetchText } from '../../src/fetching/fetch-text.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A server on loopback; its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const OPTIONS = { types: ['text/html'], maxBytes: 1024 * 1024, timeoutMs: 5000 } satisfies FetchOptions;
const open = (url: string, more: Partial<FetchOptions> = {}) =>
  fetchText(url, { ...OPTIONS, allowPrivate: true, ...more });
const kindOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchError);
  return (error as FetchError).reason;
};
const HTML = { 'content-type': 'text/html' };
const html: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>grüezi</p>');
};

describe('a document on the web', () => {
  it('is read with what it says of itself', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        etag: '"1"',
        'last-modified': 'Mon, 05 Jan 2026 09:00:00 GMT',
        'cache-control': 'public, max-age=600',
      });
      response.end('<p>a</p>');
    });
    expect(await open(`${url}/a`)).toEqual({
      url: `${url}/a`,
      permanentUrl: `${url}/a`,
      unchanged: false,
      text: '<p>a</p>',
      contentType: 'text/html',
      etag: '"1"',
      lastModified: 'Mon, 05 Jan 2026 09:00:00 GMT',
      freshForMs: 600_000,
    });
  });

  it('is not sent again when it is as it was', async () => {
    const asked: (string | undefined)[][] = [];
    const url = await serve(({ headers }, response) => {
      asked.push([headers['if-none-match'], headers['if-modified-since']]);
      response.writeHead(304, { etag: '"1"' }).end();
    });
    const again = await open(url, { known: { etag: '"1"', lastModified: 'then' } });
    expect(again).toMatchObject({ unchanged: true, text: '', etag: '"1"' });
    expect(asked).toEqual([['"1"', 'then']]);
  });

  it.each([
    ['UTF-8', 'text/html; charset=utf-8', Buffer.from('grüezi')],
    ['Latin 1, by its content type', 'text/html; charset=ISO-8859-1', Buffer.from('grüezi', 'latin1')],
    ['Latin 1, by its own word', 'text/html', Buffer.from('<meta charset="windows-1252">grüezi', 'latin1')],
    ['UTF-16', 'text/html', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('grüezi', 'utf16le')])],
    ['an encoding that nobody knows', 'text/html; charset=klingon', Buffer.from('grüezi')],
    [
      'Latin 1, by its own word, though its content type is wrong',
      'text/html; charset=utf-8',
      Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>grüezi', 'latin1'),
    ],
    ['UTF-8, though its own word is UTF-16', 'text/html', Buffer.from('<meta charset="utf-16">grüezi')],
    [
      'UTF-8, by its content type, though its own word is another',
      'text/html; charset=utf-8',
      Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>grüezi'),
    ],
    [
      'UTF-8, by its byte order mark, though a byte is broken',
      'text/html',
      Buffer.concat([Buffer.from('\ufeff<meta charset="windows-1252">grüezi'), Buffer.from([0xfc])]),
    ],
  ])('is decoded from %s', async (_, type, body) => {
    const url = await serve(
      (__, response) => void response.writeHead(200, { 'content-type': type }).end(body),
    );
    expect((await open(url)).text).toContain('grüezi');
  });

  it.each([
    ['gzip', gzipSync('packed')],
    ['br', brotliCompressSync('packed')],
  ])('is unpacked from %s', async (encoding, body) => {
    const url = await serve(
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(body),
    );
    expect((await open(url)).text).toBe('packed');
  });

  it('is followed through redirects, and its permanent address is kept', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/a') return void response.writeHead(301, { location: '/b' }).end();
      if (request.url === '/b') return void response.writeHead(302, { location: '/c' }).end();
      html(request, response);
    });
    expect(await open(`${url}/a`)).toMatchObject({
      url: `${url}/c`,
      permanentUrl: `${url}/b`,
      text: '<p>grüezi</p>',
    });
  });
});

describe('what is refused', () => {
  it('is a body of 100 MB, cut off as soon as it passes the limit', async () => {
    let sent = 0;
    let closed: () => void = () => {};
    const gone = new Promise<void>((done) => (closed = done));
    const chunk = Buffer.alloc(64 * 1024, 'a');
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void => {
        while (sent < 100 * 1024 * 1024) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      response.on('close', closed);
      more();
    });
    expect(await kindOf(open(url))).toBe('too-large');
    await gone;
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  it('is a body that says that it is too large, before any of it is read', async () => {
    const url = await serve(
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'content-length': 10 ** 9 }).write('a'),
    );
    expect(await kindOf(open(url))).toBe('too-large');
  });

  it('is a small body that unpacks to a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const url = await serve(
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await kindOf(open(url))).toBe('too-large');
  });

  it.each([
    ['never answers', () => {}],
    [
      'stops in the middle',
      ((_, response) =>
        void response.writeHead(200, { 'content-type': 'text/html' }).write('a')) as RequestListener,
    ],
  ])('is a server that %s', async (_, listener) => {
    const url = await serve(listener);
    expect(await kindOf(open(url, { timeoutMs: 100 }))).toBe('too-slow');
  });

  it.each([
    [404, 'status'],
    [500, 'status'],
    [304, 'status'],
  ])('is the answer %i to a first question', async (status, kind) => {
    const url = await serve((_, response) => void response.writeHead(status).end());
    expect(await kindOf(open(url))).toBe(kind);
  });

  it('is the answer 304 where there was nothing to compare with', async () => {
    const url = await serve((_, response) => void response.writeHead(304).end());
    const known = { etag: undefined, lastModified: undefined };
    await expect(open(url, { known })).rejects.toMatchObject({ reason: 'status', status: 304 });
  });

  it('is a server that asks us to stay away, with its time', async () => {
    const url = await serve((_, response) => void response.writeHead(429, { 'retry-after': '120' }).end());
    await expect(open(url)).rejects.toMatchObject({ status: 429, retryAfterMs: 120_000 });
  });

  it.each([
    ['Tue, 03 Feb 2026 11:00:00 GMT', 7_200_000],
    ['Tue, 03 Feb 2026 08:00:00 GMT', 0],
    ['2026-02-03', undefined],
    ['soon', undefined],
  ])('is a server that asks us to stay away until %s, by its own clock', async (until, retryAfterMs) => {
    const date = 'Tue, 03 Feb 2026 09:00:00 GMT';
    const url = await serve(
      (_, response) => void response.writeHead(503, { date, 'retry-after': until }).end(),
    );
    const error = await open(url).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 503, retryAfterMs });
  });

  it('is another kind of document', async () => {
    const url = await serve(
      (_, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
    );
    expect(await kindOf(open(url))).toBe('wrong-type');
  });

  it('is a circle of redirects', async () => {
    const url = await serve((_, response) => void response.writeHead(302, { location: '/' }).end());
    expect(await kindOf(open(url))).toBe('redirects');
  });

  it('is a port where nothing listens', async () => {
    const url = await serve(html);
    servers[0]?.close();
    servers.length = 0;
    expect(await kindOf(open(url))).toBe('unreachable');
  });

  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://172.16.0.1/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[64:ff9b::a00:1]/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'https://user:secret@example.org/',
    'nonsense',
  ])('is %s, without a request', async (url) => {
    const lookup: LookupFunction = (host, _, done) =>
      done(null, host === 'localhost' ? [{ address: '127.0.0.1', family: 4 }] : []);
    const error = await fetchText(url, { ...OPTIONS, lookup }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'FetchError', reason: 'refused' });
    expect(String(error)).not.toContain('secret');
  });

  it.each(['http://169.254.169.254/latest/meta-data/', 'http://[fe80::1]/', 'http://metadata.test/'])(
    'is %s, even where private networks may be read',
    async (url) => {
      const lookup: LookupFunction = (_, __, done) => done(null, [{ address: '169.254.169.254', family: 4 }]);
      expect(await kindOf(fetchText(url, { ...OPTIONS, lookup, allowPrivate: true }))).toBe('refused');
    },
  );

  it('is a name of which one address is private', async () => {
    const lookup: LookupFunction = (_, __, done) =>
      done(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    expect(await kindOf(fetchText('http://rebind.test/', { ...OPTIONS, lookup }))).toBe('refused');
  });

  it('is a private address behind a redirect, and behind a name behind a redirect', async () => {
    let reached = false;
    const inside = await serve((request, response) => {
      reached = true;
      html(request, response);
    });
    for (const location of [inside, inside.replace('127.0.0.1', 'inside.test')]) {
      const outside = await serve((_, response) => void response.writeHead(302, { location }).end());
      const { port } = new URL(outside);
      const lookup: LookupFunction = (_, __, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);
      const allowPrivate = (host: string): boolean => host === 'outside.test';
      expect(
        await kindOf(fetchText(`http://outside.test:${port}/`, { ...OPTIONS, lookup, allowPrivate })),
      ).toBe('refused');
    }
    expect(reached).toBe(false);
  });

  it.each([
    ['before an answer', () => undefined],
    ['in the middle of a body', (response: ServerResponse) => response.writeHead(200, HTML).write('<p>')],
    [
      'in the middle of a packed body',
      (response: ServerResponse) =>
        response
          .writeHead(200, { ...HTML, 'content-encoding': 'gzip' })
          .write(gzipSync('packed').subarray(0, 15)),
    ],
  ])('ends at once when it is stopped %s, and says so', async (_, begin) => {
    const stop = new AbortController();
    const url = await serve((__, response) => {
      begin(response);
      setTimeout(() => stop.abort(), 50);
    });
    await expect(open(url, { signal: stop.signal })).rejects.toMatchObject({ name: 'InterruptedError' });
  });
});
