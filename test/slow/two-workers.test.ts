import { afterAll, beforeAll, expect, it } from 'vitest';
import { until, workerProject } from './worker-project.ts';

const POSTS = 20;

let project: Awaited<ReturnType<typeof workerProject>>;

beforeAll(async () => {
  project = await workerProject({ accounts: ['a', 'b', 'c'], posts: POSTS, delayMs: 150 });
});

afterAll(() => project.close());

it('lets one of two workers work, and the other take over when it is killed with kill -9', async () => {
  const names = await project.fill('killed');
  const first = project.start('run');
  await until('the first is at work', () => first.out().includes('worker started'));
  const second = project.start('run', '--wait');
  await until('the second stands by', () => second.out().includes('waiting while'));
  const third = project.start('run');
  expect(await third.ended).toBe(4);
  expect(third.out()).toContain('Another worker');

  await until('some posts are out', async () => (await project.postsOf(names[0] ?? '')).length >= 3);
  first.child.kill('SIGKILL');
  await first.ended;
  const before = (await Promise.all(names.map(project.postsOf))).map(({ length }) => length);
  // The test is worth something only if the first died in the middle.
  expect(Math.min(...before)).toBeLessThan(POSTS);
  await until(
    'all is published',
    () => (second.out().match(/"msg":"published"/g)?.length ?? 0) >= names.length,
  );
  await project.expectOnceEach(names);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(second.out()).toContain('stopped, nothing in flight');
});

it('ends after the request in flight on SIGTERM, and the next worker goes on where it stopped', async () => {
  const names = await project.fill('stopped');
  const first = project.start('run');
  await until('some posts are out', async () => (await project.postsOf(names[0] ?? '')).length >= 2);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  const sent = (first.out().match(/"msg":"sent \d+\/20"/g) ?? []).length;
  const out = (await Promise.all(names.map(project.postsOf))).flat().length;
  // Whatever was sent was also kept: nothing was cut off in the middle.
  expect(sent).toBe(out);
  expect(out).toBeLessThan(names.length * POSTS);
  const second = project.start('run', '--once');
  expect(await second.ended).toBe(0);
  await project.expectOnceEach(names);
});
