import { codeSpans, insideOf } from '../../../text/code-spans.ts';
import type { Edit } from '../../edits.ts';
import { isProse } from '../../is-prose.ts';
import { PICTURE_FILE } from '../../picture-file.ts';
import { isAnnounced } from '../is-announced.ts';
import { type MarkRule, type MarkSearch, replacing } from './mark-rule.ts';
import { strayStars } from './stray-stars.ts';

/** The longest paragraph in which the other underscore is looked for, in UTF-16 units. */
const LONGEST_PARAGRAPH = 3000;

/** Marks that CommonMark takes for words or code, although their authors meant, and other readers show, something else. */
export const MISTYPED_MARKS: readonly MarkRule[] = [
  {
    name: 'headings without a space',
    why: 'nobody means readers to see the marks; one `#` alone begins a hashtag, and stays. Markdown takes a non-breaking space for no space',
    sample: '##Small rivers\n\n#Rivers are fast.\n\n##\u00a0Large rivers\n\nThey rise.',
    leaves: 'Small rivers #Rivers are fast. Large rivers They rise.',
    mayHold: (source) => source.includes('##') || /^#[\u00a0\u2007\u202f\u3000]/m.test(source),
    find: replacing(
      /^(#{2,6})(?=[\p{L}“"「『`*[]|\d+[.)] )|^(#{1,6})[\u00a0\u2007\u202f\u3000]{1,3}(?=\S)/gmu,
      ([, near, marks]) => `${near ?? marks} `,
    ),
  },
  {
    name: 'items without a space before a link',
    why: 'a hyphen at the start of a line, directly before a link, can only mark an item',
    sample: 'We looked at one:\n\n-[the gate](https://example.org/gate) and shut it.\n\n-[ ] open',
    leaves: 'We looked at one: the gate and shut it. -[ ] open',
    mayHold: (source) => /^[ \t]*[-+]\[/m.test(source),
    find: replacing(
      /^([ \t]*[-+])(?=\[[^[\]\n]{1,300}\]\((?:https?:|[/#.])[^\s()]{1,500}\))/gm,
      ([, mark]) => `${mark} `,
    ),
  },
  {
    name: 'a mark that closes on the next line',
    why: 'an editor put the line end inside the marks; Markdown does not close marks behind a blank',
    sample: '_Found a slip? Write to us  \n_\n\n**It rose.\n**',
    leaves: 'Found a slip? Write to us It rose.',
    mayHold: (source) => /\n(?:\*{2,3}|_{1,3})[ \t]*(?:\n|$)/.test(source),
    find: replacing(
      /(?<=^|\n[ \t]*\n)(\*{2,3}|_{1,3})(?=[^\s*_])([^*_`\n]{1,500})\n\1[ \t]*(?=\n[ \t]*\n|\n?$)/g,
      ([, mark = '', words = '']) => `${mark}${words.trimEnd()}${mark}`,
    ),
  },
  {
    name: 'marks of headings inside emphasis',
    why: 'no heading begins there, so that the page shows the marks; `#` before a small letter may stand for “number”',
    sample: '_## Small rivers:_\n\n**# Rivers**\n\n*# of rivers*',
    leaves: 'Small rivers: Rivers # of rivers',
    mayHold: (source) => /^[*_]{1,3}#/m.test(source),
    find: replacing(
      /^([*_]{1,3})(?:#{2,6}[ \t]?|#[ \t](?=\p{Lu}))(?=[^\s#*_])([^\n*_]{1,200})\1[ \t]*$/gmu,
      ([, marks = '', words = '']) => `${marks}${words.trim()}${marks}`,
    ),
  },
  {
    name: 'brackets around a picture that lead nowhere',
    why: 'the target is missing, so that the page shows the brackets',
    sample: 'It rose.\n\n[![A mast](mast.png)]\n\nIt fell.',
    leaves: 'It rose. It fell.',
    mayHold: (source) => source.includes('[!['),
    find: replacing(/^\[(!\[[^[\]\n]{0,300}\]\([^()\n]{1,500}\))\][ \t]*$/gm, ([, picture]) => picture),
  },
  {
    name: 'a blank before the stars that close',
    why: 'Markdown takes the stars for signs then; after a full stop or before a blank nobody means them',
    sample: '**Rise: **It rose. A **slow **, then.',
    leaves: 'Rise: It rose. A slow, then.',
    mayHold: (source) => /[ \t\u00a0]\*\*/.test(source),
    find: replacing(
      /(?<=^|[\s(])\*\*(?=\S)([^*`\n]{1,300}?)[ \t\u00a0]+\*\*([.,;:!?)]|(?=\s|$))|(?<=^|[\s(])\*\*(?=\S)([^*`\n]{1,300}?[.:!?;,])[ \t\u00a0]+\*\*(?=\S)/gm,
      ([, words, mark = '', label]) => (words === undefined ? `**${label}** ` : `**${words}**${mark}`),
    ),
  },
  {
    name: 'a blank behind the stars that open',
    why: 'an editor marked the blank as well; at the start of a line nobody means the stars',
    sample: '** Note:** it rose.',
    leaves: 'Note: it rose.',
    mayHold: (source) => source.includes('** '),
    find: replacing(
      /^\*\*[ \t\u00a0]+([^*`\n]{0,300}[^\s*`])\*\*(?!\*)[ \t]*(?=[^*\n]*$)/gm,
      ([, words]) => `**${words}** `,
    ),
  },
  {
    name: 'a blank before the underscores that close',
    why: 'as with stars, nobody means them',
    sample: '__Update: __ it rose.',
    leaves: 'Update: it rose.',
    mayHold: (source) => source.includes(' __'),
    find: replacing(
      /(?<=^|[\s(])__(?=[^\s_])([^_`\n]{1,300}?)[ \t\u00a0]+__([.,;:!?)]|(?=\s|$))/gm,
      ([, words, mark = '']) => `**${words}**${mark}`,
    ),
  },
  {
    name: 'stars with a blank on their wrong side, or without a partner',
    why: 'an editor marked the blank beside the words as well, or lost the other stars',
    sample:
      'We say** the lamp** burns, **not **that. It **rose **again.\n\n**It fell.\n\nIt rose (at last!).**Then it fell.\n\nPick **Lamps\n| Off**, then wait.\n\n> ** It sank. **\n\n**When: **at dawn**\n**Where: **the gate**\n\n2 ** 3 and **kwargs',
    leaves:
      'We say the lamp burns, not that. It rose again. It fell. It rose (at last!). Then it fell. Pick Lamps | Off, then wait. It sank. When: at dawn Where: the gate 2 ** 3 and **kwargs',
    mayHold: (source) => source.includes('**'),
    find: strayStars,
  },
  {
    name: 'an underscore before a quotation mark, which nothing closes',
    why: 'its author meant to set the quoted words in italics',
    sample:
      'Call it _"the long night" of the gate: it rose. And _“this”_ too.\n\n_“Now” it fell.\n\nIt _rose.',
    leaves: 'Call it "the long night" of the gate: it rose. And “this” too. “Now” it fell. It _rose.',
    mayHold: (source) => /(?<![^\s(])_["“]/.test(source),
    find: replacing(/(?<![^\s(])_(?=["“])/g, ({ index }, { source }) => {
      const below = source.slice(index + 1, index + LONGEST_PARAGRAPH).split(/\n[^\S\n]*\n/, 1)[0] ?? '';
      const next = /(?<!\s)_|(?<![^\s(])_["“]/.exec(below)?.[0] ?? '';
      return next.length === 1 ? undefined : '';
    }),
  },
  {
    name: 'stars around nothing',
    why: 'an editor left them where it took the bold from a blank',
    sample: '(from [Ana](https://example.org)** **by mail)',
    leaves: '(from Ana by mail)',
    mayHold: (source) => /\*\*[ \u00a0]?\*\*/.test(source),
    find: replacing(/(?<=\p{L}|[^\P{P}*\\])\*\*[ \u00a0]?\*\*(?=[\p{L}([])/gu, () => ' '),
  },
  {
    name: 'underscores behind an emoji',
    why: 'Markdown takes the emoji for a letter, and shows the underscores',
    sample: '💡__Hint:__ it rose. 🎉_At last_.',
    leaves: '💡Hint: it rose. 🎉At last.',
    mayHold: (source) => source.includes('_') && BEFORE_UNDERSCORE.test(source),
    find: replacing(
      /(?<=[\u{1f300}-\u{1faff}\u2600-\u27bf]\ufe0f?)(__?)(?=[^\s_])([^_\n]{1,300}[^\s_])\1(?![\p{L}\p{N}_])/gu,
      ([, marks = '', words = '']) => `${'*'.repeat(marks.length)}${words}${'*'.repeat(marks.length)}`,
    ),
  },
  {
    name: 'two underscores inside words without spaces',
    why: 'Markdown shows them; nobody means them in Chinese and Japanese',
    sample: '卖了__1337__份。',
    leaves: '卖了1337份。',
    mayHold: (source) => source.includes('__') && UNSPACED.test(source),
    find: replacing(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])__(?=[^\s_])([^_\n]{1,300})__(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])__(?=[^\s_])([^_\n]{1,300})__(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      ([, behind, before]) => behind ?? before,
    ),
  },
  {
    name: 'a picture whose path and words are in each other’s place',
    why: 'a path is no alt text, and words are no path',
    sample: 'Words.\n\n![/img/mast.png](A mast in May)',
    leaves: 'Words.',
    mayHold: (source) => source.includes('!['),
    find: replacing(/!\[([^[\]\s]{1,500})\]\(([^()\n]{1,500})\)/g, ([, path = '', words = '']) =>
      PICTURE_FILE.test(path) && /\p{L}\s+\p{L}/u.test(words) && !/["'.]/.test(words)
        ? `![${words}](<${path}>)`
        : undefined,
    ),
  },
  {
    name: 'sizes of pictures',
    why: 'HackMD, markdown-it and others read the size behind the path',
    sample: 'Words.\n\n![A mast](mast.png =300x200)',
    leaves: 'Words.',
    mayHold: (source) => /[ \t]=\d*%?x?\d*%?\)/.test(source),
    find: replacing(
      /(!\[[^\]\n]{0,500}\]\([^()\s]{1,1000})[ \t]+=\d*%?x?\d*%?\)/g,
      ([, picture = '']) => `${picture})`,
    ),
  },
  {
    name: 'a shrug',
    why: 'Markdown takes its arm for an escape or emphasis',
    sample: 'It rained. ¯\\_(ツ)_/¯',
    leaves: 'It rained. ¯\\_(ツ)_/¯',
    mayHold: (source) => source.includes('ツ'),
    find: replacing(/¯\\*_?\([ \u00a0]?ツ[ \u00a0]?\)\\?_?\/¯/g, () => '¯\\\\\\_(ツ)\\_/¯'),
  },
  {
    name: 'code between single backticks on lines of their own',
    why: 'exports of WordPress write it; Markdown would make one line of it',
    sample: 'Words.\n\n`\na = 1\nb = 2\nc = 3\n`',
    leaves: 'Words.',
    mayHold: (source) => /^`[ \t]*$/m.test(source),
    find: linesOfCode,
  },
  {
    name: 'indented lists',
    why: 'exports of WordPress indent them; four spaces make code of them, and nobody shows the marks of a list of links or sentences',
    sample: 'Words.\n\n    * [the log](https://example.org/log)\n    * the map that we drew of the river',
    leaves: 'Words. the log the map that we drew of the river',
    mayHold: (source) => INDENTED_ITEM.test(source),
    find: indentedLists,
  },
  {
    name: 'a forced line end above a shortcode',
    why: 'a shortcode on a line of its own ends the paragraph, in which the backslash would be shown',
    sample: 'It rose.\\\n{{< tide "high" >}}\n\nIt fell.',
    leaves: 'It rose. It fell.',
    mayHold: (source) => source.includes('\\\n{{'),
    find: replacing(/(?<!\\)\\(?=\n[ \t]{0,9}\{\{[<%][^{}\n]{0,300}[%>]\}\}[ \t]*(?:\n|$))/g, () => ''),
  },
  {
    name: 'links indented like code',
    why: 'exports keep the indentation of a page’s source; unless words announce an example, nobody shows the marks of a link',
    sample: 'Words.\n\n        [The river](//example.org/river)\n    \n\nIt rose:\n\n    [a](https://e.org)',
    leaves: 'Words. The river It rose:',
    mayHold: (source) => INDENTED_LINK.test(source),
    find: ({ source, from, skip }) => {
      const inFence = insideOf(codeSpans(source, from));
      return indentedBlocks(source, from).flatMap(({ lines, start }) => {
        const isLink = lines.length === 1 && INDENTED_LINK.test(lines[0] ?? '');
        if (!isLink || !skip(start) || inFence(start) || isAnnounced(source, start)) return [];
        return [{ start, end: start + (lines[0]?.search(/\S/) ?? 0), text: '' }];
      });
    },
  },
];

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const BEFORE_UNDERSCORE = /[\u{1f300}-\u{1faff}\u2600-\u27bf]\ufe0f?_/u;

const LINES_OF_CODE = /^`[ \t]*\n((?:(?![ \t]*\n)[^`\n]+\n)+)`[ \t]*$/gm;

function linesOfCode({ source, from }: MarkSearch): Edit[] {
  const starts = new Set(codeSpans(source, from).map(({ start }) => start));
  LINES_OF_CODE.lastIndex = from;
  return [...source.matchAll(LINES_OF_CODE)].flatMap(({ 0: whole, index }) =>
    starts.has(index)
      ? [
          { start: index, end: index + 1, text: '```' },
          { start: index + whole.lastIndexOf('`'), end: index + whole.length, text: '```' },
        ]
      : [],
  );
}

const INDENTED_ITEM = /^(?: {4}|\t)[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S/m;
const INDENTED_BLOCK = /(?<=^[ \t]*\n)(?:(?: {4}|\t)[^\n]*(?:\n|$))+/gm;
const LINK = /\[[^\]\n]+\]\([^\s()]+\)/g;

/** A link alone in its line, whole or to the page's own protocol. */
const INDENTED_LINK = /^(?: {4}|\t)[ \t]*\[[^\]\n]{1,400}\]\((?:https?:)?\/\/[^\s()]{1,1000}\)[ \t]*$/m;

/** Finds lines that are indented like code, below an empty line. */
function indentedBlocks(
  source: string,
  from: number,
): { readonly block: string; readonly lines: readonly string[]; readonly start: number }[] {
  INDENTED_BLOCK.lastIndex = from;
  return [...source.matchAll(INDENTED_BLOCK)].map(({ 0: block, index }) => ({
    block,
    lines: block.trimEnd().split('\n'),
    start: index,
  }));
}

/** Moves indented code to the margin if each of its lines is an item, and the items hold links or sentences. */
function indentedLists({ source, from, skip }: MarkSearch): Edit[] {
  const inFence = insideOf(codeSpans(source, from));
  return indentedBlocks(source, from).flatMap(({ block, lines, start: index }) => {
    const words = block.replace(LINK, '').replace(/`[^`\n]*`|#\d+/g, '');
    const isList =
      lines.every((line) => INDENTED_ITEM.test(line)) &&
      (lines.every((line) => line.search(LINK) >= 0) || isProse(words));
    if (!isList || !skip(index) || inFence(index)) return [];
    const margin = /^[ \t]+/.exec(block)?.[0] ?? '';
    let start = index;
    return lines.flatMap((line) => {
      const edit = { start, end: start + margin.length, text: '' };
      start += line.length + 1;
      return line.startsWith(margin) ? [edit] : [];
    });
  });
}
