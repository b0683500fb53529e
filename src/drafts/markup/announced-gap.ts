import { attributesOf } from './attributes.ts';
import type { Piece } from './block-layout.ts';
import { announcementAbove, isAnnounced } from './is-announced.ts';
import type { MarkupNote } from './markup-options.ts';
import { decoratesOrFrames } from './only-on-page.ts';
import { calledName } from './picture-tag.ts';
import { beforeInLine, insideOfPair, isAlone, shown, type TokenCase, whole } from './token-case.ts';

/** Elements of HTML that draw or play something, or that readers fill in. */
const DRAWS = /^(?:svg|canvas|object|embed|audio|video|iframe|script|math|applet|form)$/;
/** Tags that set something, or bring in what others use. */
const SETS = /^(?:assign|capture|set|load|from|import|extends|block|macro|comment|raw|code|pre|highlight)$/;
/** What may be meant instead, right below: code, items, a quotation, a picture, a table, another tag that is no end. */
const ANSWERS = /^(?:`{3}|~{3}|[-*+•>|]\s?|\d{1,9}[.)]\s|!\[|<(?!\/)|\{\{|\{%-?\s*(?!end)| {4}\S|https?:)/;
/** Ends of tags and empty lines, below which what is meant may stand. */
const PASSED = /^(?:[^\S\n]*(?:<\/[^<>]*>|\{%-?\s*end\w*\s*-?%\})*[^\S\n]*\n)+/;
/** Tags that only lay out the words or the drawing inside. */
const LAYOUT = '<\\/?(?:p|div|span|center|figure|figcaption|small|i|em|b|strong|br)\\b[^<>]*>';
const LAYOUTS = new RegExp(LAYOUT, 'gi');
/** Such tags before words of their line, as those of a caption. */
const OPENED = new RegExp(`^(?:${LAYOUT}[^\\S\\n]*)+(?=[^\\s<])`, 'i');
/** An element that a program may fill: `<div id="rain"></div>`. */
const FILLED = /^(?:div|span|figure|section)$/;
/** Names of files that begin or end something: `{% include alert/start.html %}`. */
const ENDS = /^(?:start|begin|open|end|close|stop)/;
/** An announcement whose last words are a link, which leads to what is shown. */
const LEADS = /\]\((?:[^()\s{]|\{(?!\{)|\{\{[^{}]{0,80}\}\})*\)[)*_"”»]*(?:\s+or\s+\w+)?\s?[:：]["”’»)*_]*$/;
/** How far below something is looked for that may be meant instead, in UTF-16 units. */
const BELOW = 300;

/**
 * Makes a finding of a note, if nothing of the tag is left though the words above it announce it: “Here it is:” would lead to nothing, or to
 * the next paragraph. Undefined if the words may speak of what stands below.
 */
export function gapNote(here: TokenCase, piece: Piece, note: MarkupNote): MarkupNote | undefined {
  const { token, source, options } = here;
  if (options.purpose !== 'thread' || token.role === 'close' || !isLoss(here, note)) return undefined;
  if (piece.as.is === 'open' ? insideOfPair(here).trim() !== '' : piece.as.text !== '') return undefined;
  const { start, end } = whole(here);
  if (!standsApart(source, start, end)) return undefined;
  const words = announcedOf(source, start, end);
  if (words === undefined) return undefined;
  const message = `\`${shown(here)}\` can’t be shown in a post, but the words above announce it: “${words}”; put in its place a picture of it, \`![what it shows](FILE)\`, an address, or words`;
  return { code: 'announced-gap', offset: token.start, message };
}

/** Returns the end of the words that announce what stands at a place; undefined if they may mean what stands below. */
export function announcedOf(source: string, start: number, end: number): string | undefined {
  const words = announcementAbove(source, start);
  return words === undefined || LEADS.test(words) || ANSWERS.test(belowOf(source, end))
    ? undefined
    : endOf(words);
}

/** The name of a tab or of an output, alone in its line: `**Output**`. */
const LABEL = /(?<=\n)\*\*[^*\n]{1,80}\*\*\s*$/;
const LABELS = /^(?:\s*\*\*[^*\n]{1,80}\*\*[^\S\n]*\n)+\s*/;

/** Returns the same for code of which nothing is left, in Markdown that holds no other markup; the name of a tab is no words. */
export function announcedCode(source: string, start: number, end: number): string | undefined {
  const above = source.slice(Math.max(0, start - 2 * BELOW), start).replace(LABEL, '');
  const below = source.slice(end, end + BELOW).replace(LABELS, '\n');
  return announcedOf(`${above}${below}`, above.length, above.length);
}

/** Whether something is alone on its lines but for tags that lay it out: `<p><center><svg>…</svg></center></p>`. */
export const standsApart = (source: string, start: number, end: number): boolean =>
  isAlone(source, start, end) ||
  (beforeInLine(source, start).replace(LAYOUTS, '').trim() === '' &&
    lineFrom(source, end).replace(LAYOUTS, '').trim() === '');

const lineFrom = (source: string, at: number): string =>
  /^[^\n]*/.exec(source.slice(at, at + BELOW))?.[0] ?? '';

/**
 * Whether an empty element is drawn into by a program of the text, which names it: `<div id="rain"></div>` and `draw('#rain')`. A
 * program directly below is one that the words announce, too.
 */
export function isDrawnInto(here: TokenCase): boolean {
  const { token, pair, source, options } = here;
  if (options.purpose !== 'thread' || token.language !== 'html' || !FILLED.test(token.name)) return false;
  if (pair?.open !== token || insideOfPair(here).trim() !== '' || !isAnnounced(source, token.start))
    return false;
  const id = attributesOf(token.text).named.get('id') ?? '';
  const { end } = whole(here);
  if (!/^[\w-]+$/.test(id) || /^\s*<(?:script|canvas)\b/.test(source.slice(end, end + BELOW))) return false;
  return namesInPrograms(here).has(id);
}

/** A name in quotation marks, as a program names an element: `'#rain'`. */
const QUOTED_NAME = /(?<=["'`]#?)[\w-]{1,100}(?=["'`])/g;
const namesOf = new WeakMap<TokenCase['notes'], ReadonlySet<string>>();

/** Returns the names in quotation marks from the first program of a text on; found once for each text. */
function namesInPrograms({ source, notes }: TokenCase): ReadonlySet<string> {
  const known = namesOf.get(notes);
  if (known !== undefined) return known;
  const programs = source.indexOf('<script');
  const names = new Set(programs === -1 ? [] : source.slice(programs).match(QUOTED_NAME));
  namesOf.set(notes, names);
  return names;
}

function isLoss({ token }: TokenCase, { code, severity }: MarkupNote): boolean {
  if (severity === 'info') return false;
  if (token.language === 'html')
    return code === 'html-dropped' && (DRAWS.test(token.name) || FILLED.test(token.name));
  return (
    code === 'not-text-dropped' &&
    !SETS.test(token.name) &&
    !decoratesOrFrames(token.name) &&
    !ENDS.test(calledName(token))
  );
}

const belowOf = (source: string, end: number): string =>
  source
    .slice(end, end + BELOW)
    .replace(/^[^\n]*\n/, '')
    .replace(PASSED, '')
    .replace(OPENED, '');

/** Tags of templates. */
const TEMPLATE = /\s?\{[{%][^{}]*[%}]\}/g;

/** Shortens words to their end, without templates in them. */
function endOf(line: string): string {
  const words = line.replace(TEMPLATE, '');
  return words.length > 50 ? `…${words.slice(-50).replace(/^\S*\s/, '')}` : words;
}
