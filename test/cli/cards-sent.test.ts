import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

const DRAFT = `---
title: Attention
---
The whole forward pass:

\`\`\`python
def attention(q, k, v):
    return (q @ k.T).softmax(-1) @ v
\`\`\`

What we measured:

| Model | Score |
| ----- | ----: |
| Lantern | 71.3 |

And the garden:

![A garden in the rain](garden.jpg)
`;

let folder: string;
let sandbox: Sandbox;

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function call(cwd: string, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd, env: { THREADMILL_ME_TOKEN: 'user-me' } });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

/** The hashes of what the sandbox shows for the posts of its state, in order, with their alt texts. */
async function received(): Promise<[string, string][]> {
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
    readonly posts: readonly { readonly mediaIds?: readonly string[] }[];
    readonly media: readonly { readonly id: string; readonly alt?: string }[];
  };
  const found: [string, string][] = [];
  for (const id of state.posts.flatMap(({ mediaIds }) => mediaIds ?? [])) {
    const bytes = new Uint8Array(await (await fetch(`${sandbox.url}/media/${id}`)).arrayBuffer());
    found.push([hash(bytes), state.media.find((one) => one.id === id)?.alt ?? '']);
  }
  return found;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cards-sent-'));
  sandbox = await startSandbox({});
  mkdirSync(join(folder, 'a/config'), { recursive: true });
  mkdirSync(join(folder, 'a/posts'));
  writeFileSync(
    join(folder, 'a/config/threadmill.yaml'),
    `accounts: { me: { network: x, base_url: "${sandbox.url}", find_delays_ms: [1, 2] } }\n`,
  );
  writeFileSync(join(folder, 'a/posts/a.md'), DRAFT);
  const photo = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#3a7' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1' } })
    .jpeg()
    .toBuffer();
  writeFileSync(join(folder, 'a/posts/garden.jpg'), photo);
});

afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

/** The hashes of the files that freezing wrote. */
const kept = (project: string): string[] => {
  const media = join(folder, project, 'posts/a.media');
  return readdirSync(media).map((name) => hash(readFileSync(join(media, name))));
};

it('the network receives the bytes of the preview, from the machine that froze them', async () => {
  const project = join(folder, 'a');
  const preview = await call(project, 'preview', 'posts/a.md', '--cards', 'looked-at');
  expect(preview.err).toBe('');
  expect(preview.out).toContain('garden.jpg · camera notes removed');
  expect(preview.out).toContain('photo-location');
  const looked = readdirSync(join(project, 'looked-at')).map((name) =>
    hash(readFileSync(join(project, 'looked-at', name))),
  );
  expect(looked).toHaveLength(2);
  const sent = await call(project, 'publish', 'posts/a.md', '--yes');
  expect(sent).toMatchObject({ code: 0 });
  const found = await received();
  expect(found.map(([, alt]) => alt)).toEqual([
    'def attention(q, k, v):\n    return (q @ k.T).softmax(-1) @ v',
    'Model: Lantern; Score: 71.3',
    'A garden in the rain',
  ]);
  expect(found.map(([bytes]) => bytes).slice(0, 2)).toEqual(looked);
  expect(found.map(([bytes]) => bytes).sort()).toEqual(kept('a').sort());
  // The author's own file still has what its camera noted.
  expect(readFileSync(join(project, 'posts/garden.jpg')).includes('Exif')).toBe(true);
}, 60_000);

it('the network receives the same bytes from a fresh checkout, which draws nothing', async () => {
  const frozen = await call(join(folder, 'a'), 'schedule', 'posts/a.md', '--at', 'in 1h');
  expect(frozen).toMatchObject({ code: 0 });
  const wanted = kept('a').sort();
  expect(wanted).toHaveLength(3);
  cpSync(join(folder, 'a'), join(folder, 'b'), {
    recursive: true,
    filter: (path) => !path.includes('.threadmill'),
  });
  const sent = await call(join(folder, 'b'), 'publish', 'posts/a.md', '--yes');
  expect(sent).toMatchObject({ code: 0 });
  expect((await received()).map(([bytes]) => bytes).sort()).toEqual(wanted);
}, 60_000);
