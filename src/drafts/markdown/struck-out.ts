import type { Position } from '../finding.ts';
import { HOLE } from '../markup/hole.ts';
import type { DraftText, InlineWriter } from './conversion.ts';
import { writeText } from './inline-writer.ts';

/** Drops struck-out words, and returns their places; a summary never quotes a sentence with any. */
export function leaveOutStruck(
  words: string,
  at: Position,
  writer: InlineWriter,
  { findings, purpose }: DraftText,
): void {
  const shown = words.replace(/\s+/g, ' ').trim();
  if (shown === '') return;
  const excerpt = shown.length > 60 ? `${shown.slice(0, 60).trimEnd()}…` : shown;
  findings.add(
    'struck-out',
    at,
    `“${excerpt}” is struck out, which a post can’t show, so it is left out; remove it, or say what holds now`,
  );
  if (purpose === 'summary') writeText(writer, HOLE, at);
}
