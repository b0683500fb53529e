import type { Block, Draft, Run } from '../../src/drafts/draft.ts';
import { inked, type Shown } from './lossless.ts';

/**
 * A stretch of a draft that no cut may fall into while it fits a post: `start` and `end` count what is not white
 * space from the draft's start, `text` is the stretch itself.
 */
export type Atom = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly why: string;
};

/** Pairs of words that the drafts of `draft-arbitrary.ts` hold and no editor parts. */
const PAIRS = ['Fig. 3', '12 km', 'Dr. Ada', 'p. 55', '"A Quoted Title"'];

/** All stretches of a draft that belong together, found from the draft itself, without the splitter's rules. */
export function atomsOf(draft: Draft, shown?: Shown): Atom[] {
  const reader = new Reader(shown);
  reader.blocks(draft, draft.blocks);
  return reader.atoms;
}

class Reader {
  readonly atoms: Atom[] = [];
  readonly #shown: Shown | undefined;
  #ink = 0;
  /** A heading, a lead-in or a marker that the next word belongs to. */
  #pending: { start: number; text: string; why: string } | undefined;

  constructor(shown: Shown | undefined) {
    this.#shown = shown;
  }

  /** A run as the network shows it. */
  #textOf(run: Exclude<Run, { type: 'break' | 'note' }>): string {
    if (run.type === 'reference') return `[${run.label}]`;
    const isShortened = run.type === 'link' && run.auto && /^https?:/i.test(run.url);
    return isShortened && this.#shown !== undefined ? this.#shown(run.url) : run.text;
  }

  blocks(draft: Draft, blocks: readonly Block[]): void {
    for (const block of blocks) this.#block(draft, block);
  }

  #block(draft: Draft, block: Block): void {
    switch (block.type) {
      case 'paragraph':
        this.#runs(block.runs);
        return;
      case 'heading': {
        const start = this.#ink;
        this.#runs(block.runs);
        const text = plain(block.runs);
        this.#pending = { start, text, why: 'a heading and what it heads' };
        return;
      }
      case 'list':
        for (const item of block.items) {
          const start = this.#ink;
          this.#ink += inked(item.marker).length;
          this.#pending = { start, text: item.marker, why: 'a marker and its item' };
          this.blocks(draft, item.blocks);
          this.#pending = undefined;
        }
        return;
      case 'quote':
        this.blocks(draft, block.blocks);
        // A heading at the end of a quotation heads nothing.
        this.#pending = undefined;
        return;
      default:
        this.#pending = undefined;
    }
  }

  #runs(runs: readonly Run[]): void {
    for (const run of runs) {
      // A note's mark is ours, yet it is what the marker or the heading stands before.
      if (run.type === 'note') this.#pending = undefined;
      if (run.type === 'break' || run.type === 'note') continue;
      const text = this.#textOf(run);
      const start = this.#ink;
      if (this.#pending !== undefined && inked(text) !== '') {
        const word = run.type === 'link' && !isProse(text) ? text : firstWords(text);
        const { start: from, text: before, why } = this.#pending;
        this.atoms.push({ start: from, end: start + inked(word).length, text: `${before}\n\n${word}`, why });
        this.#pending = undefined;
      }
      if (run.type === 'link' && !isProse(text)) this.#atom(start, text, 'the words of a link');
      for (const word of text.matchAll(/\S+/g)) {
        if (/^[\x21-\x7e]+$/.test(word[0]))
          this.#atom(start + inked(text.slice(0, word.index)).length, word[0], 'one word');
      }
      for (const emoji of text.matchAll(/\p{RGI_Emoji}/gv)) {
        this.#atom(start + inked(text.slice(0, emoji.index)).length, emoji[0], 'one emoji');
      }
      for (const pair of PAIRS) {
        for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) {
          this.#atom(start + inked(text.slice(0, at)).length, pair, 'two words that belong together');
        }
      }
      this.#ink += inked(text).length;
    }
  }

  #atom(start: number, text: string, why: string): void {
    this.atoms.push({ start, end: start + inked(text).length, text, why });
  }
}

/** What opens a text and can't be cut: a word, or two that belong together. */
/** Whether the words of a link are sentences, or as long as a post: they are cut like any others. */
const isProse = (text: string): boolean =>
  text.length > 220 || (text.length > 110 && /[.!?…。！？]["”’)]*\s\S/.test(text));

const firstWords = (text: string): string =>
  PAIRS.find((pair) => text.trim().startsWith(pair)) ?? /^(?:[\x21-\x7e]+|\S)/.exec(text.trim())?.[0] ?? '';

const plain = (runs: readonly Run[]): string => runs.map((run) => ('text' in run ? run.text : ' ')).join('');
