import type { Block, Run } from '../../drafts/draft.ts';
import type { BlogPost } from './blog-post.ts';

/** The content of a post, for checking a text that others made of it. */
export type PostWords = {
  /** All readable text, on one line. */
  readonly text: string;
  readonly urls: readonly string[];
  /** As written: `12`, `1,207`, `6.30`. */
  readonly numbers: ReadonlySet<string>;
};

/** Collects the words, addresses and numbers of a post, including code, tables, and the front matter's title and summary. */
export function postWords({ blocks, title, summary, date }: BlogPost): PostWords {
  const parts: string[] = [title ?? '', summary ?? '', date ?? ''];
  const urls: string[] = [];
  const runs = (list: readonly Run[]): void => {
    const words = list.map((run) => {
      if (run.type === 'link') urls.push(run.url);
      return run.type === 'text' || run.type === 'link' ? run.text : ' ';
    });
    parts.push(words.join(''));
  };
  const walk = (list: readonly Block[]): void => {
    for (const block of list) {
      if (block.type === 'paragraph' || block.type === 'heading') runs(block.runs);
      else if (block.type === 'quote') walk(block.blocks);
      else if (block.type === 'list') for (const item of block.items) walk(item.blocks);
      else if (block.type === 'code' || block.type === 'table' || block.type === 'formula')
        parts.push(block.source);
    }
  };
  walk(blocks);
  const text = parts.join(' ').replace(/\s+/g, ' ');
  return { text, urls, numbers: new Set(text.match(/\d+(?:[.,:]\d+)*/g) ?? []) };
}

/** Writes a post's own words as plain paragraphs, for a program. */
export function plainPost({ title, blocks }: BlogPost): string {
  const lines: string[] = title === undefined ? [] : [title];
  const text = (list: readonly Run[]): string =>
    list
      .map((run) => (run.type === 'text' || run.type === 'link' ? run.text : run.type === 'break' ? ' ' : ''))
      .join('');
  const walk = (list: readonly Block[]): void => {
    for (const block of list) {
      if (block.type === 'paragraph' || block.type === 'heading') lines.push(text(block.runs));
      else if (block.type === 'list') for (const item of block.items) walk(item.blocks);
      else if (block.type === 'code') lines.push(block.source);
    }
  };
  walk(blocks);
  return `${lines.join('\n\n')}\n`;
}
