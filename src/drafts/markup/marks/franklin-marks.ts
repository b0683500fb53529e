import { codeSpans } from '../../../text/code-spans.ts';
import type { Span } from '../../../text/span.ts';
import { excerptOf } from '../markup-token.ts';
import { type MarkRule, type MarkSearch, noText, replacing } from './mark-rule.ts';

/** What only Franklin.jl writes: definitions, named blocks, and commands of TeX in its Markdown. */
const OF_FRANKLIN =
  /^@def \w+[ \t]*=|^@@[\w,-]+[ \t]*$|^\\(?:toc|tableofcontents|output|textoutput|show|input|fig|figalt|figenv|literate)\b/m;

const isFranklin = (source: string): boolean => /@@|@def |\\[a-z]/.test(source) && OF_FRANKLIN.test(source);

/** Front matter between `+++`, which is TOML for Hugo and Zola and Julia for Franklin. */
const PLUSES = /^\s{0,9}\+\+\+[ \t]*\n([\s\S]{0,4000}?)\n\+\+\+/;
/** What pages of Hugo and Zola have, and Julia does not know: a bare date, a table. */
const OF_TOML = /^\s*(?:date|draft|weight|slug)\s*=|^\[/m;

/** Whether a text has the front matter of Franklin, or its marks. */
function mayBeFranklin(source: string): boolean {
  const settings = PLUSES.exec(source)?.[1];
  return (settings !== undefined && !OF_TOML.test(settings)) || isFranklin(source);
}

/** Code without a language between lines of `~~~`, from a tag to a tag. */
const HTML_FENCE = /^~~~[ \t]*\n\s*<[a-z!][^\n]*[\s\S]*>\s*~~~[ \t]*$/i;

/** Returns a test for fenced code that Franklin puts into its page as it is: HTML, of which the words and pictures are the text’s. */
export const rawHtmlOf = (source: string): ((code: Span) => boolean) =>
  source.includes('~~~') && mayBeFranklin(source)
    ? ({ start, end }) => HTML_FENCE.test(source.slice(start, end))
    : () => false;

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
    mayHold: (source) => source.includes('~~~') && mayBeFranklin(source),
    find: ({ source, from }) => {
      const isSure = isFranklin(source);
      const raw = isSure ? [] : codeSpans(source, from).filter(rawHtmlOf(source));
      const marks = isSure
        ? [...source.slice(from).matchAll(/~~~(?=[ \t]*(?:\n|<))|(?<=\n|>)~~~/g)].map(
            ({ index }) => from + index,
          )
        : raw.flatMap(({ start, end }) => [start, start + source.slice(start, end).lastIndexOf('~~~')]);
      return marks.map((start) => ({ start, end: start + 3, text: '' }));
    },
  },
];
