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

/** How a network shows a URL that stands by itself; where links are facets, a source's title holds its URL. */
export type Shown = (url: string) => string;

/** The words that a draft's thread must hold, in order, without white space. `shown` where links are facets. */
export function draftInk(draft: Draft, limit: number, shown?: Shown): string {
  const cut = draft.settings.separator === 'cut' && limit < 5_000;
  const opening = draft.blocks.findIndex(({ type }) => type !== 'separator' && type !== 'image');
  const blocks = draft.blocks.slice(opening);
  const body = blocks.map((block, at) => blockText(draft, block, blocks.slice(at + 1), cut, shown)).join(' ');
  const noted = JSON.stringify(draft.blocks).includes('"type":"note"') ? draft.notes : [];
  return inked(
    [
      body,
      ...noted.flatMap(({ blocks }) => blocks.map((block) => blockText(draft, block, [], true, shown))),
    ].join(' '),
  );
}

function blockText(draft: Draft, block: Block, after: readonly Block[], cut: boolean, shown?: Shown): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.runs.map((run) => runText(run, shown)).join('');
    case 'list':
      return block.items
        .map(
          ({ marker, blocks }) =>
            `${marker} ${blocks.map((child) => blockText(draft, child, [], true, shown)).join(' ')}`,
        )
        .join(' ');
    case 'quote':
      return block.blocks.map((child) => blockText(draft, child, [], true, shown)).join(' ');
    case 'separator':
      return cut || ['sources', undefined].includes(after.find(({ type }) => type !== 'separator')?.type)
        ? ''
        : '---';
    case 'sources':
      return draft.references
        .slice(block.from, block.to)
        .map(({ label, title, url }) =>
          shown === undefined
            ? `[${label}] ${title === undefined ? '' : `${title}: `}${url}`
            : `[${label}] ${title ?? shown(url)}`,
        )
        .join(' ');
    case 'image':
      return '';
    default:
      return block.source;
  }
}

function runText(run: Run, shown?: Shown): string {
  switch (run.type) {
    case 'text':
      return run.text;
    case 'link':
      return run.auto && shown !== undefined && /^https?:/i.test(run.url) ? shown(run.url) : run.text;
    case 'reference':
      return `[${run.label}]`;
    case 'note':
      return '';
    case 'break':
      return ' ';
  }
}
