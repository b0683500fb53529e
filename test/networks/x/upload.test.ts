import { afterEach, describe, expect, it } from 'vitest';
import type { MediaFile } from '../../../src/networks/port.ts';
import { allowed } from '../allowed.ts';
import { attempt, failure } from '../contract.ts';
import { type SandboxHarness, sandboxHarness } from './sandbox-harness.ts';
import { json, scripted } from './scripted-server.ts';

const file = (more: Partial<MediaFile> = {}): MediaFile => ({
  path: 'images/dot.png',
  alt: 'A dot',
  mime: 'image/png',
  bytes: pngOf(100),
  ...more,
});

/** Bytes that begin as a PNG and go on with every value there is, line ends and boundaries' dashes included. */
function pngOf(length: number): Uint8Array {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return Uint8Array.from({ length }, (_, index) => head[index] ?? (index * 7) % 256);
}

describe('an upload', () => {
  let harness: SandboxHarness;
  afterEach(() => harness.close());

  it('arrives byte for byte, in segments of a megabyte', async () => {
    harness = await sandboxHarness();
    const bytes = pngOf(2.5 * 1024 * 1024);
    const { value } = await harness.client.upload(file({ bytes }));
    const answer = await fetch(`${harness.url}/media/${value.id}`);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('tells when it expires, and the window with the least left', async () => {
    const now = 1_760_000_000_000;
    harness = await sandboxHarness({ now: () => now }, { now: () => now });
    const { value, windows } = await harness.client.upload(file());
    expect(value.expiresAt).toBe(now + 86_400_000);
    expect(windows).toEqual([
      {
        call: 'media',
        name: '15min',
        lengthMs: 900_000,
        of: 'account',
        limit: 500,
        remaining: 499,
        resetAt: now + 900_000,
      },
    ]);
  });

  it('keeps an alt text of a thousand characters, and asks nothing for an empty one', async () => {
    harness = await sandboxHarness();
    const alt = '“<é🟥>”'.repeat(250).slice(0, 1250);
    const letters = Array.from(alt).slice(0, 1000).join('').slice(0, 1000);
    await harness.client.upload(file({ alt: letters }));
    await harness.client.upload(file({ alt: '' }));
    const { media, bill } = await harness.view();
    expect(media.map((item) => item.alt)).toEqual([letters, '']);
    expect(bill.totalUsd).toBe(0.005);
  });

  it('waits as long as X takes to process it', async () => {
    let now = 1_760_000_000_000;
    const waits: number[] = [];
    const sleep = async (ms: number): Promise<void> => {
      waits.push(ms);
      now += ms;
    };
    harness = await sandboxHarness({ now: () => now, mediaProcessingMs: 2_500 }, { now: () => now, sleep });
    const { value } = await harness.client.upload(file());
    expect(waits).toEqual([3_000]);
    await harness.client.publish([attempt('With a picture', { media: [{ ...value, alt: 'A' }] })], allowed);
    expect(await harness.kept()).toHaveLength(1);
  });

  it('is refused by X with a sentence once it has expired', async () => {
    let now = 1_760_000_000_000;
    harness = await sandboxHarness({ now: () => now }, { now: () => now });
    const { value } = await harness.client.upload(file());
    now += 86_400_000;
    const error = await failure(
      harness.client.publish([attempt('Late', { media: [{ ...value, alt: 'A' }] })], allowed),
    );
    expect(error.reason).toBe('media-gone');
    expect(error.message).toContain('uploads expire after a day');
  });

  it.each([
    ['no image', file({ mime: 'text/plain' }), 'it is text/plain'],
    ['empty', file({ bytes: new Uint8Array() }), 'empty'],
    ['over X’s size', file({ bytes: pngOf(5 * 1024 * 1024 + 1) }), 'File size exceeds'],
    ['a JPEG that is none', file({ mime: 'image/jpeg' }), 'The bytes are no image/jpeg'],
    ['described at too great a length', file({ alt: 'a'.repeat(1001) }), '1001 characters'],
  ])('is rejected, by the name of the file, where it is %s', async (_, wrong, sentence) => {
    harness = await sandboxHarness();
    const error = await failure(harness.client.upload(wrong));
    expect(error.reason).toBe('rejected');
    expect(error.message).toContain('images/dot.png');
    expect(error.message).toContain(sentence);
  });

  it('can be tried again after a lost answer', async () => {
    harness = await sandboxHarness();
    await harness.faults('drop-response/media@2');
    expect((await failure(harness.client.upload(file()))).reason).toBe('transient');
    await expect(harness.client.upload(file())).resolves.toMatchObject({ value: { id: expect.any(String) } });
  });
});

describe('processing that goes wrong', () => {
  const processing = (info: unknown) => json(200, { data: { id: '12', processing_info: info } });

  it('ends with the reason', async () => {
    const server = await scripted(processing({ state: 'failed', error: { message: 'Frames are too many' } }));
    const error = await failure(server.client.upload(file()));
    await server.close();
    expect([error.reason, error.message]).toEqual([
      'rejected',
      expect.stringContaining('Frames are too many'),
    ]);
  });

  it('ends when it takes more than ten minutes, and never spins', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number): Promise<void> => void waits.push(ms);
    const server = await scripted(processing({ state: 'pending', check_after_secs: 0 }), { sleep });
    const error = await failure(server.client.upload(file()));
    await server.close();
    expect(error.reason).toBe('transient');
    expect(waits).toHaveLength(600);
    expect(Math.min(...waits)).toBe(1_000);
  });
});
