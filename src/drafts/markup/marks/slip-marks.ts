import type { Edit } from '../../edits.ts';
import { decodeReferences } from '../../html/character-references.ts';
import { linesOf, trackFences } from '../fenced-lines.ts';
import { HOLE } from '../hole.ts';
import { nameOf, namesDefined } from './lost-targets.ts';
import { type MarkRule, type MarkSearch, replacing } from './mark-rule.ts';
import { ENDING } from './word-endings.ts';

/** Marks that one kind of reader takes and CommonMark does not, one row per kind. */
export const SLIP_MARKS: readonly MarkRule[] = [
  {
    name: 'a backslash in the tag of a line break',
    why: 'the slash of XHTML, turned round; every browser reads the tag',
    sample: 'The gate<br \\>\nThe mast',
    leaves: 'The gate The mast',
    mayHold: (source) => /<[bh]r\s*\\/i.test(source),
    find: replacing(/<([bh]r)[ \t]*\\[ \t]*>/gi, ([, name]) => `<${name}>`),
  },
  {
    name: 'a backslash alone in a paragraph',
    why: 'pandoc reads it with its blank as a space that does not break: an empty line',
    sample: 'It rose.\n\n\\ \n\nIt fell.',
    leaves: 'It rose. It fell.',
    mayHold: (source) => /^[ \t]*\\[ \t\u00a0]*$/m.test(source),
    find: replacing(/(?<=\n[ \t]*\n)[ \t]*\\[ \t\u00a0]*(?=\n[ \t]*\n|\n?$(?![\s\S]))/g, () => ''),
  },
  {
    name: 'a backslash at the end of a paragraph or an item',
    why: 'it breaks a line, and below the last line there is none: pandoc shows nothing, CommonMark the sign. A folder (`C:\\log\\`) keeps it',
    sample: 'It rose.\\\n\n- One gate.\\\n- Two gates\\\n- See C:\\log\\\n\nIt fell.',
    leaves: 'It rose. One gate. Two gates See C:\\log\\ It fell.',
    mayHold: (source) => source.includes('\\\n'),
    find: replacing(
      /(?<=(?:^|[\s>])[^\s\\:]{0,200}[\p{L}\p{N}.,;!?)”"*_`])\\(?=[ \t]*(?:\n[ \t]*(?:\n|(?:[-*+]|\d{1,9}[.)])[ \t])|\n?$(?![\s\S])))/gu,
      () => '',
    ),
  },
  {
    name: 'headings without a space behind one mark',
    why: 'Python-Markdown reads them (Pelican, Nikola, MkDocs), as the first Markdown did; in other texts a hashtag may be meant',
    sample:
      'Title: Gates\nDate: 2026-05-04\n\n#How it rose\n\n```\nrise\n```\n#When\n\nIn May.\n\n#Rivers are fast.\n\n#sea #wind',
    leaves: 'How it rose rise When In May. #Rivers are fast. #sea #wind',
    mayHold: (source) => /^#\p{Lu}/mu.test(source),
    find: closeHeadings,
  },
  {
    name: 'a blank or a line end before the name of a link',
    why: 'the first Markdown, kramdown and Python-Markdown read it; CommonMark makes a link of the name, and shows the brackets of the words',
    sample:
      'It is in [the log]\n[log], or [the mast] [log]. A [log] [log] stays.\n\n[log]: https://example.org/log',
    leaves: 'It is in the log, or the mast. A log log stays.',
    mayHold: (source) => /[^\]\s]\](?:[ \t]|[ \t]*\r?\n[ \t]*)\[[^\][\n]+\](?![(:])/.test(source),
    find: partedNames,
  },
  {
    name: 'an address in brackets right before a word',
    why: 'the page ends the link there; in a post, which shows the address, the word would be a part of it',
    sample: 'See <https://example.org>It rose.',
    leaves: 'See https://example.org It rose.',
    mayHold: (source) => /<https?:[^\s<>]+>\p{L}/u.test(source),
    find: replacing(/<https?:\/\/[^\s<>]{1,1000}>(?=\p{L})/gu, ([address]) => `${address} `),
  },
  {
    name: 'strikes of three marks',
    why: 'PHP Markdown and others strike the words out; CommonMark knows one or two marks, and shows three. Franklin sets HTML between them',
    sample: 'It rose ~~~in May~~~ in June.',
    leaves: 'It rose in June.',
    mayHold: (source) => /\S[^\S\n]*~~~[^\s~<]/.test(source),
    find: replacing(
      /(?<=[^\s~>*+-][^\S\n]{0,2})~~~(?=[^\s~<])([^~\n]{1,500}?(?<!\s))~~~(?!~)/g,
      ([, words = '']) => `~~${words}~~`,
    ),
  },
  {
    name: 'four stars that mark nothing',
    why: 'an editor began and ended bold words at once; `****` around words marks them, and behind a letter it may hide some',
    sample:
      'It rose, and ****might fall.\n\n****As\nbefore,** it rose.\n\n**** ****It fell.\n\n****Now****, what the F**** is it?\n\nA ****ing gate.\n\nMy key is ****ab12.',
    leaves:
      'It rose, and might fall. As before, it rose. It fell. Now, what the F**** is it? A ****ing gate. My key is ****ab12.',
    mayHold: (source) => source.includes('****'),
    find: replacing(
      /(?<=^|[\s.!?:,)])\*{4}(?:[ \t\u00a0]\*{4})?(?=[\p{L}[“"])(?![^*\n]{0,500}\*{4})/gmu,
      ({ 0: stars, index }, { source }) => {
        const end = index + stars.length;
        const word = /^[\p{L}\p{N}]+/u.exec(source.slice(end, end + 40))?.[0] ?? '';
        if (HIDES_LETTERS.test(word) || ENDING.test(word)) return undefined;
        return closesBold(source.slice(end, end + 1_500)) ? '**' : '';
      },
    ),
  },
  {
    name: 'references in code between tags',
    why: 'a page of HTML knows no code in backticks, so that `&lt;` is a sign there as elsewhere',
    sample:
      '<p>It is `gate &lt; mast` here.</p>\n\nIt is `&amp;` there.\n\n```html\n<p>See `&lt;`.</p>\n```\n\n<p markdown="1">And `&gt;`.</p>',
    leaves: 'It is gate < mast here. It is &amp; there. <p>See `&lt;`.</p> And &gt;.',
    mayHold: (source) => /^[ \t]*<[^`\n]*`[^`\n]*&(?:lt|gt|quot|amp|#39);/m.test(source),
    find: referencesInCode,
  },
  {
    name: 'labels of frameworks',
    why: 'the page draws a frame around the word, which parts it from the sentence',
    sample: '<span class="label label-info">Note</span> The gate is shut.',
    leaves: 'Note: The gate is shut.',
    mayHold: (source) => /class="[^"]*\b(?:label|badge)\b/.test(source),
    find: replacing(
      /<\/span>(?=[ \t]+[\p{Lu}[`“"])(?<=^(?:[-*+>][ \t]+|\d{1,3}[.)][ \t]+)?<span\s[^<>]{0,100}class="[^"<>]{0,100}\b(?:label|badge)\b[^"<>]{0,100}"[^<>]{0,100}>\p{L}[^<>\n:.!?]{0,30}<\/span>)/gmu,
      () => ':</span>',
    ),
  },
  {
    name: 'works cited in a sentence by their key',
    why: 'pandoc writes the names and the year there; in a post, the key would mention somebody',
    sample: 'As @Silva:2024 says, it rose.',
    leaves: `As ${HOLE} says, it rose.`,
    mayHold: (source) => /@\p{Lu}[\p{L}-]*:\d{4}/u.test(source),
    find: replacing(
      /(?<![\p{L}\p{N}.@/[;-]|[[;][^\]\n]{0,200})@\p{Lu}[\p{L}\p{N}-]{1,60}:(?:19|20)\d\d[a-z]?\b/gu,
      ({ 0: key, index }, { notes }) => {
        const message = `\`${key}\` cites a work by its key, which only the blog can look up; write the names and the year`;
        notes.push({ code: 'template-value', offset: index, message });
        return HOLE;
      },
    ),
  },
];

/** The rest of a word, or of a key, whose other letters four stars hide: `****y`, `****ab12`. */
const HIDES_LETTERS = /^y$|\p{N}/u;

/** Whether the rest of a paragraph has one pair of stars that nothing in it opens. */
function closesBold(below: string): boolean {
  const [rest = ''] = below.split(/\n[ \t]*\n/, 1);
  return (rest.match(/(?<!\*)\*\*(?!\*)/g)?.length ?? 0) % 2 === 1;
}

const OF_HTML = /^<(?:p|blockquote|li|td|div|h[1-6]|d[dt])\b(?![^<>\n]*\bmarkdown\b)/;
const CODE = /`[^`\n]+`/g;

/** Decodes the references in backticks on lines that begin with a block of HTML, outside fenced code. */
function referencesInCode({ source, from }: MarkSearch): Edit[] {
  const isFenced = trackFences();
  return linesOf(source, from).flatMap((line) => {
    if (isFenced(line) !== undefined || !OF_HTML.test(line.words)) return [];
    return [...line.text.matchAll(CODE)].flatMap(({ 0: code, index }) => {
      const text = decodeReferences(code);
      const start = line.start + index;
      return text === code || text.slice(1, -1).includes('`')
        ? []
        : [{ start, end: start + code.length, text }];
    });
  });
}

const PARTED =
  /(?<![!\\\]])\[([^[\]\n]{1,300})\](?:[ \t]|[ \t]*\r?\n[ \t]{0,12})\[([^[\]\n^][^[\]\n]{0,150})\](?![[(:])/g;

/** Joins the words of a link to its name, if the text defines that name, and none for the words. */
function partedNames(search: MarkSearch): Edit[] {
  const names = namesDefined(search.source, search.from);
  return replacing(PARTED, ([, words = '', name = '']) =>
    /\p{L}{2}/u.test(words) && names.has(nameOf(name)) && !names.has(nameOf(words))
      ? `[${words}][${name}]`
      : undefined,
  )(search);
}

/** A heading without a space, below a blank line or code: no sentence, and no row of hashtags. */
const CLOSE_HEADING =
  /(?<=(?:^|\n)[ \t]*\n|\n(?:`{3}|~{3})[ \t]*\n|^)#(?=\p{Lu}[^\n#]{0,120}[^\s.!#,;][ \t]*(?:\n[ \t]*\n|\n?$(?![\s\S])))/gu;
const SPACED_HEADING = /^#{1,6}[ \t]+\S/m;

/** Adds the space to headings of a blog whose engine reads them, or that writes several and none with a space. */
function closeHeadings({ source, from, skip }: MarkSearch): Edit[] {
  if (from === 0) return [];
  const found = [...source.slice(from).matchAll(CLOSE_HEADING)].flatMap(({ index }) =>
    skip(from + index) ? [] : [from + index + 1],
  );
  // Without a fence, the keys are a head of Pelican or Nikola.
  const isRead = /^\s*(?:<!--\s*\.\. |[A-Z][\w-]*:)/.test(source.slice(0, 300));
  const areHeadings = isRead || (found.length > 1 && !SPACED_HEADING.test(source.slice(from)));
  return areHeadings ? found.map((at) => ({ start: at, end: at, text: ' ' })) : [];
}
