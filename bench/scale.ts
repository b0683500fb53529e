import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPostgresJournal } from '../src/journal/postgres/postgres-journal.ts';
import { openSqliteJournal } from '../src/journal/sqlite/sqlite-journal.ts';
import { startPostgres } from '../test/postgres/server.ts';
import { type Backlog, fillPostgres, fillSqlite } from './scale-backlog.ts';
import {
  type Claims,
  claimFromGraphile,
  claimFromJournal,
  claimFromPgBoss,
  percentile,
} from './scale-claims.ts';
import { simulateMonth } from './scale-month.ts';
import { type Crew, measureRate } from './scale-rate.ts';

const { values } = parseArgs({
  options: {
    publications: { type: 'string', default: '1000000' },
    accounts: { type: 'string', default: '10000' },
    due: { type: 'string', default: '2000' },
    rate: { type: 'string', default: '400' },
    month: { type: 'string', default: '1000' },
    only: { type: 'string' },
  },
});
const wants = (part: string): boolean => values.only === undefined || values.only.split(',').includes(part);
const backlog: Backlog = {
  publications: Number(values.publications),
  accounts: Number(values.accounts),
  due: Number(values.due),
  now: Date.now(),
};

const WARM = 1_000;

/** X answers in some hundreds of milliseconds: what one worker waits for then, another can use. */
const FAR_MS = 250;
const CREWS: readonly Crew[] = [0, FAR_MS].flatMap((answerMs): Crew[] => [
  { engine: 'sqlite', workers: 1, answerMs },
  ...[1, 2, 4].map((workers): Crew => ({ engine: 'postgres', workers, answerMs })),
]);

function show({ name, fillSeconds, found, claimed, idle }: Claims): void {
  // A worker runs for days: its first steps, while everything is compiled and cached, are left out for all.
  const warmed = (times: readonly number[]): readonly number[] =>
    times.slice(Math.min(WARM, times.length / 2));
  const cells = [warmed(found), warmed(claimed), idle].flatMap((times) =>
    [0.5, 0.99].map((share) => (times.length === 0 ? '' : percentile(times, share).toFixed(2)).padStart(9)),
  );
  console.log(`${name.padEnd(34)}${cells.join('')}${fillSeconds.toFixed(0).padStart(9)}`);
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

if (['sqlite', 'postgres', 'pg-boss', 'graphile'].some(wants)) {
  console.log(
    `${backlog.publications} scheduled publications of ${backlog.accounts} accounts, ${backlog.due} of them due; ms`,
  );
  console.log(
    `${''.padEnd(34)}${['found p50', 'p99', 'taken p50', 'p99', 'idle p50', 'p99', 'filled s'].map((head) => head.padStart(9)).join('')}`,
  );
}
/** How long this disk takes to keep four kilobytes: no claim that is on it can be quicker. */
function diskAlone(folder: string): number[] {
  const file = openSync(join(folder, 'disk'), 'w');
  const page = Buffer.alloc(4_096);
  const times = Array.from({ length: backlog.due }, (_, at) => {
    const start = performance.now();
    writeSync(file, page, 0, page.length, at * page.length);
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return times;
}

if (wants('sqlite')) {
  const folder = mkdtempSync(join(tmpdir(), 'scale-'));
  show({
    name: 'a write to this disk alone',
    fillSeconds: 0,
    found: [],
    claimed: diskAlone(folder),
    idle: [],
  });
  const path = join(folder, 'threadmill.db');
  await (await openSqliteJournal(path)).close();
  const seconds = await timed(() => fillSqlite(path, backlog));
  const journal = await openSqliteJournal(path);
  show(await claimFromJournal('journal on SQLite', journal, backlog, seconds));
  await journal.close();
  rmSync(folder, { recursive: true });
}
if (['postgres', 'pg-boss', 'graphile'].some(wants)) {
  const server = await startPostgres({ durable: true });
  if (wants('postgres')) {
    await (await openPostgresJournal(server.url)).close();
    const seconds = await timed(() => fillPostgres(server.url, backlog));
    const journal = await openPostgresJournal(server.url);
    show(await claimFromJournal('journal on PostgreSQL', journal, backlog, seconds));
    await journal.close();
  }
  if (wants('pg-boss')) show(await claimFromPgBoss(server.url, backlog));
  if (wants('graphile')) show(await claimFromGraphile(server.url, backlog));
  await server.stop();
}
if (wants('rate')) {
  for (const crew of CREWS) {
    const { publications, seconds, wrong } = await measureRate(crew, Number(values.rate));
    const { engine, workers, answerMs } = crew;
    const far = answerMs === 0 ? '' : `, answers after ${answerMs} ms`;
    const who = `${workers} ${workers === 1 ? 'worker' : 'workers'} on ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}${far}`;
    const rate = (publications / seconds).toFixed(1);
    console.log(
      `${who.padEnd(46)}${rate.padStart(8)} publications a second (${publications} in ${seconds.toFixed(1)} s, ${wrong} wrong)`,
    );
  }
}
if (wants('month')) {
  const month = await simulateMonth(Number(values.month));
  console.log(`A month of ${month.accounts} accounts: ${month.threads} threads, ${month.posts} posts.`);
  console.log(`  sent ${month.sent}, left half-way ${month.halfWay}, refused with 429: ${month.refused}`);
  console.log(
    `  accounts that want 144 posts a day use ${month.busyShare.toFixed(1)} of the 100 that are let through`,
  );
  console.log(
    `  planned $${month.plannedUsd.toFixed(2)}, booked $${month.spentUsd.toFixed(2)}, charged $${month.chargedUsd.toFixed(2)}`,
  );
}
