import { type MonthlySpending, monthlySpending } from '../../publishing/limits/monthly-spending.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { accountNamed, type Project } from '../project/project.ts';
import { learnFrozenFiles, type UnreadFile } from '../publishing/frozen-files.ts';
import { type Publishing, withPublishing } from '../publishing/open-publishing.ts';

/** How far back monthly spending goes, in months. */
const YEAR = 12;
const RECENT = 3;

/** Publications, newest first, and recent spending. */
export type History = {
  readonly at: EpochMs;
  readonly records: readonly PublicationRecord[];
  /** Spending of the last months, by account. */
  readonly recent: readonly MonthlySpending[];
  /** Frozen files that could not be read. */
  readonly unread: readonly UnreadFile[];
};

async function bill(
  { ports }: Publishing,
  project: Project,
  account: string | undefined,
  months: number,
): Promise<MonthlySpending[]> {
  const names =
    account === undefined
      ? [...project.config.accounts.keys()]
      : [accountNamed(project.config, account).name];
  const now = ports.clock.now();
  return (await Promise.all(names.map((name) => monthlySpending(ports.journal, name, now, months)))).flat();
}

/** Lists publications with their states and pause reasons, newest first. @throws Refusal JournalError */
export function history(
  { account, limit }: { readonly account: string | undefined; readonly limit: number },
  project: Project,
): Promise<History> {
  return withPublishing(
    project,
    async (publishing) => {
      const unread = await learnFrozenFiles(publishing.ports, project);
      const recent = await bill(publishing, project, account, RECENT);
      const only = account === undefined ? {} : { account };
      const { clock, journal } = publishing.ports;
      return { at: clock.now(), records: await journal.publications({ ...only, limit }), recent, unread };
    },
    { dryRun: true },
  );
}

/** Returns the spending in each month (UTC) of the last year, by account. @throws Refusal JournalError */
export function spending(account: string | undefined, project: Project): Promise<MonthlySpending[]> {
  return withPublishing(project, (publishing) => bill(publishing, project, account, YEAR), { dryRun: true });
}
