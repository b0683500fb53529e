import type { Block, Draft, Run } from '../drafts/draft.ts';
import type { Finding, Position } from '../drafts/finding.ts';
import { shownAsText } from '../drafts/shown-as-text.ts';
import type { Post, Thread } from '../threads/thread.ts';

/** A part of the draft with its place in the file, and the post that shows it. */
type Anchor = { readonly at: Position; readonly text: string; readonly post: number };

type Source =
  | { readonly at: Position; readonly text: string }
  | { readonly at: Position; readonly media: string }
  | { readonly at: Position; readonly card: number }
  | { readonly at: Position; readonly url: string };

/** How many posts ahead to look for a part: it can't be far from the previous one. */
const LOOK_AHEAD = 4;
/** How many characters are enough to recognise a part. */
const ENOUGH = 24;

function* sourcesOfRuns(runs: readonly Run[]): Generator<Source> {
  for (const run of runs) if ('text' in run) yield { at: run.at, text: run.text };
}

function* sourcesOf(blocks: readonly Block[]): Generator<Source> {
  for (const block of blocks) {
    if ('runs' in block) yield* sourcesOfRuns(block.runs);
    else if (block.type === 'list') for (const item of block.items) yield* sourcesOf(item.blocks);
    else if (block.type === 'quote' && block.card !== true) yield* sourcesOf(block.blocks);
    else if (block.type === 'image') yield { at: block.image.at, media: block.image.path };
    else if ('source' in block || block.type === 'quote') {
      const text = shownAsText(block);
      yield text === undefined ? { at: block.at, card: block.at.line } : { at: block.at, text };
    }
  }
}

const before = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.column <= b.column);

const opening = (text: string): string => text.trim().slice(0, ENOUGH).trimEnd();

/** Walks draft and posts in parallel: both have the same words in the same order. */
function anchorsOf(draft: Draft, posts: readonly Post[]): Anchor[] {
  const anchors: Anchor[] = [];
  let post = 0;
  let from = 0;
  for (const source of sourcesOf(draft.blocks)) {
    if (!('text' in source)) {
      const index = posts.findIndex(({ media, links }) =>
        'media' in source
          ? media.some(({ path }) => path === source.media)
          : 'card' in source
            ? media.some(({ card }) => card?.line === source.card)
            : links.some(({ url }) => url === source.url),
      );
      if (index !== -1) anchors.push({ at: source.at, text: '', post: index });
      continue;
    }
    const needle = opening(source.text);
    if (needle === '') continue;
    for (let index = post; index < Math.min(posts.length, post + LOOK_AHEAD); index += 1) {
      const found = posts[index]?.text.indexOf(needle, index === post ? from : 0) ?? -1;
      if (found === -1) continue;
      post = index;
      from = found + needle.length;
      break;
    }
    anchors.push({ at: source.at, text: source.text, post });
  }
  for (const { at, url } of draft.references) {
    const index = posts.findLastIndex(({ links }) => links.some((link) => link.url === url));
    if (index !== -1) anchors.push({ at, text: '', post: index });
  }
  return anchors.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

/** Returns the post that shows the place of a finding inside a part, which may span several posts. */
function postWithin(anchor: Anchor, finding: Finding, posts: readonly Post[]): number {
  const into = finding.line === anchor.at.line ? finding.column - anchor.at.column : 0;
  const needle = opening(anchor.text.slice(into)).slice(0, 12);
  if (into === 0 || needle === '') return anchor.post;
  for (let index = anchor.post; index < Math.min(posts.length, anchor.post + LOOK_AHEAD); index += 1)
    if (posts[index]?.text.includes(needle) === true) return index;
  return anchor.post;
}

/**
 * Groups findings by the post they concern: a map from the post's index (from 1) to its findings. Index 0 holds those before
 * the text (front matter) or about no single post.
 */
export function placeFindings(
  draft: Draft,
  thread: Thread,
  findings: readonly Finding[],
): ReadonlyMap<number, readonly Finding[]> {
  const placed = new Map<number, Finding[]>();
  if (findings.length === 0) return placed;
  const anchors = anchorsOf(draft, thread.posts);
  for (const finding of findings) {
    const anchor = anchors.findLast(({ at }) => before(at, finding));
    const index = anchor === undefined ? 0 : postWithin(anchor, finding, thread.posts) + 1;
    placed.set(index, [...(placed.get(index) ?? []), finding]);
  }
  return placed;
}
