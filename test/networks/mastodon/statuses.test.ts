import { afterEach, expect, it } from 'vitest';
import { allowed } from '../allowed.ts';
import { attempt, failure } from '../contract.ts';
import { type SandboxHarness, sandboxHarness } from './sandbox-harness.ts';

let harness: SandboxHarness | undefined;
afterEach(() => harness?.close());

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { path: 'images/dot.png', alt: 'A dot', mime: 'image/png', bytes: new Uint8Array(PIXEL) };

it('publishes the first post publicly and the rest unlisted', async () => {
  harness = await sandboxHarness();
  const [first] = (await harness.client.publish([attempt('One')], allowed)).value;
  const more = { index: 2, parent: first ?? null, root: first ?? null };
  await harness.client.publish([attempt('Two', more)], allowed);
  const { statuses } = await harness.view();
  expect(statuses.map(({ visibility }) => visibility)).toEqual(['public', 'unlisted']);
});

it('publishes all of a thread publicly where the account wants that', async () => {
  harness = await sandboxHarness({}, { habits: { repliesVisibility: 'public' } });
  await harness.client.publish([attempt('Two', { index: 2 })], allowed);
  expect((await harness.view()).statuses[0]?.visibility).toBe('public');
});

it('gives every post the visibility, warning and language that the draft asks for', async () => {
  harness = await sandboxHarness();
  const labels = { visibility: 'private', contentWarning: 'Spiders', sensitive: true };
  await harness.client.publish(
    [attempt('Acht Beine', { index: 2, labels, languages: ['de-AT', 'en'] })],
    allowed,
  );
  expect((await harness.view()).statuses[0]).toMatchObject({
    visibility: 'private',
    spoiler: 'Spiders',
    sensitive: true,
    language: 'de',
  });
});

it('uploads a picture with its description and focal point, and waits while it is processed', async () => {
  let at = Date.now();
  const waits: number[] = [];
  harness = await sandboxHarness(
    { mediaProcessingMs: 4_000, now: () => at },
    {
      now: () => at,
      sleep: async (ms) => {
        waits.push(ms);
        at += ms;
      },
    },
  );
  const { value } = await harness.client.upload({ ...picture, focus: { x: 0.25, y: -0.5 } });
  expect(waits.length).toBeGreaterThan(0);
  await harness.client.publish([attempt('Look', { media: [{ ...value, alt: 'A dot' }] })], allowed);
  const { media, statuses } = await harness.view();
  expect(statuses[0]?.mediaIds).toEqual([value.id]);
  expect(media[0]).toMatchObject({ description: 'A dot', focus: { x: 0.25, y: -0.5 } });
});

it('gives up on a picture whose processing never ends, with nothing posted', async () => {
  harness = await sandboxHarness({}, { sleep: async () => {} });
  await harness.faults('stuck-media');
  const error = await failure(harness.client.upload(picture));
  expect(error.reason).toBe('transient');
  expect(error.message).toContain('has not processed it after five minutes');
});

it('waits for a post whose picture is still processed, and looks for one whose picture is taken', async () => {
  harness = await sandboxHarness();
  await harness.faults('status:media-processing@1', 'status:media-missing@2');
  expect((await failure(harness.client.publish([attempt('One')], allowed))).reason).toBe('transient');
  expect((await failure(harness.client.publish([attempt('One')], allowed))).reason).toBe('media-taken');
});

it('tells the window of posts by its reset in ISO time', async () => {
  const now = Date.UTC(2026, 10, 28, 10, 1);
  harness = await sandboxHarness({ now: () => now, mastodonLimits: { statuses: 50 } }, { now: () => now });
  const { windows } = await harness.client.publish([attempt('One')], allowed);
  expect(windows).toEqual([
    {
      call: 'publish',
      name: '3h',
      lengthMs: 3 * 3_600_000,
      limit: 50,
      remaining: 49,
      resetAt: Date.UTC(2026, 10, 28, 12),
    },
  ]);
});

it('waits until the window of posts ends', async () => {
  const now = Date.UTC(2026, 10, 28, 10, 1);
  harness = await sandboxHarness({ now: () => now, mastodonLimits: { statuses: 1 } }, { now: () => now });
  await harness.client.publish([attempt('One')], allowed);
  const error = await failure(harness.client.publish([attempt('Two')], allowed));
  expect([error.reason, error.until]).toEqual(['rate-limited', Date.UTC(2026, 10, 28, 12)]);
});

it.each([
  ['status-after:500@1', 'a 500 after the post landed'],
  ['status-after:nginx-504@1', 'a proxy that gave up'],
  ['status-after:temporary@1', 'a 503'],
] as const)('never takes the fault %s for a refusal: %s', async (fault, _) => {
  harness = await sandboxHarness();
  await harness.faults(fault);
  const error = await failure(harness.client.publish([attempt('One')], allowed));
  expect(error.reason).toBe('outcome-unknown');
  expect(await harness.kept()).toHaveLength(1);
});
