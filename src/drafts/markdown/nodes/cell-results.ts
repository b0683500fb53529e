import type { Code } from 'mdast';
import type { Position } from '../../finding.ts';
import { announcedCode } from '../../markup/announced-gap.ts';
import { lineAbove } from '../../markup/is-announced.ts';
import { excerptOf } from '../../markup/markup-token.ts';
import { type Conversion, type DraftText, placeOf } from '../conversion.ts';
import { cellOf } from './cell.ts';
import { captionWords } from './cell-caption.ts';

/** Engines of Quarto and R Markdown whose results a page shows below the code. */
const ENGINE =
  /^(?:r|python|py|julia|ojs|observable|bash|sh|zsh|sql|duckdb|stan|dot|graphviz|mermaid|tikz|js|node|ruby|perl|rcpp|octave|sas|stata|haskell|scala|webr|pyodide)$/i;

type Row = {
  readonly why: string;
  /** The option above the code, and behind the language. */
  readonly above: RegExp;
  readonly behind: RegExp;
  /** A cell of which the page shows no result. */
  readonly example: string;
};

/** Options that leave no result to show; each example is a test. */
export const SILENT_OPTIONS: readonly Row[] = [
  {
    why: 'nothing of the cell is shown',
    above: /^include:[ \t]*false\b/im,
    behind: /\binclude\s*=\s*(?:F|FALSE)\b/,
    example: '```{r setup, include=FALSE}\n1 + 1\n```',
  },
  {
    why: 'the cell is not run',
    above: /^eval:[ \t]*false\b/im,
    behind: /\beval\s*=\s*(?:F|FALSE)\b/,
    example: '```{python}\n#| eval: false\nprint(1)\n```',
  },
  {
    why: 'its results are hidden',
    above: /^(?:output:[ \t]*false\b|results:[ \t]*["']?hide\b|fig-show:[ \t]*["']?hide\b)/im,
    behind: /\bresults\s*=\s*["']hide["']|\bfig\.show\s*=\s*["']hide["']/,
    example: '```{r, results="hide"}\n1 + 1\n```',
  },
];

const OPTION = /^(?:[#%]{1,2}|\/\/|--)\|[ \t]*(.*)$/gm;
const options = ({ value }: Code): string =>
  [...value.matchAll(OPTION)].map(([, option]) => option).join('\n');
const infoOf = ({ lang, meta }: Code): string => `${lang ?? ''} ${meta ?? ''}`.trim();

/** Whether the page shows nothing at all of a cell, neither its code nor a result. */
export const showsNothing = (node: Code): boolean =>
  /\binclude\s*=\s*(?:F|FALSE)\b/.test(infoOf(node)) || /^include:[ \t]*false\b/im.test(options(node));

/** Whether a page shows anything of a block of code: its code, or a result. */
export function cellShows(info: string, value: string): boolean {
  const node: Code = { type: 'code', lang: info, value };
  const language = /^\{\s*([\w-]+)/.exec(info)?.[1] ?? '';
  const above = options(node);
  if (!ENGINE.test(language)) return true;
  if (showsNothing(node)) return false;
  if (!/\becho\s*=\s*(?:F|FALSE)\b/.test(info) && !/^echo:[ \t]*false\b/im.test(above)) return true;
  return !SILENT_OPTIONS.some((row) => row.above.test(above) || row.behind.test(info)) && printsResult(node);
}

/** Statements that set, load or define something, and print nothing. */
const SILENT =
  /^(?:library|require|requireNamespace|suppress\w+|set\.seed|source|options|setwd|theme_set|par|invisible|(?:knitr::)?opts_\w+\$set|install\.packages|Sys\.\w+|dir\.create|write\w*|save\w*|ggsave|use_\w+|conflicts?_prefer\w*|\w+::(?:load_all|requireNamespace|conflicts?_prefer|opts_\w+\$set|use_\w+|install\w*)|(?:\w+::)?[\w.]{1,40}(?:\([^()\n]{0,200}\))?\$set_\w+)\s*\(|^(?:import|from|using|def|class|function|struct|module|macro|export|const|let|var|with|for|while|if|else|elif|try|except|end|return|use|SELECT\s+INTO|CREATE|INSERT|UPDATE|DROP|%)\b|^@|^[\w.$@[\]"', ]{1,80}(?:<<?-|:?=(?!=)|[-+*/|&]=)|^(?:#|\/\/|--)|;[ \t]*$|->>?[ \t]*[\w.]+[ \t]*$/i;
/** Calls that print or draw, wherever they stand. */
const PRINTS =
  /\b(?:print(?:ln|f)?|cat|show|display|plot|imshow|hist|view|glimpse|head|summary)\s*\(|\.(?:show|plot)\b/i;

/** Whether a cell’s code prints or draws something: not if all of its statements set, load or define. */
export const printsResult = ({ value }: Code): boolean => {
  const code = codeOf(value);
  return PRINTS.test(code) || printingLine(code) !== undefined;
};

const codeOf = (value: string): string => value.replace(OPTION, '').slice(0, LONGEST);

/** Returns the first line of code that neither sets, loads nor defines something. */
function printingLine(code: string): string | undefined {
  let isContinued = false;
  for (const line of code.split('\n')) {
    const isStatement = /^\S/.test(line) && !/^[)}\]]/.test(line) && !isContinued;
    if (isStatement && !SILENT.test(line)) return line;
    if (line.trim() !== '') isContinued = /(?:[-+*/=,({[|&~]|%>%|%\w*%|<-|->|\|>)[ \t]*(?:#.*)?$/.test(line);
  }
  return undefined;
}

/** The longest code that is looked at, in UTF-16 units. */
const LONGEST = 20_000;

/** A setting of R in a text that keeps its cells from being run. */
const NEVER_RUN = /opts_chunk\$set\([^()]{0,500}\beval\s*=\s*(?:F|FALSE)\b/;
const neverRun = new WeakMap<Conversion['references'], boolean>();

function isRun({ runsCells, references, source }: Conversion): boolean {
  const known = neverRun.get(references) ?? NEVER_RUN.test(source);
  neverRun.set(references, known);
  return runsCells && !known;
}

/** Whether the page shows a result of a cell, which no post has. */
export function hasResult(node: Code, conversion: Conversion): boolean {
  const info = infoOf(node);
  const language = /^\{\s*([\w-]+)/.exec(info)?.[1] ?? '';
  if (!ENGINE.test(language) || !isRun(conversion)) return false;
  const above = options(node);
  return !SILENT_OPTIONS.some((row) => row.above.test(above) || row.behind.test(info)) && printsResult(node);
}

/** How words announce a result, not the code above it; each example is a test. */
export const RESULT_ANNOUNCED: readonly {
  readonly pattern: RegExp;
  readonly why: string;
  readonly example: string;
}[] = [
  {
    pattern: /\blooks?(?:ed)? like\b[^.!?]{0,60}[:：]["”’)*_]*$|^(?:so )?what does [^.]{0,60} look like\?$/i,
    why: 'how something looks is seen in its result',
    example: 'Here’s what that looks like:',
  },
  {
    pattern:
      /\b(?:here(?:[’']s| is| are)|we get|gives?(?: us)?|produces?|prints?|returns?|shows?)\b[^.!?]{0,60}\b(?:plots?|tables?|output|results?|graphs?|charts?|figures?|pictures?|maps?|histograms?|scatter ?plots?)[^.!?\w]{0,3}[:：]["”’)*_]*$/i,
    why: 'it names what the code makes',
    example: 'Here is the resulting table:',
  },
  {
    pattern:
      /\b(?:tables?|plots?|graphs?|charts?|figures?|output|histograms?|pictures?|maps?)\s+(?:that is |is )?(?:shown |printed |drawn |displayed )?below\b|\bbelow is (?:a|the) (?:table|plot|graph|chart|figure|histogram|picture|map)\b/i,
    why: 'it points to something below that is no code',
    example: 'The table shown below counts the gates.',
  },
];

/** The longest part of a caption that a finding shows, in characters. */
const LONGEST_CAPTION = 80;

/** What may be meant instead, right below a cell. */
const SHOWN_BELOW = /^\s*(?:!\[|<img\b|<figure\b|\||<table\b|\{\{|:::)/;
/** How far below, in UTF-16 units. */
const BELOW = 200;

/**
 * Reports a cell whose result no post has: an error if the words above announce it, else a warning, which is said once for all. `isHidden` says
 * that the page does not show its code either.
 */
export function reportResult(node: Code, conversion: Conversion, isHidden: boolean): void {
  const { findings, source, rangeOf, purpose } = conversion;
  if (!hasResult(node, conversion)) return;
  const at = placeOf(node, conversion);
  const { start, end } = rangeOf(node);
  const words = isHidden ? announcedCode(source, start, end) : resultAnnounced(lineAbove(source, start));
  if (purpose === 'thread' && words !== undefined && !SHOWN_BELOW.test(source.slice(end, end + BELOW))) {
    const message = `only the blog’s program can make what this cell shows, but the words above announce it: “${words.slice(-60)}”; put a picture of it here, \`![what it shows](FILE)\`, or words`;
    findings.add('announced-gap', at, message);
    return;
  }
  const caption = captionWords(cellOf(node, isHidden)?.caption ?? '');
  const isCaptioned = /\p{L}/u.test(caption);
  if (!isCaptioned && isHidden) {
    const cells = hiddenCells.get(conversion.references) ?? [];
    hiddenCells.set(conversion.references, cells);
    cells.push({ at, line: namedBy(node) });
    return;
  }
  const message = isCaptioned
    ? `only the engine can draw the picture of this cell, and it is left out with its caption, “${excerptOf(caption, LONGEST_CAPTION)}”; add the picture, \`![what it shows](FILE)\``
    : 'the page shows the result of this cell below its code, and the post only the code; write what it prints or draws, or add it as an image, if the words speak of it';
  findings.add('not-text-dropped', at, message);
}

/** Returns the line by which a finding names a cell: the first that prints or draws something. */
function namedBy({ value }: Code): string {
  const code = codeOf(value);
  const line = printingLine(code) ?? code.split('\n').find((one) => PRINTS.test(one)) ?? '';
  return excerptOf(line, 40)
    .replace(/[([{,]$/, '$&…')
    .replaceAll('`', '’');
}

/** Cells that hide their code, and what they run; by the references of their text. */
const hiddenCells = new WeakMap<
  Conversion['references'],
  { readonly at: Position; readonly line: string }[]
>();
/** How many of them a finding names. */
const MOST_NAMED = 4;

/** Reports the cells of a text that hide their code, in one message that names what they run: some may be the blog’s machinery. */
export function reportHiddenCells({ references, findings }: DraftText): void {
  const cells = hiddenCells.get(references) ?? [];
  const names = [...new Set(cells.map(({ line }) => `\`${line}\``))];
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  const message = `this cell hides its code, and only the engine can run it (${names.slice(0, MOST_NAMED).join(', ')}${more}); write what it shows if readers need it, or add it as an image`;
  for (const { at } of cells) findings.add('not-text-dropped', at, message);
}

/** Words that announce code, whatever it makes: “Here is the code for the plot:”. */
const OF_CODE = /\b(?:code|function|script|commands?|calls?|snippets?|syntax|query)\b[^.!?]*$/i;

const resultAnnounced = (line: string): string | undefined =>
  !OF_CODE.test(line) && RESULT_ANNOUNCED.some(({ pattern }) => pattern.test(line)) ? line : undefined;
