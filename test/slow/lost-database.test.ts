import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';
import { until, workerProject } from './worker-project.ts';

const POSTS = 12;
const WAIT_MS = 240_000;

let server: PostgresServer;
let project: Awaited<ReturnType<typeof workerProject>>;

/** Ends every connection to the database but this one, again and again, while `isOn`. How many were ended. */
async function terminate(isOn: () => boolean): Promise<number> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  let ended = 0;
  while (isOn()) {
    const { rowCount } = await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
    );
    ended += rowCount ?? 0;
    await new Promise((done) => setTimeout(done, 40 + Math.random() * 400));
  }
  await client.end();
  return ended;
}

beforeAll(async () => {
  server = await startPostgres();
  project = await workerProject({
    accounts: ['a', 'b', 'c', 'd'],
    posts: POSTS,
    delayMs: 120,
    env: { DATABASE_URL: server.url },
  });
});

afterAll(async () => {
  await project.close();
  await server.stop();
});

it('keeps two workers alive while PostgreSQL ends their connections and restarts, and sends each post once', async () => {
  const names = await project.fill('ended');
  const workers = [project.start('run'), project.start('run')];
  const codes: (number | null)[] = [];
  for (const { ended } of workers) void ended.then((code) => codes.push(code));
  await until('some posts are out', async () => (await project.postsOf()).length >= 3, WAIT_MS);
  const end = Date.now() + 8_000;
  const killed = await terminate(() => Date.now() < end);
  expect(killed).toBeGreaterThan(20);
  await server.restart(1_500);
  const isOut = async (): Promise<boolean> => (await project.postsOf()).length >= names.length * POSTS;
  await until('all posts are out', isOut, WAIT_MS);
  await until('both know it', async () => {
    const { out } = await project.call('history', '--json');
    return (out.match(/"state":\s*"published"/g)?.length ?? 0) >= names.length;
  });
  await project.expectOnceEach(names);
  expect(codes).toEqual([]);
  const said = workers.map(({ out }) => out()).join('');
  expect(said).not.toMatch(/bug|\bat .*\.ts:\d+/);
  expect(said).toContain('ended the connection');
  for (const { child, ended } of workers) {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }
});
