import type { UnreadFile } from '../../app/publishing/frozen-files.ts';
import { visible } from '../../preview/visible.ts';

/** What is said of frozen files that could not be read, for stderr; empty where all could. */
export function unreadLines(unread: readonly UnreadFile[]): string {
  return unread.map(({ why }) => `warning: ${visible(why)}\n`).join('');
}
