import type { Ports } from '../../publishing/ports.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { sha256 } from '../../publishing/sha256.ts';
import { OPEN_STATES, type PublicationState } from '../../publishing/states.ts';
import { isOfKind } from '../../threadmill-error.ts';

const OPEN: ReadonlySet<PublicationState> = new Set(OPEN_STATES);

/**
 * Finds publications still to be sent whose draft was edited since it was frozen; the frozen text is sent anyway. Ignores
 * drafts that can't be read.
 */
export async function editedSinceFrozen(
  { files }: Pick<Ports, 'files'>,
  records: readonly PublicationRecord[],
): Promise<PublicationRecord[]> {
  const found: PublicationRecord[] = [];
  for (const record of records) {
    if (!OPEN.has(record.state)) continue;
    const text = await files.readText(record.draft).catch((error: unknown) => {
      if (!isOfKind(error, 'file')) throw error;
      return undefined;
    });
    if (text !== undefined && sha256(text.replace(/^\uFEFF/, '')) !== record.draftHash) found.push(record);
  }
  return found;
}

/** The note about a draft that was edited since it was frozen for these accounts. */
export function editedNote(draft: string, accounts: readonly string[]): string {
  return `${draft} was edited since it was frozen for ${accounts.join(', ')}; the frozen text will be published. See what changed: threadmill preview --diff ${draft}. To include the edit: threadmill schedule --refreeze ${draft}`;
}
