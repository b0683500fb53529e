import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { fakeIo } from './fake-io.ts';

const WORDS = [
  'The kettle in our lab boils at ninety-three degrees, and for a year nobody asked why that was so.',
  'A gauge on the roof had been read wrong by everybody since the building was opened in 1988.',
  'We drew the pressure of every day against the temperature, and the two lines lay on top of each other.',
  'The whole department now trusts its thermometers less and its windows more than any textbook allows.',
  'Nobody had to buy a new kettle, because the old one had been telling the truth about the weather all along.',
];
const post = (title: string, front = ''): string =>
  `---\ntitle: ${title}\n${front}---\n\n${WORDS.join('\n\n')}\n`;

let folder = '';
let server: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config/threadmill.yaml'), 'site:\n  url: https://blog.example.org\n');
  mkdirSync(join(folder, 'content/posts'), { recursive: true });
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  server?.closeAllConnections();
  await new Promise((done) => (server === undefined ? done(undefined) : server.close(done)));
  server = undefined;
});

const write = (name: string, text: string): void => writeFileSync(join(folder, 'content/posts', name), text);
const summarize = async (...args: string[]) => {
  const io = fakeIo({ cwd: folder });
  const code = await run(['summarize', ...args], io);
  return { code, out: io.out(), err: io.err() };
};
const drafts = (): string[] => readdirSync(join(folder, 'posts')).sort();

describe('summarize', () => {
  it('writes a draft of a post into posts/, with its address worked out and shown', async () => {
    write('kettle.md', post('The kettle', 'date: 2026-01-05\n'));
    const { code, out, err } = await summarize('content/posts/kettle.md');
    expect({ code, out }).toEqual({ code: 0, out: 'posts/2026-01-05-the-kettle-summary.md\n' });
    expect(err).toContain('https://blog.example.org/posts/kettle/ was worked out from');
    const draft = parseDraft(readFileSync(join(folder, 'posts/2026-01-05-the-kettle-summary.md'), 'utf8'), {
      path: null,
    });
    expect(draft.settings.canonical).toBe('https://blog.example.org/posts/kettle/');
    expect(draft.findings).toEqual([]);
  });

  it('takes the address of a post from the settings of its site, and values that it shows', async () => {
    mkdirSync(join(folder, '_posts'));
    writeFileSync(join(folder, '_config.yml'), 'title: The Gauge\npermalink: /log/:year/:title/\n');
    const text = post('Kettle 1.2').replace('The kettle in our lab', 'The kettle of {{ site.title }}');
    writeFileSync(join(folder, '_posts/2026-01-05-kettle-1.2.md'), text);
    const { code, err } = await summarize('_posts/2026-01-05-kettle-1.2.md');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const draft = readFileSync(join(folder, 'posts/2026-01-05-kettle-1-2-summary.md'), 'utf8');
    expect(draft).toContain("canonical: 'https://blog.example.org/log/2026/kettle-1.2/'");
    expect(draft).toContain('The kettle of The Gauge boils');
  });

  it('says where a folder holds no posts, and still does the others', async () => {
    mkdirSync(join(folder, 'pictures'));
    write('kettle.md', post('The kettle', 'date: 2026-01-05\n'));
    const { code, out, err } = await summarize('pictures', 'content/posts');
    expect({ code, out }).toEqual({ code: 1, out: 'posts/2026-01-05-the-kettle-summary.md\n' });
    expect(err).toContain('pictures has no posts');
  });

  it('never writes over a summary that was edited, but by --force', async () => {
    write('kettle.md', post('The kettle', 'date: 2026-01-05\n'));
    await summarize('content/posts/kettle.md');
    expect((await summarize('content/posts/kettle.md')).out).toContain('(unchanged)');
    const path = join(folder, 'posts/2026-01-05-the-kettle-summary.md');
    writeFileSync(path, 'mine');
    const again = await summarize('content/posts/kettle.md');
    expect(again.code).toBe(1);
    expect(again.err).toContain('already exists');
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await summarize('content/posts/kettle.md', '--force')).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('kettle');
  });

  it('takes a folder’s posts since a day, and passes over what is not out', async () => {
    write('old.md', post('Old', 'date: 2025-12-31\n'));
    write('new.mdx', post('New', 'date: 2026-01-01\n'));
    write('hidden.md', post('Hidden', 'date: 2026-01-02\ndraft: true\n'));
    write('undated.md', post('Undated'));
    write('_index.md', post('Index', 'date: 2026-01-02\n'));
    mkdirSync(join(folder, 'content/node_modules'));
    writeFileSync(join(folder, 'content/node_modules/readme.md'), post('No', 'date: 2026-01-02\n'));
    const { code, err } = await summarize('content', '--since', '2026-01-01');
    expect(code).toBe(0);
    expect(drafts()).toEqual(['2026-01-01-new-summary.md']);
    expect(err).toContain('3 posts skipped');
  });

  it('refuses a post that its blog does not show, unless it is asked for', async () => {
    write('kettle.md', post('The kettle', 'date: 2026-01-05\ndraft: true\n'));
    const refused = await summarize('content/posts/kettle.md');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('post-unpublished');
    expect((await summarize('content/posts/kettle.md', '--drafts')).code).toBe(0);
    expect(drafts()).toHaveLength(1);
  });

  it('takes a post whose day is still to come only where it is asked for', async () => {
    write('kettle.md', post('The kettle', 'date: 2999-01-05\n'));
    const { code, err } = await summarize('content/posts/kettle.md');
    expect(code).toBe(1);
    expect(err).toContain('date, 2999-01-05, is in the future');
    expect((await summarize('content', '--since', '2026-01-01')).err).toContain('1 post skipped');
    expect((await summarize('content/posts/kettle.md', '--drafts')).code).toBe(0);
    expect(drafts()).toEqual(['2999-01-05-the-kettle-summary.md']);
  });

  it('says that the address is missing, and takes it from --url', async () => {
    writeFileSync(join(folder, 'loose.md'), post('Loose'));
    const missing = await summarize('loose.md', '--stdout');
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('canonical-incomplete');
    const named = await summarize('loose.md', '--stdout', '--url', 'https://blog.example.org/loose');
    expect(named.code).toBe(0);
    expect(named.out.trimEnd().endsWith('\nhttps://blog.example.org/loose')).toBe(true);
  });

  it('prints what it chose as JSON', async () => {
    write('kettle.md', post('The kettle', 'date: 2026-01-05\n'));
    const [entry] = JSON.parse((await summarize('content/posts/kettle.md', '--json')).out);
    expect(entry).toMatchObject({
      source: 'content/posts/kettle.md',
      title: 'The kettle',
      date: '2026-01-05',
      canonical: 'https://blog.example.org/posts/kettle/',
      draft: 'posts/2026-01-05-the-kettle-summary.md',
    });
    expect(entry.paragraphs.slice(0, 2)).toEqual([
      { role: 'title', text: 'The kettle' },
      { role: 'hook', text: WORDS[0] },
    ]);
  });

  it('goes on with the others where one can’t be read', async () => {
    write('kettle.md', post('The kettle', 'date: 2026-01-05\n'));
    const { code, err } = await summarize('missing.md', 'content/posts/kettle.md');
    expect(code).toBe(1);
    expect(err).toContain('missing.md can’t be read');
    expect(drafts()).toHaveLength(1);
  });

  it.each([
    [['--posts', '0', 'a.md'], 'from 1 to 8'],
    [['--since', 'soon', 'a.md'], '--since takes a date'],
    [['--url', 'ftp://x', 'a.md'], '--url takes a web address'],
    [['--url', 'https://example.org', 'a.md', 'b.md'], 'name one'],
    [['--stdout', '--publish', 'a.md'], 'leave out --stdout'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await summarize(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('reads a page, where it may', async () => {
    const body = WORDS.map((text) => `<p>${text}</p>`).join('');
    server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        `<html lang="en"><head><title>The kettle</title><link rel="canonical" href="/kettle/"><meta property="article:published_time" content="2026-01-05T09:00:00Z"></head><body><nav>Home</nav><article>${body}</article></body></html>`,
      );
    });
    await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const refused = await summarize(`${url}/x`);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('private network');
    const { code, out } = await summarize(`${url}/x`, '--allow-private');
    expect({ code, out }).toEqual({ code: 0, out: 'posts/2026-01-05-the-kettle-summary.md\n' });
    const markdown = readFileSync(join(folder, 'posts/2026-01-05-the-kettle-summary.md'), 'utf8');
    expect(markdown.trimEnd().endsWith(`\n${url}/kettle/`)).toBe(true);
  });

  it('lists the posts since a day as one thread with --round-up, each with its link', async () => {
    write('old.md', post('Old', 'date: 2024-12-31\n'));
    write('two.md', post('Second kettle', 'date: 2025-02-05\n'));
    write('one.md', post('First kettle', 'date: 2025-01-05\ndescription: Why water waits.\n'));
    const { code, out, err } = await summarize('content', '--since', '2025-01-01', '--round-up');
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/round-up-since-2025-01-01-summary\.md\n$/),
    });
    expect(err).toContain('1 post skipped');
    const [name = ''] = drafts();
    const draft = parseDraft(readFileSync(join(folder, 'posts', name), 'utf8'), { path: null });
    expect(draft.findings).toEqual([]);
    const [list, ...others] = draft.blocks;
    expect(others).toEqual([]);
    expect(JSON.stringify(list).match(/"url":"[^"]+"/g)).toEqual([
      '"url":"https://blog.example.org/posts/one/"',
      '"url":"https://blog.example.org/posts/two/"',
    ]);
    expect(JSON.stringify(list)).toContain('Why water waits.');
  });

  it('refuses --round-up with what is for one post', async () => {
    write('one.md', post('First', 'date: 2026-01-05\n'));
    expect((await summarize('content', '--round-up', '--url', 'https://example.org/a')).code).toBe(2);
  });

  it('never lets two posts of a folder share an address silently', async () => {
    write('one.md', post('First', 'date: 2026-01-05\nslug: same\n'));
    write('two.md', post('Second', 'date: 2026-01-06\nslug: same\n'));
    const { code, err } = await summarize('content');
    expect(code).toBe(1);
    expect(err).toContain('https://blog.example.org/posts/same/ is also the address of content/posts/one.md');
    expect(err).toContain('(canonical-shared)');
  });

  it('reads a saved page as a page, and a saved feed as its entries', async () => {
    const body = WORDS.map((text) => `<p>${text}</p>`).join('');
    const page = (head: string): string =>
      `<!doctype html><html lang="en"><head><title>The kettle</title>${head}</head><body><nav>Home</nav><main><article><h1>The kettle</h1><p>By Ana Keel</p>${body}</article></main></body></html>`;
    write('page.html', page('<link rel="canonical" href="https://blog.example.org/kettle">'));
    write('lost.html', page(''));
    write('from.htm', `<!-- saved from url=(0031)https://blog.example.org/saved -->\n${page('')}`);
    const item = (name: string): string =>
      `<item><title>${name}</title><link>https://blog.example.org/${name}</link><pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate><description><![CDATA[${body}]]></description></item>`;
    write(
      'feed.xml',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${item('a')}${item('b')}</channel></rss>`,
    );
    const read = async (name: string, ...args: string[]) => {
      const { out } = await summarize(`content/posts/${name}`, '--json', '--stdout', ...args);
      const results = JSON.parse(out) as {
        title: string;
        canonical: string | null;
        paragraphs: { text: string }[];
      }[];
      return results.map(({ title, canonical, paragraphs }) => [title, canonical, paragraphs[1]?.text]);
    };
    expect(await read('page.html')).toEqual([
      ['The kettle', 'https://blog.example.org/kettle', expect.any(String)],
    ]);
    expect(await read('from.htm')).toEqual([
      ['The kettle', 'https://blog.example.org/saved', expect.any(String)],
    ]);
    expect(await read('lost.html')).toEqual([['The kettle', null, expect.any(String)]]);
    expect(await read('lost.html', '--url', 'https://blog.example.org/x')).toEqual([
      ['The kettle', 'https://blog.example.org/x', expect.any(String)],
    ]);
    expect((await read('feed.xml')).map(([title, canonical]) => [title, canonical])).toEqual([
      ['a', 'https://blog.example.org/a'],
      ['b', 'https://blog.example.org/b'],
    ]);
  });
});
