import { html, raw } from 'hono/html';
import type { SandboxHono } from './api.ts';
import type { Core } from './core.ts';
import { PAGE_ICON, PAGE_SCRIPT, PAGE_STYLE } from './page-assets.ts';
import { bar, dollars, type Markup, moment } from './page-bar.ts';
import { threadCard, threadsOf } from './page-thread.ts';
import { billTotal, PRICES, type PriceItem } from './prices.ts';
import { type Limits, windowsFor } from './windows.ts';

/** How many threads the first page shows; the rest is still in the timeline and in `/sandbox/state`. */
const SHOWN_THREADS = 50;

/** What each window is called on the page. */
const WINDOW_NAMES: Record<keyof Limits, string> = {
  publish15min: 'Posts, 15 minutes',
  user24h: 'Posts, 24 hours',
  app24h: 'Posts, 24 hours',
  remove15min: 'Deletions',
  timeline15min: 'Timeline reads',
  lookup15min: 'Post reads',
  me15min: 'Account reads',
  media15min: 'Upload calls',
  metadata15min: 'Alt texts',
};

function layout(title: string, body: Markup | readonly Markup[]): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/icon.svg">
<style>${raw(PAGE_STYLE)}</style>
</head>
<body>
<main>
<h1><a href="/">Sandbox</a></h1>
<p class="lead">Behaves like X. Nothing here leaves this machine.</p>
${body}
</main>
<script>${raw(PAGE_SCRIPT)}</script>
</body>
</html>`;
}

/** The window that stops an account's posts first, over all accounts. */
function tightestWindow(core: Core): { readonly left: number; readonly name: string } {
  const { state } = core.store;
  const now = core.rules.now();
  const views = state.users.flatMap((user) =>
    windowsFor(state.windows, core.rules.limits, user.id, now, 'publish').map((view) => ({
      left: view.remaining,
      name: `@${user.handle}, ${WINDOW_NAMES[view.name].replace('Posts, ', '')}`,
    })),
  );
  const none = { left: core.rules.limits.publish15min, name: 'in 15 minutes' };
  return views.reduce((least, view) => (view.left < least.left ? view : least), views[0] ?? none);
}

function tiles(core: Core, threads: number): Markup {
  const { state } = core.store;
  const paid = state.bill['post-with-url'].count;
  const tight = tightestWindow(core);
  const accounts = state.users.map((user) => `@${user.handle}`).join(', ') || 'made when a token is seen';
  const tile = (name: string, value: string | number, note: string): Markup =>
    html`<div class="tile"><dt>${name}</dt><dd>${value}<small>${note}</small></dd></div>`;
  return html`<dl class="tiles">
    ${tile('Posts', state.posts.length, `in ${threads} ${threads === 1 ? 'thread' : 'threads'}`)}
    ${tile('Bill', dollars(billTotal(state.bill)), `${paid} ${paid === 1 ? 'post' : 'posts'} with a URL`)}
    ${tile('Posts left', tight.left, tight.name)}
    ${tile('Accounts', state.users.length, accounts)}
  </dl>`;
}

function billTable(core: Core): Markup {
  const rows = (Object.keys(PRICES) as PriceItem[]).map((item) => {
    const line = core.store.state.bill[item];
    return html`<tr><td>${PRICES[item].label}</td><td class="number">${line.count}</td><td class="number">${dollars(core.price(item))}</td><td class="number">${dollars(line.usd)}</td></tr>`;
  });
  return html`<details><summary>What the bill is made of</summary><div class="scroll"><table>
    <tr><th>Item</th><th class="number">Calls</th><th class="number">Each</th><th class="number">Sum</th></tr>${rows}</table></div></details>`;
}

function windowTable(core: Core): Markup | string {
  const { state } = core.store;
  const now = core.rules.now();
  const rows = state.users.flatMap((user, index) =>
    windowsFor(state.windows, core.rules.limits, user.id, now)
      // The app's windows are the same for every account: they stand with the first.
      .filter((view) => view.remaining < view.limit && (view.name !== 'app24h' || index === 0))
      .map((view) => {
        const used = view.limit - view.remaining;
        const whose = view.name === 'app24h' ? 'all' : `@${user.handle}`;
        return html`<tr><td>${whose}</td><td>${WINDOW_NAMES[view.name]}</td><td class="grow">${bar(used, view.limit, `${used} of ${view.limit} used`)}</td><td class="number">${used} / ${view.limit}</td><td>${moment(view.resetAt)}</td></tr>`;
      }),
  );
  if (rows.length === 0) return '';
  return html`<details><summary>Rate windows in use</summary><div class="scroll"><table>
    <tr><th>Account</th><th>Window</th><th class="grow"></th><th class="number">Used</th><th>Resets</th></tr>${rows}</table></div></details>`;
}

function faultList(core: Core): Markup | string {
  const faults = core.faults.list();
  if (faults.length === 0) return '';
  const shown = faults.map(
    (fault) =>
      html`<tr><td>${fault.effect}</td><td>${fault.problem ?? (fault.ms > 0 ? `${fault.ms} ms` : '')}</td><td>${fault.on}</td><td>${fault.nth === undefined ? `${Math.round(fault.probability * 100)} %` : `request ${fault.nth}`}</td></tr>`,
  );
  return html`<details><summary>Faults in force: ${faults.length}</summary><div class="scroll"><table>
    <tr><th>Fault</th><th>What</th><th>Hits</th><th>How often</th></tr>${shown}</table></div></details>`;
}

function home(core: Core): Markup {
  const { state } = core.store;
  const threads = threadsOf(state.posts);
  const limit = core.rules.premium ? 25_000 : 280;
  const now = core.rules.now();
  const cards = threads.slice(0, SHOWN_THREADS).map((thread) => threadCard(state, thread, limit, now));
  const older =
    threads.length > SHOWN_THREADS
      ? html`<p class="note">${threads.length - SHOWN_THREADS} older threads are not shown.</p>`
      : '';
  const empty = html`<div class="empty"><p>No posts yet.</p><p>Give an account <code>network: x</code> and this page's address as its <code>base_url</code>, then publish a draft to it.</p></div>`;
  return layout(
    'Sandbox',
    html`${tiles(core, threads.length)}${billTable(core)}${windowTable(core)}${faultList(core)}
    <h2>Threads, newest first</h2>${threads.length === 0 ? empty : cards}${older}`,
  );
}

function statusPage(core: Core, id: string): Markup | undefined {
  const { state } = core.store;
  const thread = threadsOf(state.posts).find(({ posts }) => posts.some((post) => post.id === id));
  if (thread === undefined) return undefined;
  const limit = core.rules.premium ? 25_000 : 280;
  return layout(
    'Thread',
    html`<p><a href="/">All threads</a></p>${threadCard(state, thread, limit, core.rules.now(), id)}`,
  );
}

/** Adds the page at `/`, and `/HANDLE/status/ID`, the address that receipts give. */
export function addPages(app: SandboxHono, core: Core): void {
  app.get('/icon.svg', (context) => context.body(PAGE_ICON, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/', (context) => context.html(home(core)));
  app.get('/:handle/status/:id', (context) => {
    const page = statusPage(core, context.req.param('id'));
    if (page !== undefined) return context.html(page);
    const gone = html`<p><a href="/">All threads</a></p><div class="empty">No such post. It may have been removed.</div>`;
    return context.html(layout('Not found', gone), 404);
  });
}
