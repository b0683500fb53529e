import type { Block, Draft, Run } from '../../src/drafts/draft.ts';
import type { Post } from '../../src/threads/thread.ts';

/** A post's text without what its author did not write. */
export function authored(post: Post): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of [...post.added].sort((a, b) => a.start - b.start)) {
    kept += post.text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return kept + post.text.slice(at);
}

/** All that is not white space, in order: what must survive a cut. */
export const inked = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

/** The words that a draft's thread must hold, in order, without white space. */
export function draftInk(draft: Draft, limit: number): string {
  const cut = draft.settings.separator === 'cut' && limit < 5_000;
  const opening = draft.blocks.findIndex(({ type }) => type !== 'separator' && type !== 'image');
  const blocks = draft.blocks.slice(opening);
  const body = blocks.map((block, at) => blockText(draft, block, blocks.slice(at + 1), cut)).join(' ');
  const noted = JSON.stringify(draft.blocks).includes('"type":"note"') ? draft.notes : [];
  return inked(
    [body, ...noted.flatMap(({ blocks }) => blocks.map((block) => blockText(draft, block, [], true)))].join(
      ' ',
    ),
  );
}

function blockText(draft: Draft, block: Block, after: readonly Block[], cut: boolean): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.runs.map(runText).join('');
    case 'list':
      return block.items
        .map(
          ({ marker, blocks }) =>
            `${marker} ${blocks.map((child) => blockText(draft, child, [], true)).join(' ')}`,
        )
        .join(' ');
    case 'quote':
      return block.blocks.map((child) => blockText(draft, child, [], true)).join(' ');
    case 'separator':
      return cut || ['sources', undefined].includes(after.find(({ type }) => type !== 'separator')?.type)
        ? ''
        : '---';
    case 'sources':
      return draft.references
        .slice(block.from, block.to)
        .map(({ label, title, url }) => `[${label}] ${title === undefined ? '' : `${title}: `}${url}`)
        .join(' ');
    case 'image':
      return '';
    default:
      return block.source;
  }
}

function runText(run: Run): string {
  switch (run.type) {
    case 'text':
    case 'link':
      return run.text;
    case 'reference':
      return `[${run.label}]`;
    case 'note':
      return '';
    case 'break':
      return ' ';
  }
}
