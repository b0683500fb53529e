import { MEDIA_ANNOUNCED, PLAYS_BELOW } from '../languages/media-announced.ts';
import { finds, type PhraseRule } from '../languages/phrases.ts';
import type { Block, Run } from './draft.ts';
import { runsText } from './draft-words.ts';
import type { FindingList } from './finding-list.ts';

/** The end of a line that announces something. */
const ANNOUNCES = /[:：]["”’»)*_]*$/;
/** A sign of the same form that only smiles, and the name of one. */
const SMILES = /(?:^|[\s.,!?…。！？])[:;]-?[)DP*(]+$|:[\w+-]+:$/;
/** How much of a line is looked at, in UTF-16 units. */
const LONGEST = 300;

/**
 * Warns of words that announce something where their file has nothing: at the text’s end, above the next section, and, of what plays, above
 * words without an address. What was there and can’t be shown has a finding of its own.
 */
export function reportNothingShown(blocks: readonly Block[], source: string, findings: FindingList): void {
  let lines: readonly string[] | undefined;
  let depth = 6;
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'heading') depth = block.depth;
    if (block.type !== 'paragraph' || !isAnnouncement(block.runs)) continue;
    const words = runsText(block.runs.slice(-8)).trim().slice(-LONGEST);
    const line = words.slice(words.lastIndexOf('\n') + 1);
    const below = blocks[at + 1];
    if (SMILES.test(line) || !isMissing(line, below, depth)) continue;
    lines ??= source.split(/\r\n|\n|\r/);
    const end = below === undefined ? lines.length : below.at.line - 1;
    if (!ANNOUNCES.test(lastWords(lines, block.at.line - 1, end))) continue;
    const said = line.length > 60 ? `…${line.slice(-60).replace(/^\S*\s/, '')}` : line;
    const message = `nothing is below the words that announce it: “${said}”; put a picture there, \`![what it shows](FILE)\`, an address, or words`;
    findings.add('announced-gap', block.at, message, { severity: 'warning' });
  }
}

/** Whether a paragraph ends with a colon that is neither code nor right behind a link, which leads to what is meant. */
function isAnnouncement(runs: readonly Run[]): boolean {
  const last = runs.at(-1);
  if (last?.type !== 'text' || last.emphasis === 'code' || !ANNOUNCES.test(last.text.trimEnd())) return false;
  return /\p{L}/u.test(last.text) || !/^(?:link|reference)$/.test(runs.at(-2)?.type ?? '');
}

/** Whether what is below a line can’t be what it announces. */
function isMissing(line: string, below: Block | undefined, depth: number): boolean {
  const says = (rules: readonly PhraseRule[]): boolean => rules.some((rule) => finds(rule, line));
  if (below === undefined) return true;
  if (below.type === 'heading' && below.depth <= depth && !below.runs.some(isMarked))
    return says(MEDIA_ANNOUNCED);
  const isOther = below.type === 'separator' || (below.type === 'paragraph' && !below.runs.some(isMarked));
  return isOther && says(PLAYS_BELOW);
}

/** Whether a run leads somewhere, or is code or words in italics, which may be what is announced. */
const isMarked = (run: Run): boolean =>
  run.type === 'link' || (run.type === 'text' && (run.emphasis === 'code' || run.emphasis === 'emphasis'));

/** Returns the last line of a part of the source that is not empty. */
function lastWords(lines: readonly string[], from: number, to: number): string {
  for (let at = to - 1; at >= from; at -= 1) {
    const line = lines[at]?.trim() ?? '';
    if (line !== '') return line;
  }
  return '';
}
