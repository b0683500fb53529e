import type { Edit } from '../../edits.ts';
import { attributeOf, attributesOf } from '../attributes.ts';
import { HOLE } from '../hole.ts';
import { slanted } from '../image-piece.ts';
import { excerptOf } from '../markup-token.ts';
import { beforeInLine, isAlone } from '../token-case.ts';
import { type MarkRule, type MarkSearch, noText, replacing } from './mark-rule.ts';

/** In front matter, the list of works that a text cites. */
const BIBLIOGRAPHY = /^(?:bibliography|references|csl):/m;

/** Works cited by their keys, in brackets. */
const CITATION =
  /[^\S\n]?\[(?:[^[\]\n@]{0,40} )?-?@[\w:./-]*\w(?:,[^[\]\n;@]{0,60})?(?:; ?(?:[^[\]\n@]{0,40} )?-?@[\w:./-]*\w(?:,[^[\]\n;@]{0,60})?){0,20}\](?![[(:{])/g;
const WITH_YEAR = /@[\w:./-]*(?:19|20)\d\d/;

/** A key with a number, as those of works have, and a place in the work. */
const SENTENCE_KEY =
  /(?<![^\s(—–-])-?@(?!(?:fig|tbl|sec|eq|lst|thm)-)(?=[\w:./-]{0,100}\d)[A-Za-z][\w:./-]*\w(?: \[(?=[^\]\n]{0,60}\d)[^[\]\n]{1,60}\](?![[(:]))?/;
/** Finds the works that sentences cite; a link that the text defines stays one. */
function citedInSentence(search: MarkSearch): Edit[] {
  const defined = new Set([...search.source.matchAll(/\[(-?@[^\]\n]{1,100})\]:/g)].map(([, key]) => key));
  return replacing(new RegExp(SENTENCE_KEY, 'g'), ({ 0: whole, index }, { notes }) => {
    if (defined.has(whole)) return undefined;
    const message = `only the blog can look up the work that \`${excerptOf(whole)}\` cites by its key; write its authors and the year`;
    notes.push({ code: 'template-value', offset: index, message });
    return HOLE;
  })(search);
}

/** Drops the citations from the words of a note inside the text, which are reported where they stand. */
export const withoutCitations = (words: string): string =>
  words.replace(CITATION, (cited) => (WITH_YEAR.test(cited) ? '' : cited));

/** Whether a picture is a figure, whose caption is shown: it is alone in its paragraph. */
const isFigure = (source: string, start: number, end: number): boolean =>
  isAlone(source, start, end) &&
  /(?:^|\n[^\S\n]*)\n[^\S\n]*$|^\s*$/.test(source.slice(Math.max(0, start - 200), start)) &&
  /^[^\S\n]*(?:$|\n[^\S\n]*(?:\n|$))/.test(source.slice(end, end + 200));

/** Reports a number that the engine works out, such as that of a figure. */
function unknownNumber({ 0: whole, index }: RegExpExecArray, search: MarkSearch): string {
  const message = `only the blog can work out the number of \`${whole}\`; write what it points to in words`;
  search.notes.push({ code: 'template-value', offset: index, message });
  return HOLE;
}

/** A call that makes a link of a name, and of its second text, if any, the words: `ref("Mast", "masts")`, `ref_pkg("tide")`. */
const NAME_CALL =
  /(?:\w+::)?(?:ref|ref_pkg|mlr_pkg|cran_pkg|gh_pkg|pkg|CRANpkg|Biocpkg|Githubpkg)\(\s*(["'])([^"'\n]{1,80})\1(?:\s*,\s*(["'])([^"'\n]{1,80})\3)?\s*\)\s*`$/;
/** A name that Markdown shows as it is. */
const PLAIN_NAME = /^[\w.-]+(?: [\w.-]+)*$/;

/** Returns the words that a call in a sentence shows, if it only makes a link of a name. */
function shownName(written: string): string | undefined {
  const [call, , name, , words = name] = NAME_CALL.exec(written) ?? [];
  if (call === undefined || words === undefined || !/^`(?:r|\{r\}) /.test(written)) return undefined;
  if (written.length > call.length + '`{r} '.length) return undefined;
  return PLAIN_NAME.test(words) ? words : `\`${words}\``;
}

/** Makes a search for code in a sentence that the engine runs: its result is text, its source is not. */
const resultsOf =
  (pattern: RegExp): MarkRule['find'] =>
  (search) => {
    // The code is in code itself; what precedes it is not.
    const outside: MarkSearch = { ...search, skip: (offset) => offset > 0 && search.skip(offset - 1) };
    return replacing(pattern, ({ 0: written, index }) => {
      const shown = shownName(written);
      if (shown !== undefined) return shown;
      const message = `only the blog can work out \`${excerptOf(written.slice(1, -1), 40)}\`; write its result in words`;
      search.notes.push({ code: 'template-value', offset: index, message });
      return HOLE;
    })(outside);
  };

/** Marks of pandoc, Quarto and R Markdown, one row per kind. */
export const PANDOC_MARKS: readonly MarkRule[] = [
  {
    name: 'alt texts of pandoc and Quarto among attributes',
    why: 'the page describes the picture by `fig-alt` or `alt`, and shows the words in brackets below it',
    sample:
      'Words.\n\n![The [mast](https://e.org) at noon](a.png){#fig-mast fig-alt="A mast above reeds" width=80%}\n\n![](b.png){alt="A gate"}',
    leaves: 'Words. The mast at noon',
    notInMdx: true,
    mayHold: (source) => /\{[^{}\n]*\balt=/.test(source),
    find: replacing(
      /!\[((?:[^[\]\n]|\[[^[\]\n]{0,300}\]){0,1500})\]\(([^()\n]{1,300})\)(\{(?:[^{}\n"]|"[^"\n]{0,1500}"){1,2000}\})/g,
      ({ 0: whole, 1: caption = '', 2: path = '', 3: written = '', index }, { source }) => {
        const attributes = attributesOf(written.slice(1, -1));
        const alt = attributeOf(attributes, 'fig-alt', 'alt');
        if (alt === undefined) return undefined;
        const picture = `![${alt.replace(/[[\]\\]/g, '\\$&')}](${path})`;
        const hasCaption = caption.trim() !== '' && caption !== alt;
        return hasCaption && isFigure(source, index, index + whole.length)
          ? `${picture}\n\n${beforeInLine(source, index)}${slanted(caption)}`
          : picture;
      },
    ),
  },
  {
    name: 'pandoc’s citations',
    why: 'the list of works is made by the engine, and a post has none',
    sample: 'It rained [see @smith2020, p. 3; -@lee99].',
    leaves: 'It rained.',
    mayHold: (source) => /\[[^[\]\n]*@/.test(source),
    find: replacing(CITATION, ({ 0: whole, index }, search) => {
      // A key has a year or is a DOI; `[@ana]` and `[@ana42]` are names, and a link that the text defines stays one.
      const key = /@([\w:./-]*(?:(?:19|20)\d\d|10\.\d{4})[\w:./-]*)/.exec(whole)?.[1];
      const isCited = key !== undefined || BIBLIOGRAPHY.test(search.source.slice(0, search.from));
      if (!isCited || search.source.includes(`[@${key}]:`)) return undefined;
      const message = `\`${excerptOf(whole)}\` cites a work by its key, which only the blog can look up; it is left out`;
      search.notes.push({ code: 'not-text-dropped', offset: index, message });
      return '';
    }),
  },
  {
    name: 'works that a sentence cites by their keys',
    why: 'the engine writes the authors and the year there, and without them the sentence is none; a post would mention somebody',
    sample: '---\nbibliography: tides.bib\n---\nThe gauge of @smith_tides_2020 [p. 3] rose, as @ana says.',
    leaves: `The gauge of ${HOLE} rose, as @ana says.`,
    mayHold: (source) => BIBLIOGRAPHY.test(source) && SENTENCE_KEY.test(source),
    find: (search) => (BIBLIOGRAPHY.test(search.source.slice(0, search.from)) ? citedInSentence(search) : []),
  },
  {
    name: 'Quarto’s references',
    why: 'the number of a figure, table or section is worked out by the engine; in a post, `@fig` would mention somebody',
    sample: 'It rose, and fell (@fig-mast).',
    leaves: `It rose, and fell (${HOLE}).`,
    mayHold: (source) => /@(?:fig|tbl|sec|eq|lst|thm)-/.test(source),
    find: replacing(/(?<![\w.@/-])@(?:fig|tbl|sec|eq|lst|thm)-[\w-]*\w/g, unknownNumber),
  },
  {
    name: 'bookdown’s references',
    why: 'the number of a figure, table or section is worked out by the engine',
    sample: 'See Figure \\@ref(fig:mast).',
    leaves: `See Figure ${HOLE}.`,
    mayHold: (source) => source.includes('@ref('),
    find: replacing(/\\@ref\([\w:./-]{1,80}\)/g, unknownNumber),
  },
  {
    name: 'bookdown’s labels',
    why: 'a name before a caption, for references to it',
    sample: '(\\#fig:mast)The mast at dawn.',
    leaves: 'The mast at dawn.',
    mayHold: (source) => source.includes('(\\#'),
    find: replacing(
      /\(\\#(?:fig|tab|tbl|eq|thm|lem|cor|prp|def|exm|exr)[:-][\w./-]{1,80}\)[ \t]*/g,
      (_, search) => {
        noText(search, search.from, 'the label of a figure or table is for references to it, not text');
        return '';
      },
    ),
  },
  {
    name: 'MyST’s names of formulas',
    why: 'a label behind a formula is for references to it',
    sample: 'So:\n\n$$\nx^2\n$$ (eq-square)\n\nholds.',
    leaves: 'So: x² holds.',
    mayHold: (source) => /^\$\$ \(/m.test(source),
    find: replacing(/(?<=^\$\$)[ \t]+\([\w:.-]{1,80}\)(?=[ \t]*$)/gm, (_, search) => {
      noText(search, search.from, 'the name of a formula is for references to it, not text');
      return '';
    }),
  },
  {
    name: 'results of code in a sentence',
    why: 'Quarto runs the code and shows its result',
    sample: 'We had `{r} nrow(rain)` rows of `rain`.',
    leaves: `We had ${HOLE} rows of rain.`,
    mayHold: (source) => source.includes('`{'),
    find: resultsOf(/(?<![`\\])`\{(?:r|python|julia|ojs)\} [^`\n]{1,300}`(?!`)/g),
  },
  {
    name: 'results of R in a sentence',
    why: 'knitr runs it, except where it only makes a link of a name; in a file without cells of R, it is code of the author',
    sample:
      'We had `r nrow(rain)` rows of `r ref("Rain", "rain")` in `r ref_pkg("tide")`.\n\n```{r, include=FALSE}\nx\n```',
    leaves: `We had ${HOLE} rows of rain in tide.`,
    mayHold: (source) => source.includes('`r ') && /^ {0,3}```+ ?\{r\b/m.test(source),
    find: resultsOf(/(?<![`\\])`r [^`\n]{1,300}`(?!`)/g),
  },
];
