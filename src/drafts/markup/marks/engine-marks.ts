import type { Edit } from '../../edits.ts';
import { emojiOf, NAMES_OF_EMOJI } from '../emoji-names.ts';
import { excerptOf } from '../markup-token.ts';
import { embedded, type MarkRule, type MarkSearch, noText, replacing } from './mark-rule.ts';
import { withoutCitations } from './pandoc-marks.ts';

/** Marks of single engines, editors and exports, one row per kind. */
export const ENGINE_MARKS: readonly MarkRule[] = [
  {
    name: 'names of emoji',
    why: 'GitHub, Hugo and Docusaurus show the emoji; a time, a role (`:ref:`) and `std::vector` have no such name',
    sample: 'Done :tada: at 10:30:00, with :param: as it is',
    leaves: 'Done 🎉 at 10:30:00, with :param: as it is',
    mayHold: (source) => /:[a-z\d_+\\-]+:/.test(source),
    find: replacing(NAMES_OF_EMOJI, ([run]) => emojiOf(run)),
  },
  {
    name: 'ways back to other pages',
    why: 'a button of the page, which leads from a post to nothing that it speaks of',
    sample: 'It rose.\n\n[↩ Back to all questions](https://example.org/faq)',
    leaves: 'It rose.',
    mayHold: (source) => /^\[[↩←⬅↗→]/m.test(source),
    find: replacing(
      /^\[(?:[↩←⬅][^\]\n]{0,80}\]\([^)\n]*\)(?:\{[^}\n]*\})?|[↗→][^\]\n]{0,80}\]\([^)\n]*\)\{[^}\n]*\.[^}\n]*\})[ \t]*$/gm,
      ({ 0: whole, index }, search) => {
        const message = `\`${excerptOf(whole)}\` is a button of the page, and is left out`;
        search.notes.push({ code: 'not-text-dropped', offset: index, message });
        return '';
      },
    ),
  },
  {
    name: 'Notion’s properties',
    why: 'an export writes the properties of a page below its title, and readers of a post need none of them',
    sample: '# Radar\n\nCreated: March 3, 2026 10:12 AM\nTags: sea, wind\n\nIt rose.',
    leaves: 'Radar It rose.',
    mayHold: (source) => NOTION.test(source),
    find: notionProperties,
  },
  {
    name: 'the name of a heading in brackets',
    why: 'an address for links to the heading, which a blog’s own generator reads',
    sample: '## Rise and fall (#rise-and-fall)\n\n### Again [#2-again]',
    leaves: 'Rise and fall Again',
    mayHold: (source) => / [([]#/.test(source),
    find: replacing(
      /(?<![ \t])(?=[ \t]+[([]#)(?<=^#{1,6} [^\n]{1,200})[ \t]+(?:\(#[a-z0-9][a-z0-9-]*\)|\[#[a-z0-9][a-z0-9-]*\])(?=[ \t]*(?:\r?\n|$))/gm,
      (_, search) => {
        noText(search, search.from, 'the name of a heading is for links to it, not text');
        return '';
      },
    ),
  },
  {
    name: 'comments of MDX in a `.md` file',
    why: 'Docusaurus and React’s documentation read every page as MDX: the name of a heading is in such a comment',
    sample: '## Rise {/*rise-and-fall*/}\n\nIt rose.{/* by how much? */}',
    leaves: 'Rise It rose.',
    notInMdx: true,
    mayHold: (source) => source.includes('{/*'),
    find: replacing(/[^\S\n]?\{\/\*(?:[^*]|\*(?!\/\})){0,2000}\*\/\}/g, ({ index }, search) => {
      noText(search, index, 'a comment is not text');
      return '';
    }),
  },
  {
    name: 'places of a table of contents',
    why: 'Python-Markdown, Typora, VitePress and GitLab put a table of contents there; a post has none',
    sample: '[TOC]\n\nWords.',
    leaves: 'Words.',
    mayHold: (source) => /\[_?toc_?\]/i.test(source),
    find: replacing(/^[ \t]*(?:\[toc\]|\[\[_?toc_?\]\])[ \t]*$/gim, ({ 0: whole, index }, search) => {
      noText(search, index, `\`${whole.trim()}\` is the place of a table of contents, not text`);
      return '';
    }),
  },
  {
    name: 'ways from a heading to the table of contents',
    why: 'a page jumps there; a post has no such place',
    sample: '## Small rivers [[toc](#table-of-contents)]\n\nThey rise.',
    leaves: 'Small rivers They rise.',
    mayHold: (source) => source.includes('](#'),
    find: replacing(
      /[ \t]{1,3}\[?\[(?:toc|top|contents|back to (?:top|contents))\]\(#[^()\s]{0,100}\)\]?[ \t]{0,3}$(?<=^#{1,6}[ \t][^\n]{1,400})/gim,
      ({ 0: whole, index }, search) => {
        noText(search, index, `\`${whole.trim()}\` leads to a table of contents, which a post does not have`);
        return '';
      },
    ),
  },
  {
    name: 'included files',
    why: 'VitePress and MkDocs put another file there',
    sample: 'Words.\n\n<<< @/snippets/read.js{2}',
    leaves: 'Words.',
    mayHold: (source) => source.includes('<<<') || source.includes('8<-'),
    find: replacing(
      /^(?:<<<[ \t]*@?[\w./-]+\S*(?:[ \t]*\[[^\]\n]*\])?|(-{1,4}8<-{1,4})(?:[ \t]*["'][^"'\n]+["']|\n(?:["']?[\w./:;-]{1,200}["']?[ \t]{0,20}\n){1,50}\1))[ \t]*$/gm,
      ({ 0: whole, index }, search) => {
        embedded(search, index, whole.replace(/\s+/g, ' '));
        return '';
      },
    ),
  },
  {
    name: 'inserted and highlighted words',
    why: '`^^` marks what MkDocs underlines and Roam highlights; the words stay',
    sample: 'It is ^^very clear^^ here.',
    leaves: 'It is very clear here.',
    mayHold: (source) => source.includes('^^'),
    find: replacing(
      /(?<![\^\p{L}\p{N}\\])\^\^(?![\^\s])([^^\n`]{1,500}?)(?<!\s)\^\^(?![\^\p{L}\p{N}])/gu,
      ([, words]) => words,
    ),
  },
  {
    name: 'languages of code in a sentence',
    why: 'MkDocs colours `code` by the language after `#!`',
    sample: 'The call `#!python print(1)` prints.',
    leaves: 'The call print(1) prints.',
    mayHold: (source) => source.includes('`#!'),
    find: (search) =>
      replacing(
        /(?<=(?<!`)`)#!\w+ (?=[^`\n]+`(?!`))/g,
        () => '',
      )({
        ...search,
        skip: (offset) => offset > 1 && search.skip(offset - 2),
      }),
  },
  {
    name: 'Octopress’s pulled words',
    why: 'the page repeats them beside the paragraph',
    sample: '{% pullquote %}\nIt {"rose at noon"} in May.\n{% endpullquote %}',
    leaves: 'It rose at noon in May.',
    notInMdx: true,
    mayHold: (source) => source.includes('{"') && source.includes('endpullquote'),
    find: replacing(/\{" ?|(?<=\S) ?"\}/g, () => ''),
  },
  {
    name: 'HackMD’s names and tags',
    why: 'it shows who wrote a quotation, and files a page by tags in a small heading',
    sample:
      '###### tags: `sea` `wind`\n\n> It rose.\n> [name=Ana] [time=Mon, May 4, 2026 9:00 AM] [color=#907bf7]',
    leaves: 'It rose. — Ana',
    mayHold: (source) => /\[(?:name|color)=|^#{1,6} tags:/m.test(source),
    find: replacing(
      /^#{1,6} tags:(?:[ \t]*`[^`\n]+`,?)+[ \t]*$|(?=[ \t]?\[(?:name|time|color)=)(?<=^>[^\n]{0,300})[ \t]?\[(name|time|color)=([^\]\n]{1,80})\]/gm,
      ([, key, value = '']) => (key === 'name' ? ` — ${value}` : ''),
    ),
  },
  {
    name: 'Pelican’s places',
    why: '`{static}` and `{filename}` name the folder of the content, where paths start',
    sample: 'See [the log](https://e.org) ![a mast]({static}/mast.png)',
    leaves: 'See the log',
    mayHold: (source) => source.includes('{static}') || /\{(?:filename|attach)\}/.test(source),
    find: replacing(/(?<=\]\(<?|\]:[ \t]{0,3}|(?:src|href)=["'])\{(?:static|filename|attach)\}/g, () => ''),
  },
  {
    name: 'pictures with spaces in their names',
    why: 'editors write such names, and CommonMark wants them between < and >',
    sample: 'Words.\n\n![A mast](C:\\Pictures\\my mast 1.png)',
    leaves: 'Words.',
    mayHold: (source) => source.includes(']('),
    find: replacing(
      /(\[?)!\[([^\]\n]{0,500})\]\(([^()<>\n"]{1,300}\.(?:png|jpe?g|gif|webp|avif|svg))[ \t]*\)(\]\([^()<>\n"]{1,300}\.(?:png|jpe?g|gif|webp|avif|svg)[ \t]*\))?/gi,
      ([, opens = '', alt = '', path = '', leads = '']) => {
        if (!/[\s\\]/.test(path.trim()) || path.includes('{{')) return undefined;
        const picture = `![${alt}](<${path.trim().replaceAll('\\', '/')}>)`;
        // A link from a picture to its own file says nothing.
        return opens !== '' && leads !== '' ? picture : `${opens}${picture}${leads}`;
      },
    ),
  },
  {
    name: 'links around blocks',
    why: 'Substack’s and Medium’s exports wrap pictures and headings in links over several paragraphs',
    sample: '[\n\n### The old float\n\n](https://example.org/float)',
    leaves: 'The old float',
    mayHold: (source) => source.includes('[\n'),
    find: replacing(
      /^\[[ \t]*\n\s*\n([^\n]{1,2000})\n\s*\n\]\((\S{1,2000})\)[ \t]*$/gm,
      ([, inner = '', url = '']) => {
        const block = inner.trim();
        if (/^!\[[^\]]*\]\([^)]*\)$/.test(block))
          return /\.(?:png|jpe?g|gif|webp)/i.test(url) ? block : `${block}\n\n<${url}>`;
        const [, marks = '', words = ''] = /^(#{1,6} +)?([^[\]]+)$/.exec(block) ?? [];
        return words === '' ? undefined : `${marks}[${words}](${url})`;
      },
    ),
  },
  {
    name: 'Liquid’s `raw` in code',
    why: 'the blog shows what is between the tags, not the tags',
    sample: 'Write `{% raw %}{{ page.title }}{% endraw %}` there.',
    leaves: 'Write {{ page.title }} there.',
    notInMdx: true,
    mayHold: (source) => source.includes('endraw'),
    find: rawInCode,
  },
  {
    name: 'footnotes inside the text',
    why: '`^[…]` of pandoc, Obsidian and markdown-it is a footnote at its mark',
    sample: 'It froze.^[In the [hard winter](https://e.org) of 2021.]',
    leaves: 'It froze.',
    mayHold: (source) => source.includes('^['),
    find: innerFootnotes,
  },
];

/** Lines of `Name: value` below the first heading of a file, one of which is a property that Notion itself keeps. */
const NOTION = /^\s*# [^\n]+\n\n((?:\p{Lu}[^:\n]{0,40}: [^\n]*\n){1,40})(?=\n|$)/u;
const KEPT_BY_NOTION =
  /^(?:Created|Last edited)(?: time| by)?: |: \p{Lu}\p{Ll}+ \d{1,2}, \d{4} \d{1,2}:\d\d [AP]M$/mu;

function notionProperties({ source, from, notes }: MarkSearch): Edit[] {
  const match = NOTION.exec(source.slice(from));
  const lines = match?.[1] ?? '';
  if (match === null || !KEPT_BY_NOTION.test(lines)) return [];
  const start = from + match[0].length - lines.length;
  const message = `the properties of a Notion page are left out: “${excerptOf(lines)}”`;
  notes.push({ code: 'not-text-dropped', offset: start, message });
  return [{ start, end: start + lines.length, text: '' }];
}

/** Removes `{% raw %}` and `{% endraw %}` where both are in one stretch of code, with the lines that they fill. */
function rawInCode({ source, from, skip }: MarkSearch): Edit[] {
  const edits: Edit[] = [];
  const pair = /(\{%-?\s*raw\s*-?%\}[ \t]*\n?)[\s\S]{0,20000}?(\n?[ \t]*\{%-?\s*endraw\s*-?%\})/g;
  pair.lastIndex = from;
  for (let match = pair.exec(source); match !== null; match = pair.exec(source)) {
    const [whole, open = '', close = ''] = match;
    const end = match.index + whole.length;
    if (!skip(match.index) || !skip(end - 1)) continue;
    edits.push({ start: match.index, end: match.index + open.length, text: '' });
    edits.push({ start: end - close.length, end, text: '' });
  }
  return edits;
}

/** The longest footnote inside a text, in UTF-16 units. */
const LONGEST_NOTE = 3000;

function innerFootnotes({ source, from, skip }: MarkSearch): Edit[] {
  const edits: Edit[] = [];
  const notes: string[] = [];
  for (let at = source.indexOf('^[', from); at !== -1; at = source.indexOf('^[', at + 2)) {
    if (skip(at) || /[\\[(|]/.test(source.charAt(at - 1))) continue;
    const end = closingBracket(source, at + 2);
    const words =
      end === undefined
        ? ''
        : source
            .slice(at + 2, end)
            .replace(/\s+/g, ' ')
            .trim();
    // `^[a-z]` is a pattern, `^[Lift](…)` a link behind a sign; a note has several words, or an address.
    if (
      end === undefined ||
      source.charAt(end + 1) === '(' ||
      !/\p{L}.*\s|:\/\/|^\p{L}{3,}[.!?]?$/u.test(words)
    )
      continue;
    notes.push(`[^inner-${notes.length + 1}]: ${withoutCitations(words)}`);
    edits.push({ start: at, end: end + 1, text: `[^inner-${notes.length}]` });
    at = end - 1;
  }
  if (notes.length > 0)
    edits.push({ start: source.length, end: source.length, text: `\n\n${notes.join('\n\n')}\n` });
  return edits;
}

/** Finds the bracket that closes a note, in the same paragraph. */
function closingBracket(source: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < Math.min(source.length, from + LONGEST_NOTE); at += 1) {
    const sign = source.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']' && depth === 0) return at;
    else if (sign === ']') depth -= 1;
    else if (sign === '\n' && /^[ \t]*\n/.test(source.slice(at + 1, at + 20))) return undefined;
  }
  return undefined;
}
