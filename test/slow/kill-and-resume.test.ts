import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCli } from '../../bench/built-cli.ts';
import { seeded } from '../publishing/fake-clock.ts';

/** The one that people run: bundled, and built anew where a source is younger. */
const CLI = builtCli();
/** How many threads are killed in each of the two worlds; 100 make the 200 of docs/reliability.md. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 40);
const POSTS = 12;

type Post = { readonly id: string; readonly text: string; readonly parentId: string | null };
type Ended = { readonly code: number | null; readonly out: string };

/** A thread of twelve posts that no other round has. */
const draftOf = (round: string): string =>
  Array.from({ length: POSTS }, (_, index) => `Round ${round}, post ${index + 1}.`).join('\n\n---\n\n');

describe.each([
  ['nothing else goes wrong', []],
  ['three of ten answers are lost', ['--fault', 'drop-response:0.3']],
] as const)(
  `a thread of twelve, killed with kill -9 at ${ROUNDS} random moments, where %s`,
  (name, faults) => {
    const folder = mkdtempSync(join(tmpdir(), 'kill-'));
    let sandbox: ChildProcess;
    let url: string;

    const start = (args: readonly string[]): ChildProcess =>
      spawn(process.execPath, [CLI, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

    beforeAll(async () => {
      sandbox = start(['sandbox', '--port', '0', '--lag', '30', '--seed', '7', ...faults]);
      if (sandbox.stdout === null) throw new Error('no output');
      [url = ''] = (await once(createInterface({ input: sandbox.stdout }), 'line')) as string[];
      const accounts = Array.from(
        { length: ROUNDS },
        (_, round) =>
          `  r${round}: { network: x, base_url: "${url}", handle: r${round}, find_delays_ms: [40, 80] }`,
      );
      mkdirSync(join(folder, 'config'));
      mkdirSync(join(folder, 'posts'));
      writeFileSync(join(folder, 'config/threadmill.yaml'), `accounts:\n${accounts.join('\n')}\n`);
      const tokens = Array.from(
        { length: ROUNDS },
        (_, round) => `THREADMILL_R${round}_TOKEN=user-r${round}`,
      );
      writeFileSync(join(folder, '.env'), tokens.join('\n'), { mode: 0o600 });
    });

    afterAll(() => {
      sandbox.kill();
      rmSync(folder, { recursive: true });
    });

    /** Runs the command line to its end, or kills it: so many posts after it began, and so many ms after that. */
    async function run(args: readonly string[], kill?: { posts: number; ms: number }): Promise<Ended> {
      const child = start(args);
      let out = '';
      let isDying = false;
      const read = (chunk: Buffer): void => {
        out += chunk.toString();
        const seen = out.includes('→') ? (out.match(/^ *\d+\/12/gm)?.length ?? 0) : -1;
        if (isDying || kill === undefined || seen < kill.posts) return;
        isDying = true;
        setTimeout(() => child.kill('SIGKILL'), kill.ms);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, out };
    }

    async function postsOf(round: string): Promise<Post[]> {
      const state = (await (await fetch(`${url}/sandbox/state`)).json()) as { posts: Post[] };
      return state.posts.filter(({ text }) => text.startsWith(`Round ${round}, `));
    }

    it(`stands there once each, in order, each a reply to the one before (${name})`, async () => {
      const random = seeded(faults.length + 1);
      let killed = 0;
      let partly = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const path = `posts/r${round}.md`;
        writeFileSync(join(folder, path), draftOf(String(round)));
        const publish = ['publish', path, '--account', `r${round}`, '--yes'];
        const first = await run(publish, { posts: Math.floor(random() * POSTS), ms: random() * 90 });
        if (first.code === null) killed += 1;
        const before = await postsOf(String(round));
        if (before.length > 0 && before.length < POSTS) partly += 1;
        if (first.code === null) {
          const second = await run(publish);
          expect(second.code, `${round}: ${second.out}`).toBeOneOf([0, 4]);
        }
        const posts = await postsOf(String(round));
        expect(posts.map(({ text }) => text)).toEqual(
          Array.from({ length: POSTS }, (_, index) => `Round ${round}, post ${index + 1}.`),
        );
        expect(posts.map(({ parentId }) => parentId)).toEqual([
          null,
          ...posts.slice(0, -1).map(({ id }) => id),
        ]);
        const history = JSON.parse((await run(['history', path, '--json'])).out) as { state: string };
        expect(history.state).toBe('published');
        const file = JSON.parse(readFileSync(join(folder, `posts/r${round}.thread.json`), 'utf8')) as {
          publications: { posts: { receipt: { id: string } | null }[] }[];
        };
        expect(file.publications.flatMap((one) => one.posts.map(({ receipt }) => receipt?.id))).toEqual(
          posts.map(({ id }) => id),
        );
      }
      const history = JSON.parse((await run(['history', '--limit', String(ROUNDS), '--json'])).out) as {
        state: string;
      }[];
      expect(history.map(({ state }) => state)).toEqual(Array(ROUNDS).fill('published'));
      // The test is worth something only if most of the deaths came in the middle.
      expect(killed).toBeGreaterThan(ROUNDS / 2);
      expect(partly).toBeGreaterThan(ROUNDS / 4);
      expect(readdirSync(join(folder, 'posts')).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
    });
  },
);
