import { type DemoResult, isWhole } from '../../app/demo/publish-to-sandbox.ts';
import { Refusal } from '../../app/refusal.ts';
import { counted } from '../../preview/amounts.ts';
import type { Paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';

/** How many characters of a post's first line are shown when it is read back. */
const SHORT = 48;

/** Lists the posts on each account, one per line: the end of its id, its first words, and what it replies to. */
export function readBackLines(results: readonly DemoResult[], paint: Paint): string[] {
  return results.flatMap((result) => [result.network, ...postLines(result, paint)]);
}

/** Says how many posts are on which network. @throws Refusal (partly-sent) if a thread is incomplete */
export function allThere(results: readonly DemoResult[]): string {
  const failed = results.find((result) => !isWhole(result));
  if (failed !== undefined) {
    const why = failed.record.message ?? 'the account does not have what was sent';
    throw new Refusal('partly-sent', `The demo failed on ${failed.network}: ${why}`);
  }
  const counts = results.map(
    ({ network, record }) => `${counted(record.posts.length, 'post')} on ${network}`,
  );
  const hasReplies = results.some(({ record }) => record.posts.length > 1);
  return `${counts.join(', ')}; each once${hasReplies ? ', in order, each a reply to the one before' : ''}.`;
}

function postLines({ readBack }: DemoResult, paint: Paint): string[] {
  return readBack.map(({ id, text, parentId }) => {
    const [opening = ''] = text.split('\n');
    const reply = parentId === null ? 'opens the thread' : `replies to …${parentId.slice(-6)}`;
    const short = [...opening].length > SHORT ? `${[...opening].slice(0, SHORT - 1).join('')}…` : opening;
    return `  …${id.slice(-6)}  ${visible(short).padEnd(SHORT)}  ${paint.dim(reply)}`;
  });
}
