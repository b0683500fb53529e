import type { Numbering } from '../drafts/settings.ts';
import type { BreakList } from '../text/break-list.ts';
import { utf8Length } from '../text/graphemes.ts';
import type { Span } from '../text/span.ts';
import { facetsOf } from './facets.ts';
import { followable } from './followable.ts';
import { Indents, type Move } from './indents.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { byPost } from './media-facts.ts';
import { numberOf } from './numbering.ts';
import type { Profile } from './profile.ts';
import type { NumberedSource } from './sources.ts';
import type { Added, Media, Post } from './thread.ts';

/** What rendering a split script needs. */
export type Rendering = {
  readonly script: LaidOutText;
  readonly breaks: BreakList;
  /** Indexes into `breaks`, without the first, with the last. */
  readonly cuts: readonly number[];
  readonly profile: Profile;
  readonly numbering: Numbering;
  /** Sources in the post of their mark (`footnotes: post`), by number. */
  readonly ownSources: ReadonlyMap<number, NumberedSource>;
};

/** Renders the posts of a split script, in order, each exactly as it will be sent. */
export function renderPosts(rendering: Rendering): Post[] {
  const { script, breaks, cuts } = rendering;
  const added = new Sweep(script.added);
  const words = new Sweep(script.words);
  const indents = new Indents(script.text);
  const texts: { text: PostText; media: readonly Media[] }[] = [];
  const perPost = rendering.profile.media.perPost;
  let anchor = 0;
  let mark = 0;
  cuts.forEach((cut, at) => {
    const from = at === 0 ? 0 : (cuts[at - 1] ?? 0);
    const start = breaks.starts[from] ?? 0;
    const end = breaks.ends[cut] ?? script.text.length;
    const text = new PostText(script.text.slice(start, end), start);
    for (const span of added.within(start, end)) text.mark(span);
    for (const span of words.within(start, end)) text.link(span);
    text.dedent(indents.at(start, end));
    text.prepend(script.leads[breaks.leads[from] ?? 0] ?? '', 'bullet');
    const media: Media[] = [];
    for (; anchor < script.anchors.length; anchor += 1) {
      const entry = script.anchors[anchor];
      if (entry === undefined || (entry.at >= end && at < cuts.length - 1)) break;
      media.push(entry.media);
    }
    const own = new Set<number>();
    for (; mark < script.marks.length && (script.marks[mark]?.at ?? 0) < end; mark += 1) {
      own.add(script.marks[mark]?.source ?? 0);
    }
    appendSources(
      text,
      [...own].map((number) => rendering.ownSources.get(number)),
    );
    byPost(media, perPost).forEach((group, more) => {
      texts.push({ text: more === 0 ? text : new PostText('', 0), media: group });
    });
  });
  return texts.map(({ text, media }, at) => {
    const number = numberOf(rendering.numbering, at + 1, texts.length);
    text.prepend(number.before, 'number');
    text.append(text.isEmpty ? number.after.trim() : number.after, 'number');
    return text.finish(at + 1, rendering.profile, media);
  });
}

function appendSources(text: PostText, sources: readonly (NumberedSource | undefined)[]): void {
  let gap = '\n\n';
  for (const source of sources) {
    if (source?.type !== 'url') continue;
    text.append(`${gap}[${source.number}] ${followable(source.url)}`, 'source');
    gap = '\n';
  }
}

/** Reads ordered spans post by post. */
class Sweep<T extends Span> {
  readonly #spans: readonly T[];
  #next = 0;

  constructor(spans: readonly T[]) {
    this.#spans = spans;
  }

  /** Returns the spans that touch a range, clipped to it. Ranges must be in order. */
  within(start: number, end: number): T[] {
    const found: T[] = [];
    for (; this.#next < this.#spans.length; this.#next += 1) {
      const span = this.#spans[this.#next];
      if (span === undefined || span.start >= end) break;
      if (span.end > start)
        found.push({ ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) });
      if (span.end > end) break;
    }
    return found;
  }
}

/** A post's text while it is assembled, with its spans. */
class PostText {
  #text: string;
  readonly #origin: number;
  #added: Added[] = [];
  #words: (Span & { readonly url: string })[] = [];

  constructor(text: string, origin: number) {
    this.#text = text;
    this.#origin = origin;
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  mark({ start, end, what }: Added): void {
    this.#added.push({ start: start - this.#origin, end: end - this.#origin, what });
  }

  link({ start, end, url }: Span & { readonly url: string }): void {
    this.#words.push({ start: start - this.#origin, end: end - this.#origin, url });
  }

  prepend(text: string, what: Added['what']): void {
    if (text === '') return;
    this.#move((offset) => offset + text.length);
    this.#text = text + this.#text;
    this.#added.unshift({ start: 0, end: text.length, what });
  }

  append(text: string, what: Added['what']): void {
    if (text === '') return;
    this.#added.push({ start: this.#text.length, end: this.#text.length + text.length, what });
    this.#text += text;
  }

  /**
   * Moves lines to the left: those with an indent of at least `width` spaces by `width`, and from the first line with less, by that
   * line's indent.
   *
   *     ····- third level          - third level
   *     ··- second level     ▶     - second level
   *     ····- third level          ··- third level
   */
  dedent({ width, whole }: Move): void {
    if (width === 0) return;
    const removed: { readonly at: number; readonly width: number }[] = [];
    const lines = this.#text.split('\n');
    let left = width;
    let at = 0;
    const moved = lines.map((line, index) => {
      const start = at;
      at += line.length + 1;
      if ((index === 0 && !whole) || line === '') return line;
      left = Math.min(left, /^ */.exec(line)?.[0].length ?? 0);
      removed.push({ at: start, width: left });
      return line.slice(left);
    });
    this.#move(
      (offset) =>
        offset - removed.reduce((sum, from) => sum + Math.min(from.width, Math.max(0, offset - from.at)), 0),
    );
    this.#text = moved.join('\n');
  }

  finish(index: number, profile: Profile, media: readonly Media[]): Post {
    const text = this.#text;
    const links = profile.links(text);
    const targets = profile.targets?.(text);
    const facets =
      profile.linkStyle === 'facets' ? { facets: facetsOf(text, this.#words, links, targets) } : {};
    const added = this.#added;
    return {
      index,
      text,
      length: profile.measure(text),
      bytes: utf8Length(text),
      links,
      ...facets,
      media,
      added,
    };
  }

  #move(by: (offset: number) => number): void {
    this.#added = this.#added.map((span) => ({ ...span, start: by(span.start), end: by(span.end) }));
    this.#words = this.#words.map((span) => ({ ...span, start: by(span.start), end: by(span.end) }));
  }
}
