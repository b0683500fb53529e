import { graphemeCount } from '../../text/graphemes.ts';
import { xLinks } from '../../text/x/links.ts';

/** How many characters each URL counts. */
export const PER_URL = 23;

/** Of `@user@host.example` only `@user` counts. */
const REMOTE_MENTION = /(?<![\w/])(@[a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_]+)?)@[\p{L}\p{N}.-]*[\p{L}\p{N}]/giu;

/**
 * Counts a status as an instance does: graphemes of the warning and the text, each URL with a scheme as 23, a remote mention
 * without its host (Mastodon's `StatusLengthValidator`).
 */
export function statusLength(text: string, spoiler: string): number {
  let counted = '';
  let at = 0;
  for (const { start, end, bare } of xLinks(text)) {
    if (bare) continue;
    counted += text.slice(at, start) + 'x'.repeat(PER_URL);
    at = end;
  }
  counted = (counted + text.slice(at)).replaceAll(REMOTE_MENTION, '$1');
  return graphemeCount(spoiler + counted);
}
