import { withoutFramedItems } from './framed-items.ts';
import { withoutIndentedNotes } from './indented-notes.ts';
import type { FirstPass } from './markup-options.ts';
import { withoutDirectives } from './myst-directives.ts';
import { withoutRawBlocks } from './raw-blocks.ts';
import { withShorterFences } from './shorter-fences.ts';
import { withoutWideItems } from './wide-items.ts';

const PASSES: readonly FirstPass[] = [
  withShorterFences,
  withoutRawBlocks,
  withoutIndentedNotes,
  withoutWideItems,
  withoutFramedItems,
  withoutDirectives,
];

/** Applies the passes that decide what is code, one after the other. */
export function afterFirstPasses(source: string, from: number): ReturnType<FirstPass> {
  let passed: ReturnType<FirstPass> = { text: source, originalOffset: (offset) => offset, notes: [] };
  for (const pass of PASSES) {
    const { text, originalOffset, notes } = pass(passed.text, from);
    const { originalOffset: before } = passed;
    passed = {
      text,
      originalOffset: (offset) => before(originalOffset(offset)),
      notes: [...passed.notes, ...notes.map((note) => ({ ...note, offset: before(note.offset) }))],
    };
  }
  return passed;
}
