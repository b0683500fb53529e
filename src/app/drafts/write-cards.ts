import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { refusalWords } from '../../disk/system-error.ts';
import type { Preview } from '../../preview/render-preview.ts';
import { Refusal } from '../refusal.ts';

/** Writes the cards of a preview into a folder, named after the draft: `a-card-1.png`. @throws Refusal (usage) */
export async function writeCards({ draft, cards }: Preview, folder: string): Promise<void> {
  if (cards === undefined || cards.size === 0) return;
  const name = draft.path === null ? 'draft' : basename(draft.path, extname(draft.path));
  try {
    await mkdir(folder, { recursive: true });
    for (const [path, { png }] of cards) await writeFile(join(folder, `${name}-${path}`), png);
  } catch (error) {
    const why = refusalWords(error);
    if (why === undefined) throw error;
    throw new Refusal('usage', `The cards can’t be written to ${folder}: ${why}.`, { cause: error });
  }
}
