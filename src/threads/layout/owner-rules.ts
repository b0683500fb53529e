import { BREAK } from '../../text/break-list.ts';
import { isAttribution } from './attributions.ts';
import { attributionIn, isBoldLine, isNumberLine } from './block-lines.ts';
import type { JoinRule } from './neighbours.ts';

/** What goes between words and their owner, and below both. */
export const OWNER_RULES: readonly JoinRule[] = [
  {
    when: ({ left, right }) =>
      (left.type === 'quote' || left.type === 'paragraph') &&
      isAttribution(attributionIn(right), left.type === 'quote' ? 'quote' : 'text'),
    join: { gap: '\n', code: BREAK.attribution },
    why: 'a quotation keeps its owner',
  },
  {
    when: ({ attributed, right }) => attributed && (isBoldLine(right) || isNumberLine(right)),
    join: { gap: '\n\n', code: BREAK.section },
    why: 'a bold or numbered line below an attribution opens a new part',
  },
  {
    when: ({ attributed }) => attributed,
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'an attribution ends a quotation and announces nothing',
  },
];
