import type { Block, Draft, Run } from '../../drafts/draft.ts';
import { areTerms } from '../../drafts/labels.ts';
import { isHardWrapped, isShortLined } from './hard-wrapped.ts';
import { areOwnLines } from './own-lines.ts';
import { isFirstLineBold, isProseInLines, KEPT_LINES, type KeptLines } from './prose-in-lines.ts';
import { joined } from './run-words.ts';

/** The longest line, in characters, that may head the lines below it, or be one of a list without marks. */
const LONGEST_LABEL = 40;
const ENDED = /[.!?…。！？:：,;]["”’»)\]]*\s*$/;
const SENTENCE = /[.!?…。！？]["”’»)\]]*\s*$/;

/** Whether each line below the first is only a link. */
function endsInLinks(runs: readonly Run[]): boolean {
  const below = runs.slice(runs.findIndex(({ type }) => type === 'break') + 1);
  const words = below.filter((run) => run.type !== 'text' || run.text.trim() !== '');
  return words.every((run, at) => run.type === (at % 2 === 0 ? 'link' : 'break')) && words.length % 2 === 1;
}

const isBoldLabel = (run: Run): boolean =>
  run.type === 'text' && run.emphasis === 'strong' && /[:：]\s*$/.test(run.text);

/** Lines that stay where the other line ends of a post are blanks, beside those of `KEPT_LINES` that always do. */
export const SET_IN_LINES: readonly KeptLines[] = [
  ...KEPT_LINES.filter(({ always }) => always === true),
  {
    why: 'several lines, all of them short: verse, a chat, an address',
    sample: 'The tide is out,\nthe float is gone,\nand nobody comes.',
    holds: (_, runs) => isShortLined(runs),
  },
  {
    why: 'numbers, or terms with a colon, open the lines',
    sample:
      'Two things about the gate are left to do in this first year of the radar:\n(i) Oil it.\n(ii) Paint it.',
    holds: ([, ...lines]) =>
      lines.some((line) => /^\s*\(?(?:\d{1,2}|[ivx]{1,4})[.)]\s/.test(line)) || areTerms(lines),
  },
  {
    why: 'a bold label with a colon opens a line below the first',
    sample: 'The radar brings us all of the following things at once:\n**Nights:** it reads in the dark.',
    holds: (_, runs) => runs.some((run, at) => runs[at - 1]?.type === 'break' && isBoldLabel(run)),
  },
  {
    why: 'links alone on their lines, below a line with a colon',
    sample:
      'For more about the radar of the gate, read one of our logs:\nhttps://gauge.example/log\nhttps://gauge.example/map',
    holds: ([first = ''], runs) => /[:：]\s*$/.test(first) && endsInLinks(runs),
  },
  {
    why: 'the first line is a label of a few words, or bold and no sentence',
    sample: 'Next steps:\nWe put a second radar over the water, and then we wait for the ice.',
    holds: ([first = '', second = ''], runs) =>
      (first.trim().length <= LONGEST_LABEL &&
        /[:：]\s*$/.test(first) &&
        !/^\s*["“‘(]*\p{Ll}/u.test(second)) ||
      (isFirstLineBold(runs) && !SENTENCE.test(first)),
  },
  {
    why: 'short lines without a full stop: a list without marks',
    sample: 'Shut the upper gate at night\nOpen it at dawn',
    holds: (lines) =>
      lines.every(
        (line, at) =>
          line.trim().length <= LONGEST_LABEL &&
          !ENDED.test(line) &&
          !/^\s*[\p{Ll}(]/u.test(lines[at + 1] ?? ''),
      ),
  },
];

/** Up to this number, as many other paragraphs as ones in prose are no verse. */
const FEW_OTHERS = 2;

/** Whether the lines of a paragraph stay in a post whose other line ends are blanks. */
export function isSetInLines(runs: readonly Run[]): boolean {
  const lines = joined(runs).split('\n');
  return SET_IN_LINES.some(({ holds }) => holds(lines, runs));
}

/**
 * Whether the line ends of a blog's post are blanks, as on its page: the lines of at least one paragraph end inside sentences or are
 * sentences, and there are more such paragraphs than others, or as many where the others are few. Those that are set in lines count for
 * neither.
 */
export function hasSoftEnds({ isOfBlog, blocks }: Draft): boolean {
  if (isOfBlog !== true) return false;
  let soft = 0;
  let others = 0;
  for (const runs of linedParagraphs(blocks)) {
    if (areOwnLines(runs)) continue;
    if (isHardWrapped(runs, false) || isProseInLines(runs)) soft += 1;
    else if (!isSetInLines(runs)) others += 1;
  }
  return soft > 0 && (soft > others || (soft === others && others <= FEW_OTHERS));
}

/** Returns the words of each paragraph of several lines, also in quotations and items. */
function linedParagraphs(blocks: readonly Block[]): readonly (readonly Run[])[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph')
      return block.runs.some((run) => run.type === 'break' && !run.hard) ? [block.runs] : [];
    if (block.type === 'quote') return linedParagraphs(block.blocks);
    return block.type === 'list' ? block.items.flatMap((item) => linedParagraphs(item.blocks)) : [];
  });
}
