import { excerptOf } from '../markup-token.ts';
import { type MarkRule, type MarkSearch, noText, replacing } from './mark-rule.ts';

/** What only Franklin.jl writes: definitions, named blocks, and commands of TeX in its Markdown. */
const OF_FRANKLIN =
  /^@def \w+[ \t]*=|^@@[\w,-]+[ \t]*$|^\\(?:toc|tableofcontents|output|textoutput|show|input|fig|figalt|figenv|literate)\b/m;

const isFranklin = (source: string): boolean => /@@|@def |\\[a-z]/.test(source) && OF_FRANKLIN.test(source);

const gone = (search: MarkSearch, index: number, written: string): string => {
  noText(search, index, `\`${excerptOf(written, 40)}\` is for Franklin, not text`);
  return '';
};

/** Marks of Franklin.jl, one row per kind. */
export const FRANKLIN_MARKS: readonly MarkRule[] = [
  {
    name: 'Franklin’s definitions and blocks',
    why: 'variables of the page, and names of styles around words',
    sample: '@def title = "Gates"\n\n@@note\nShut it.\n@@\n\n\\newcommand{\\R}{\\mathbb R}\n\n\\toc',
    leaves: 'Shut it.',
    notInMdx: true,
    mayHold: isFranklin,
    find: replacing(
      /^(?:@def [^\n]*|@@[\w,-]*[ \t]*|\\(?:toc|tableofcontents|newcommand|output|textoutput|show|input|literate|label)\b[^\n]*)$/gm,
      ({ 0: whole, index }, search) => (isFranklin(search.source) ? gone(search, index, whole) : undefined),
    ),
  },
  {
    name: 'Franklin’s pictures',
    why: 'a command with the path, and with words for it',
    sample: 'Words.\n\n\\figalt{A mast}{/assets/mast.png}',
    leaves: 'Words.',
    notInMdx: true,
    mayHold: isFranklin,
    find: replacing(
      /^\\fig(?:(alt|env)?\{([^{}\n]*)\})?\{([^{}\n]+)\}(?:\{[^{}\n]*\})?[ \t]*$/gm,
      ([, , words = '', path = '']) => `![${words.replace(/[[\]]/g, '')}](<${path.replace(/[<>]/g, '')}>)`,
    ),
  },
  {
    name: 'Franklin’s commands in a sentence',
    why: 'references and citations are worked out by the engine; other commands style their words',
    sample: 'See \\eqref{eq:a}, \\citet{noether15} and \\style{color:red}{the log}.',
    leaves: 'See, and the log.',
    notInMdx: true,
    mayHold: isFranklin,
    find: replacing(
      /[^\S\n]?\\(?:eqref|cite[pt]?|citealt|label|reflink|biblabel)\{([^{}\n]*)\}|\\(?:style|textcss)\{[^{}\n]*\}\{([^{}\n]*)\}/g,
      ({ 0: whole, 2: styled, index }, search) => {
        if (styled !== undefined) return styled;
        const message = `\`${excerptOf(whole.trim())}\` points to something by its name, which only the blog can look up; it is left out`;
        search.notes.push({ code: 'not-text-dropped', offset: index, message });
        return '';
      },
    ),
  },
  {
    name: 'Franklin’s HTML',
    why: 'what is between two lines of `~~~` is HTML, not code',
    sample: 'Words.\n\n~~~\n<p>More.</p>\n~~~',
    leaves: 'Words. <p>More.</p>',
    notInMdx: true,
    mayHold: (source) => source.includes('~~~') && isFranklin(source),
    find: ({ source, from }) =>
      [...source.slice(from).matchAll(/~~~(?=[ \t]*(?:\n|<))|(?<=\n|>)~~~/g)].map(({ index }) => ({
        start: from + index,
        end: from + index + 3,
        text: '',
      })),
  },
];
