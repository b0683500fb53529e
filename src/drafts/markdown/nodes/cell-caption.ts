import type { Block, Run } from '../../draft.ts';
import { runsText } from '../../draft-words.ts';
import type { Position } from '../../finding.ts';
import { plainLine } from '../../plain-line.ts';

/** A link in a caption: its words and its address. */
const LINK = /\[([^[\]]{1,300})\]\(<?(https?:\/\/[^\s<>()]{1,500}(?:\([^\s<>()]{0,100}\))?)>?\)/g;

/** Returns the paragraph of a caption below the pictures of a cell, `fig-cap: "The mast, by [Ana](https://…)"`, with its links. */
export function cellCaption(caption: string, at: Position): Block[] {
  const runs = captionRuns(caption, at);
  return runs.length === 0 ? [] : [{ type: 'paragraph', runs, at }];
}

/** Returns the words of a caption, which describe the picture where nothing else does. */
export const captionWords = (caption: string): string =>
  runsText(captionRuns(caption, { line: 1, column: 1 })).trim();

function captionRuns(caption: string, at: Position): readonly Run[] {
  const runs: Run[] = [];
  let reached = 0;
  const addText = (written: string): void => {
    const text = plainText(written);
    if (text !== '') runs.push({ type: 'text', text, at });
  };
  for (const { 0: whole, 1: words = '', 2: url = '', index } of caption.matchAll(LINK)) {
    addText(caption.slice(reached, index).replace(OPEN, ''));
    runs.push({ type: 'link', text: plainLine(words), url, auto: false, at });
    reached = index + whole.length;
  }
  addText(caption.slice(reached));
  return runs;
}

/** The opening marks of bold or italic words, right before a link. */
const OPEN = /[*_]+$/;

/** Words without marks, and with the blanks beside links. */
function plainText(written: string): string {
  const text = plainLine(written);
  if (text === '') return written === '' ? '' : ' ';
  return `${/^\s/.test(written) ? ' ' : ''}${text}${/\s$/.test(written) ? ' ' : ''}`;
}
