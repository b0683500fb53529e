import type { Run } from '../../drafts/draft.ts';
import { isFilled } from './hard-wrapped.ts';
import { joined, widthOf } from './run-words.ts';

/** The narrowest line, in columns, that only prose has. */
const PROSE_WIDTH = 64;
/** The longest line that may be a name. */
const NAME_WIDTH = 40;
/** A name, and what somebody is: words with capitals, small ones such as “van” between them, and anything behind a comma. */
const NAME =
  /^\s*(?:\p{Lu}[\p{L}\p{M}\p{N}.'’-]*|[@/][\w/.-]+)(?: (?:[\p{Lu}\p{N}][\p{L}\p{M}\p{N}.'’-]*|[\p{Ll}']{1,3}|&|\([^)]*\)))*(?:, \S.*)?$/u;

/** Lines that stay: why, and how they look. */
export type KeptLines = {
  readonly why: string;
  readonly sample: string;
  /** Whether they stay even where the other line ends of a post are blanks. */
  readonly always?: true;
  readonly holds: (lines: readonly string[], runs: readonly Run[]) => boolean;
};

const some = (lines: readonly string[], pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
const count = (lines: readonly string[], pattern: RegExp): number =>
  lines.filter((line) => pattern.test(line)).length;
const ENDED = /[.!?…。！？]["”’»)\]]*\s*$/;

/** Lines of a blog’s paragraph that their author ended, although one of them is as long as prose; the first row that holds keeps them all. */
export const KEPT_LINES: readonly KeptLines[] = [
  {
    why: 'a sign, an arrow or an address opens a line of its own',
    sample:
      'The browser offers all of the following tools to those who tell stories\n▪text and pictures\n▪sound',
    always: true,
    holds: ([, ...lines]) =>
      some(lines, /^\s*(?:(?![—–-]{1,3} \p{Ll})[^\p{L}\p{N}\s"'“‘«„([*_`@$¿¡…]|https?:\/\/\S+\s*$)/u),
  },
  {
    why: 'a line that ends in an address has ended',
    sample: 'The old log is still kept at https://example.org/log/of/the/old/float\nThe new one is here.',
    always: true,
    holds: (lines) => some(lines.slice(0, -1), /(?:https?:\/\/|pic\.twitter\.com\/)\S+(?: \[\d+\])?\s*$/),
  },
  {
    why: 'the first line announces the others, or names what they are about',
    sample: 'The log says:\nThe water rose by a foot in the night of the third, and nobody saw it.',
    holds: ([first = ''], runs) => /[:：–—-]\s*$/.test(first) || isFirstLineBold(runs),
  },
  {
    why: 'lines of code',
    sample: 'const level = gauge.read({ unit: "m", times: 3, from: "the old float" });\nlog(level);',
    always: true,
    holds: (lines) => count(lines, /[;{}]\s*$|^\s*[\w:.@-]+="[^"]*"\s*\/?>?\s*$/) > 1,
  },
  {
    why: 'terms, each with what it means',
    sample:
      'Title – what the page is called, at its top and in the list of all pages\nCaption – a line below the picture',
    holds: (lines) => count(lines, /^\p{Lu}[^.!?]{0,30}?(?: [–—-]|:) /u) > 1,
  },
  {
    why: 'a name below somebody’s words',
    sample: 'It is too hard to find out which of these gates is the one to shut first.\nAna Silva',
    always: true,
    holds: (lines) => {
      const [words = '', name = ''] = lines.slice(-2);
      return ENDED.test(words) && name.length <= NAME_WIDTH && !ENDED.test(name) && NAME.test(name);
    },
  },
  {
    why: 'no sentence ends where the lines end, and no editor wrapped them',
    sample:
      'Only shut the upper gate at night\nOpen it at dawn, after the water has come down to the mark at the old mill',
    holds: (lines) => {
      const unended = lines.filter((line, at) => isUnended(line, lines[at + 1])).length;
      return unended * 2 >= lines.length - 1 && !isFilled(lines);
    },
  },
];

/** Whether the lines of a blog’s paragraph are sentences or clauses, which its page runs together. */
export function isProseInLines(runs: readonly Run[]): boolean {
  const lines = joined(runs).split('\n');
  return (
    lines.length > 1 &&
    (lines.some((line) => widthOf(line.trim()) > PROSE_WIDTH) || goesOn(lines)) &&
    !KEPT_LINES.some(({ holds }) => holds(lines, runs))
  );
}

/** The most short lines of one sentence. */
const MOST_LINES = 4;

/**
 * Whether one sentence goes on in lower case from line to line, as where long addresses made its author end them: over two
 * lines, or up to a full stop or a colon. A comma ends a line of verse.
 */
const goesOn = (lines: readonly string[]): boolean =>
  (lines.length === 2 ||
    (lines.length <= MOST_LINES && /[.!?…:。！？：]["”’»)\]]*\s*$/.test(lines.at(-1) ?? ''))) &&
  lines.every(
    (line, at) => at === 0 || (/^\s*\p{Ll}/u.test(line) && /[\p{L}\p{N}\]]\s*$/u.test(lines[at - 1] ?? '')),
  );

/** Whether a line has no full stop, although the next one opens a sentence. */
const isUnended = (line: string, next: string | undefined): boolean =>
  next !== undefined && /[\p{L}\p{N}]\s*$/u.test(line) && /^\s*\p{Lu}/u.test(next);

/** Whether the first line of a paragraph is bold. */
export function isFirstLineBold(runs: readonly Run[]): boolean {
  const end = runs.findIndex(({ type }) => type === 'break');
  const line = end < 0 ? [] : runs.slice(0, end);
  return (
    line.some(isBold) && line.every((run) => isBold(run) || (run.type === 'text' && run.text.trim() === ''))
  );
}

const isBold = (run: Run): boolean => run.type === 'text' && run.emphasis === 'strong';
