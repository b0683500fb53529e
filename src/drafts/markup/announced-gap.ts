import type { Piece } from './block-layout.ts';
import { announcementAbove } from './is-announced.ts';
import type { MarkupNote } from './markup-options.ts';
import { decoratesOrFrames } from './only-on-page.ts';
import { calledName } from './picture-tag.ts';
import { insideOfPair, isAlone, shown, type TokenCase, whole } from './token-case.ts';

/** Elements of HTML that draw or play something. */
const DRAWS = /^(?:svg|canvas|object|embed|audio|video|iframe|script|math|applet)$/;
/** Tags that set something, or bring in what others use. */
const SETS = /^(?:assign|capture|set|load|from|import|extends|block|macro|comment|raw|code|pre|highlight)$/;
/** What may be meant instead, right below: code, items, a quotation, a picture, a table, another tag that is no end. */
const ANSWERS = /^(?:`{3}|~{3}|[-*+•>|]\s?|\d{1,9}[.)]\s|!\[|<(?!\/)|\{\{|\{%-?\s*(?!end)| {4}\S|https?:)/;
/** Ends of tags and empty lines, below which what is meant may stand. */
const PASSED = /^(?:[^\S\n]*(?:<\/[^<>]*>|\{%-?\s*end\w*\s*-?%\})*[^\S\n]*\n)+/;
/** Names of files that begin or end something: `{% include alert/start.html %}`. */
const ENDS = /^(?:start|begin|open|end|close|stop)/;
/** An announcement whose last words are a link, which leads to what is shown. */
const LEADS = /\]\([^()\s]*\)[)*_"”»]*(?:\s+or\s+\w+)?\s?[:：]["”’»)*_]*$/;
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
  if (!isAlone(source, start, end)) return undefined;
  const words = announcementAbove(source, start);
  if (words === undefined || LEADS.test(words) || ANSWERS.test(belowOf(source, end))) return undefined;
  const message = `\`${shown(here)}\` can’t be shown in a post, but the words above announce it: “${endOf(words)}”; put in its place a picture of it, \`![what it shows](FILE)\`, an address, or words`;
  return { code: 'announced-gap', offset: token.start, message };
}

function isLoss({ token }: TokenCase, { code, severity }: MarkupNote): boolean {
  if (severity === 'info') return false;
  if (token.language === 'html') return code === 'html-dropped' && DRAWS.test(token.name);
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
    .replace(PASSED, '');

/** Shortens words to their end. */
const endOf = (words: string): string =>
  words.length > 50 ? `…${words.slice(-50).replace(/^\S*\s/, '')}` : words;
