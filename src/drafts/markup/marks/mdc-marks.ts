import type { Edit } from '../../edits.ts';
import { type Attributes, attributeOf, attributesOf } from '../attributes.ts';
import { ONLY_ON_PAGE, showsByName } from '../only-on-page.ts';
import { type MarkRule, type MarkSearch, noText, replacing } from './mark-rule.ts';

/** A line that opens or closes a component, with its properties in braces or in YAML below it. */
const FRAME =
  /^([ \t]*)::(?!:)(?:([a-z][\w-]*)(?:\{([^{}\n]{0,1000})\})?[ \t]*(?:\n[ \t]*---\n((?:[ \t]*[\w-]+:[^\n]*\n){1,20})[ \t]*---)?)?[ \t]*$/gm;
/** A component in a line: `:kbd{value="K"}`, `:u-button{to="/log"}[The log]`, `:br`. */
const IN_LINE =
  /(?<![\p{L}\p{N}:`/\\]):([a-z][a-z-]*)(?:\[([^\][\n]{1,200})\])?(?:\{([^{}\n]{1,1000})\})(?:\[([^\][\n]{1,200})\])? ?|^[ \t]*:br[ \t]*$/gmu;
/** The name of a part of a component. */
const PART = /^#(?:title|default|description|footer|header|content|code)[ \t]*$/gm;

/** Components that are nothing but a link, and what they are called without words of their author’s. */
const LINK = /(?:^|-)(?:read-more|button|link)$/;
/** Components that show what no post can. */
const SHOWS = /video|player|demo|gallery/;
const PICTURE = /(?:^|-)(?:img|image|picture)$/;

/** Returns the properties in the YAML below a component’s name. */
const propertiesOf = (yaml: string): Attributes => ({
  named: new Map(
    [...yaml.matchAll(/^[ \t]*([\w-]+):[ \t]*(["']?)([^\n]*?)\2[ \t]*$/gm)].map(
      ([, name = '', , value = '']): [string, string] => [name.toLowerCase(), value],
    ),
  ),
  positional: [],
});

const addressOf = (given: Attributes): string | undefined =>
  attributeOf(given, 'to', 'href')?.replace(/[<>\s]/g, encodeURIComponent);
const wordsOf = (given: Attributes): string | undefined =>
  attributeOf(given, 'label', 'title')?.replace(/[[\]]/g, '\\$&').trim();
const link = (words: string, address: string): string => `[${words}](<${address}>)`;

type Opened = {
  readonly start: number;
  readonly end: number;
  readonly indent: string;
  readonly name: string;
  readonly given: Attributes;
};

/** Keeps the words of components on lines of their own, with their titles and links. */
function frames(search: MarkSearch): Edit[] {
  const { source, from, skip } = search;
  const edits: Edit[] = [];
  const open: Opened[] = [];
  for (const match of source.matchAll(FRAME)) {
    const [whole, indent = '', name, braces = '', yaml = ''] = match;
    if (match.index < from || skip(match.index)) continue;
    const end = match.index + whole.length;
    if (name !== undefined) {
      const given = yaml === '' ? attributesOf(braces) : propertiesOf(yaml);
      open.push({ start: match.index, end, indent, name, given });
      continue;
    }
    const opened = open.pop();
    if (opened === undefined) edits.push({ start: match.index, end, text: '' });
    else edits.push(...framed(opened, { start: match.index, end }, search));
  }
  return [...edits, ...open.map(({ start, end }) => ({ start, end, text: '' }))].sort(
    (one, other) => one.start - other.start,
  );
}

/** Replaces the lines that open and close one component: its only line is the words of its link, else its title stands above its words. */
function framed(opened: Opened, closing: { start: number; end: number }, search: MarkSearch): Edit[] {
  const { start, end, indent, name, given } = opened;
  const [address, words] = [addressOf(given), wordsOf(given)];
  const inside = search.source.slice(end, closing.start);
  const line = inside.trim();
  const close = { ...closing, text: '' };
  if (line === '' && PICTURE.test(name)) return [{ start, end: closing.end, text: indent + picture(given) }];
  if (address === undefined || (line === '' && words === undefined && !LINK.test(name))) {
    noText(search, start, `\`::${name}\` is a component of the page; its words stay`);
    return [{ start, end, text: words === undefined ? '' : `${indent}**${words}**\n` }, close];
  }
  if (line === '')
    return [{ start, end: closing.end, text: indent + link(words ?? nameOf(name, address), address) }];
  if (words === undefined && isLinkable(line)) {
    const from = end + inside.indexOf(line);
    const tail = { start: from + line.length, end: closing.end, text: `](<${address}>)` };
    return [{ start, end: from, text: `${indent}[` }, tail];
  }
  if (words !== undefined) return [{ start, end, text: `${indent}${link(words, address)}\n` }, close];
  const message = `\`::${name}\` makes a link to \`${address.slice(0, 80)}\` of all its words, and is left out; write \`[words](url)\``;
  search.notes.push({ code: 'link-without-target', offset: start, message });
  return [{ start, end, text: '' }, close];
}

/** Whether a component's words can be the words of one link: a single line without a link, a tag or the mark of an item. */
const isLinkable = (line: string): boolean =>
  /^(?![-+*>#|]|\d+[.)]\s)[^\n]+$/.test(line) && !/\]\(|::|https?:\/\/|</.test(line.replace(/`[^`]*`/g, ''));

const nameOf = (name: string, address: string): string =>
  name.endsWith('read-more') ? 'Read more' : address;

const picture = (given: Attributes): string => {
  const path = attributeOf(given, 'src');
  const alt = attributeOf(given, 'alt') ?? '';
  return path === undefined
    ? ''
    : `![${alt.replace(/[[\]]/g, '\\$&')}](<${path.replace(/[<>\s]/g, encodeURIComponent)}>)`;
};

/** Marks of MDC, the Markdown of Nuxt Content. */
export const MDC_MARKS: readonly MarkRule[] = [
  {
    name: 'components of Nuxt Content',
    why: 'two colons open and close one, with properties in braces or YAML; its words, title and link stay',
    sample:
      '::alert{type="info"}\nIt rises at noon.\n::\n\n::read-more\n---\nto: https://example.org\n---\nThe log.\n::',
    leaves: 'It rises at noon. The log.',
    notInMdx: true,
    mayHold: (source) => /^[ \t]*::[ \t]*$/m.test(source),
    find: frames,
  },
  {
    name: 'parts of components of Nuxt Content',
    why: '`#title` begins a part of a component; its words stay',
    sample: '::card\n#title\nTides\n#description\nIt rises.\n::',
    leaves: 'Tides It rises.',
    notInMdx: true,
    mayHold: (source) => /^[ \t]*::[ \t]*$/m.test(source),
    find: replacing(PART, () => ''),
  },
  {
    name: 'components of Nuxt Content in a line',
    why: 'one colon begins one; a picture, a key, words and a link stay',
    sample:
      'Mind :icon{name="tide"} the tide, press :kbd{value="K"}, and see :u-button{to="https://example.org" label="the log"}.',
    leaves: 'Mind the tide, press K, and see the log.',
    notInMdx: true,
    mayHold: (source) =>
      source.includes('{') &&
      /:[a-z][a-z-]{0,40}(?:\[[^\][\n]{1,200}\])?\{(?:[.#]|[\w:-]{1,40}=)/.test(source),
    find: replacing(IN_LINE, (match, search) => {
      const [whole, name = '', before, braces = '', behind] = match;
      const given = attributesOf(braces);
      const space = whole.endsWith(' ') ? ' ' : '';
      const [address, words] = [addressOf(given), before ?? behind ?? wordsOf(given)];
      if (PICTURE.test(name)) return picture(given);
      if (address !== undefined) return link(words ?? nameOf(name, address), address) + space;
      const shown = words ?? (name === 'kbd' ? attributeOf(given, 'value') : undefined);
      if (shown !== undefined) return shown + space;
      const isLost = SHOWS.test(name) || showsByName(name);
      if (isLost) {
        const message = `\`:${name}\` ${ONLY_ON_PAGE}`;
        search.notes.push({ code: 'not-text-dropped', offset: match.index, message });
      } else noText(search, match.index, `\`:${name || 'br'}\` is a component of the page, not text`);
      return '';
    }),
  },
];
