import { html } from 'hono/html';
import type { Markup } from '../../pages/markup.ts';
import { graphemeCount } from '../../text/graphemes.ts';
import type { Core } from '../core.ts';
import { isVideo } from '../media-type.ts';
import {
  groupThreads,
  type ShownCard,
  type ShownPicture,
  type ShownPost,
  type ShownThread,
  type ShownWindow,
} from '../page/shown.ts';
import { outsideLink } from '../page/thread-card.ts';
import { usedPoints } from './points.ts';
import type { StoredRecord, StoredRepo } from './state.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const asObject = (value: unknown): Json => (isObject(value) ? value : {});
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const POST = 'app.bsky.feed.post';

/** Renders the words of a post with its facets; drops facets that overlap or end inside a character, as apps do. */
function wordsOf(record: Json): Markup[] {
  const bytes = Buffer.from(words(record['text']));
  const facets = objects(record['facets'])
    .map((facet) => ({ index: asObject(facet['index']), features: objects(facet['features']) }))
    .map(({ index, features }) => ({
      start: Number(index['byteStart']),
      end: Number(index['byteEnd']),
      feature: asObject(features[0]),
    }))
    .sort((a, b) => a.start - b.start);
  const parts: Markup[] = [];
  let at = 0;
  for (const { start, end, feature } of facets) {
    if (start < at || end <= start || end > bytes.length) continue;
    const shown = bytes.toString('utf8', start, end);
    parts.push(html`${bytes.toString('utf8', at, start)}`);
    const uri = feature['uri'] ?? undefined;
    parts.push(
      typeof uri === 'string'
        ? outsideLink(uri, shown)
        : html`<span class="facet" title="${words(feature['did']) || words(feature['tag'])}">${shown}</span>`,
    );
    at = end;
  }
  return [...parts, html`${bytes.toString('utf8', at)}`];
}

const linkOf = (blob: unknown): string | undefined => {
  const link = asObject(asObject(blob)['ref'])['$link'];
  return typeof link === 'string' ? `/media/${link}` : undefined;
};

function picturesOf(record: Json): ShownPicture[] {
  const embed = asObject(record['embed']);
  const shown = (blob: unknown, alt: unknown): ShownPicture => {
    const src = linkOf(blob);
    const isMoving = isVideo(words(asObject(blob)['mimeType']));
    return { alt: words(alt), ...(src === undefined ? {} : { src }), ...(isMoving ? { isVideo: true } : {}) };
  };
  const { video } = embed;
  return [
    ...objects(embed['images']).map((image) => shown(image['image'], image['alt'])),
    ...(isObject(video) ? [shown(video, embed['alt'])] : []),
  ];
}

function cardOf(record: Json): ShownCard | undefined {
  const card = asObject(record['embed'])['external'];
  if (!isObject(card)) return undefined;
  const src = linkOf(card['thumb']);
  return {
    url: words(card['uri']),
    title: words(card['title']),
    description: words(card['description']),
    ...(src === undefined ? {} : { src }),
  };
}

const rkeyOf = (uri: unknown): string => words(uri).split('/').at(-1) ?? '';
const replyTo = (value: Json, which: 'root' | 'parent'): string | null => {
  const { reply } = value;
  return isObject(reply) ? rkeyOf(asObject(reply[which])['uri']) : null;
};

function shownPost(repo: StoredRepo, { rkey, value, at }: StoredRecord): ShownPost {
  const text = words(value['text']);
  const card = cardOf(value);
  const gate = repo.records.find(
    (other) => other.rkey === rkey && other.collection === 'app.bsky.feed.threadgate',
  );
  const facets = objects(value['facets']).length;
  const langs = Array.isArray(value['langs']) ? value['langs'].join(', ') : '';
  return {
    id: rkey,
    parentId: replyTo(value, 'parent'),
    handle: repo.handle,
    href: `/profile/${repo.handle}/post/${rkey}`,
    at,
    words: wordsOf(value),
    pictures: picturesOf(value),
    ...(card === undefined ? {} : { card }),
    length: graphemeCount(text),
    limit: 300,
    unit: 'graphemes',
    facts: [
      `${Buffer.byteLength(text)} bytes`,
      ...(facets === 0 ? [] : [`${facets} ${facets === 1 ? 'facet' : 'facets'}`]),
      ...(langs === '' ? [] : [langs]),
      ...(gate === undefined ? [] : ['replies limited']),
    ],
  };
}

/** Returns Bluesky's threads for the page, newest first. */
export function blueskyThreads(core: Core): ShownThread[] {
  return core.store.state.bluesky.repos.flatMap((repo) => {
    const posts = repo.records
      .filter(({ collection }) => collection === POST)
      .sort((a, b) => (a.rkey < b.rkey ? -1 : 1));
    return groupThreads(posts, ({ rkey, value }) => replyTo(value, 'root') ?? rkey).map((group) => ({
      network: 'Bluesky',
      posts: group.map((record) => shownPost(repo, record)),
      cost: new Set(group.map(({ rev }) => rev)).size === 1 ? 'one commit' : 'several commits',
    }));
  });
}

/** Returns Bluesky's point windows in use. */
export function blueskyWindows(core: Core): ShownWindow[] {
  const { repos } = core.store.state.bluesky;
  return usedPoints(core).map(({ who, label, ...numbers }) => {
    const handle = repos.find(({ did }) => did === who)?.handle ?? who;
    return { account: handle === '' ? 'Bluesky, all' : `Bluesky, @${handle}`, name: label, ...numbers };
  });
}
