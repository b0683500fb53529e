import type { Edit } from '../../edits.ts';
import { PICTURE_FILE } from '../../picture-file.ts';
import { guardedNames } from '../guarded-names.ts';
import { excerptOf } from '../markup-token.ts';
import { superscript } from '../superscript.ts';
import { isAlone } from '../token-case.ts';
import { type MarkRule, type MarkSearch, noAttributes, noText, replacing } from './mark-rule.ts';

/** A picture, whose attributes are read with it. */
const PICTURE = /!\[[^\]\n]*\]\([^()\n]*\)$/;
/** One attribute, with the blanks around it: `#mast`, `.wide`, `rel="help"`. */
const ATTRIBUTE = /\s*[#.:]?[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'{}]+))?\s*/y;

/** Whether braces hold attributes only. Reads one after the other: a pattern for all of them could try each split of a name. */
function isAttributes(written: string): boolean {
  if (!/[#.=:]/.test(written)) return false;
  const end = written.length - 1;
  ATTRIBUTE.lastIndex = written.startsWith('{:') ? 2 : 1;
  if (ATTRIBUTE.lastIndex >= end) return false;
  while (ATTRIBUTE.lastIndex < end) {
    if (!ATTRIBUTE.test(written)) return false;
  }
  return ATTRIBUTE.lastIndex === end;
}

/** A name in braces, as Elixir writes a message; behind words and a blank, kramdown shows it, too. */
const NAME_ALONE = /^\{:(?!toc\b|else\b|then\b|catch\b)[a-z_]\w*[?!]?\}$/i;
const BEFORE_WORDS = /[^\s>*+-][ \t]+\(?$|<(?:tt|code|kbd|samp)>$/;

/** Inline marks, one row per kind. */
export const INLINE_MARKS: readonly MarkRule[] = [
  {
    name: 'kramdown’s attributes',
    why: 'classes and targets are for the page',
    sample: 'Words.{: .lead} See [it](https://example.org){: .wide\n  rel="help"}, or send {:rise} to it.',
    leaves: 'Words. See it, or send {:rise} to it.',
    notInMdx: true,
    mayHold: (source) => source.includes('{:'),
    find: replacing(
      /(?:^[-*+][^\n]{0,80}\n)?(?<!\\)\{::?(?:comment\}[\s\S]{0,5000}?\{:\/(?:comment)?\}|\/?[^}\n]{0,300}\}|(?<=\)\{:)[^}\n]{0,300}\n[^}\n]{0,300}\})/gm,
      ({ 0: whole, index }, search) => {
        if (NAME_ALONE.test(whole) && BEFORE_WORDS.test(search.source.slice(Math.max(0, index - 60), index)))
          return undefined;
        if (whole.includes('\n') && /^\{:(?!:?comment)/.test(whole) && !isAttributes(whole)) return undefined;
        // `* TOC` above `{:toc}` is a placeholder for the table of contents; any other item keeps its words.
        const item = /^[-*+][^\n]*\n/.exec(whole)?.[0];
        noAttributes(search, index + (item?.length ?? 0), whole.slice(item?.length ?? 0));
        return item !== undefined && !/\{:\s*toc/i.test(whole) ? item : '';
      },
    ),
  },
  {
    name: 'pandoc’s attributes',
    why: 'classes, sizes and targets are for the page',
    sample:
      '## In May { #may }\n\n__Now__{ title="May 4" }, [words](https://e.org){target=_blank} in\n{.box}\n\n{% image "a.png" "A mast" %}{.wide}',
    leaves: 'In May Now, words in',
    notInMdx: true,
    mayHold: (source) => /[)\]`}*_]\{|(?:\S|^)[ \t]*\{ ?[#.]/m.test(source),
    find: replacing(
      /(?:^[ \t]*(?=\{ ?[#.][^{}\n]{1,200}\}[ \t]*(?:\r?\n|$))|(?<=[)`]|%\}|[^\s*_][*_]{2})|(?<=[^\s{}])[ \t]*(?=\{ ?[#.][^{}\n]{1,200}\}[ \t]*(?:\r?\n|$)))(?:\{[^{}\n]{1,300}\}){1,4}/gm,
      ({ 0: whole, index }, search) => {
        if (
          !whole
            .trim()
            .split(/(?<=\})(?=\{)/)
            .every(isAttributes)
        )
          return undefined;
        const isRead =
          /\balt=/.test(whole) && PICTURE.test(search.source.slice(Math.max(0, index - 500), index));
        if (!isRead) noAttributes(search, index, whole);
        return '';
      },
    ),
  },
  {
    name: 'pandoc’s spans',
    why: 'brackets with a class around words',
    sample: 'a [small]{.smallcaps} word',
    leaves: 'a small word',
    notInMdx: true,
    mayHold: (source) => source.includes(']{'),
    find: replacing(
      /(?<!\\)\[([^[\]\n]{1,300})\](\{[^{}\n]{1,200}\})/g,
      ({ 1: words = '', 2: attributes = '', index }, search) => {
        if (!isAttributes(attributes)) return undefined;
        noAttributes(search, index + words.length + 2, attributes);
        return words;
      },
    ),
  },
  {
    name: 'Obsidian’s embeds',
    why: 'a picture stays one; a note is not part of this text',
    sample: '![[mast.png|A mast]]',
    leaves: '',
    mayHold: (source) => source.includes('![['),
    find: replacing(
      /!\[\[([^[\]\n|]{1,300})(?:\\?\|([^[\]\n]{0,300}))?\]\]/g,
      ({ 0: whole, 1: target = '', 2: alias = '', index }, search) => {
        const [path = '', place] = target.trim().replace(/\\$/, '').split('#');
        if (PICTURE_FILE.test(path) && place === 'icon') {
          noText(
            search,
            search.from,
            'an icon such as `![[a.svg#icon]]` belongs to a sentence and is not a picture',
          );
          return '';
        }
        if (PICTURE_FILE.test(path)) {
          const alt = /^\d+(?:x\d+)?$/.test(alias.trim()) ? '' : alias.replace(/\|?\d+(?:x\d+)?$/, '').trim();
          return `![${alt}](<${path.replace(/[<>]/g, '')}>)`;
        }
        const message = `\`![[${excerptOf(target.trim(), 40)}]]\` embeds another file, which a post can’t show; write its words here, or remove it`;
        search.notes.push({ code: 'embedded-note', offset: index, message });
        // In a sentence, its name is a word of it.
        return isAlone(search.source, index, index + whole.length) ? '' : alias || path;
      },
    ),
  },
  {
    name: 'links of a wiki or vault',
    why: 'readers can’t follow them; their words are text',
    sample: 'in [[Gauge Log|last week’s log]] and [[rivers/Narrow]]',
    leaves: 'in last week’s log and Narrow',
    mayHold: (source) => source.includes('[['),
    find: replacing(
      /(?<![)\]!\\[]|[\p{L}\p{N}]_{1,3})\[\[(?![\s\]]|[^[\]\n]{0,1}\]\]|_?(?:toc|TOC)_?\]\])(?=[^[\]\n]*\p{L}[\p{L}\p{M}])([^[\]\n|]{1,200})(?:\\?\|([^[\]\n]{1,300}))?\]\](?!\(|\[(?!\^))/gu,
      ({ 0: whole, 1: target = '', 2: alias, index }, search) => {
        noText(
          search,
          index,
          `\`${excerptOf(whole, 40)}\` leads to another note; its words stay, without the link`,
        );
        if (alias !== undefined) return alias.trim();
        const [path = '', heading] = target.trim().replace(/^#/, '').split('#');
        // Its folders are for the program.
        const page = path.replace(/^(?:[^/]*\p{L}[^/]*\/)+(?=[^/]*\p{L})/u, '').replace(/\.md$/i, '');
        const block = heading?.startsWith('^') === true ? undefined : heading;
        return block === undefined ? page : `${page} > ${block}`;
      },
    ),
  },
  {
    name: 'Obsidian’s comments',
    why: 'a note to oneself is not published',
    sample: 'Words. %%ask Ana%%',
    leaves: 'Words.',
    mayHold: (source) => source.includes('%%'),
    find: vaultComments,
  },
  {
    name: 'highlights',
    why: 'a post has no marker pen; the words stay',
    sample: 'a ==very clear== peak',
    leaves: 'a very clear peak',
    mayHold: (source) => source.includes('=='),
    find: replacing(
      /(?<![=\p{L}\p{N}_\\<>!)"'`/?&])==(?![=\s])([^=\n`]{1,500}?)(?<![\s=])==(?![=\p{L}\p{N}_])/gu,
      ({ 0: whole, 1: words = '', index }, search) => {
        noText(
          search,
          index,
          `\`${excerptOf(whole, 40)}\` is a highlight, which a post can’t show; its words stay`,
        );
        return words;
      },
    ),
  },
  {
    name: 'names of blocks',
    why: 'a link target, not text',
    sample: 'Words. ^reading-9',
    leaves: 'Words.',
    mayHold: (source) => source.includes('^'),
    find: replacing(
      /(?:^|[ \t])\^(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{1,60}[ \t]*(?=\r?\n|$)/gm,
      ({ 0: whole, index }, search) => {
        noText(search, index, `\`${whole.trim()}\` names the paragraph for links in a vault, not text`);
        return '';
      },
    ),
  },
  {
    name: 'keys to press',
    why: 'the plus signs draw a frame',
    sample: 'Press ++ctrl+c++.',
    leaves: 'Press ctrl+c.',
    mayHold: (source) => source.includes('++'),
    find: replacing(
      /(?<![+\p{L}\p{N}_\\`])\+\+(?![+\s])([^+\n`]{1,60}(?:\+[^+\n`]{1,60}){0,5})(?<!\s)\+\+(?![+\p{L}\p{N}_])/gu,
      ([, words]) => words,
    ),
  },
  {
    name: 'pandoc’s superscripts',
    why: '`x^2^` is an exponent',
    sample: '2^10^ and ^new^',
    leaves: '2¹⁰ and new',
    mayHold: (source) => source.includes('^'),
    find: replacing(
      /(?<=^|[\s(\p{L}\p{N})])\^([^\s^[\]\\]{1,30})\^(?![\p{L}\p{N}^])/gmu,
      ({ 1: raised = '', index }, { source }) =>
        superscript(raised, source.slice(Math.max(0, index - 2), index)).text,
    ),
  },
  {
    name: 'pandoc’s subscripts',
    why: '`H~2~O` is a formula of chemistry',
    sample: 'H~2~O',
    leaves: 'H2O',
    mayHold: (source) => source.includes('~'),
    find: replacing(
      /(?<=[\p{L}\p{N})])~(?!~)([\p{L}\p{N}+-]{1,8})~(?!~)(?=[\s\p{L}\p{N}\p{P}]|$)/gu,
      ([, lowered]) => lowered,
    ),
  },
  {
    name: 'emphasis that ends in punctuation, beside a letter',
    why: 'Markdown wants a space after `。**`; Chinese and Japanese have none, and others forget it: `**Note:**words`',
    sample: '**很好。**我们 **Update:**It works.',
    leaves: '很好。我们 Update: It works.',
    mayHold: (source) => source.includes('**') || (source.includes('*') && UNSPACED.test(source)),
    find: unspacedEmphasis,
  },
  {
    name: 'names with underscores',
    why: 'a handle or hashtag is never emphasis: without its signs it is another one',
    sample: '@_ana_',
    leaves: '@_ana_',
    mayHold: (source) => /[@#＠＃]/.test(source) && /[_*]/.test(source),
    find: guardedNames,
  },
];

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Stars in one paragraph, around words without stars. */
const STARRED = /(?<![*\\])(\*{1,3})(?![*\s])((?:[^*\n]|\n(?![ \t]*\n)){0,500}[^*\s\\])\1(?!\*)/g;

/** Drops the stars of emphasis that CommonMark's flanking rule would show literally because no space is beside it. */
function unspacedEmphasis({ source, from, skip }: MarkSearch): Edit[] {
  const edits: Edit[] = [];
  const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);
  const isPunctuation = (sign: string): boolean => /[\p{P}\p{S}]/u.test(sign);
  STARRED.lastIndex = from;
  for (let match = STARRED.exec(source); match !== null; match = STARRED.exec(source)) {
    const [whole, stars = '', words = ''] = match;
    const end = match.index + whole.length;
    const [before, first, last, after] = [
      source.charAt(match.index - 1),
      words.charAt(0),
      words.at(-1) ?? '',
      source.charAt(end),
    ];
    const opens = !isPunctuation(first) || !isLetter(before);
    const closes = !isPunctuation(last) || !isLetter(after);
    // Beside Latin letters, stars inside a word are signs of their own: `2*(3+4)*x`, `f(**options)**2`.
    const isMeant =
      UNSPACED.test(`${before}${first}${last}${after}`) ||
      (stars.length > 1 && (/^\s?$/.test(before) || /^[,.;:!?]+$/.test(words)));
    if ((opens && closes) || skip(match.index) || skip(end - 1) || !isMeant) continue;
    edits.push({ start: match.index, end: match.index + stars.length, text: '' });
    // Without its stars, `**Note:**words` needs the space.
    edits.push({
      start: end - stars.length,
      end,
      text: closes || UNSPACED.test(`${last}${after}`) ? '' : ' ',
    });
  }
  return edits;
}

/** Removes comments: `%%` opens one, and the next `%%` closes it; after a digit it is a percent sign, doubled. */
function vaultComments({ source, from, skip, notes }: MarkSearch): Edit[] {
  const edits: Edit[] = [];
  let open = -1;
  for (let at = source.indexOf('%%', from); at !== -1; at = source.indexOf('%%', at + 2)) {
    if (skip(at) || /[%\\\d]/.test(source.charAt(at - 1)) || source[at + 2] === '%') continue;
    if (open === -1) {
      open = at;
      continue;
    }
    if (!/^[\s\p{P}]?$/u.test(source.charAt(at + 2))) continue;
    const words = source.slice(open + 2, at);
    if (words.length < LONGEST_COMMENT && words.trim() !== '') {
      const message = `the comment \`%%${excerptOf(words, 40)}%%\` is not published`;
      notes.push({ code: 'html-comment-dropped', offset: open, message });
      edits.push({ start: open, end: at + 2, text: '' });
      open = -1;
    } else open = at;
  }
  return edits;
}

/** The longest comment of a vault, in UTF-16 units. */
const LONGEST_COMMENT = 20_000;
