import { costOf, usd } from '../../publishing/money.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Converts a publication to its `--json` form: stable, snake case, times in ISO 8601, money in US dollars. */
export function publicationJson(record: PublicationRecord): object {
  return {
    id: record.id,
    draft: record.draft,
    account: record.account,
    network: record.network,
    state: record.state,
    reason: record.reason,
    message: record.message,
    until: iso(record.until),
    publish_at: iso(record.publishAt),
    late: record.late ?? null,
    frozen_at: iso(record.frozenAt),
    started_at: iso(record.startedAt),
    finished_at: iso(record.finishedAt),
    cost_usd: usd(costOf(record.posts)),
    posts: record.posts.map((post) => ({
      index: post.index,
      state: post.state,
      text: post.text,
      id: post.receipt?.id ?? null,
      url: post.receipt?.url ?? null,
      published_at: iso(post.receipt?.at ?? null),
      removed_at: iso(post.removedAt),
    })),
  };
}
