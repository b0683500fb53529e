import type { Block, ListItem, Run } from './draft.ts';
import type { Kind } from './kind.ts';
import { notesChange } from './labels.ts';

/** A bracketed label at the start of a draft: `[Paper Reading: …]`, `[ML Grind]`. */
const LABEL =
  /^(?:#{1,6}\s+|\*\*)?\[(?![\^\]]|[ xX]\]|\d+\])([^\][\n]{1,200})\](?![([]|:[^\S\n]*(?:<|\S*[/.#@:]))/;

/** Labels by the kind they announce; the first matching row wins. */
const LABEL_KINDS: readonly { readonly pattern: RegExp; readonly kind: Kind; readonly reason: string }[] = [
  { pattern: /\b(?:papers?|preprint|arxiv)\b/i, kind: 'paper', reason: 'it names a paper' },
  { pattern: /(?:)/, kind: 'update', reason: 'any other label opens an update on what was done' },
];

/** Returns the label that begins a draft's text, without its brackets. */
export function labelOf(body: string): string | undefined {
  const firstLine = /\S[^\r\n]*/.exec(body.slice(0, 10_000))?.[0] ?? '';
  const label = LABEL.exec(firstLine)?.[1]?.trim();
  return label === undefined || notesChange(`[${label}`) ? undefined : label;
}

/** The facts for inferring a kind without one in the front matter. */
export type KindClues = {
  readonly label: string | undefined;
  readonly blocks: readonly Block[];
  /** It has a canonical URL, a permalink or a slug, or a layout, like a blog post. */
  readonly fromBlog: boolean;
};

/** Infers the kind of a draft whose front matter names none. */
export function inferKind({ label, blocks, fromBlog }: KindClues): Kind {
  if (label !== undefined) return LABEL_KINDS.find(({ pattern }) => pattern.test(label))?.kind ?? 'update';
  if (isMostlyLinks(blocks)) return 'links';
  return fromBlog ? 'article' : 'post';
}

/** The fewest links of a round-up. */
const FEWEST_LINKS = 3;
/** A link later in an item than this many words is not the item's subject. */
const LEADING_WORDS = 6;

/** A link counts as at least this many words, because its URL adds content. */
const WORDS_OF_A_LINK = 5;

/** Whether most list items begin with a link, and the lists have more words than the rest. */
function isMostlyLinks(blocks: readonly Block[]): boolean {
  const items = blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
  const leading = items.filter(leadsWithLink).length;
  if (leading < FEWEST_LINKS || leading < items.length * 0.6) return false;
  const inLists = blocks.reduce((sum, block) => sum + (block.type === 'list' ? wordsIn([block]) : 0), 0);
  return inLists * 2 >= wordsIn(blocks);
}

function leadsWithLink({ blocks: [first] }: ListItem): boolean {
  if (first?.type !== 'paragraph') return false;
  const link = first.runs.findIndex(({ type }) => type === 'link');
  return link !== -1 && countWords(first.runs.slice(0, link)) <= LEADING_WORDS;
}

function wordsIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'paragraph') return sum + countWords(block.runs);
    if (block.type === 'quote') return sum + wordsIn(block.blocks);
    if (block.type === 'list')
      return sum + block.items.reduce((inner, item) => inner + wordsIn(item.blocks), 0);
    return sum;
  }, 0);
}

function countWords(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => {
    if (run.type !== 'text' && run.type !== 'link') return sum;
    const words = run.text.match(/\S+/g)?.length ?? 0;
    return sum + (run.type === 'link' ? Math.max(words, WORDS_OF_A_LINK) : words);
  }, 0);
}
