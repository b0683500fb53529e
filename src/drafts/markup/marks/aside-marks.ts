import { boxSign } from '../ticked-box.ts';
import { type MarkRule, noText, replacing } from './mark-rule.ts';

/** The class of a note in the margin. */
const SIDE_CLASS = /class\s?=\s?["'][^"'<>]*(?:side|margin)-?note/i;

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
    name: 'asides of webpack and Docsify',
    why: 'a box on the page, whose colour comes from the sign',
    sample: 'Words.\n\nW> Mind the gap.\n\n?> Or jump.\n\nT > 2',
    leaves: 'Words. Mind the gap. Or jump. T > 2',
    mayHold: (source) => /^[TW?!~]> /m.test(source),
    find: replacing(/(?<=^|\n[ \t]*\r?\n)[TW?!~]> (?=\S)/g, () => ''),
  },
];
