import { frozenPath } from '../../publishing/freezing/frozen-file.ts';
import type { Ports } from '../../publishing/ports.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';

/**
 * Returns why a publication can't be sent because its draft and frozen file were both deleted; `undefined` if one of them
 * exists or something was sent. @throws FileError
 */
export async function draftGone(
  { files }: Pick<Ports, 'files'>,
  { id, draft, startedAt }: PublicationRecord,
): Promise<string | undefined> {
  const path = frozenPath(draft);
  if (startedAt !== null || (await files.readText(path)) !== undefined) return undefined;
  if ((await files.readText(draft)) !== undefined) return undefined;
  return `${draft} and ${path} were deleted, so it was not sent. To send it, restore one of them, then run: threadmill queue retry ${id}. To cancel it: threadmill queue cancel ${id}`;
}
