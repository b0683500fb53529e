import type { Block } from '../../drafts/draft.ts';
import { runsText } from '../../drafts/draft-words.ts';
import { titleKeyOf } from '../../drafts/front-matter/title-keys.ts';
import { withEmoji } from '../../drafts/markup/emoji-names.ts';
import { plainLine } from '../../drafts/plain-line.ts';
import { type PostFields, textField } from './post-fields.ts';

/**
 * Returns a post's title: from its front matter, else its only level-1 heading, else a heading at the start of the text.
 * `undefined` without any of these: a section's heading would be worse than no title.
 */
export function postTitle(fields: PostFields, blocks: readonly Block[]): string | undefined {
  const other = titleKeyOf([...fields.keys()], (key) => textField(fields, key));
  const named = textField(fields, 'title', 'Title', other ?? 'title');
  if (named !== undefined) return withEmoji(plainLine(named)).replace(/^[\s:–—-]+(?=\S)/u, '');
  const labelled = titleCard(blocks)?.title;
  if (labelled !== undefined) return labelled;
  const heading = titleHeading(blocks);
  const title = heading === undefined ? undefined : plainLine(runsText(heading.runs));
  return title === undefined || PART.test(title) ? undefined : title;
}

/** Returns the heading of the first slide, which is the title of slides; `undefined` if that has none. */
export function titleOfSlides(blocks: readonly Block[]): string | undefined {
  const heading = blocks.find(({ type }) => type === 'heading' || type === 'separator');
  return heading?.type === 'heading' ? plainLine(runsText(heading.runs)) : undefined;
}

/** What any text may be called, and the parts that any text may have: such a heading is the title of none. */
const PART =
  /^\W*(?:(?:my |the |a |new |first )?(?:blog ?)?post|(?:the )?blog|article|(?:rough )?draft|untitled|no title|title|readme|introduction|intro|overview|abstract|summary|background|motivation|preface|foreword|(?:table of )?contents?|footnotes?|references|notes|logs?|tl;?dr|post content|einleitung|einführung|inhalt(?:sverzeichnis)?|vorwort|übersicht|introducción|introdução|sommaire|contexte|índice|はじめに|概要|目次|前言|引言|背景|简介|目录)[\s.:!]*$/iu;

/** Returns the heading that is the title of a text; `undefined` if all of its headings are of sections. */
export function titleHeading(blocks: readonly Block[]): Extract<Block, { type: 'heading' }> | undefined {
  const opening = blocks.find(({ type }) => type !== 'image' && type !== 'separator');
  const largest = blocks.filter((block) => block.type === 'heading' && block.depth === 1);
  const [only, ...others] = largest;
  if (opening?.type === 'heading' && (opening.depth === 1 || only === undefined)) return opening;
  return only?.type === 'heading' && others.length === 0 ? only : undefined;
}

/** Returns the text below its title: a heading that is the title does not begin a section. */
export function withoutTitle(blocks: readonly Block[], title: string | undefined): readonly Block[] {
  const card = titleCard(blocks);
  if (card !== undefined && card.title === title) return blocks.slice(card.length);
  const heading = titleHeading(blocks);
  if (heading === undefined || title === undefined) return blocks;
  return plainLine(runsText(heading.runs)) === title ? blocks.filter((block) => block !== heading) : blocks;
}

/** What notes on a paper or a book say of it above their text, a line each. */
const LABELLED =
  /^(title|authors?|by|link|url|paper|pdf|code|source|tags?|topics?|year|date|venue|conference|journal|published|publisher|affiliations?|doi|arxiv|isbn|status|rating)\s*:\s*(\S.*)$/iu;
/** So many of its lines have such labels. */
const FEWEST_LABELS = 2;

/**
 * Returns the title in the list of labels with which notes on a paper begin (`Title: …`, `Authors: …`), and how many blocks that
 * is with the heading above it (`Paper`); `undefined` if a text begins otherwise.
 */
function titleCard(
  blocks: readonly Block[],
): { readonly title: string; readonly length: number } | undefined {
  const at = blocks[0]?.type === 'heading' ? 1 : 0;
  const list = blocks[at];
  if (list?.type !== 'list') return undefined;
  const lines = list.items.map(({ blocks: [block] }) =>
    block?.type === 'paragraph' ? plainLine(runsText(block.runs)) : '',
  );
  const labelled = lines.flatMap((line) => {
    const [, label = '', value = ''] = LABELLED.exec(line) ?? [];
    return label === '' ? [] : [{ label: label.toLowerCase(), value }];
  });
  const title = labelled.find(({ label }) => label === 'title')?.value;
  const isCard = labelled.length >= Math.max(FEWEST_LABELS, lines.length / 2);
  return title !== undefined && isCard ? { title, length: at + 1 } : undefined;
}
