import type { Edit } from '../../edits.ts';
import { excerptOf } from '../markup-token.ts';
import { nameOf } from './lost-targets.ts';
import { type MarkRule, type MarkSearch, replacing } from './mark-rule.ts';

/** Lines that give a link its address, one row per kind. */
export const DEFINITION_MARKS: readonly MarkRule[] = [
  {
    name: 'definitions right below words',
    why: 'Python-Markdown takes them out of the paragraph; CommonMark wants a blank line, and nobody means the brackets',
    sample: 'See [the log][log].\n[log]: https://example.org/log',
    leaves: 'See the log.',
    mayHold: (source) => BELOW_WORDS.test(source),
    find: belowWords,
  },
  {
    name: 'footnotes whose words begin on the next line',
    why: 'a formatter put them there, and Python-Markdown reads them; Markdown wants four columns',
    sample: 'It froze[^2].\n\n[^2]:\n  In the winter of 2021.\n\nIt rose.',
    leaves: 'It froze. It rose.',
    mayHold: (source) => /^ {0,3}\[\^[^\]\n]{1,100}\]:[ \t]*\n {1,3}\S/m.test(source),
    find: replacing(/(?<=^ {0,3}\[\^[^\]\n]{1,100}\]:)[ \t]*\n {1,3}(?=[^\s[])/gm, () => ' '),
  },
  {
    name: 'names that nothing defines, beside definitions that nothing uses',
    why: 'one of the two was renamed, and the other was forgotten',
    sample:
      'See the [old log] and [it][May].\n\n[new log]: https://example.org/log\n[May]: https://example.org/may',
    leaves: 'See the [old log] and it.',
    mayHold: (source) => DEFINED.test(source),
    find: forgottenNames,
  },
];

const BELOW_WORDS =
  /(?<=\S[ \t]*\n) {0,3}\[(?!\^)([^[\]\n]{1,200})\]:[ \t]{0,3}<?https?:\/\/[^\s<>]{1,2000}>?(?:[ \t]+["'(][^\n]{0,300})?[ \t]*$/m;
const DEFINED = /^ {0,3}\[(?!\^)([^[\]\n]{1,200})\]:[ \t]{0,3}\S/m;
/** What a definition may stand below as it is: another one, a heading, a rule, a quotation. */
const NO_WORDS = /^(?:[ \t]*|[ \t]{0,3}(?:\[[^[\]\n]{1,200}\]:|#|>|[-*_]{3,}[ \t]*$|`{3}|~{3})[^\n]*)$/;

/** A name in brackets: `[the log]`, `[words][the log]`, `[the log][]`. */
const NAMED = /\[([^[\]\n]{1,200}(?:\n[^[\]\n]{1,200})?)\](?![:(])/g;

function belowWords({ source, from, skip }: MarkSearch): Edit[] {
  const found = [...source.slice(from).matchAll(new RegExp(BELOW_WORDS, 'gm'))];
  const used = new Set([...source.slice(from).matchAll(NAMED)].map(([, name = '']) => nameOf(name)));
  return found.flatMap(({ index, 1: name = '' }) => {
    const start = from + index;
    const above = source.slice(source.lastIndexOf('\n', start - 2) + 1, start - 1);
    return NO_WORDS.test(above) || !used.has(nameOf(name)) || skip(start)
      ? []
      : [{ start, end: start, text: '\n' }];
  });
}

const wordsOf = (name: string): readonly string[] => nameOf(name).match(/[\p{L}\p{N}]{4,}/gu) ?? [];

/** Reports a name without a definition that shares a word with a definition which nothing uses. */
function forgottenNames({ source, from, skip, notes }: MarkSearch): Edit[] {
  const text = source.slice(from);
  const defined = new Map(
    [...text.matchAll(new RegExp(DEFINED, 'gm'))].map(([, name = '']) => [nameOf(name), name] as const),
  );
  const named = [...text.matchAll(NAMED)].filter(({ index }) => !skip(from + index));
  const used = new Set(named.map(([, name = '']) => nameOf(name)));
  const byWord = new Map<string, string>();
  for (const [name, written] of defined)
    if (!used.has(name)) for (const word of wordsOf(name)) byWord.set(word, written);
  if (byWord.size === 0) return [];
  for (const { 0: whole, 1: name = '', index } of named) {
    const meant = wordsOf(name)
      .map((word) => byWord.get(word))
      .find((other) => other !== undefined);
    const isAlone =
      !/[\]!\\\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, index - 2), index)) &&
      !/^\[/.test(text.slice(index + whole.length));
    if (meant === undefined || defined.has(nameOf(name)) || !isAlone || /^[\^ xX]/.test(name)) continue;
    const message = `\`${excerptOf(whole)}\` leads nowhere, and its brackets go out as words; is \`[${excerptOf(meant)}]\`, to which nothing leads, the one that is meant?`;
    notes.push({ code: 'link-without-target', offset: from + index, message });
  }
  return [];
}
