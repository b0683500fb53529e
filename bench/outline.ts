import type { Block, Draft, Run } from '../src/drafts/draft.ts';
import { openingTitle } from '../src/drafts/opening-title.ts';
import { isPicture, shownAsText } from '../src/drafts/shown-as-text.ts';
import { xWeight } from '../src/text/x/weight.ts';

/** A heading, a paragraph or an item's own words. `start` and `end` count ink: what is not white space. */
export type Leaf = {
  readonly start: number;
  readonly end: number;
  readonly type: 'heading' | 'text';
  readonly text: string;
  /** Ink at which a kept line ends. */
  readonly lines: ReadonlySet<number>;
  readonly bold: boolean;
  readonly inItem: boolean;
  /** The list or quotation that begins with this leaf, if one does. */
  readonly opens: 'list' | 'quote' | undefined;
};

/** A list, an item or a quotation, with what it weighs on X in one post. */
export type Whole = {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  readonly depth: number;
};

/** What a draft consists of, found without anything that the splitter uses. */
export type Outline = {
  readonly ink: string;
  readonly leaves: readonly Leaf[];
  readonly lists: readonly Whole[];
  readonly items: readonly Whole[];
  readonly quotes: readonly Whole[];
  /** Ink at which a forced cut, a code block, a table or sources stand. */
  readonly stops: ReadonlySet<number>;
  /** Words in small letters with which code and links begin: they may begin a sentence. */
  readonly names: ReadonlySet<string>;
  /** What the title weighs that the thread opens with; 0 without one. */
  readonly titleWeight: number;
};

/** White space taken out. */
export const inkOf = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

class Reader {
  ink = '';
  readonly leaves: Leaf[] = [];
  readonly lists: Whole[] = [];
  readonly items: Whole[] = [];
  readonly quotes: Whole[] = [];
  readonly stops = new Set<number>();
  readonly names = new Set<string>();
  readonly titleWeight: number;
  #opens: Leaf['opens'];
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
    this.titleWeight = xWeight(openingTitle(draft) ?? '');
  }

  /** Reads blocks and returns their lines as a post would show them. */
  read(blocks: readonly Block[], depth: number, indent: string, quoted: boolean): string[] {
    const lines: string[] = [];
    for (const block of blocks) {
      const start = this.ink.length;
      if (isPicture(block)) {
        this.stops.add(start);
        continue;
      }
      switch (block.type) {
        case 'heading':
        case 'paragraph':
          lines.push(
            ...this.#text(block.runs, block.type === 'heading', depth > 0).map((line) => indent + line),
          );
          break;
        case 'list': {
          const roomy = !block.tight || (depth === 0 && block.items.some((item) => item.blocks.length > 1));
          const all: string[] = [];
          for (const item of block.items) {
            const at = this.ink.length;
            this.ink += inkOf(item.marker);
            this.#opens = at === start ? 'list' : undefined;
            const own = this.read(item.blocks, depth + 1, '', quoted);
            const shown = own.map(
              (line, index) => indent + (index === 0 ? `${item.marker} ${line}` : `  ${line}`),
            );
            this.items.push({ start: at, end: this.ink.length, weight: xWeight(shown.join('\n')), depth });
            if (roomy && all.length > 0) all.push('');
            all.push(...shown);
          }
          this.lists.push({ start, end: this.ink.length, weight: xWeight(all.join('\n')), depth });
          lines.push(...all);
          break;
        }
        case 'quote': {
          this.#opens = 'quote';
          const own = this.read(block.blocks, depth, '', true).map((line) => `> ${line}`);
          this.quotes.push({ start, end: this.ink.length, weight: xWeight(own.join('\n\n')), depth });
          lines.push(...own);
          break;
        }
        case 'code':
        case 'table':
        case 'formula':
          this.stops.add(start);
          this.ink += inkOf(shownAsText(block) ?? '');
          this.stops.add(this.ink.length);
          break;
        case 'sources':
          this.stops.add(start);
          for (const { label, title, url } of this.#draft.references.slice(block.from, block.to))
            this.ink += inkOf(`[${label}]${title === undefined ? '' : `${title}:`}${url}`);
          this.stops.add(this.ink.length);
          break;
        case 'separator':
          this.stops.add(start);
          break;
        case 'image':
          this.stops.add(start);
          break;
      }
    }
    return lines;
  }

  #text(runs: readonly Run[], heading: boolean, inItem: boolean): string[] {
    const start = this.ink.length;
    const lines = new Set<number>();
    let text = '';
    let marks = 0;
    for (const run of runs) {
      if (run.type === 'break') {
        text += '\n';
        lines.add(start + inkOf(text).length);
      } else if (run.type === 'reference') text += `[${run.label}]`;
      else if (run.type !== 'note') text += run.text;
      if (run.type === 'note') marks += 1;
      if (run.type === 'link' || (run.type === 'text' && run.emphasis === 'code'))
        for (const word of run.text.matchAll(/^\p{Ll}[\p{L}\p{N}_]*/gu)) this.names.add(word[0]);
    }
    this.ink += inkOf(text);
    const bold = runs.every(
      (run) => run.type === 'text' && (run.emphasis === 'strong' || run.text.trim() === ''),
    );
    if (this.ink.length > start)
      this.leaves.push({
        start,
        end: this.ink.length,
        type: heading ? 'heading' : 'text',
        text,
        lines,
        bold,
        inItem,
        opens: this.#opens,
      });
    this.#opens = undefined;
    return `${text}${' [1]'.repeat(marks)}`.split('\n');
  }
}

/** The outline of a draft. */
export function outlineOf(draft: Draft): Outline {
  const reader = new Reader(draft);
  reader.read(draft.blocks, 0, '', false);
  return reader;
}
