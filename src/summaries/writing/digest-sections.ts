import { danglesAt } from '../choosing/context-bound.ts';
import { postsFilled } from '../choosing/packing.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { textBelow } from '../reading/linked-headings.ts';
import { isNews } from './digest-pieces.ts';
import { commentBelow } from './headed-items.ts';
import { introOf } from './round-up-paragraphs.ts';
import { lineOf, type SummaryParagraph, type SummaryPlan } from './summary-paragraph.ts';

/** The fewest sections that tell more than a welcome. */
const FEWEST = 2;

/**
 * Returns what a digest tells that has few links: as a list, what is first below its headings and stands alone; empty if fewer than
 * two sections say something so, or fewer than it has items with a link.
 */
export function digestSections(post: BlogPost, plan: SummaryPlan, items: number): SummaryParagraph[] {
  const { language, size, points, budget } = plan;
  const { blocks } = post;
  const told = blocks.flatMap((block, at): SummaryParagraph[] => {
    const below = textBelow(blocks, at);
    if (block.type !== 'heading' || below === undefined) return [];
    const text = commentBelow(below, language);
    if (text === undefined || !isNews(text, language)) return [];
    return danglesAt(text, language) === undefined ? [{ text, code: [], role: 'point', form: 'item' }] : [];
  });
  const intro = introOf(post, plan);
  let shown: readonly SummaryParagraph[] = [];
  for (const one of told.slice(0, points)) {
    if (postsFilled([...intro, ...shown, one].map(lineOf), size.linkLine, size) > budget) break;
    shown = [...shown, one];
  }
  return shown.length < Math.max(FEWEST, items) ? [] : [...intro, ...shown];
}
