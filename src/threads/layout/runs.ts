import type { Run } from '../../drafts/draft.ts';
import { BREAK, type BreakCode } from '../../text/break-list.ts';
import { lineGap } from '../../text/line-gap.ts';
import { followable } from '../followable.ts';
import type { Profile } from '../profile.ts';
import { isInWord, needsBackticks, withBackticks } from './code-backticks.ts';
import type { Context } from './context.ts';
import { emojiItems } from './emoji-items.ts';
import { isHardWrapped, isShortLined, isStanza } from './hard-wrapped.ts';
import { announces, type LastLine } from './lead-ins.ts';
import { areSentences, lineCode } from './line-codes.ts';
import { areOwnLines, isLabelBelow, isTurn, speakersIn } from './own-lines.ts';
import { isProseInLines } from './prose-in-lines.ts';
import { joined, wordsOf } from './run-words.ts';
import { isSetInLines } from './soft-ends.ts';
import { titleEnd } from './title-lines.ts';

/**
 * Lays out a block's runs at the writer's place. Keeps or joins line breaks by the draft's settings, or joins only those made
 * by an editor's wrapping. Records the text as prose, line by line.
 */
export function layoutRuns(
  runs: readonly Run[],
  context: Context,
  lines: 'keep' | 'unwrap' | 'join' = context.settings.lineBreaks,
): void {
  const { writer } = context;
  const lead = writer.lead(context.quote);
  const isMarked = runs.some(needsBackticks);
  const joins =
    ((lines === 'join' && !isShortLined(runs)) ||
      (lines === 'unwrap' &&
        (isHardWrapped(runs, context.breaksAtClauses) ||
          (context.draft.isOfBlog === true && isProseInLines(runs)) ||
          (context.hasSoftEnds && !isSetInLines(runs))))) &&
    !areOwnLines(runs);
  const speakers = joins ? speakersIn(runs) : NOBODY;
  let from = writer.length;
  let opens = true;
  let line = '';
  /** The end of that line: to look at all of it at each break would take the square of its length. */
  let end = '';
  let bold = true;
  let label = from;
  const items = context.depth === 0 && !joins ? emojiItems(runs) : [];
  const title = titleEnd(runs);
  const closeStanza = !joins && isStanza(runs) ? writer.openGroup('item') : undefined;
  const isPlain = context.depth === 0 && context.quote === '' && closeStanza === undefined;
  const inProse = isPlain && !items.includes(true) && areSentences(runs, joins);
  let row = 0;
  let close = items[0] === true ? writer.openGroup('list') : undefined;
  runs.forEach((run, at) => {
    if (run.type === 'break') {
      const next = wordsBelow(runs, at);
      if (
        !run.hard &&
        joins &&
        !namesSpeaker(end, next) &&
        !isLabelBelow(line, next) &&
        !isTurn(next, speakers)
      ) {
        const gap = lineGap(end, next);
        writer.write(gap);
        line += gap;
        end += gap;
        return;
      }
      writer.prose(from, lead, opens, label);
      opens = false;
      row += 1;
      const names = at === title || (bold && isShortBold(line));
      const own = names ? BREAK.leadIn : lineCode(line, { next: runs[at + 1], below: next, inProse });
      const code = items[row] === true ? emojiItemCode(items, row, line) : own;
      if (items[row] !== true) {
        close?.();
        close = undefined;
      }
      writer.breakLine('\n', code, 0, context.indent);
      if (items[row] === true) close ??= writer.openGroup('list');
      writer.add(context.quote, 'bullet');
      from = writer.length;
      label = from;
      line = '';
      end = '';
      bold = true;
      return;
    }
    line += wordsOf(run);
    end = (end + wordsOf(run)).slice(-END_LENGTH);
    bold &&= isBold([run]);
    layoutRun(run, context, isMarked && !isInWord(runs, at));
    if (bold && isShortBold(line)) label = writer.length;
  });
  writer.prose(from, lead, opens, label);
  close?.();
  closeStanza?.();
}

const NOBODY: ReadonlySet<string> = new Set();

/** How much of a line's end says how the next line joins it, in UTF-16 units. */
const END_LENGTH = 64;

/** Whether `— Name` follows the end of somebody’s words: no join makes it a part of them. */
const namesSpeaker = (line: string, next: string): boolean =>
  /^\s*(?:[—–―]|--)\s*\S/.test(next) && /[.!?…。！？]["”’»」』)\]*_]*\s*$/.test(line);

/** Returns the code of a break before an item of a list written with emoji. */
function emojiItemCode(items: readonly boolean[], row: number, above: string): BreakCode {
  if (items[row - 1] !== true) return announces(lineAlone(above), 'list') ? BREAK.leadIn : BREAK.listed;
  const isSecond = items[row - 2] !== true;
  const isLast = items[row + 1] !== true;
  return isSecond === isLast ? BREAK.item : BREAK.lone;
}

/** Whether a bold line above other lines of its paragraph is short enough for a heading. */
const isShortBold = (line: string): boolean =>
  announces({ text: line.trim(), only: true, bold: true }, 'text');

const lineAlone = (line: string): LastLine => ({ text: line.trim(), only: true, bold: false });

/** Leaves one space of several, as every page does. */
const oneSpaced = (text: string): string => text.replace(/ {2,}/g, ' ');

/** The longest code in a sentence, in characters, that no cut splits. */
const CODE_LENGTH = 70;
/** From this length on, in characters, the words of a link are prose if they hold a sentence end; from twice that on, in any case. */
const PROSE_LENGTH = 110;

const isProse = (words: string): boolean =>
  words.length > 2 * PROSE_LENGTH || (words.length > PROSE_LENGTH && /[.!?…。！？]["”’)]*\s\S/.test(words));

function layoutRun(run: Exclude<Run, { type: 'break' }>, context: Context, isMarked: boolean): void {
  const { writer, sources } = context;
  const start = writer.length;
  switch (run.type) {
    case 'text':
      writer.write(
        withBackticks(run, context.settings.lineBreaks === 'keep' ? run.text : oneSpaced(run.text), {
          isMarked,
          dollars: context.marksDollars,
        }),
      );
      if (run.emphasis === 'code' && run.text.length <= CODE_LENGTH) writer.keepWhole(start);
      return;
    case 'reference': {
      writer.write(`[${run.label}]`);
      const source = context.draft.references[run.source];
      if (source !== undefined) linkWords(start, source.url, context);
      return;
    }
    case 'note': {
      const number = sources.byNote.get(run.id);
      if (sources.wordless.has(run.id)) return;
      writer.add(`[${number ?? run.id}]`, 'mark');
      writer.keepWhole(start);
      if (number !== undefined) writer.mark(number);
      return;
    }
    case 'link':
      writer.add(missingScheme(run, context.profile), 'source');
      writer.write(run.auto ? shownAs(run, context.profile) : oneSpaced(run.text));
      if (run.auto || !isProse(run.text)) writer.keepWhole(start);
      layoutTarget(run, start, context);
      return;
    default:
      throw new Error(`no layout for the run ${JSON.stringify(run satisfies never)}`);
  }
}

/** Adds `https://` before a bare `www.example.org`, if the network only links URLs with a scheme. */
function missingScheme({ text, url, auto }: Extract<Run, { type: 'link' }>, profile: Profile): string {
  if (!auto || profile.linkStyle !== 'written' || profile.links(text).length > 0) return '';
  const scheme = /^https?:\/\//i.exec(url)?.[0] ?? '';
  const address = url.slice(scheme.length);
  const words = text.trim().replace(/\/$/, '');
  return address.startsWith(words) || address.startsWith(`www.${words}`) ? scheme : '';
}

/** Returns a bare URL as the network shows it. */
function shownAs({ text, url }: Extract<Run, { type: 'link' }>, profile: Profile): string {
  return /^https?:/i.test(url) ? (profile.shownUrl?.(url) ?? text) : text;
}

/** Links what was written since `start`, if the network has facets and readers can follow the link. */
export function linkWords(start: number, url: string, { writer, profile }: Context): void {
  if (profile.linkStyle === 'facets' && /^https?:\/\/\S+$/i.test(url))
    writer.linkSince(start, followable(url));
}

/** Adds what leads a reader from a link's words to its URL, as the network and the draft require. */
function layoutTarget(link: Extract<Run, { type: 'link' }>, start: number, context: Context): void {
  const { writer, sources, profile, settings } = context;
  if (profile.linkStyle === 'facets') {
    linkWords(start, link.url, context);
    return;
  }
  if (link.auto || settings.footnotes === 'none') return;
  const number = sources.byUrl.get(link.url);
  if (profile.linkStyle === 'written' || settings.footnotes === 'inline' || number === undefined) {
    writer.add(` (${followable(link.url)})`, 'source');
    return;
  }
  writer.add(` [${number}]`, 'mark');
  writer.keepWhole(writer.length - `[${number}]`.length - 2);
  writer.mark(number);
}

/** Returns the words of the line below a break. */
function wordsBelow(runs: readonly Run[], at: number): string {
  let line = '';
  for (let next = at + 1; next < runs.length; next += 1) {
    const run = runs[next];
    if (run === undefined || run.type === 'break') break;
    line += wordsOf(run);
  }
  return line;
}

/** Returns the words of a block's first line, to decide what goes before it. */
export function firstLineOf(runs: readonly Run[]): string {
  const end = runs.findIndex(({ type }) => type === 'break');
  return joined(end < 0 ? runs : runs.slice(0, end));
}

/** Returns the words of a block's last line, to decide what goes after it; marks of notes behind its last word say nothing. */
export function lastLineOf(runs: readonly Run[]): string {
  const [only] = runs;
  if (runs.length === 1 && only?.type === 'text') return only.text;
  const line = runs.slice(runs.findLastIndex(({ type }) => type === 'break') + 1);
  const isMark = ({ type }: Run): boolean => type === 'note' || type === 'reference';
  const last = line.findLastIndex((run) => !isMark(run) && (run.type !== 'text' || run.text.trim() !== ''));
  return joined(last < 0 ? line : line.slice(0, last + 1));
}

/** Whether all of a block's words are bold; links count as bold between bold words. */
export function isBold(runs: readonly Run[]): boolean {
  const own = runs.filter((run) => run.type !== 'text' || run.text.trim() !== '');
  const last = own.at(-1);
  if (last?.type !== 'text' || last.emphasis !== 'strong') return false;
  return own.every((run) => run.type === 'link' || (run.type === 'text' && run.emphasis === 'strong'));
}

/** Whether all of a block's words are in italics, some of them bold or code; links aside. */
export function isItalic(runs: readonly Run[]): boolean {
  const plain = runs.flatMap((run) => (run.type === 'text' && run.text.trim() !== '' ? [run.emphasis] : []));
  return plain.includes('emphasis') && plain.every((emphasis) => emphasis !== undefined);
}

/** A label before a link: `Link:`. */
const LINK_LABEL = /^\p{L}[\p{L} ]{0,18}[:：]\s*$/u;

/** Whether a block is only a link, or one with a label: `Link: e.org`. */
export function isLink(runs: readonly Run[]): boolean {
  if (!runs.some(({ type }) => type === 'link')) return false;
  const [first, ...rest] = runs.filter((run) => run.type !== 'text' || run.text.trim() !== '');
  const labelled = first?.type === 'text' && LINK_LABEL.test(first.text);
  const [link, ...others] = labelled ? rest : [first, ...rest];
  return link?.type === 'link' && others.length === 0;
}

/** The longest row of links, in characters, and the least share of it that is links. */
const ROW_LENGTH = 100;
const LINKED_SHARE = 0.4;

/** Whether a block is one short line of several links: `Ann on [GitHub](…), [Mastodon](…)`. */
export function isLinkRow(runs: readonly Run[]): boolean {
  const links = runs.filter(({ type }) => type === 'link');
  if (links.length < 2 || runs.some(({ type }) => type === 'break')) return false;
  const row = joined(runs);
  return (
    row.length <= ROW_LENGTH &&
    joined(links).length >= LINKED_SHARE * row.length &&
    !/[.!?:。！？：]$/.test(row)
  );
}

/** Whether a block's first words are code. */
export const opensWithCode = ([first]: readonly Run[]): boolean =>
  first?.type === 'text' && first.emphasis === 'code';
