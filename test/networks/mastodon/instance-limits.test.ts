import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { limitsIn, readInstanceLimits } from '../../../src/networks/mastodon/instance-limits.ts';
import { mastodonProfile } from '../../../src/networks/mastodon/profile.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';

describe('the limits of an instance', () => {
  it('are read from the instance', async () => {
    const sandbox = await startSandbox({ mastodonCharacters: 1_200 });
    const limits = await readInstanceLimits(sandbox.url);
    await sandbox.close();
    expect(limits).toEqual({
      maxCharacters: 1_200,
      charactersReservedPerUrl: 23,
      maxMediaAttachments: 4,
      descriptionLimit: 1_500,
      imageSizeLimit: 16_777_216,
      imageMatrixLimit: 33_177_600,
      videoSizeLimit: 103_809_024,
      videoMatrixLimit: 8_294_400,
      videoFrameRateLimit: 120,
      supportedMimeTypes: expect.arrayContaining(['image/png', 'video/mp4']) as readonly string[],
    });
  });

  it('decide which types go out as they are, and how many pixels', () => {
    const said = {
      configuration: {
        media_attachments: {
          supported_mime_types: ['image/jpeg', 'image/png', 'video/mp4', 'audio/ogg', 7, 'no type'],
          image_matrix_limit: 16_777_216,
          video_size_limit: 41_943_040,
        },
      },
    };
    const { media } = mastodonProfile(limitsIn(said));
    expect(media.imageTypes).toEqual(['image/jpeg', 'image/png']);
    expect(media.imagePixels).toBe(16_777_216);
    expect(media.gif).toBeUndefined();
    expect(media.video).toMatchObject({ types: ['video/mp4'], bytes: 41_943_040 });
  });

  it('that name no picture at all are not believed', () => {
    expect(mastodonProfile({ supportedMimeTypes: ['audio/ogg'] }).media.imageTypes).toContain('image/jpeg');
    expect(limitsIn({ configuration: { media_attachments: { supported_mime_types: [] } } })).toEqual({});
  });

  it.each<[string, unknown, unknown]>([
    ['Pleroma, which names its limit at the top', { max_toot_chars: 5000 }, { maxCharacters: 5000 }],
    ['a server that says nothing', {}, {}],
    [
      'a server that says nonsense',
      { configuration: { statuses: { max_characters: 0, max_media_attachments: 'four' } } },
      {},
    ],
  ])('of %s are what can be believed', (_, body, limits) => {
    expect(limitsIn(body)).toEqual(limits);
  });

  it('of GoToSocial are counted in code points, with URLs in full', async () => {
    const server = createServer((_, response) => {
      response.end(
        JSON.stringify({
          source_url: 'https://codeberg.org/superseriousbusiness/gotosocial',
          configuration: { statuses: { max_characters: 5000, characters_reserved_per_url: 25 } },
        }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const limits = await readInstanceLimits(`http://127.0.0.1:${port}`);
    await new Promise((resolve) => server.close(resolve));
    const profile = mastodonProfile(limits);
    const url = `https://example.org/${'a'.repeat(40)}`;
    expect(profile.limit).toBe(5000);
    expect(profile.measure(url)).toBe(url.length);
    expect(profile.measure('👩‍👩‍👧‍👦')).toBe(7);
    expect(profile.totals('a👩b')[4]).toBe(3);
  });

  it('can’t be read where no instance is', async () => {
    const server = createServer((_, response) => response.writeHead(404).end('no such page'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const asked = readInstanceLimits(`http://127.0.0.1:${port}`);
    await expect(asked).rejects.toMatchObject({ kind: 'publishing', reason: 'rejected' });
    await new Promise((resolve) => server.close(resolve));
  });
});
