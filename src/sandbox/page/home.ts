import { html } from 'hono/html';
import { bar, type Markup, moment } from '../../pages/markup.ts';
import { pageLayout } from '../../pages/page-layout.ts';
import { PAGE_ICON, PAGE_STYLE } from '../../pages/page-style.ts';
import { dollars } from '../../text/dollars.ts';
import type { Core } from '../core.ts';
import { SANDBOX_NETWORKS, type SandboxNetwork } from '../network-id.ts';
import { NETWORKS } from '../networks.ts';
import type { SandboxHono } from '../sandbox-hono.ts';
import { billTotal, PRICES, type PriceItem } from '../x/prices.ts';
import type { ShownThread } from './shown.ts';
import { threadCard } from './thread-card.ts';
import { REFRESH_SCRIPT, THREAD_STYLE } from './thread-style.ts';

/** How many threads the page shows at first; a link shows the rest. */
const SHOWN_THREADS = 50;

/** The style and the script of every page of the sandbox. */
export const SANDBOX_STYLE = PAGE_STYLE + THREAD_STYLE;

const FRAME = {
  heading: 'Sandbox',
  lead: 'Behaves like X, Bluesky and Mastodon. Nothing here leaves this machine.',
  style: SANDBOX_STYLE,
  script: REFRESH_SCRIPT,
};

/** Returns every thread of every network, sorted by their newest post. */
function allThreads(core: Core): ShownThread[] {
  const newest = ({ posts }: ShownThread): number => posts.reduce((at, post) => Math.max(at, post.at), 0);
  return Object.values(NETWORKS)
    .flatMap((network) => network.threads(core))
    .sort((a, b) => newest(b) - newest(a));
}

function tiles(core: Core, threads: readonly ShownThread[]): Markup {
  const tile = (name: string | Markup, value: string | number, note: string): Markup =>
    html`<div class="tile"><dt>${name}</dt><dd>${value}<small>${note}</small></dd></div>`;
  const networks = SANDBOX_NETWORKS.map((id) => {
    const network = NETWORKS[id];
    const own = threads.filter((thread) => thread.network === network.name);
    const posts = own.reduce((sum, thread) => sum + thread.posts.length, 0);
    const accounts = network.accounts(core).map((handle) => `@${handle}`);
    const note = accounts.length === 0 ? 'no account yet' : accounts.join(', ');
    return tile(
      html`<a href="/?network=${id}">${network.name}</a>`,
      `${posts} ${posts === 1 ? 'post' : 'posts'}`,
      note,
    );
  });
  const { bill } = core.store.state;
  const paid = bill['post-with-url'].count;
  return html`<dl class="tiles">${networks}${tile('Bill of X', dollars(billTotal(bill)), `${paid} ${paid === 1 ? 'post' : 'posts'} with a URL`)}</dl>`;
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
  const rows = Object.values(NETWORKS)
    .flatMap((network) => network.windows(core))
    .filter(({ used }) => used > 0)
    .map(
      ({ account, name, used, limit, resetAt }) =>
        html`<tr><td>${account}</td><td>${name}</td><td class="grow">${bar(used, limit, `${used} of ${limit} used`)}</td><td class="number">${used} / ${limit}</td><td>${moment(resetAt)}</td></tr>`,
    );
  if (rows.length === 0) return '';
  return html`<details><summary>Rate windows in use</summary><div class="scroll"><table>
    <tr><th>Account</th><th>Window</th><th class="grow"></th><th class="number">Used</th><th>Resets</th></tr>${rows}</table></div></details>`;
}

function faultList(core: Core): Markup | string {
  const faults = core.faults.list();
  if (faults.length === 0) return '';
  const shown = faults.map(
    ({ effect, problem, ms, on, network, nth, probability }) =>
      html`<tr><td>${effect}</td><td>${problem ?? (ms > 0 ? `${ms} ms` : '')}</td><td>${network === undefined ? on : `${network}, ${on}`}</td><td>${nth === undefined ? `${Math.round(probability * 100)} %` : `request ${nth}`}</td></tr>`,
  );
  return html`<details><summary>Faults in force: ${faults.length}</summary><div class="scroll"><table>
    <tr><th>Fault</th><th>What</th><th>Hits</th><th>How often</th></tr>${shown}</table></div></details>`;
}

/** What the page shows: one network or all of them; the newest threads or all. */
type Wish = { readonly network: SandboxNetwork | undefined; readonly isAll: boolean };

function home(core: Core, { network, isAll }: Wish): Markup {
  const all = allThreads(core);
  const name = network === undefined ? undefined : NETWORKS[network].name;
  const threads = name === undefined ? all : all.filter((thread) => thread.network === name);
  const shown = isAll ? threads : threads.slice(0, SHOWN_THREADS);
  const cards = shown.map((thread) => threadCard(thread));
  const rest = threads.length - shown.length;
  const query = network === undefined ? '?all=1' : `?network=${network}&all=1`;
  const older =
    rest === 0
      ? ''
      : html`<p class="note">${rest} older ${rest === 1 ? 'thread is' : 'threads are'} not shown. <a href="/${query}">Show all</a></p>`;
  const heading =
    name === undefined
      ? 'Threads, newest first'
      : html`Threads on ${name}, newest first · <a href="/">All networks</a>`;
  const empty = html`<div class="empty"><p>No posts yet.</p><p>Give an account <code>network: x</code>, <code>bluesky</code> or <code>mastodon</code> and this page's address as its <code>base_url</code>, then publish a draft to it.</p></div>`;
  return pageLayout(
    FRAME,
    'Sandbox',
    html`${tiles(core, all)}${billTable(core)}${windowTable(core)}${faultList(core)}
    <h2>${heading}</h2>${threads.length === 0 ? empty : cards}${older}`,
  );
}

/** Renders the page of the thread with a post. */
function postPage(core: Core, id: string): { readonly page: Markup; readonly found: boolean } {
  const thread = allThreads(core).find(({ posts }) => posts.some((post) => post.id === id));
  const back = html`<p><a href="/">All threads</a></p>`;
  if (thread !== undefined)
    return { page: pageLayout(FRAME, 'Thread', html`${back}${threadCard(thread, id)}`), found: true };
  const gone = html`${back}<div class="empty">No such post. It may have been removed.</div>`;
  return { page: pageLayout(FRAME, 'Not found', gone), found: false };
}

/** Adds the page at `/`, and the addresses of posts in receipts, in each network's own form. */
export function addPages(app: SandboxHono, core: Core): void {
  app.get('/icon.svg', (context) => context.body(PAGE_ICON, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/', (context) => {
    const network = SANDBOX_NETWORKS.find((id) => id === context.req.query('network'));
    return context.html(home(core, { network, isAll: context.req.query('all') !== undefined }));
  });
  for (const { postPath } of Object.values(NETWORKS))
    app.get(postPath, (context) => {
      const { page, found } = postPage(core, context.req.param('id') ?? '');
      return context.html(page, found ? 200 : 404);
    });
}
