import type { PublishOutcome } from '../../app/publishing/publish-drafts.ts';
import type { CellWidth } from '../../preview/cell-width.ts';
import { visible } from '../../preview/visible.ts';
import { alignColumns } from './align-columns.ts';

function cellsOf(outcome: PublishOutcome): readonly string[] {
  const { account, fresh, thread } = outcome.offer;
  const where = [visible(fresh.draft), thread.networkName, account.name];
  if (outcome.type !== 'done') return [...where, 'not sent', ''];
  const { posts, state } = outcome.record;
  const out = posts.filter((post) => post.state === 'published');
  const first = out[0]?.receipt?.url ?? '';
  return [...where, `${state} ${out.length}/${posts.length}`, visible(first)];
}

/**
 * Formats the results of several publications, one per line: draft, network, account, state, and the address of the first post.
 */
export const outcomeTable = (outcomes: readonly PublishOutcome[], cells: CellWidth): string[] =>
  alignColumns(outcomes.map(cellsOf), cells);
