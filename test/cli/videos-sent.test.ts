import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { makeVideo } from '../photos/make-video.ts';
import { fakeIo } from './fake-io.ts';

const DRAFT = `---
networks: x, bluesky, mastodon
---
The kettle, filmed from above:

![A kettle comes to the boil](kettle.mp4)

And the garden:

![A garden in the rain](garden.png)
`;

let folder: string;
let sandbox: Sandbox;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'videos-sent-'));
  sandbox = await startSandbox({ mediaProcessingMs: 20 });
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  const accounts = ['x', 'bluesky', 'mastodon'].map(
    (network) =>
      `  on-${network}: { network: ${network}, base_url: "${sandbox.url}", find_delays_ms: [1, 2] }`,
  );
  writeFileSync(join(folder, 'config/threadmill.yaml'), `accounts:\n${accounts.join('\n')}\n`);
  writeFileSync(join(folder, 'posts/a.md'), DRAFT);
  const create = { width: 60, height: 40, channels: 3 as const, background: '#3a7' };
  writeFileSync(join(folder, 'posts/garden.png'), await sharp({ create }).png().toBuffer());
});
afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

const ENV = {
  THREADMILL_ON_X_TOKEN: 'user-me',
  THREADMILL_ON_BLUESKY_IDENTIFIER: 'ada.test',
  THREADMILL_ON_BLUESKY_APP_PASSWORD: 'abcd-efgh-ijkl-mnop',
  THREADMILL_ON_MASTODON_TOKEN: 'user-me',
};

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd: folder, env: ENV });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

/** The bytes behind the ids of a network's media. */
async function received(ids: readonly string[]): Promise<Buffer[]> {
  return Promise.all(
    ids.map(async (id) => Buffer.from(await (await fetch(`${sandbox.url}/media/${id}`)).arrayBuffer())),
  );
}

type Json = Readonly<Record<string, unknown>>;
const state = async (): Promise<{
  readonly posts: readonly { readonly mediaIds: readonly string[] }[];
  readonly media: readonly { readonly id: string; readonly alt: string }[];
  readonly mastodon: {
    readonly statuses: readonly { readonly mediaIds: readonly string[] }[];
    readonly media: readonly { readonly id: string; readonly mime: string; readonly description: string }[];
  };
  readonly bluesky: {
    readonly repos: readonly { readonly records: readonly { readonly value: Json }[] }[];
  };
}> => (await fetch(`${sandbox.url}/sandbox/state`)).json() as never;

describe('a video', () => {
  it('reaches each network byte for byte, alone in its post', async () => {
    const video = makeVideo();
    writeFileSync(join(folder, 'posts/kettle.mp4'), video);
    const preview = await call('preview', 'posts/a.md');
    expect(preview).toMatchObject({ code: 0, err: '' });
    expect(preview.out).toContain('kettle.mp4 · video of 12 s: 640 × 360 · 3 kB');
    expect(preview.out).toContain('video-alt');
    const sent = await call('publish', 'posts/a.md', '--yes');
    expect(sent, sent.err).toMatchObject({ code: 0 });
    const { posts, media, mastodon, bluesky } = await state();
    expect(posts.map(({ mediaIds }) => mediaIds.length)).toEqual([1, 1]);
    const [onX] = await received(posts[0]?.mediaIds ?? []);
    expect(onX?.equals(video)).toBe(true);
    expect(media.map(({ alt }) => alt).sort()).toEqual(['', 'A garden in the rain']);

    expect(mastodon.statuses.map(({ mediaIds }) => mediaIds.length)).toEqual([1, 1]);
    const [onMastodon] = await received((mastodon.statuses[0]?.mediaIds ?? []).map((id) => `m-${id}`));
    expect(onMastodon?.equals(video)).toBe(true);
    expect(mastodon.media.find(({ mime }) => mime === 'video/mp4')?.description).toBe(
      'A kettle comes to the boil',
    );

    const embeds = bluesky.repos.flatMap(({ records }) => records.map(({ value }) => value['embed'] as Json));
    expect(embeds.map((embed) => embed['$type'])).toEqual(['app.bsky.embed.video', 'app.bsky.embed.images']);
    expect(embeds[0]).toMatchObject({
      alt: 'A kettle comes to the boil',
      aspectRatio: { width: 640, height: 360 },
      video: { mimeType: 'video/mp4', size: video.length },
    });
    const blob = embeds[0]?.['video'] as { readonly ref: { readonly $link: string } } | undefined;
    expect((await received([blob?.ref.$link ?? '']))[0]?.equals(video)).toBe(true);
    const page = await (await fetch(sandbox.url)).text();
    expect(page.match(/<video src=/g)).toHaveLength(3);
  }, 60_000);

  it('goes out without the place where it was taken; the file keeps it', async () => {
    const place = '+52.5200+013.4050/';
    const video = makeVideo({ place });
    writeFileSync(join(folder, 'posts/kettle.mp4'), video);
    const sent = await call('publish', 'posts/a.md', '--account', 'on-x', '--yes');
    expect(sent, sent.err).toMatchObject({ code: 0 });
    const { posts } = await state();
    const [bytes] = await received(posts[0]?.mediaIds ?? []);
    expect(bytes?.length).toBe(video.length);
    expect(bytes?.includes(place)).toBe(false);
    expect(readFileSync(join(folder, 'posts/kettle.mp4')).equals(video)).toBe(true);
    expect(readdirSync(join(folder, 'posts/a.media')).filter((name) => name.endsWith('.mp4'))).toHaveLength(
      1,
    );
  }, 60_000);

  it.each([
    ['a length that X refuses', makeVideo({ seconds: 200 }), 'lasts 200 s, of 140 s that a video may last'],
    [
      'a container that only Mastodon takes',
      Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(99)]),
      'is WebM video',
    ],
    ['no end', makeVideo().subarray(0, 1_500), 'is damaged'],
  ])(
    'of %s is an error that says so, and nothing is sent',
    async (_, bytes, words) => {
      writeFileSync(join(folder, 'posts/kettle.mp4'), bytes);
      const preview = await call('preview', 'posts/a.md', '--network', 'x', '--json');
      expect(preview.code).toBe(1);
      const { findings } = JSON.parse(preview.out) as { findings: { message: string }[] };
      expect(findings.map(({ message }) => message).join('\n')).toContain(words);
      expect((await call('publish', 'posts/a.md', '--account', 'on-x', '--yes')).code).not.toBe(0);
      expect((await state()).media).toEqual([]);
    },
    60_000,
  );
});
