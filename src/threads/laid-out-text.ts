import { BREAK, type BreakCode, BreakList } from '../text/break-list.ts';
import { nfc } from '../text/nfc.ts';
import type { ProseHabits } from '../text/prose-habits.ts';
import { scanBreaks } from '../text/scan-breaks.ts';
import type { Span } from '../text/span.ts';
import { isLower } from '../text/words-around.ts';
import type { Added, Media } from './thread.ts';
import { type Prose, tieEdges } from './tied-edges.ts';

/** A link on words of the laid-out text, for networks with facets. */
export type LinkedWords = Span & { readonly url: string };

/** An image or a card, at the place of the text that it goes with. */
export type Anchor = { readonly at: number; readonly media: Media };

/** A source's mark in the text, for `footnotes: post`. */
export type Mark = { readonly at: number; readonly source: number };

/**
 * A draft laid out for one network as one text, before it is split:
 *
 *     [ML Grind]⏎⏎We read how [0] it works.⏎⏎> item⏎> item
 *               └ kept       └ glued       └ paragraph
 *
 * All offsets are UTF-16, into `text`.
 */
export type LaidOutText = {
  readonly text: string;
  readonly added: readonly Added[];
  readonly words: readonly LinkedWords[];
  /** Ranges to keep whole: links' words, and ranges marked by the writer. */
  readonly wholes: readonly Span[];
  readonly anchors: readonly Anchor[];
  readonly marks: readonly Mark[];
  /** What a post that starts inside a quotation repeats: `leads[0]` is empty. */
  readonly leads: readonly string[];
  /** Groups to keep together if they fit a post; outer ones before inner ones. */
  readonly groups: readonly Group[];
  /** Structural breaks and prose, in order; see {@link findBreaks}. */
  readonly parts: readonly Part[];
};

/**
 * A list, one of its items, an item of a list in it, a quotation with its attribution, or another unit (an item's own words above what
 * is nested in it, a note): kept together if it fits a post.
 */
export type Group = Span & { readonly kind: 'list' | 'item' | 'nested' | 'quotation' | 'unit' };

type Part =
  | {
      readonly type: 'break';
      readonly end: number;
      readonly start: number;
      readonly code: BreakCode;
      readonly lead: number;
    }
  | (Prose & { readonly type: 'prose'; readonly lead: number });

/** Collects a laid-out text piece by piece, in reading order. */
export class LayoutWriter {
  readonly #pieces: string[] = [];
  readonly #added: Added[] = [];
  readonly #words: LinkedWords[] = [];
  readonly #wholes: Span[] = [];
  readonly #anchors: Anchor[] = [];
  readonly #marks: Mark[] = [];
  readonly #leads: string[] = [''];
  readonly #groups: { start: number; end: number; kind: Group['kind'] }[] = [];
  readonly #parts: Part[] = [];
  #length = 0;

  /** How much was written, in UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** Adds the author's words, in NFC. */
  write(text: string): void {
    const composed = nfc(text);
    this.#pieces.push(composed);
    this.#length += composed.length;
  }

  /** Adds text that the author did not write. */
  add(text: string, what: Added['what']): void {
    if (text === '') return;
    const start = this.#length;
    this.write(text);
    this.#added.push({ start, end: this.#length, what });
  }

  /** Forbids cuts inside everything written since `start`. */
  keepWhole(start: number): void {
    if (this.#length > start) this.#wholes.push({ start, end: this.#length });
  }

  /** Links everything written since `start`. */
  linkSince(start: number, url: string): void {
    if (this.#length > start) this.#words.push({ start, end: this.#length, url });
  }

  /** Records that a source's mark was just written. */
  mark(source: number): void {
    this.#marks.push({ at: this.#length - 1, source });
  }

  /** Records that the text since `from` is prose, in which cuts are found later. */
  prose(from: number, lead: number, opens = true, label = from): void {
    if (this.#length > from) this.#parts.push({ type: 'prose', from, to: this.#length, lead, opens, label });
  }

  /** Begins a group here; the returned function ends it. */
  openGroup(kind: Group['kind']): () => void {
    const group = { start: this.#length, end: this.#length, kind };
    this.#groups.push(group);
    return () => {
      group.end = this.#length;
    };
  }

  /** Records that what `write` writes is a group. */
  group(kind: Group['kind'], write: () => void): void {
    const close = this.openGroup(kind);
    write();
    close();
  }

  /** Extends the last group to here: a quotation and the attribution below it. */
  extendGroup(): void {
    const last = this.#groups.findLast(({ end, kind }) => kind === 'quotation' && end <= this.#length);
    if (last !== undefined) last.end = this.#length;
  }

  /**
   * Ends a line: writes `gap` and records the break around it. `indent` after it is dropped at the start of a post. Where the line above
   * is still empty, because its picture needs no words, that line goes on.
   */
  breakLine(gap: string, code: BreakCode, lead: number, indent = ''): void {
    const above = this.#parts.at(-1);
    const isEmpty = this.#length === (above?.type === 'break' ? above.start : 0);
    if (isEmpty && code !== BREAK.forced) return;
    const end = this.#length;
    this.write(gap + indent);
    this.#parts.push({ type: 'break', end, start: this.#length, code, lead });
  }

  /** Attaches an image or a card to the text just written, or to the first text if there is none yet. */
  attach(media: Media): void {
    this.#anchors.push({ at: Math.max(0, this.#length - 1), media });
  }

  /** Attaches an image or a card to the text written next. */
  attachHere(media: Media): void {
    this.#anchors.push({ at: this.#length, media });
  }

  /** Returns the index of a lead, for {@link LaidOutText.leads}. At most 255 different ones, which nesting never reaches. */
  lead(text: string): number {
    const known = this.#leads.indexOf(text);
    if (known >= 0) return known;
    if (this.#leads.length === 255) return 0;
    return this.#leads.push(text) - 1;
  }

  /** Returns the laid-out text. */
  finish(): LaidOutText {
    return {
      text: this.#pieces.join(''),
      added: this.#added,
      words: this.#words,
      wholes: this.#wholes,
      anchors: this.#anchors,
      marks: this.#marks,
      leads: this.#leads,
      groups: this.#groups,
      parts: this.#parts,
    };
  }
}

/**
 * Finds all places where a laid-out text may be cut, in order, including forbidden ones (by their codes).
 *
 * @param links - what the network links in the text; also kept whole
 */
export function findBreaks(script: LaidOutText, links: readonly Span[], habits: ProseHabits): BreakList {
  // A word and its white space take about five units.
  const breaks = new BreakList(256 + Math.ceil(script.text.length / 5));
  const wholes = merge(script.wholes, links);
  const names = namesIn(script);
  let firstWhole = 0;
  let announced = false;
  for (const part of script.parts) {
    if (part.type === 'break') {
      announced = part.code === BREAK.leadIn;
      breaks.push(part.end, part.start, part.code, part.lead);
      continue;
    }
    while (firstWhole < wholes.length && (wholes[firstWhole]?.end ?? 0) <= part.from) firstWhole += 1;
    const first = breaks.length;
    const isLow = habits.oftenLower === true && isLower(script.text.charAt(part.from));
    const manner = isLow ? { ...habits, lowerCase: true } : habits;
    scanBreaks(script.text, part, breaks, { habits: manner, wholes, names, firstWhole, lead: part.lead });
    tieEdges(script.text, part, { breaks, first, announced });
    announced = false;
  }
  return breaks;
}

/** The words in small letters that are a link or code somewhere, also with a version: names, which may begin a sentence. */
function namesIn({ text, wholes }: LaidOutText): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { start, end } of wholes) {
    const [, name] = NAME.exec(text.slice(start, Math.min(end, start + NAME_LENGTH))) ?? [];
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** `tokio`, `wasm-pack`, `rlang 0.3.0`. */
const NAME = /^(\p{Ll}[\p{L}\p{N}-]+)(?: v?\d[\d.]*)?$/u;

/** The longest name that is looked for, in UTF-16 units. */
const NAME_LENGTH = 40;

/** Merges two ordered lists of ranges, and joins overlapping ones. */
function merge(left: readonly Span[], right: readonly Span[]): Span[] {
  const sorted = [...left, ...right].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) {
      if (range.end > last.end) merged[merged.length - 1] = { start: last.start, end: range.end };
    } else merged.push(range);
  }
  return merged;
}
