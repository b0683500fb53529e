import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

const WORDS = [
  'The kettle in our lab boils at ninety-three degrees, and for a year nobody asked why that was so.',
  'A gauge on the roof had been read wrong by everybody since the building was opened in 1988.',
  'We drew the pressure of every day against the temperature, and the two lines lay on top of each other.',
  'The whole department now trusts its thermometers less and its windows more than any textbook allows.',
  'Nobody had to buy a new kettle, because the old one had been telling the truth about the weather all along.',
];
const POST = `---\r\ntitle:   The kettle   # mine\r\ndate: 2026-01-05\r\n---\r\n\r\n${WORDS.join('\r\n\r\n')}\r\n`;
const DRAFT = 'posts/2026-01-05-the-kettle-summary.md';

let folder = '';
let sandbox: Sandbox;
const path = (name: string): string => join(folder, name);
const configure = (more = ''): void =>
  writeFileSync(
    path('config/threadmill.yaml'),
    `site: { url: "https://blog.example.org" }\naccounts:\n  me: { network: x, base_url: "${sandbox.url}", find_delays_ms: [1, 2], zone: Europe/Berlin, slots: ["mon-sun 09:00"] }\ndefaults: { account: me }\n${more}`,
  );
const call = async (...argv: string[]) => {
  const io = fakeIo({ cwd: folder, env: { THREADMILL_ME_TOKEN: 'user-me' } });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  mkdirSync(path('config'));
  mkdirSync(path('content/posts'), { recursive: true });
  writeFileSync(path('content/posts/kettle.md'), POST);
  sandbox = await startSandbox({});
  configure();
});
afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

describe('a summary that is sent at once', () => {
  it('is published as a thread with one link, and its address is written into the post and nothing else', async () => {
    const sent = await call('summarize', 'content/posts/kettle.md', '--publish', '--yes');
    expect({ code: sent.code, err: sent.err.includes('error') }).toEqual({ code: 0, err: false });
    const { posts } = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
      posts: { id: string; text: string }[];
    };
    expect(posts.filter(({ text }) => text.includes('https://blog.example.org/posts/kettle/'))).toHaveLength(
      1,
    );
    expect(posts[0]?.text).toContain(WORDS[0]);

    const url = `${sandbox.url}/me/status/${posts[0]?.id}`;
    const written = await call('syndicate', DRAFT);
    expect(written).toMatchObject({ code: 0, out: `content/posts/kettle.md: ${url}\n` });
    expect(readFileSync(path('content/posts/kettle.md'), 'utf8')).toBe(
      POST.replace('2026-01-05\r\n---', `2026-01-05\r\nsyndication:\r\n  - "${url}"\r\n---`),
    );
    expect((await call('syndicate', DRAFT)).out).toContain('already has all of them');
  });

  it('goes out though another of the batch can’t, which is told and kept back', async () => {
    writeFileSync(
      path('content/posts/early.md'),
      POST.replace('The kettle', 'Early').replace('date:', 'draft: true\ndate:'),
    );
    const { code, out, err } = await call(
      'summarize',
      'content/posts/early.md',
      'content/posts/missing.md',
      'content/posts/kettle.md',
      '--schedule',
      'next',
    );
    expect(code).toBe(1);
    expect(out.match(/scheduled: \S+/g)).toEqual([`scheduled: ${DRAFT}`]);
    expect(err).toContain('`draft: true` keeps the post unpublished');
    expect(err).toContain('missing.md');
  });

  it('is scheduled for the next slot', async () => {
    const { code, out } = await call('summarize', 'content/posts/kettle.md', '--schedule', 'next');
    expect(code).toBe(0);
    expect(out).toContain('scheduled');
  });
});

describe('syndicate', () => {
  it('says what was never published, and what it can’t find', async () => {
    await call('summarize', 'content/posts/kettle.md');
    const never = await call('syndicate', DRAFT);
    expect(never.code).toBe(1);
    expect(never.err).toContain('was never published');
    expect((await call('syndicate', 'a.md', 'b.md', '--into', 'c.md')).code).toBe(2);
  });
});

describe('a program that proposes the words', () => {
  const propose = async (words: string) => {
    writeFileSync(
      path('propose.js'),
      `process.stdin.resume();process.stdin.on('end',()=>process.stdout.write(${JSON.stringify(words)}))`,
    );
    configure(`summarizer: ["${process.execPath}", "propose.js"]\n`);
    return call('summarize', 'content/posts/kettle.md', '--propose', '--stdout');
  };

  it('is checked, and its words are marked as not the author’s', async () => {
    const { code, out, err } = await propose(
      'Our kettle boils too early.\n\nA gauge had been wrong since 1988.\n',
    );
    expect(code).toBe(0);
    expect(out).toContain('\nown_words: false\n');
    expect(
      out
        .trimEnd()
        .endsWith(
          'Our kettle boils too early.\n\nA gauge had been wrong since 1988.\n\nhttps://blog.example.org/posts/kettle/',
        ),
    ).toBe(true);
    expect(err).toContain('not-own-words');
  });

  it('writes no escape sequence into a draft, and none to a terminal', async () => {
    const { out } = await propose('The lab\u001b[31m boils.\u0007\n');
    expect(out).toContain('\nThe lab');
    expect(out).toContain('31m boils.\n');
    expect(JSON.stringify(out)).not.toMatch(/\\u00[01]/);
  });

  it('may propose the author’s own sentences, which need no mark', async () => {
    const { out, err } = await propose(`${WORDS[0]}\n\n${WORDS[4]}\n`);
    expect(out).not.toContain('own_words');
    expect(err).not.toContain('not-own-words');
  });

  it.each([
    ['a link of its own', 'See https://evil.example.com/x for all of it.', 'invented-link'],
    ['a number of its own', 'The kettle is 94 years old.', 'invented-number'],
    ['too much', 'word '.repeat(90), 'proposal-long'],
    ['an essay', 'A line.\n\n'.repeat(12), 'proposal-long'],
    ['nothing', '\n', 'no-prose'],
  ])('is refused where it proposes %s', async (_, words, code) => {
    const shown = await propose(words);
    expect(shown.code).toBe(1);
    expect(shown.err).toContain(code);
  });

  it('is named where it is not there, or fails', async () => {
    configure('summarizer: ["no-such-program-at-all"]\n');
    expect((await call('summarize', 'content/posts/kettle.md', '--propose')).err).toContain('was not found');
    configure(
      `summarizer: ["${process.execPath}", "-e", "console.error('Error: no key'); process.exit(3)"]\n`,
    );
    expect((await call('summarize', 'content/posts/kettle.md', '--propose')).err).toContain(
      'exited with 3: Error: no key.',
    );
    configure();
    expect((await call('summarize', 'content/posts/kettle.md', '--propose')).code).toBe(3);
  });
});
