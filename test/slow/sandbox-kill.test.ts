import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

const SANDBOX = resolve(import.meta.dirname, '../../src/sandbox/sandbox.ts');
const CODE = `
  import { startSandbox } from ${JSON.stringify(SANDBOX)};
  const { url } = await startSandbox({ stateFile: process.argv[1], limits: { publish15min: 1e6, user24h: 1e6 } });
  process.stdout.write(url + '\\n');
`;

async function spawnSandbox(stateFile: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', CODE, stateFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, url };
}

it('keeps every post that it answered, killed with kill -9 twenty times while it is written to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-kill-'));
  const stateFile = join(folder, 'state.json');
  const answered: string[] = [];
  const sent = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    const { child, url } = await spawnSandbox(stateFile);
    const gone = once(child, 'exit');
    // A different moment each round, from before the first answer to among dozens of them; in most, after it.
    const kill = (): void => void setTimeout(() => child.kill('SIGKILL'), round * 7);
    if (round < 5) kill();
    for (let index = 0; child.signalCode === null; index += 1) {
      const text = `Round ${round}, post ${index}`;
      sent.add(text);
      const answer = await fetch(`${url}/2/tweets`, {
        method: 'POST',
        headers: { authorization: 'Bearer user-ada' },
        body: JSON.stringify({ text }),
      }).catch(() => undefined);
      if (answer === undefined) break;
      if (answer.status === 201) answered.push(text);
      if (index === 0 && round >= 5) kill();
    }
    await gone;
  }
  const { posts } = JSON.parse(readFileSync(stateFile, 'utf8')) as { posts: { text: string }[] };
  const held = posts.map(({ text }) => text);
  rmSync(folder, { recursive: true });
  expect(answered.length).toBeGreaterThan(20);
  expect(answered.filter((text) => !held.includes(text))).toEqual([]);
  expect(held.filter((text) => !sent.has(text))).toEqual([]);
  expect(new Set(held).size).toBe(held.length);
});
