import { existsSync } from 'node:fs';
import { readTextFile } from '../../disk/read-text-file.ts';
import type { Finding } from '../../drafts/finding.ts';
import type { NetworkId } from '../../drafts/network-id.ts';
import { isOfKind } from '../../threadmill-error.ts';
import type { PreviousThread } from '../../threads/previous-cuts.ts';
import type { LoadedDraft } from './load-draft.ts';

/** What is known about the thread last frozen for an account. */
export type EarlierThread = { readonly previous?: PreviousThread; readonly finding?: Finding };

/**
 * Reads the thread that was last frozen for an account from the file beside the draft. Returns an empty object if nothing was
 * frozen, and a finding if the file can't be read. A fully published thread suggests its cuts, but is not binding, because the next one is a new thread. If the
 * draft was not edited since, the whole thread stays as it was frozen.
 */
export async function previousThread(
  { file: draftFile, source }: Pick<LoadedDraft, 'file' | 'source'>,
  account: string,
  network: NetworkId,
): Promise<EarlierThread> {
  if (draftFile === null || !existsSync(`${draftFile.replace(/\.[^./]+$/, '')}.thread.json`)) return {};
  const { parseFrozenFile, frozenPath } = await import('../../publishing/freezing/frozen-file.ts');
  const path = frozenPath(draftFile);
  let file: ReturnType<typeof parseFrozenFile>;
  try {
    file = parseFrozenFile(path, await readTextFile(path));
  } catch (error) {
    return { finding: unreadable(error) };
  }
  const last = file.publications.findLast(
    (entry) => entry.account === account && entry.network === network && !entry.cancelled,
  );
  if (last === undefined) return {};
  const out = last.posts.filter(({ receipt }) => receipt !== null && receipt.removed_at === undefined).length;
  const sent = out === last.posts.length ? 0 : out;
  const texts = last.posts.map(({ text }) => text);
  const { sha256 } = await import('../../publishing/sha256.ts');
  if (sha256(source) !== last.draft_sha256) {
    const previous = { texts, sent };
    // Once the whole thread is published, an edit needs no warning.
    return out === last.posts.length ? { previous } : { previous, finding: edited(account) };
  }
  const media = last.posts.map((post) => post.media.map(({ path: image, alt }) => ({ path: image, alt })));
  return { previous: { texts, sent, unedited: { media } } };
}

function edited(account: string): Finding {
  const message = `this draft was edited since it was frozen for ${account}; the frozen text will be published. See what changed with preview --diff, and include the edit with schedule --refreeze`;
  return { code: 'edited-since-frozen', severity: 'warning', message, line: 1, column: 1 };
}

/** @throws any error that is not about the file */
function unreadable(error: unknown): Finding {
  if (!(isOfKind(error, 'file') || (error instanceof Error && 'code' in error))) throw error;
  const message = `The frozen thread beside this draft can’t be read, so its cuts are not kept: ${error.message}`;
  return { code: 'frozen-file-unreadable', severity: 'warning', message, line: 1, column: 1 };
}
