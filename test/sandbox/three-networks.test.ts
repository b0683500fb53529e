import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { api } from './api-call.ts';
import { create, type Pds, pds, post, tid } from './bluesky/pds-call.ts';

const toot = (server: Pick<Pds, 'call'>, body: object) =>
  server.call('POST', '/api/v1/statuses', body).then((answer) => answer.body);

async function filled(stateFile?: string): Promise<Pds & { readonly tootId: string }> {
  const server = await pds(stateFile === undefined ? {} : { stateFile });
  await server.post('Words for X');
  const text = 'Wörds <b>here</b>';
  const features = [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://example.org/long/way' }];
  const facet = { index: { byteStart: 0, byteEnd: 6 }, features };
  const card = { uri: 'https://example.org/card', title: 'A <card>', description: 'Of it' };
  const embed = { $type: 'app.bsky.embed.external', external: card };
  await server.apply([create(tid(1), post(text, { facets: [facet], embed }))]);
  const first = await toot(server, { status: 'Words for Mastodon', spoiler_text: 'A warning' });
  await toot(server, { status: 'A reply', in_reply_to_id: first.id, visibility: 'unlisted' });
  return { ...server, tootId: first.id };
}

it('the page shows the threads of all three networks, as each shows them', async () => {
  const server = await filled();
  const html = await (await server.app.request('/')).text();
  for (const shown of [
    'Words for X',
    '<a href="https://example.org/long/way" rel="noreferrer noopener">Wörds</a> &lt;b&gt;here&lt;/b&gt;',
    'A &lt;card&gt;',
    '1 facet',
    'one commit',
    'Words for Mastodon',
    '<summary>A warning</summary>',
    'unlisted',
    '<b>Mastodon</b> Thread of 2 posts',
  ])
    expect(html).toContain(shown);
});

it('each post has a page at the address that its network gives', async () => {
  const server = await filled();
  for (const path of [`/profile/ada.test/post/${tid(1)}`, `/@ada/${server.tootId}`]) {
    const answer = await server.app.request(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(await answer.text()).toContain('class="post chosen"');
  }
  expect((await server.app.request('/@ada/12')).status).toBe(404);
});

it('the state file brings all three back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const stateFile = join(folder, 'state.json');
  const before = await filled(stateFile);
  const held = (await before.call('GET', '/sandbox/state')).body;
  const after = (await api({ stateFile }).call('GET', '/sandbox/state')).body;
  expect({ ...after, now: 0 }).toEqual({ ...held, now: 0, users: after.users });
  expect(after.bluesky.repos[0].records).toHaveLength(1);
  rmSync(folder, { recursive: true });
});

it('a state file from when the sandbox knew X alone goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const stateFile = join(folder, 'state.json');
  const server = await filled(stateFile);
  const { bluesky, mastodon, now, faults, ...x } = (await server.call('GET', '/sandbox/state')).body;
  writeFileSync(
    stateFile,
    JSON.stringify({ version: 1, lastId: '9', windows: {}, readToday: { day: '', ids: [] }, ...x }),
  );
  const old = api({ stateFile });
  expect((await old.call('GET', '/sandbox/state')).body.posts).toHaveLength(1);
  expect((await toot(old, { status: 'Now this too' })).id).toMatch(/^\d+$/);
  rmSync(folder, { recursive: true });
});
