import { afterEach, describe, expect, it } from 'vitest';
import type { Attempt, ReadPost } from '../../../src/networks/port.ts';
import { CLOCK_SLACK_MS, isOtherText, judge } from '../../../src/networks/x/find.ts';
import { allowed } from '../allowed.ts';
import { attempt, failure } from '../contract.ts';
import { type SandboxHarness, sandboxHarness } from './sandbox-harness.ts';
import { json, scripted } from './scripted-server.ts';

const NOW = 1_760_000_000_000;
const ROOT = { id: '100', url: 'http://127.0.0.1/ada/status/100', at: NOW - 60_000 };
const url = (id: string): string => `http://127.0.0.1/ada/status/${id}`;

const first = (text: string, more: Partial<Attempt> = {}): Attempt =>
  attempt(text, { attemptedAt: NOW, ...more });
const reply = (text: string): Attempt => first(text, { index: 2, parent: ROOT, root: ROOT });
const post = (text: string, more: Partial<ReadPost> = {}): ReadPost => ({
  id: '200',
  text,
  at: NOW,
  parentId: null,
  ...more,
});
const child = (text: string, more: Partial<ReadPost> = {}): ReadPost =>
  post(text, { parentId: '100', ...more });

describe('what the timeline shows of an attempt', () => {
  it.each<[string, Attempt, ReadPost[]]>([
    ['the same text', first('One'), [post('One')]],
    ['the same text in NFC', first('Cafe\u0301'), [post('Caf\u00e9')]],
    ['a bare domain that X gave a scheme', first('See example.com.'), [post('See http://example.com.')]],
    ['a URL that X gave a slash', first('https://example.com is up'), [post('https://example.com/ is up')]],
    ['other white space', first('One\n\n> two'), [post('One\n> two ')]],
    ['whole seconds only', first('One'), [post('One', { at: NOW - 999 })]],
    ['a mention before a reply', reply('Two'), [child('@ada Two')]],
    ['punctuation changed on the way', reply('“Two” – it’s https://example.com/a'), [child('"Two" - it\'s')]],
    [
      'the reply among others',
      reply('Two'),
      [post('Two'), child('Two', { id: '7' }), child('Three', { id: '8' })],
    ],
  ])('is found by %s', (_, wanted, posts) => {
    expect(judge(wanted, posts, true, url).outcome).toBe('found');
  });

  it('gives the receipt of what was found', () => {
    expect(judge(reply('Two'), [child('Two', { id: '7', at: NOW + 3_000 })], true, url)).toEqual({
      outcome: 'found',
      receipt: { id: '7', url: url('7'), at: NOW + 3_000 },
    });
  });

  it.each<[string, Attempt, ReadPost[], boolean]>([
    ['two first posts have the text', first('One'), [post('One'), post('One', { id: '201' })], true],
    ['two replies have the text', reply('Two'), [child('Two'), child('Two', { id: '201' })], true],
    ['a person answered the parent by hand', reply('Two'), [child('By the way …')], true],
    ['not everything could be read', first('One'), [post('Another')], false],
    ['a newer post has the text, and no parent', reply('Two'), [post('Two')], true],
    ['a newer post has nearly the text, and no parent', reply('“Two”'), [post('"Two"')], true],
  ])('is unsure, with a reason, where %s', (_, wanted, posts, complete) => {
    expect(judge(wanted, posts, complete, url)).toMatchObject({
      outcome: 'unsure',
      reason: expect.stringMatching(/\w+ \w+/),
    });
  });

  it.each<[string, Attempt, ReadPost[]]>([
    [
      'the same text is older, by its id, than what was there before',
      first('One', { after: '200' }),
      [post('One')],
    ],
    ['nothing is there', first('One'), []],
    ['only other posts are there', first('One'), [post('Two'), child('One')]],
    [
      'the same text is older than the attempt',
      first('One'),
      [post('One', { at: NOW - CLOCK_SLACK_MS - 1 })],
    ],
    ['the same text replies elsewhere', reply('Two'), [post('Two', { parentId: '99' })]],
    ['the same text without a parent is older', reply('Two'), [post('Two', { id: '99' })]],
    ['emoji alone differ from emoji alone', first('🎉'), [post('🚀')]],
  ])('is absent where %s', (_, wanted, posts) => {
    expect(judge(wanted, posts, true, url).outcome).toBe('absent');
  });
});

describe('a search in the sandbox', () => {
  let harness: SandboxHarness;
  afterEach(() => harness.close());

  it('says absent while the timeline lags, and found after that', async () => {
    let now = NOW;
    harness = await sandboxHarness({ now: () => now, lagMs: 4_000 }, { now: () => now });
    await harness.client.identify();
    await harness.faults('drop-response@1');
    const lost = first('One');
    await failure(harness.client.publish([lost], allowed));
    expect((await harness.client.find(lost)).value.outcome).toBe('absent');
    now += harness.client.findDelaysMs[0] ?? 0;
    expect((await harness.client.find(lost)).value.outcome).toBe('found');
  });

  it('finds a post that came late', async () => {
    let now = NOW;
    harness = await sandboxHarness({ now: () => now }, { now: () => now });
    await harness.client.identify();
    await harness.faults('late:30000', 'drop-response@1');
    const lost = first('One');
    await failure(harness.client.publish([lost], allowed));
    now += 5_000;
    expect((await harness.client.find(lost)).value.outcome).toBe('absent');
    now += 25_000;
    expect((await harness.client.find(lost)).value.outcome).toBe('found');
  });

  it('finds a long post, of which the timeline shows the beginning only', async () => {
    harness = await sandboxHarness({ premium: true });
    await harness.client.identify();
    await harness.faults('drop-response@1');
    const text = `${'A sentence & <another>. '.repeat(60)}See https://example.org/end`;
    const lost = attempt(text);
    await failure(harness.client.publish([lost], allowed));
    expect((await harness.client.find(lost)).value.outcome).toBe('found');
    expect((await harness.client.newerThan(null, 1)).value.posts[0]?.text).toBe(text);
  });

  it('finds a post with images, whose link is not part of its words', async () => {
    harness = await sandboxHarness();
    const bytes = new Uint8Array(Buffer.from('GIF89a------------------'));
    const { value } = await harness.client.upload({ path: 'a.gif', alt: 'A', mime: 'image/gif', bytes });
    await harness.faults('drop-response@1');
    const lost = attempt('With a picture', { media: [{ ...value, alt: 'A' }] });
    await failure(harness.client.publish([lost], allowed));
    expect((await harness.client.find(lost)).value.outcome).toBe('found');
    expect((await harness.client.newerThan(null, 1)).value.posts[0]?.text).toBe('With a picture');
  });

  it('reads past a hundred other posts', async () => {
    harness = await sandboxHarness({ limits: { publish15min: 500, user24h: 500 } });
    const [root] = (await harness.client.publish([attempt('Root')], allowed)).value;
    const lost = attempt('The reply', { index: 2, parent: root ?? null, root: root ?? null });
    await harness.faults('drop-response@1');
    await failure(harness.client.publish([lost], allowed));
    for (let index = 0; index < 101; index += 1)
      await harness.client.publish([attempt(`Other ${index}`)], allowed);
    expect((await harness.client.find(lost)).value.outcome).toBe('found');
  });

  it.each([
    ['status:503/read', 'transient'],
    ['status:401/read', 'auth'],
    ['drop-response/read', 'transient'],
    ['status:429/read', 'rate-limited'],
    ['truncate/read', 'transient'],
  ] as const)(
    'that can not be made under %s fails as %s, and says nothing of the post',
    async (fault, kind) => {
      harness = await sandboxHarness();
      await harness.client.identify();
      await harness.faults(fault);
      const error = await failure(harness.client.find(attempt('One')));
      expect([error.reason, error.message]).toEqual([kind, expect.stringContaining('read the timeline')]);
    },
  );

  it('goes by the id of the newest post before it, whatever the clocks say', async () => {
    const hour = 3_600_000;
    harness = await sandboxHarness({ now: () => NOW - hour }, { now: () => NOW });
    const [before] = (await harness.client.publish([attempt('Before')], allowed)).value;
    await harness.faults('drop-response@1');
    const lost = first('One', before === undefined ? {} : { after: before.id });
    await failure(harness.client.publish([lost], allowed));
    expect((await harness.client.find(lost)).value.outcome).toBe('found');
  });
});

it('takes a timeline that comes as success with an error inside for no timeline', async () => {
  const server = await scripted(json(200, { errors: [{ title: 'Not Found Error' }] }));
  const error = await failure(server.client.find(attempt('One')));
  await server.close();
  expect(error.reason).toBe('transient');
});

it.each([
  ['The tide is out.', [], 'The tide is in.', true],
  ['The tide is out.', [], 'The tide is out.', false],
  ['2 of 3', [], '1 of 3', true],
  ['Salt & vinegar < 3', [], 'Salt &amp; vinegar &lt; 3', false],
  ['Read https://example.org/a now', ['https://example.org/a'], 'Read https://t.co/AbC1 now', false],
  ['A picture.', [], 'A picture. https://t.co/AbC1', false],
  ['A long post that X cuts short somewhere here', [], 'A long post that X cuts… https://t.co/x', false],
  ['In reply', [], '@ada In reply', false],
  ['🌊🌊', [], 'Something else', false],
  ['No text came back', [], undefined, false],
] as const)('of %j with %j, the response %j is about another text: %s', (text, urls, answered, isOther) => {
  expect(isOtherText({ text, urls }, answered)).toBe(isOther);
});
