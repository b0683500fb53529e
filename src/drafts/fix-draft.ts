import { byteOrderMark } from './decode-draft.ts';
import { applyEdits, type Edit } from './edits.ts';
import { findMojibake } from './encoding/mojibake.ts';
import { findOddCharacters } from './encoding/odd-characters.ts';
import type { Finding } from './finding.ts';
import { createFindingList } from './finding-list.ts';
import { lineTable } from './line-table.ts';
import { fixTraps } from './traps/fix-traps.ts';

/** A repaired draft, and what was repaired, at its places in the original draft. */
export type FixedDraft = { readonly text: string; readonly fixed: readonly Finding[] };

/**
 * Repairs what needs no judgement: a byte order mark, UTF-8 decoded as Windows-1252 (however many times), control characters,
 * mathematical letters used as bold, doubled spaces, and tracking parameters of links. Changes nothing else; a second run finds
 * nothing to do.
 */
export function fixDraft(source: string): FixedDraft {
  const { text, fixed } = fixCharacters(source);
  const traps = fixTraps(text);
  return { text: traps.text, fixed: [...fixed, ...traps.fixed] };
}

/** Repairs those of a draft's characters alone, without a parse: all but doubled spaces and tracking parameters. */
export function fixCharacters(source: string): FixedDraft {
  const marked = source.startsWith('\ufeff');
  const text = marked ? source.slice(1) : source;
  const lines = lineTable(text);
  const findings = createFindingList();
  let current = text;
  let toOriginal = (offset: number): number => offset;
  for (;;) {
    const edits: Edit[] = [];
    for (const { start, end, meant } of findMojibake(current)) {
      if (meant === null) continue;
      edits.push({ start, end, text: meant });
      const message = `\`${current.slice(start, end)}\` became \`${meant}\``;
      findings.add('mojibake', lines.positionAt(toOriginal(start)), message);
    }
    for (const { code, start, end, replacement } of findOddCharacters(current)) {
      if (replacement === undefined) continue;
      edits.push({ start, end, text: replacement });
      const became =
        replacement === '' ? 'a control character was removed' : `plain letters: \`${replacement}\``;
      findings.add(code, lines.positionAt(toOriginal(start)), became);
    }
    if (edits.length === 0) break;
    const { text: edited, originalOffset } = applyEdits(current, edits);
    const before = toOriginal;
    toOriginal = (offset) => before(originalOffset(offset));
    current = edited;
  }
  return { text: current, fixed: marked ? [byteOrderMark(), ...findings.all()] : findings.all() };
}
