import type { Block, Run } from '../../drafts/draft.ts';
import { danglesAt } from '../choosing/context-bound.ts';
import { postsFilled } from '../choosing/packing.ts';
import { plainText } from '../choosing/plain-text.ts';
import { stemsOf } from '../choosing/words.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { textBelow } from '../reading/linked-headings.ts';
import { isNews } from './digest-pieces.ts';
import { commentBelow } from './headed-items.ts';
import { introOf } from './round-up-paragraphs.ts';
import { lineOf, type SummaryParagraph, type SummaryPlan } from './summary-paragraph.ts';

/** The fewest sections that tell more than a welcome. */
const FEWEST = 2;

/** A heading that is news itself: `Lamp 2.1 released`. */
const IS_NEWS = /^\P{Ll}.*(?:\d\.\d|(?<!\p{L})(?:released|is out|is available))/u;

/** From so many items with a link on, these are told of lists. */
const FEWEST_LINKS = 3;

/**
 * Returns a section's first words: those of its first paragraph, or, where few items have a link, of the first item of its list, also
 * below a line for that.
 */
function firstBelow(blocks: readonly Block[], at: number, hasLinks: boolean): readonly Run[] | undefined {
  const below = textBelow(blocks, at);
  const isLine = below !== undefined && /[:：]$/.test(plainText(below).text);
  if (below !== undefined && !isLine) return below;
  if (hasLinks) return below;
  const list = blocks[at + (isLine ? 2 : 1)];
  const first = list?.type === 'list' ? list.items[0]?.blocks[0] : undefined;
  return first?.type === 'paragraph' ? first.runs : undefined;
}

/** Returns an item with the heading above it, if that is news that the item does not say. */
function withHeading(heading: string, item: string): string {
  const told = new Set(stemsOf(item));
  return IS_NEWS.test(heading) && stemsOf(heading).some((stem) => !told.has(stem))
    ? `${heading}: ${item}`
    : item;
}

/**
 * Returns what a digest tells that has few links: as a list, what is first below its headings and stands alone; empty if fewer than
 * two sections say something so, or fewer than it has items with a link.
 */
export function digestSections(post: BlogPost, plan: SummaryPlan, items: number): SummaryParagraph[] {
  const { language, size, points, budget } = plan;
  const { blocks } = post;
  const told = blocks.flatMap((block, at): SummaryParagraph[] => {
    if (block.type !== 'heading') return [];
    const below = firstBelow(blocks, at, items >= FEWEST_LINKS);
    const said = below === undefined ? undefined : commentBelow(below, language);
    if (said === undefined || !isNews(said, language) || danglesAt(said, language) !== undefined) return [];
    const text = withHeading(plainText(block.runs).text, said);
    return [{ text, code: [], role: 'point', form: 'item' }];
  });
  const intro = introOf(post, plan);
  let shown: readonly SummaryParagraph[] = [];
  for (const one of told.slice(0, points)) {
    if (postsFilled([...intro, ...shown, one].map(lineOf), size.linkLine, size) > budget) break;
    shown = [...shown, one];
  }
  return shown.length < Math.max(FEWEST, items) ? [] : [...intro, ...shown];
}
