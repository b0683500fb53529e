import type { Edit } from '../edits.ts';
import { indentAt, itemIndent } from './item-indent.ts';

/** A piece of a text that the layout replaces; pieces are in the order of the file. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  /** Its role among blocks; `text` is inline. */
  readonly as:
    | { readonly is: 'text'; readonly text: string }
    /** On lines of its own: `text` is Markdown for it, or empty if it only separates blocks. */
    | { readonly is: 'block'; readonly text: string }
    /** Opens or closes something whose lines lose their common indentation. */
    | {
        readonly is: 'open';
        readonly kind: 'plain' | 'quote' | 'list' | 'item';
        readonly marker: string;
        readonly text: string;
        /** Begins the first line inside: `Ana: `. */
        readonly lead?: string;
        /** Whether its line ends are only spaces, as in HTML's `<p>`. */
        readonly flows?: boolean;
      }
    | {
        readonly is: 'close';
        readonly kind: 'plain' | 'quote' | 'list' | 'item';
        /** The last line inside. */
        readonly text?: string;
        /** Ends the last line inside. */
        readonly tail?: string;
      };
};

type Opened = {
  readonly kind: 'plain' | 'quote' | 'list' | 'item';
  readonly prefix: string;
  readonly flows: boolean;
  /** The smallest indentation of a line inside, in columns. */
  common: number;
};

type OpenLine = {
  readonly start: number;
  readonly indent: number;
  readonly blank: boolean;
  /** Directly below a tag, no line is code. */
  readonly belowTag: boolean;
  /** Where the line above ends, if its end is only a space between two words. */
  readonly joined: number | undefined;
  /** Whether a list of HTML needs the line for its tags only, or has it between two items. */
  readonly isGone: boolean;
  within: Opened;
  prefix: string;
};

/** What the lines of a text are, where tags and Markdown meet. */
type LinesOf = {
  /** Whether a line is code, and keeps its indentation. */
  readonly isCode: (offset: number) => boolean;
  /** Whether a line is of a text in HTML, and loses it. */
  readonly isPage: (offset: number) => boolean;
  /** Whether a line is a row of a table in Markdown, which no tag breaks. */
  readonly isRow: (offset: number) => boolean;
};

/**
 * Makes edits that turn nested tags into Markdown layout: every block on separate lines, quotations with `>`, items with
 * bullets, and no indentation that Markdown would read as code.
 *
 *     <blockquote>
 *       <p>Two words.</p>     becomes     > Two words.
 *     </blockquote>
 */
export function blockLayout(
  source: string,
  from: number,
  pieces: readonly Piece[],
  { isCode, isPage, isRow }: LinesOf,
): Edit[] {
  const edits: Edit[] = [];
  const lines: OpenLine[] = [];
  const stack: Opened[] = [];
  let done = from;
  let lineStart = source.lastIndexOf('\n', from - 1) + 1;
  let isEmpty = true;
  let afterTag = false;
  const prefix = (): string => stack.map((opened) => opened.prefix).join('');
  const numberOf: number[] = [];

  const readTo = (end: number): void => {
    const gap = source.slice(done, end);
    const last = gap.lastIndexOf('\n');
    const top = stack.at(-1);
    if (top === undefined)
      for (let at = gap.indexOf('\n'); at !== -1; at = gap.indexOf('\n', at + 1)) {
        const start = done + at + 1;
        const margin = isPage(start) ? indentAt(source, start) : 0;
        if (margin > 0) edits.push({ start, end: start + margin, text: '' });
      }
    else {
      for (let at = gap.indexOf('\n'); at !== -1; at = gap.indexOf('\n', at + 1)) {
        const start = done + at + 1;
        const indent = isCode(start) ? 0 : indentAt(source, start);
        const blank = isBlankAt(source, start + indent);
        // Ignore the indentation of a line that begins with a tag.
        if (!blank && start + indent < end) top.common = Math.min(top.common, indent);
        const belowTag = afterTag && gap.slice(0, at).trim() === '';
        afterTag = false;
        const above = gap.slice(gap.lastIndexOf('\n', at - 1) + 1, at);
        const joins =
          top.flows &&
          !blank &&
          above.trim() !== '' &&
          start + indent < end &&
          !OPENS.test(gap.slice(at + 1 + indent, at + 20 + indent));
        const joined = joins ? start - 1 - (above.length - above.trimEnd().length) : undefined;
        const tags =
          numberOf.length > 0 ? BETWEEN_ITEMS.exec(source.slice(start, start + 300))?.[0] : undefined;
        const isGone = tags !== undefined && (numberOf.length > 1 || !/<\/[uo]l/i.test(tags));
        lines.push({ start, indent, blank, belowTag, joined, isGone, within: top, prefix: prefix() });
      }
    }
    if (last === -1) isEmpty = isEmpty && gap.trim() === '';
    else {
      isEmpty = gap.slice(last + 1).trim() === '';
      lineStart = done + last + 1;
    }
    done = end;
  };

  /** Recompute the line's prefix from what is open now, not from what was open at its start. */
  const leadAnew = (): void => {
    const line = lines.at(-1);
    if (line !== undefined && line.start === lineStart) line.prefix = prefix();
  };
  /** Takes the prefix of a line that begins with the tag at `start`: only one edit can begin at a place. */
  const takenPrefix = (start: number): string => {
    const line = lines.at(-1);
    if (line === undefined || line.start !== start) return '';
    const taken = line.prefix;
    line.prefix = '';
    return taken;
  };
  /** Makes the line ends before and after a block, and the prefix for lines inside what is open. */
  const lineEnd = (end: number): string => {
    if (!isEmpty) return `\n${prefix().trimEnd()}\n${lead()}`;
    leadAnew();
    return restIsBlank(source, end) ? '' : `\n${lead()}`;
  };
  const indentation = (): string =>
    isPage(lineStart) ? '' : source.slice(lineStart, lineStart + indentAt(source, lineStart));
  const lead = (): string =>
    stack.length > 0 ? prefix() : itemIndent(source, lineStart) || indentation().slice(0, 3);

  for (const { start, end, as } of pieces) {
    readTo(start);
    // Inside a Markdown item or quotation, a line break would end it.
    const ownMark = isRow(lineStart)
      ? ROW
      : stack.length > 0
        ? ''
        : markOf(source.slice(lineStart, Math.min(start, lineStart + 40)));
    let text = '';
    let reach = end;
    if (as.is === 'text') {
      text = takenPrefix(start) + as.text;
      if (as.text.trim() !== '') isEmpty = false;
    } else if (ownMark !== '') {
      text = inLine(as, ownMark, source.slice(lineStart + ownMark.length, start).trim() === '');
    } else if (as.is === 'block') {
      const between = isEmpty && lineStart > 0 && isBlankBefore(source, lineStart) ? '' : lineEnd(start);
      // All lines of a block have the indentation of its first.
      const own = between === '' && stack.length === 0 ? indentation() : lead();
      const led = between === '' ? takenPrefix(start) : '';
      // White space before words behind a block would make code of them.
      if (as.text !== '') reach = end + indentAt(source, end);
      text = as.text === '' ? lineEnd(end) : `${between}${led}${indented(as.text, own)}\n\n${prefix()}`;
      isEmpty = true;
    } else if (as.is === 'close') {
      const last = as.text ? `\n${prefix().trimEnd()}\n${prefix()}${as.text}` : '';
      if (last !== '') isEmpty = false;
      closeTo(stack, as.kind, numberOf);
      const staysInItem =
        as.kind === 'list' && stack.at(-1)?.kind === 'item' && ITEM_ENDS.test(source.slice(end, end + 100));
      text = `${as.tail ?? ''}${last}${as.kind === 'item' || staysInItem ? '' : lineEnd(end)}`;
      isEmpty = isEmpty || text !== '';
    } else if (as.kind === 'item') {
      while (stack.length > 0 && stack.at(-1)?.kind !== 'list') stack.pop();
      if (isEmpty) leadAnew();
      text = isEmpty ? takenPrefix(start) : `\n${prefix()}`;
      const number = numberOf.at(-1) ?? 0;
      const own = OWN_NUMBER.exec(source.slice(end, end + 40))?.[1];
      const marker = own ?? (number === 0 ? '-' : `${number}.`);
      if (number > 0) numberOf[numberOf.length - 1] = number + 1;
      if (own === undefined) text += `${marker} `;
      const inside = ' '.repeat(marker.length + 1);
      stack.push({ kind: 'item', prefix: inside, flows: true, common: Number.POSITIVE_INFINITY });
      reach = end + (/^\s*/.exec(source.slice(end, end + 200))?.[0].length ?? 0);
      isEmpty = true;
    } else {
      const isNested = as.kind === 'list' && stack.at(-1)?.kind === 'item';
      // No blank line, which would part the items of the outer list.
      text = !isNested
        ? lineEnd(as.text === '' ? end : start)
        : isEmpty
          ? restIsBlank(source, end)
            ? ''
            : takenPrefix(start)
          : `\n${lead()}`;
      const mark = as.kind === 'quote' ? '> ' : '';
      const inItem = stack.length === 0 && isEmpty ? itemIndent(source, lineStart) : '';
      const flows = as.flows === true;
      stack.push({ kind: as.kind, prefix: `${inItem}${mark}`, flows, common: Number.POSITIVE_INFINITY });
      if (as.kind === 'list') numberOf.push(as.marker === '' ? 0 : Number(as.marker));
      if (as.text !== '') text += `${indented(as.text, prefix())}\n\n${prefix()}`;
      else if (as.lead !== undefined) {
        reach = end + (/^\s*/.exec(source.slice(end, end + 200))?.[0].length ?? 0);
        const gap = isEmpty ? (isBlankBefore(source, lineStart) ? '' : '\n') : '\n\n';
        text = `${gap === '' ? '' : gap + prefix()}${as.lead}`;
      } else if (mark !== '' && !restIsBlank(source, end)) text += mark;
      isEmpty = true;
    }
    edits.push({ start, end: reach, text });
    afterTag = as.is !== 'text';
    done = reach;
    if (reach > end) {
      const last = source.lastIndexOf('\n', reach - 1);
      if (last >= end) lineStart = last + 1;
    }
  }
  readTo(done);
  return [...edits, ...lines.flatMap(lineEdit)].sort((one, other) => one.start - other.start);
}

/** The number that an author typed in an item whose list shows none: `<li>1. One</li>`. */
const OWN_NUMBER = /^\s*(\d{1,3}[.)])\s+\S/;
/** Lines of a list with nothing but its tags, or nothing at all above one. */
const BETWEEN_ITEMS =
  /^(?:[^\S\n]*<\/?[uo]l\b[^<>\n]*>|[^\S\n]*<\/li\s*>)*[^\S\n]*\r?\n\s*<\/?(?:li|[uo]l)\b/i;
/** What follows a list that ends with its item. */
const ITEM_ENDS = /^\s*<\/?li\b/i;
const ROW = '|';
const OWN_MARK = /^[^\S\n]*(?:>|[-+*][^\S\n]+|\d{1,9}[.)][^\S\n]+|\|)/;

/** Returns the mark with which a line opens an item, a quotation or a row, with the white space around it; empty without one. */
const markOf = (line: string): string => OWN_MARK.exec(line)?.[0] ?? '';

/** Returns what stands for a piece on the line of a mark; `opens` if it comes first there. A block of several lines stays in its item. */
function inLine(as: Piece['as'], mark: string, opens: boolean): string {
  if (as.is !== 'block') return ' ';
  if (!as.text.includes('\n')) return ` ${as.text} `;
  if (/[>|]$/.test(mark)) return ' ';
  const lead = ' '.repeat(mark.length);
  return `${opens ? '' : `\n\n${lead}`}${indented(as.text, lead)}\n\n${lead}`;
}

/** Begins a block, or a definition, in Markdown between tags. */
const OPENS = /^(?:[-+*>#|[`~]|\d{1,9}[.)]\s|\$\$)/;

function lineEdit({ start, indent, blank, belowTag, joined, isGone, within, prefix }: OpenLine): Edit[] {
  if (isGone) return [{ start: start - 1, end: start + indent, text: '' }];
  if (joined !== undefined) return [{ start: joined, end: start + indent, text: ' ' }];
  const strip = blank || belowTag ? indent : Math.min(within.common, indent);
  const text = blank ? prefix.trimEnd() : prefix;
  return strip === 0 && text === '' ? [] : [{ start, end: start + strip, text }];
}

function closeTo(stack: Opened[], kind: Opened['kind'], numberOf: number[]): void {
  const index = stack.findLastIndex((opened) => opened.kind === kind);
  if (index === -1) return;
  for (const opened of stack.splice(index)) if (opened.kind === 'list') numberOf.pop();
}

function indented(text: string, prefix: string): string {
  return prefix === '' ? text : text.replaceAll('\n', `\n${prefix}`);
}

function isBlankAt(source: string, at: number): boolean {
  return at >= source.length || source[at] === '\n' || source[at] === '\r';
}

/** Whether the line above the one that starts here is blank. */
function isBlankBefore(source: string, start: number): boolean {
  return source.slice(source.lastIndexOf('\n', start - 2) + 1, start).trim() === '';
}

function restIsBlank(source: string, at: number): boolean {
  return isBlankAt(source, at + indentAt(source, at));
}
