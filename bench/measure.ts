/**
 * Times `xWeight` against `twitter-text` on the same texts, in pairs taken in turn, so that a busy machine slows
 * both alike. Texts are made here, from a fixed seed. Run it alone with `node bench/measure.ts`.
 */
import twitterText from 'twitter-text';
import { xWeight } from '../src/text/x/weight.ts';
import { reportGoals } from './goals.ts';
import { numbersFrom } from './seeded-numbers.ts';
import { median } from './timing.ts';

/** One kind of text: millions of UTF-16 units a second of both, and how many times faster ours is. */
export type MeasureRow = {
  readonly name: string;
  readonly oursMBs: number;
  readonly peerMBs: number;
  readonly ratio: number;
};

const WORDS =
  'the a of reading lantern cache keeps warm tail latency paper we found that every request waits on one slow disk ' +
  'and most of them need not so this week replaced queue with a ring it is smaller faster and has no lock';
const HOSTS =
  'https://example.com https://www.example.org http://docs.example.net example.co.uk lib.rs README.md';
const PATHS =
  '/ /about /2026/02/lantern-notes.html /wiki/Plough_(tool) /search?q=ring+buffer&page=2 /@user/1234567890';
const SINOGRAPHS =
  '我们读到灯笼如何保持缓存温暖以及为什么这对尾部延迟很重要每周的链接汇总。，これは毎週の更新です';
const EMOJI = '😀 🎉 👍🏽 👩‍🔬 👨‍👩‍👧‍👦 🇩🇪 🇯🇵 1️⃣ ☀️ ❤️ 🏳️‍🌈 🤷🏻‍♀️ ✅ 🧵 👇';

type Maker = (pick: (list: readonly string[]) => string) => string;
const words = WORDS.split(' ');
const makers: Record<string, Maker> = {
  'ASCII prose': (pick) => `${pick(words)}${pick(['', '', '', '', ',', '.', ' (v1.2)', ': e.g.'])} `,
  'URL-heavy': (pick) =>
    `${pick(words)} ${pick(words)} ${pick(HOSTS.split(' '))}${pick(PATHS.split(' '))}${pick(['', '.', ','])} `,
  CJK: (pick) => pick([...SINOGRAPHS]),
  emoji: (pick) => `${pick(EMOJI.split(' '))}${pick(['', '', ' ', ' ok '])}`,
};

function make(maker: Maker, length: number, seed: number): string {
  const next = numbersFrom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const part = maker(pick);
    parts.push(part);
    size += part.length;
  }
  // Read back from JSON, as `count --jsonl` would: a string of its own, not a view into a longer one.
  return JSON.parse(JSON.stringify(parts.join('').slice(0, length).trimEnd())) as string;
}

type Measure = (text: string) => number;
const theirs: Measure = (text) => twitterText.parseTweet(text).weightedLength;

/** Milliseconds of this thread for measuring all texts `times` times. */
function time(measure: Measure, texts: readonly string[], times: number): number {
  let sum = 0;
  const start = process.threadCpuUsage();
  for (let round = 0; round < times; round++) for (const text of texts) sum += measure(text);
  const { user, system } = process.threadCpuUsage(start);
  if (sum < 0) throw new Error('a text can not weigh less than nothing');
  return (user + system) / 1000;
}

function compare(name: string, texts: readonly string[], pairs: number): MeasureRow {
  for (const text of texts)
    if (xWeight(text) !== theirs(text)) throw new Error(`${name}: the two disagree on ${text.slice(0, 80)}`);
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  for (let spent = 0; spent < 300; ) spent += time(xWeight, texts, 5) + time(theirs, texts, 1);
  // Ours is timed over more rounds, so that both take long enough for the clock.
  const rounds = Math.max(1, Math.ceil(60 / Math.max(time(xWeight, texts, 50) / 50, 0.01)));
  const peerRounds = Math.max(1, Math.ceil(60 / Math.max(time(theirs, texts, 1), 1)));
  const ours: number[] = [];
  const peer: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    ours.push(time(xWeight, texts, rounds) / rounds);
    peer.push(time(theirs, texts, peerRounds) / peerRounds);
  }
  const ratio = median(peer.map((spent, index) => spent / (ours[index] ?? 1)));
  return { name, oursMBs: units / median(ours) / 1000, peerMBs: units / median(peer) / 1000, ratio };
}

/** Times every kind of text, as posts of 280 and as chunks of 100,000; `pairs` measurements of each. */
export async function measureBench(pairs = 7): Promise<MeasureRow[]> {
  const rows: MeasureRow[] = [];
  for (const [name, maker] of Object.entries(makers)) {
    const posts = Array.from({ length: 400 }, (_, index) => make(maker, 280, index + 1));
    rows.push(compare(`${name}, posts of 280`, posts, pairs));
    rows.push(compare(`${name}, 100 kB`, [make(maker, 100_000, 42)], pairs));
    await new Promise((resolve) => setImmediate(resolve));
  }
  rows.push(compare('hostile a.a.a., 280', ['a.'.repeat(140)], pairs));
  rows.push(compare('hostile a.a.a., 7 kB', ['a.'.repeat(3_500)], pairs));
  return rows;
}

/** The rows as a table for the terminal. */
export function measureTable(rows: readonly MeasureRow[]): string {
  const cell = (value: number): string =>
    (value >= 100 ? value.toFixed(0) : value.toPrecision(3)).padStart(10);
  const lines = rows.map(
    (row) => `${row.name.padEnd(28)}${cell(row.oursMBs)}${cell(row.peerMBs)}${cell(row.ratio)}`,
  );
  return [
    `${'X measure'.padEnd(28)}${'ours MB/s'.padStart(10)}${'peer MB/s'.padStart(10)}${'ratio'.padStart(10)}`,
    ...lines,
  ].join('\n');
}

/** How many times faster than `twitter-text` each kind of text is to be measured at least. */
const PROMISED: Record<string, number> = {
  'ASCII prose': 10,
  'URL-heavy': 10,
  CJK: 1,
  emoji: 1,
  'hostile a.a.a.': 10,
};

if (import.meta.main) {
  const rows = await measureBench();
  console.log(measureTable(rows));
  reportGoals(
    rows.map(({ name, ratio }) => {
      const least = PROMISED[name.split(', ')[0] ?? ''];
      if (least === undefined) throw new Error(`nothing is promised for ${name}`);
      return {
        what: `X measure over twitter-text: ${name}`,
        measured: ratio,
        promise: { least },
        unit: ' ×',
      };
    }),
  );
}
