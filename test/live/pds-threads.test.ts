import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type PdsAccount, type RepoRecord, recordsOf } from '../networks/bluesky/pds-harness.ts';
import { makeAccount } from './accounts.ts';
import { type FaultyProxy, faultyProxy } from './faulty-proxy.ts';
import { type Firehose, firehose, framesNaming } from './firehose.ts';
import { killRounds } from './kill-rounds.ts';
import { type LiveProject, liveProject } from './live-project.ts';

const pdsUrl = inject('pdsUrl');

/** How often a thread is killed. */
const ROUNDS = Number(process.env['LIVE_ROUNDS'] ?? 12);

const HOST = 'https://example.invalid';
const IMAGE = readFileSync(resolve(import.meta.dirname, '../../posts/images/flat-line.png'));

/** Words in several scripts: a sentence before the link, the linked words, and a title. */
const SCRIPTS = {
  latin: ['Café, naïve and “quoted” — we measured it twice', 'the façade', 'A naïve café'],
  thai: ['เมื่อวานเราวัดผลอีกครั้งหนึ่งกับข้อมูลใหม่', 'บทความนี้', 'การทดลองครั้งที่สอง'],
  japanese: ['昨日、東京でもう一度測りました。結果は同じでした。', '詳しい記事', '東京の実験'],
  arabic: ['قسنا النتيجة مرة أخرى أمس في المدينة', 'هذا المقال', 'التجربة الثانية'],
  emoji: ['We 👩‍👩‍👧‍👦 measured 🧵 it 🏳️‍🌈 again 👍🏽 today', 'the 👩🏽‍🔬 lab', '🧪 A second test'],
  combining: [
    'Z\u0351\u036b\u0343algo e\u0301 and a\u030a in one line',
    'n\u0303ame\u0301d words',
    'a\u030angstro\u0308m',
  ],
} as const;

type Expected = readonly (readonly [words: string, url: string])[];
type Made = { readonly source: string; readonly expected: Expected; readonly hasImage: boolean };

const composed = (pairs: Expected): Expected => pairs.map(([words, url]) => [words.normalize('NFC'), url]);

/** One draft of each kind, with the linked words that its thread must have, in order. */
const KINDS: Readonly<
  Record<string, (script: (typeof SCRIPTS)[keyof typeof SCRIPTS], id: string) => readonly [string, Expected]>
> = {
  update: ([text, words], id) => [
    `[ML Grind]\n\n${text} [${words}](${HOST}/${id}).\n\n> ${text}\n> See [${words}](${HOST}/${id}/b) too`,
    [
      [words, `${HOST}/${id}`],
      [words, `${HOST}/${id}/b`],
    ],
  ],
  paper: ([text, words, title], id) => [
    `[Paper Reading: Lantern]\n\n${text} [0], with [${words}](${HOST}/${id}/w).\n\n---\n\n[0] ${title}: ${HOST}/${id}/paper.pdf`,
    [
      ['[0]', `${HOST}/${id}/paper.pdf`],
      [words, `${HOST}/${id}/w`],
      [title, `${HOST}/${id}/paper.pdf`],
    ],
  ],
  links: ([text, words, title], id) => [
    `${text}\n\n1. [${title}](${HOST}/${id}/1)\n2. [${words}](${HOST}/${id}/2)\n3. [${title}](${HOST}/${id}/3)`,
    [
      [title, `${HOST}/${id}/1`],
      [words, `${HOST}/${id}/2`],
      [title, `${HOST}/${id}/3`],
    ],
  ],
  article: ([text, words], id) => [
    `## Part one\n\n${`${text} and more.\n\n`.repeat(6)}Read [${words}](${HOST}/${id}). ${text}`,
    [[words, `${HOST}/${id}`]],
  ],
  post: ([text], id) => [
    `${text} ${HOST}/${id}/a/long/path/to/cut #Tag${id}`,
    [
      [
        `example.invalid/${id}/a/long/path/to/cut`.slice(0, 'example.invalid'.length + 13).concat('...'),
        `${HOST}/${id}/a/long/path/to/cut`,
      ],
      [`#Tag${id}`, `#Tag${id}`],
    ],
  ],
};

function draftOf(kind: string, script: keyof typeof SCRIPTS, at: number): Made {
  const make = KINDS[kind];
  if (make === undefined) throw new Error(`No kind ${kind}`);
  const id = `${kind.slice(0, 2)}${at}`;
  const [body, expected] = make(SCRIPTS[script], id);
  const hasImage = at % 3 === 0;
  const image = hasImage ? `\n\n![A picture of ${script}](images/p.png)` : '';
  const source = `---\nkind: ${kind}\nlanguage: en\nopen_with: text\n---\n${body}${image}\n`;
  return { source, expected: composed(expected), hasImage };
}

/** The words that a record's facets cover, with what they lead to. */
function covered({ value }: RepoRecord): [string, string][] {
  const text = Buffer.from(value.text);
  const facets = (value.facets ?? []) as {
    index: { byteStart: number; byteEnd: number };
    features: { uri?: string; tag?: string }[];
  }[];
  return facets.map(({ index, features }) => [
    text.subarray(index.byteStart, index.byteEnd).toString('utf8'),
    features[0]?.uri ?? `#${features[0]?.tag}`,
  ]);
}

describe.skipIf(pdsUrl === '')('threads on a real PDS', () => {
  let account: PdsAccount;
  let project: LiveProject;
  let stream: Firehose;
  let proxy: FaultyProxy;
  let whenAsked: (path: string) => void = () => undefined;

  beforeAll(async () => {
    account = await makeAccount(pdsUrl);
    proxy = await faultyProxy(pdsUrl, (path) => whenAsked(path));
    project = liveProject({ ...account, url: proxy.url });
    stream = await firehose(pdsUrl);
  });
  afterAll(async () => {
    stream.close();
    project.remove();
    await proxy.close();
  });

  it('30 drafts, of every kind in six scripts, have facets that cover exactly their linked words', async () => {
    const drafts = Object.keys(KINDS).flatMap((kind, row) =>
      (Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[]).map((script, column) => ({
        path: `posts/${kind}-${script}.md`,
        made: draftOf(kind, script, row * 6 + column),
      })),
    );
    expect(drafts).toHaveLength(30);
    project.write('posts/images/p.png', IMAGE);
    for (const { path, made } of drafts) project.write(path, made.source);
    const { code, out } = await project.run([
      'publish',
      ...drafts.map(({ path }) => path),
      '--account',
      'sky',
      '--yes',
    ]);
    expect(code, out).toBe(0);
    const records = await recordsOf(account);
    const threads = new Map<string, RepoRecord[]>();
    for (const record of records) {
      const root = record.value.reply?.root.uri ?? record.uri;
      threads.set(root, [...(threads.get(root) ?? []), record]);
    }
    expect(threads.size).toBe(30);
    const seen = [...threads.values()].map((posts) => posts.flatMap(covered));
    for (const { path, made } of drafts) expect(seen, path).toContainEqual(made.expected);
    const images = records.flatMap(({ value }) => value.embed?.images ?? []);
    expect(images).toHaveLength(drafts.filter(({ made }) => made.hasImage).length);
    for (const image of images)
      expect(image).toMatchObject({
        alt: expect.stringContaining('A picture of'),
        aspectRatio: { width: expect.any(Number) },
      });
    expect(records.every(({ value }) => value.langs?.[0] === 'en')).toBe(true);
  });

  it(`nine posts are one commit, once or not at all after kill -9 at ${ROUNDS} moments, and once after going on`, async () => {
    const { killed, landed, keys } = await killRounds(ROUNDS, project, account, (listener) => {
      whenAsked = listener;
    });
    const frames = await stream.frames();
    for (const [round, own] of keys.entries()) {
      const naming = own.map((key) => framesNaming(frames, key));
      expect(new Set(naming.flat()).size, `commits of round ${round}`).toBe(1);
    }
    process.stdout.write(`${killed} of ${ROUNDS} were killed, the threads of ${landed} of them landed\n`);
  });
});
