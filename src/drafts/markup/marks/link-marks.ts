import type { Edit } from '../../edits.ts';
import { excerptOf } from '../markup-token.ts';
import { loneNumbers } from './lone-numbers.ts';
import { lostTargets } from './lost-targets.ts';
import { type MarkRule, type MarkSearch, replacing } from './mark-rule.ts';
import { ENDING, endingsOfNamed, isEndingOf } from './word-endings.ts';

/** Marks of links that CommonMark takes for words, or that a number behind a link’s words would part from them. */
export const LINK_MARKS: readonly MarkRule[] = [
  {
    name: 'spaces in the query of a link',
    why: 'people type a subject or a search there; CommonMark wants `%20`',
    sample: 'Do [ask](https://example.org/ask?about=the log).',
    leaves: 'Do ask.',
    mayHold: (source) => source.includes(']('),
    find: replacing(
      /(?<=\]\()((?:https?:\/\/|mailto:)[^()<>\s"'\\?]{1,500}\?)([^()<>\n"'\\]{1,500})(?=\))/g,
      ([, page = '', query = '']) =>
        /\s/.test(query) ? `${page}${query.trim().replace(/\s+/g, '%20')}` : undefined,
    ),
  },
  {
    name: 'links whose target is words',
    why: 'an editor put a link’s words, or a note to oneself, where the address belongs; nobody means the brackets',
    sample:
      'Read [You and the Log](You and the Log), [this](TODO: link) and [https://example.org/log](the long log), not a[i](x y).',
    leaves: 'Read You and the Log, this and the long log, not a[i](x y).',
    mayHold: (source) => source.includes(']('),
    find: replacing(
      /(?<![\p{L}\p{N}_!\\)\]`])\[([^[\]\n`]{1,200})\]\((?=[^()\n]* )(?!mailto:)(\p{L}[^()<>\n"'`/\\#]{1,200})\)/gu,
      ({ 0: whole, 1: words = '', 2: target = '', index }, search) => {
        if (!/\p{L}{2}/u.test(words)) return undefined;
        if (/^https?:\/\/\S+$/.test(words)) return `[${target}](<${words}>)`;
        const message = `\`${excerptOf(whole)}\` leads nowhere, because a link’s target has no spaces; its words stay. Write the address in the brackets`;
        search.notes.push({ code: 'link-without-target', offset: index, message });
        return words;
      },
    ),
  },
  {
    name: 'a space before an address of mail',
    why: 'the page shows the brackets',
    sample: '[Write](mailto: ana@example.org).',
    leaves: 'Write (ana@example.org).',
    mayHold: (source) => source.includes('](mailto: '),
    find: replacing(/(?<=\]\(mailto:) (?=\S+@\S+\))/g, () => ''),
  },
  {
    name: 'an escaped bracket at the end of a link’s words',
    why: 'an export escaped it behind an exclamation mark',
    sample: 'See [the log!\\](https://example.org/log).',
    leaves: 'See the log!.',
    mayHold: (source) => source.includes('\\]('),
    find: replacing(/\\(?=\]\((?:https?:)?\/\/[^()\s]{1,500}\))(?<=\[[^[\]\n\\]{1,300}\\)/g, () => ''),
  },
  {
    name: 'definitions over two lines',
    why: 'formatters put a long address on a line of its own below its name',
    sample: 'See [the log][log].\n\n[log]:\n  https://example.org/log',
    leaves: 'See the log.',
    mayHold: (source) => source.includes(']:'),
    find: replacing(
      /(?<=^ {0,3}\[(?!\^)[^[\]\n]{1,200}\]:)[ \t]*\r?\n[ \t]+(?=<?(?:https?:\/\/|\/)[^\s<>]{1,2000}>?[ \t]*$)/gm,
      () => ' ',
    ),
  },
  {
    name: 'a bracket too many behind a definition',
    why: 'it came with the address when that was copied; Markdown then takes all definitions around it for words',
    sample: 'See [the log][log].\n\n[log]: https://example.org/log),',
    leaves: 'See the log.',
    mayHold: (source) => source.includes(']:'),
    find: replacing(
      /\)[,.;]?(?=[ \t]*$)(?<=^ {0,3}\[[^[\]\n]{1,200}\]:[ \t]+https?:\/\/[^\s()<>]{1,2000}\)[,.;]?)/gm,
      () => '',
    ),
  },
  {
    name: 'numbers as names of targets',
    why: 'no page shows them, and a thread counts its sources itself; numbers that count from 1 as the text goes stay',
    sample: 'See [the log][7].\n\n[7]: https://example.org/log',
    leaves: 'See the log.',
    mayHold: (source) => /^ {0,3}\[\d{1,3}\]:/m.test(source),
    find: loneNumbers,
  },
  {
    name: 'links without a target',
    why: 'the blog keeps the addresses in a file that each post includes; nobody means the brackets',
    sample: 'See [the old\nlog][topic log], BIPs [16][BIP16] and [BIP1][], not grid[row][column].',
    leaves: 'See the old log, BIPs 16 and BIP1, not grid[row][column].',
    mayHold: (source) => source.includes(']['),
    find: lostTargets,
  },
  {
    name: 'a link inside a link',
    why: 'Markdown and pages have none; nobody means the outer brackets',
    sample:
      'It rose ([[#4](https://example.org/4)](https://example.org/4)). [[[See](https://example.org/s)](https://example.org/s)](https://example.org/s).',
    leaves: 'It rose (#4). See.',
    mayHold: (source) => source.includes('[['),
    find: replacing(
      /(?<![!\\\]\w])\[{1,3}(\[[^[\]\n]{1,300}\]\([^()\s]{1,1000}\))(?:\]\([^()\s]{1,1000}\)){1,3}/g,
      ([, inner]) => inner,
    ),
  },
  {
    name: 'words in brackets right behind a link',
    why: 'a post shows the link as a number: without a space, the brackets would look like its address',
    sample: 'See [the log](https://example.org/log)(in German).',
    leaves: 'See the log (in German).',
    mayHold: (source) => source.includes(')('),
    find: replacing(/(?<=[^!]\[[^[\]\n]{1,300}\]\([^()\s]{1,500}\))\((?=\p{L}|\[)/gu, () => ' ('),
  },
  {
    name: 'a mail link beside its address',
    why: 'the address is there already',
    sample: '[Write](mailto:ana@example.org) (<ana@example.org>).',
    leaves: 'Write (ana@example.org).',
    mayHold: (source) => source.includes('](mailto:'),
    find: replacing(
      /(?<!!)\[([^[\]\n]{1,300})\]\(mailto:([^()\s?]{3,320})\)(?=[:：,，]?\s?[（(]?\s?[[<]?\2)/g,
      ([, words]) => words,
    ),
  },
  {
    name: 'addresses as old mails write them',
    why: '`URL:` is no scheme',
    sample: 'See <URL:https://example.org/log> there.',
    leaves: 'See https://example.org/log there.',
    mayHold: (source) => /<URL:/i.test(source),
    find: replacing(/<URL:[ \t]*(https?:\/\/[^\s<>]{1,1000})>/gi, ([, address]) => `<${address}>`),
  },
  {
    name: 'a link right behind a link',
    why: 'the page shows two colours or lines; in a post, the number of the first would touch the words of the second',
    sample:
      'See [one](https://example.org/1)[two](https://example.org/2) and [`three`](https://example.org/3)[#sea](https://example.org/4).',
    leaves: 'See one two and three #sea.',
    mayHold: (source) => source.includes(')['),
    find: replacing(
      /\)(?<=(?:^|[^!\\])\[[^[\]\n]{1,300}\]\([^()\s]{1,500}\))(?=\[[\p{L}\p{N}#@`“"][^[\]\n]{1,300}\]\([^()\s]{1,500}\))/gu,
      () => ') ',
    ),
  },
  {
    name: 'letters right behind a link',
    why: 'an ending (`’s`) is a part of the link’s last word, so the link’s number follows it; another word needs a space',
    sample:
      'See [Ana](https://example.org/a)’s [post](https://example.org/p)s of the [Gate C](https://example.org/c)ommittee [right\nhere](https://example.org/h "Here")and there, in [plan B](https://example.org/b)because.',
    leaves: 'See Ana’s posts of the Gate Committee right here and there, in plan B because.',
    mayHold: (source) => /\]\([^()\n]+\)['’-]?\p{Script=Latin}/u.test(source),
    find: replacing(
      /(?<=[^!\\]|^)\[((?:[^[\]{}\n]|\n(?![ \t>]*\n)){1,300})\]\(([^()\s]{1,500}(?: "[^"\n]{0,300}")?)\)(['’-]?[\p{Script=Latin}\p{M}]{1,20})(?![\p{L}\p{N}'’_-])/gu,
      ([, words = '', target = '', letters = '']) => {
        if (isEndingOf(words, letters)) return `[${words}${letters}](${target})`;
        if (/^(?:st|nd|rd|th)$/.test(letters)) return `[${words}${letters}](${target})`;
        return /^\p{Ll}{2,}$/u.test(letters) ? `[${words}](${target}) ${letters}` : undefined;
      },
    ),
  },
  {
    name: 'letters right behind a link by name',
    why: 'as behind a link with its address',
    sample: 'See [Ana]’s two [post][p]s.\n\n[ana]: https://example.org/a\n[p]: https://example.org/p',
    leaves: 'See Ana’s two posts.',
    mayHold: (source) => source.includes(']:') && /\]['’-]?\p{Script=Latin}/u.test(source),
    find: endingsOfNamed,
  },
  {
    name: 'a link of HTML around a line of words between blank lines',
    why: 'an export parted the tags from the words; the blank lines would part the link from its sentence',
    sample: 'It is [by Ana] of <a href="https://example.org/may">\n\n<time>May 4</time>\n\n</a>.',
    leaves: 'It is [by Ana] of May 4.',
    mayHold: (source) => /<a\s[^<>]*>[ \t]*\n[ \t]*\n/.test(source),
    find: partedLinks,
  },
  {
    name: 'letters right behind a link of HTML',
    why: 'as behind one of Markdown',
    sample: 'See the <a href="https://example.org/p">post</a>s.',
    leaves: 'See the posts.',
    mayHold: (source) => /<\/a>['’-]?\p{Script=Latin}/u.test(source),
    find: replacing(
      /(?<=[\p{L}\p{N}])<\/a>(['’-]?[\p{Script=Latin}\p{M}]{1,20})(?![\p{L}\p{N}'’_-])/gu,
      ([, letters = '']) => (ENDING.test(letters) ? `${letters}</a>` : undefined),
    ),
  },
  {
    name: 'a word of its own right behind a link of HTML',
    why: 'the page draws a gap between the two elements',
    sample:
      '<a href="https://example.org/p">Download</a><span class="small">PDF</span> or <a href="https://example.org/log">the log</a><a href="https://example.org/sea">#sea</a>.',
    leaves: 'Download PDF or the log #sea.',
    mayHold: (source) => /<\/a><(?:span|small|strong|em|b|i|a)\b/.test(source),
    find: replacing(/<\/a>(?=<(?:span|small|strong|em|b|i|a)\b[^<>]*>[\p{L}\p{N}#@])/gu, () => '</a> '),
  },
];

/** A link of HTML, the gap behind its tag, its line of words, and the gap before the closing tag. */
const PARTED_LINK =
  /(<a\s[^<>]{1,1000}>)([ \t]{0,40}\n[ \t]{0,40}\n[ \t]{0,40})((?:<time[^<>]{0,200}>)?[^<>\n]{1,200}(?:<\/time>)?)([ \t]{0,40}\n[ \t]{0,40}\n[ \t]{0,40})<\/a>/g;

/** Drops the gaps between words and the tags of their link; the tags stay as they are, because they are read later. */
function partedLinks({ source, from, skip }: MarkSearch): Edit[] {
  return [...source.slice(from).matchAll(PARTED_LINK)].flatMap(
    ({ index, 1: tag, 2: first, 3: words, 4: last }) => {
      const start = from + index + (tag?.length ?? 0);
      if (skip(start)) return [];
      const end = start + (first?.length ?? 0);
      const behind = end + (words?.length ?? 0);
      return [
        { start, end, text: '' },
        { start: behind, end: behind + (last?.length ?? 0), text: '' },
      ];
    },
  );
}
