import type { Block } from '../../drafts/draft.ts';
import { BREAK, type BreakCode } from '../../text/break-list.ts';
import { isQuestion } from '../../text/sentence-end.ts';
import { firstLineOf, isAttribution, isLabel, isLeadIn, lastLineOf, opensWithLabel } from './runs.ts';

/** What stands between two neighbouring blocks. */
export type Join = { readonly gap: '\n' | '\n\n'; readonly code: BreakCode };

type Rule = {
  readonly when: (left: Block, right: Block, carded: boolean) => boolean;
  readonly join: Join;
  readonly why: string;
};

const last = (block: Block): string =>
  block.type === 'paragraph' || block.type === 'heading' ? lastLineOf(block.runs) : '';
const first = (block: Block): string => (block.type === 'paragraph' ? firstLineOf(block.runs) : '');

/** Longest line, in characters, that names the list below it. */
const NAME_LENGTH = 60;

const announces = (line: string): boolean =>
  opensWithLabel(line) ||
  (line.trim() !== '' && line.length <= NAME_LENGTH && !/[.!?…,;]["”’)]*\s*$/.test(line));

/** The first rule that holds decides. */
const RULES: readonly Rule[] = [
  {
    when: (left) => left.type === 'heading',
    join: { gap: '\n\n', code: BREAK.kept },
    why: 'a heading belongs to what it heads',
  },
  {
    when: (_, right) => right.type === 'heading' || right.type === 'sources',
    join: { gap: '\n\n', code: BREAK.section },
    why: 'a new part',
  },
  {
    when: (_, __, carded) => carded,
    join: { gap: '\n\n', code: BREAK.card },
    why: 'a card shows what the words before it announce; what follows it is another thought',
  },
  {
    when: (left, right) => opensWithLabel(first(right)) && !isLabel(last(left)),
    join: { gap: '\n\n', code: BREAK.section },
    why: 'a label opens a new part',
  },
  {
    when: (left, right) => isLeadIn(last(left)) && right.type === 'list',
    join: { gap: '\n', code: BREAK.kept },
    why: 'a label line stands right above its items',
  },
  {
    when: (left) => isLeadIn(last(left)) || (isLabel(last(left)) && isLabel(first(left))),
    join: { gap: '\n\n', code: BREAK.kept },
    why: 'a lead-in or a label announces what follows',
  },
  {
    when: (left, right) =>
      isAttribution(first(right)) && (left.type === 'quote' || left.type === 'paragraph'),
    join: { gap: '\n', code: BREAK.kept },
    why: 'a quotation keeps its owner',
  },
  {
    when: (left, right) => right.type === 'list' && announces(last(left)),
    join: { gap: '\n\n', code: BREAK.kept },
    why: 'a label, or a short line without a stop, names the list below it',
  },
  {
    when: (left, right) => left.type !== 'list' && right.type === 'list',
    join: { gap: '\n\n', code: BREAK.item },
    why: 'a list after plain prose',
  },
  {
    when: (left, right) => isQuestion(last(left), last(left).length) && right.type === 'paragraph',
    join: { gap: '\n\n', code: BREAK.answer },
    why: 'a question on a line of its own is answered below it',
  },
  { when: () => true, join: { gap: '\n\n', code: BREAK.paragraph }, why: 'two thoughts' },
];

/** What stands between two blocks that follow each other; `carded` where a card stands between them. */
export function joinOf(left: Block, right: Block, carded = false): Join {
  const rule = RULES.find(({ when }) => when(left, right, carded));
  if (rule === undefined) throw new Error('the last join rule holds for everything');
  return rule.join;
}
