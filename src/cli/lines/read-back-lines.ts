import type { DemoResult } from '../../app/demo/demo-publish.ts';
import type { Paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';

/** Characters of a post's first line that are shown when it is read back. */
const SHORT = 48;

/** What stands on an account, one post a line: the end of its id, its opening, and what it replies to. */
export function readBackLines({ readBack }: DemoResult, paint: Paint): string[] {
  return readBack.map(({ id, text, parentId }) => {
    const [opening = ''] = text.split('\n');
    const reply = parentId === null ? 'opens the thread' : `replies to …${parentId.slice(-6)}`;
    const short = [...opening].length > SHORT ? `${[...opening].slice(0, SHORT - 1).join('')}…` : opening;
    return `…${id.slice(-6)}  ${visible(short).padEnd(SHORT)}  ${paint.dim(reply)}`;
  });
}
