import { NETWORKS } from '../../networks/networks.ts';
import type { Preview, ThreadPreview } from '../../preview/render-preview.ts';
import type { Identities, Publications, Spending, Windows } from '../../publishing/journal.ts';
import { readsAhead } from '../../publishing/limits/first-use.ts';
import { makeForecast } from '../../publishing/limits/forecast.ts';
import { usd } from '../../publishing/money.ts';
import type { PortsOf } from '../../publishing/ports.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { HOUR_MS } from '../../time/durations.ts';
import { zonedTime } from '../../time/zoned-time.ts';
import { accountNamed, type Project } from '../project/project.ts';
import { zoneOf } from '../project/zone.ts';
import { draftKey, withPublishing } from '../publishing/open-publishing.ts';
import { publishingAccount } from '../publishing/publishing-account.ts';
import { dueAt } from '../queue/due-at.ts';
import { startOf } from './start-time.ts';
import { profileOf } from './targets.ts';

/** With more publications than this ahead, the end can't be predicted well. */
const QUEUE_SEEN = 200;

/** Adds what the journal knows about an account's limits to one thread of a preview. */
async function limited(
  given: ThreadPreview,
  { publishAt, key }: { readonly publishAt: string | undefined; readonly key: string | undefined },
  project: Project,
  { journal, clock }: PortsOf<Publications & Windows & Spending & Identities, 'clock'>,
): Promise<ThreadPreview> {
  const { thread, durationMs, endsAt } = given;
  if (thread.account === null) return given;
  const account = accountNamed(project.config, thread.account);
  const profile = profileOf({ network: account.network, account }, project.config);
  const reads = await readsAhead(journal, publishingAccount(account, profile, project.env));
  const now = clock.now();
  const windows = await journal.windows(account.name, now);
  const waiting = await journal.publications({
    account: account.name,
    states: ['scheduled', 'paused'],
    order: 'due',
    limit: QUEUE_SEEN,
  });
  const shown: ThreadPreview = reads === 0 ? given : { ...given, readsUsd: usd(reads) };
  const forecast = makeForecast({
    now,
    windows,
    sent: await journal.sentSince(account.name, now - HOUR_MS),
    postMs: NETWORKS[account.network].pace.postMs,
    ...(account.postsPerHour === undefined ? {} : { postsPerHour: account.postsPerHour }),
  });
  const start = endsAt === null ? now : Math.max(now, Date.parse(endsAt) - durationMs);
  const { left } = forecast;
  for (const record of waiting) {
    const due = dueAt(record);
    if (due !== null && due <= start && record.draft !== key) forecast.endOf(record.posts.length, due);
  }
  const end = forecast.endOf(thread.posts.length, start);
  if (end === null)
    return { ...shown, limits: 'it can never be published completely within this account’s limits' };
  // If no limit causes a delay, show the usual duration.
  if (left === null && end <= start + Math.max(durationMs, thread.posts.length * 1000) + 1000) return shown;
  const begin = startOf(publishAt, account, project);
  const zone = begin === undefined || begin.why !== undefined ? zoneOf(project, account) : begin.zone;
  const today = left === null ? '' : `${left} left today; `;
  return {
    ...shown,
    limits: `${today}ends ${zonedTime(end, now, zone)}`,
    endsAt: new Date(end).toISOString(),
  };
}

/**
 * Adds the limits in the project's journal, and what is queued ahead, to a preview. If the journal can't be read, the preview
 * stays complete without them.
 */
export async function withLimits(
  preview: Preview,
  file: string | null,
  project: Project,
  onUnknown: (why: string) => void,
): Promise<Preview> {
  try {
    return await withPublishing(
      project,
      async ({ ports }) => {
        const key = file === null ? undefined : draftKey(file, project);
        const queued = { publishAt: preview.draft.settings.publishAt, key };
        const threads: ThreadPreview[] = [];
        for (const shown of preview.threads) threads.push(await limited(shown, queued, project, ports));
        return { ...preview, threads };
      },
      { dryRun: true },
    );
  } catch (error) {
    if (!isOfKind(error, 'journal')) throw error;
    onUnknown(error.message);
    return preview;
  }
}
