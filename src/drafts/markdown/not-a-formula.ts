/** What stands between the marks of a formula and is none. */
type Row = {
  readonly test: RegExp;
  readonly why: string;
  /** Text with such marks. */
  readonly sample: string;
  /** The words that it becomes. */
  readonly leaves: string;
};

/** A word of a sentence; commands of TeX and what they hold are taken out before. */
const WORD = "\\p{L}[\\p{L}’']+[,.;:]?";

/** For every mark: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. */
export const NO_FORMULAS: readonly Row[] = [
  {
    test: new RegExp(`(?<![\\p{L}\\p{N}\\\\])${WORD}\\s+${WORD}\\s+${WORD}(?![\\p{L}\\p{N}])`, 'u'),
    why: 'three words in a row are a sentence; a formula has them in `\\text{…}`',
    sample: 'It was \\[by **Ana** on_deck, who saw the tide = high\\] there.',
    leaves: 'It was [by Ana on_deck, who saw the tide = high] there.',
  },
  {
    test: /\]\s?\((?:https?:|[/#.])/,
    why: 'a link of Markdown',
    sample: '##### The mast \\[by [Ana_B](https://example.org/ana)\\]',
    leaves: 'The mast [by Ana_B]',
  },
  {
    test: /\*\*\*?(?:[\s_[]|$)|__(?:\s|$)|^\s*\*\*/,
    why: 'runs of stars or lines mark words',
    sample: 'The mast \\[**_by Ana_**\\]',
    leaves: 'The mast [by Ana]',
  },
  {
    test: /<\/[A-Za-z]/,
    why: 'a tag of HTML ends here',
    sample: 'The operators \\[<kbd>a=b</kbd>\\] of it',
    leaves: 'The operators [a=b] of it',
  },
];

/** Commands with what they hold, which may be words: `\text{…}`, `\frac{…}{…}`. */
const COMMAND = /\\[A-Za-z]+\*?(?:\s*\{[^{}]*\})*|[_^]\{[^{}]*\}/g;

/** Whether what stands between the marks of a formula reads as words. */
export function isNoFormula(content: string): boolean {
  const bare = content.includes('\\') || content.includes('{') ? content.replace(COMMAND, ' | ') : content;
  return NO_FORMULAS.some(({ test }) => test.test(bare));
}

/** For brackets alone, which are also what an export escapes. */
const ESCAPED = /\\{1,2}[_*.#+()<>~'"`-]|\\\[|\\\]/g;
/** Names of two words or more, as programs have them; escaped signs are taken out before, so that `max\_size` is one, too. */
const NAME = /[A-Za-z0-9]{2,}(?:\\?[_.|]{1,2}[A-Za-z0-9]{2,})+/g;

/** Returns what brackets hold without what an export escapes and without names of programs: `list\_of\_masts`, `io_buffer.o`. */
export const withoutNames = (content: string): string =>
  content
    .replace(ESCAPED, (escaped) => (escaped.endsWith('_') ? '_' : ' '))
    .replace(NAME, 'name')
    .replace(/_+(?![\\A-Za-z0-9{(])/g, ' ');
