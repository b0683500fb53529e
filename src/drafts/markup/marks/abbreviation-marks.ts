import { excerptOf } from '../markup-token.ts';
import { type MarkRule, type MarkSearch, replacing } from './mark-rule.ts';

/** More abbreviations than any text explains, one warning each. */
const MOST_TOLD = 50;
/** The abbreviation, and its long form. */
const DEFINITION = /^ {0,3}\*\[([^\]\n]{1,60})\]:[ \t]*([^\n]*)$/gm;
/** The long form behind its quotation mark, and the abbreviation. */
const TAG = /<abbr\b[^<>]{0,200}\btitle\s?=\s?(["'])([^"'<>]{1,200})\1[^<>]{0,200}>([^<>]{1,60})<\/abbr>/gi;

/** Returns a function that says what an abbreviation stands for, once for each long form, unless the text says it, too. */
function tellLongForms({ source, notes }: MarkSearch): (short: string, long: string, offset: number) => void {
  const text = source.replace(TAG, '').replace(DEFINITION, '').toLowerCase();
  const told = new Set<string>();
  return (short, long, offset) => {
    const meant = long.trim().toLowerCase();
    const isNew = told.size < MOST_TOLD && !told.has(meant) && meant !== short.trim().toLowerCase();
    told.add(meant);
    // A date for programs (`2020-05-04T10:00`) is no long form.
    if (!isNew || !/\p{L}{2}/u.test(meant) || text.includes(meant)) return;
    const message = `no post shows what \`${short.trim()}\` stands for: “${excerptOf(long)}”; write it in the text if it matters`;
    notes.push({ code: 'not-text-dropped', offset, message });
  };
}

/** Long forms of abbreviations, one row per way to write them. */
export const ABBREVIATION_MARKS: readonly MarkRule[] = [
  {
    name: 'abbreviations on lines of their own',
    why: 'a page shows the long form to those who point at the words, and no post does',
    sample: 'Words.\n\n*[GSM]: Global System',
    leaves: 'Words.',
    mayHold: (source) => source.includes('*['),
    find: (search) => {
      const tell = tellLongForms(search);
      return replacing(DEFINITION, ({ 1: short = '', 2: long = '', index }) => {
        tell(short, long, index);
        return '';
      })(search);
    },
  },
  {
    name: 'abbreviations in HTML',
    why: 'as above; the words between the tags stay',
    sample: 'It needs a good <abbr title="Global System">GSM</abbr>.',
    leaves: 'It needs a good GSM.',
    mayHold: (source) => /<abbr\b/i.test(source),
    find: (search) => {
      const tell = tellLongForms(search);
      return replacing(TAG, ({ 2: long = '', 3: short = '', index }) => {
        tell(short, long, index);
        return undefined;
      })(search);
    },
  },
];
