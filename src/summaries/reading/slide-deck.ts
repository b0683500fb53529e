import type { Block } from '../../drafts/draft.ts';
import { runsText } from '../../drafts/draft-words.ts';
import { plainLine } from '../../drafts/plain-line.ts';

/** The fewest slides of a deck, and the fewest of them with a speaker's notes. */
const FEWEST = { slides: 3, notes: 2 } as const;

/** Whether a text is a deck of slides: `---` between them, and `???` above what the speaker says, as in Remark. */
export function isDeck(source: string): boolean {
  if (!source.includes('\n???')) return false;
  const lines = source.split('\n').map((line) => line.trimEnd());
  const count = (mark: string): number => lines.filter((line) => line === mark).length;
  return count('---') >= FEWEST.slides && count('???') >= FEWEST.notes;
}

/** Returns the heading of a deck's first slide, which is its title; `undefined` if that has none. */
export function deckTitle(blocks: readonly Block[]): string | undefined {
  const heading = blocks.find(({ type }) => type === 'heading' || type === 'separator');
  return heading?.type === 'heading' ? plainLine(runsText(heading.runs)) : undefined;
}
