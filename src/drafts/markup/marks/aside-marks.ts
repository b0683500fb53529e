import type { Edit } from '../../edits.ts';
import { excerptOf } from '../markup-token.ts';
import { boxSign } from '../ticked-box.ts';
import { type MarkRule, type MarkSearch, noText, replacing } from './mark-rule.ts';

/** The class of a note in the margin. */
const SIDE_CLASS = /class\s?=\s?["'][^"'<>]*(?:side|margin)-?note/i;

/** More abbreviations than any text explains, one warning each. */
const MOST_TOLD = 50;
const ABBREVIATION =
  /<abbr\b[^<>]{0,200}\btitle\s?=\s?(["'])([^"'<>]{1,200})\1[^<>]{0,200}>([^<>]{1,60})<\/abbr>/gi;

/** Says what abbreviations stand for, once for each, unless the text says it, too; the words stay. */
function longForms(search: MarkSearch): Edit[] {
  const told = new Set<string>();
  const text = search.source.replace(ABBREVIATION, '').toLowerCase();
  return replacing(ABBREVIATION, ({ 2: long = '', 3: short = '', index }, { notes }) => {
    const isNew = told.size < MOST_TOLD && !told.has(long) && long.trim() !== short.trim();
    // A date for programs (`2020-05-04T10:00`) is no long form.
    if (isNew && /\p{L}{2}/u.test(long) && !text.includes(long.toLowerCase().trim())) {
      const message = `no post shows what \`${short.trim()}\` stands for: “${excerptOf(long)}”; write it in the text if it matters`;
      notes.push({ code: 'not-text-dropped', offset: index, message });
    }
    told.add(long);
    return undefined;
  })(search);
}

/** Signs that make an aside of a paragraph or of words in one, one row per family of engines. */
export const ASIDE_MARKS: readonly MarkRule[] = [
  {
    name: 'notes beside the text',
    why: 'Tufte’s style sheet sets a sidenote beside its sentence, and shows its number by a label; glued to a word it makes nonsense',
    sample:
      'It was lit<label for="a" class="margin-toggle"></label><input type="checkbox" id="a" class="margin-toggle"/><span class="sidenote">In May.</span>. It burned.',
    leaves: 'It was lit (In May.). It burned.',
    mayHold: (source) => SIDE_CLASS.test(source),
    find: replacing(
      /(?:<label\b[^<>]*>[^<>]{0,10}<\/label>\s{0,5})?(?:<input\b[^<>]*>\s{0,5})?<(span|small)\b[^<>]{0,200}\bclass\s?=\s?["'](?:[^"'<>]{0,100}\s)?(?:side|margin)-?note(?:\s[^"'<>]{0,100})?["'][^<>]{0,200}>((?:[^<]|<(?!\/?\1\b)){1,2000})<\/\1>/gi,
      ({ 2: words = '', index }, search) => {
        noText(search, index, 'a note beside the text is set in brackets, since a post has no margin');
        return `${/\s/.test(search.source.charAt(index - 1)) ? '' : ' '}(${words.trim()})`;
      },
    ),
  },
  {
    name: 'boxes to tick, in cells and items',
    why: 'a page draws them, and they are all that their cell shows',
    sample:
      '<ul><li><input type="checkbox" checked disabled> Oiled</li><li><input type=radio name=a> Shut</li></ul>',
    leaves: '☑ Oiled ○ Shut',
    mayHold: (source) => /<input\b[^<>]*\b(?:radio|checkbox)\b/i.test(source),
    find: replacing(
      /(?<=<li\b[^<>]{0,200}>\s{0,20}(?:<label\b[^<>]{0,200}>\s{0,20})?|\|[ \t]{0,20})<input\b(?=[^<>]{0,300}\btype\s?=\s?["']?(radio|checkbox)\b)([^<>]{0,300})>/gi,
      ([, kind = '', attributes = '']) => boxSign(kind, attributes),
    ),
  },
  {
    name: 'long forms of abbreviations in HTML',
    why: 'a page shows them to those who point at the words, and no post does',
    sample: 'It needs a good <abbr title="Global System">GSM</abbr>.',
    leaves: 'It needs a good GSM.',
    mayHold: (source) => /<abbr\b/i.test(source),
    find: longForms,
  },
  {
    name: 'tabs of VuePress',
    why: 'the label of a tab stands in a line of its own, which would mention somebody',
    sample: '::: tabs\n@tab Linux\nIt rose.\n@tab:active The Mac #mac\nIt fell.\n:::',
    leaves: 'Linux It rose. The Mac It fell.',
    mayHold: (source) => source.includes('@tab') && /^:{3,}[ \t]*(?:code-)?tabs/m.test(source),
    find: replacing(
      /^@tab(?::active)?[ \t]+([^\n#]*[^\n#\s])(?:[ \t]+#[\w-]+)?[ \t]*$/gm,
      ([, label = '']) => `\n**${label.replace(/[*[\]]/g, '')}**\n`,
    ),
  },
  {
    name: 'asides of webpack and Docsify',
    why: 'a box on the page, whose colour comes from the sign',
    sample: 'Words.\n\nW> Mind the gap.\n\n?> Or jump.\n\nT > 2',
    leaves: 'Words. Mind the gap. Or jump. T > 2',
    mayHold: (source) => /^[TW?!~]> /m.test(source),
    find: replacing(/(?<=^|\n[ \t]*\r?\n)[TW?!~]> (?=\S)/g, () => ''),
  },
];
