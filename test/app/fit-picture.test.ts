import sharp from 'sharp';
import { expect, it } from 'vitest';
import { fitPicture } from '../../src/app/drafts/fit-picture.ts';
import { convertPhoto } from '../../src/photos/convert-photo.ts';
import { photoFacts } from '../../src/photos/photo-facts.ts';
import { seeded } from '../publishing/fake-clock.ts';

const MOST = 1_000_000;

/** Noise, which no format makes small. */
function noise(width: number, height: number): Promise<Buffer> {
  const random = seeded(3);
  const raw = Uint8Array.from({ length: width * height * 3 }, () => random() * 256);
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

it('leaves a picture as it is that is small enough, with the type of its bytes', async () => {
  const bytes = await noise(40, 20);
  expect(await fitPicture({ mime: 'image/jpeg', bytes }, MOST, convertPhoto)).toEqual({
    mime: 'image/png',
    bytes,
  });
});

it('makes a picture smaller that is too large for a card', async () => {
  const bytes = await noise(1_200, 630);
  expect(bytes.length).toBeGreaterThan(MOST);
  const made = await fitPicture({ mime: 'image/png', bytes }, MOST, convertPhoto);
  if ('why' in made) throw new Error(made.why);
  expect(made.bytes.length).toBeLessThanOrEqual(MOST);
  const facts = photoFacts(made.bytes);
  expect(facts).toMatchObject({ mime: made.mime, isWhole: true });
  expect((facts?.width ?? 0) / (facts?.height ?? 1)).toBeCloseTo(1_200 / 630, 1);
});

it.each([
  ['a web page', Buffer.from('<!doctype html><title>Not found</title>')],
  ['nothing', Buffer.alloc(0)],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
])('takes no %s for a picture, whatever its server calls it', async (_, bytes) => {
  expect(await fitPicture({ mime: 'image/png', bytes }, MOST, convertPhoto)).toEqual({
    why: expect.stringContaining('not a JPEG, PNG, GIF or WebP'),
  });
});

it('takes no picture that ends too early', async () => {
  const bytes = (await noise(40, 20)).subarray(0, 1_000);
  expect(await fitPicture({ mime: 'image/png', bytes }, MOST, convertPhoto)).toMatchObject({
    why: expect.stringContaining('damaged'),
  });
});
