import type { Block, Draft, Run } from './draft.ts';
import { opensWithLabel } from './labels.ts';

/** The facts that decide whether a draft's title opens its thread. */
export type Titled = Pick<Draft, 'title' | 'frontTitle' | 'isOfBlog' | 'kind' | 'blocks' | 'settings'>;

/**
 * Returns the title that opens a draft's thread, if any. By default it is the front matter's title of a round-up, an article,
 * or a post that is dated or described as on a blog, unless the text begins with a label. A title that the text already begins with is never repeated.
 *
 * @param openWith - the author's choice for the network
 */
export function openingTitle(
  draft: Titled,
  openWith: 'title' | 'text' | undefined = draft.settings.openWith,
): string | undefined {
  const title = (openWith === 'title' ? draft.title : draft.frontTitle)?.trim();
  if (openWith === 'text' || title === undefined || title === '') return undefined;
  const opening = openingWords(draft.blocks);
  if (opening === '' || bare(opening).startsWith(bare(title)) || isShortTitle(draft.blocks, opening, title))
    return undefined;
  if (openWith === 'title') return title;
  const isTitled =
    draft.kind === 'links' || draft.kind === 'article' || (draft.kind === 'post' && draft.isOfBlog === true);
  return isTitled && !opensWithLabel(opening) ? title : undefined;
}

/** Whether the text opens with a heading that is the title's first part: `Small rivers` of `Small rivers, and how they rise`. */
function isShortTitle([first]: readonly Block[], opening: string, title: string): boolean {
  if (first?.type !== 'heading' || bare(opening) === '') return false;
  const ends = [...title.matchAll(PART_END)].map(({ index }) => bare(title.slice(0, index)));
  return [...ends, bare(title)].includes(bare(opening));
}

/** Where a part of a title ends: at a sign between parts, not after any word. */
const PART_END = /[:;,.!?|()（）：；，、。！？]|\s[-–—]\s|—/g;

/** Returns the first line of the first block with words. */
function openingWords(blocks: readonly Block[]): string {
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading') return lineOf(block.runs);
    const inner = block.type === 'quote' ? block.blocks : block.type === 'list' ? block.items[0]?.blocks : [];
    const found = openingWords(inner ?? []);
    if (found !== '') return found;
  }
  return '';
}

function lineOf(runs: readonly Run[]): string {
  const end = runs.findIndex(({ type }) => type === 'break');
  return (end < 0 ? runs : runs.slice(0, end)).map(wordsOf).join('');
}

function wordsOf(run: Run): string {
  if (run.type === 'text') return run.text;
  // The words of a link are a name, even in brackets: `[\[ruby-dev:27787\]](…)` is no label.
  if (run.type === 'link') return run.text.replace(/[[\]]/g, '');
  return run.type === 'reference' ? `[${run.label}]` : '';
}

/** Keeps letters and digits only: `“Small Rivers” Rise Fast!` begins with `Small Rivers rise fast`. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
