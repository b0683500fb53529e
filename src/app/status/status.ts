import type { Account } from '../../config/config.ts';
import type { RateWindow } from '../../networks/port.ts';
import type { Leases, Publications, Spending, StateCount, Windows } from '../../publishing/journal.ts';
import { monthStart } from '../../publishing/limits/budget.ts';
import { shownOwner } from '../../publishing/owner.ts';
import type { PortsOf } from '../../publishing/ports.ts';
import type { MicroUsd, PublicationRecord } from '../../publishing/publication.ts';
import { OPEN_STATES } from '../../publishing/states.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { workersAtWork } from '../../worker/worker-lease.ts';
import type { Project } from '../project/project.ts';
import { editedSinceFrozen } from '../publishing/edited-drafts.ts';
import { learnFrozenFiles, type UnreadFile } from '../publishing/frozen-files.ts';
import { withPublishing } from '../publishing/open-publishing.ts';

/** How many publications that need the user are named. */
const STANDING_SHOWN = 20;

/** The current state of an account. */
export type AccountStatus = {
  readonly account: Account;
  readonly windows: readonly RateWindow[];
  /** In this calendar month (UTC). */
  readonly spent: MicroUsd;
  readonly sentInHour: number;
  /** The process that is publishing for it right now. */
  readonly publishedBy: string | null;
};

/** The state of the whole project. */
export type Status = {
  readonly now: EpochMs;
  /** The running workers, except those known to be dead; an embedded journal has at most one. */
  readonly workers: readonly string[];
  /** The file that forbids sending. */
  readonly killSwitch: string | null;
  readonly counts: readonly StateCount[];
  readonly nextDue: EpochMs | null;
  /** Since when the oldest due publication has been waiting. */
  readonly dueSince: EpochMs | null;
  readonly accounts: readonly AccountStatus[];
  /** Publications that need the user. */
  readonly standing: readonly PublicationRecord[];
  /** Frozen files that could not be read. */
  readonly unread: readonly UnreadFile[];
  /** Publications still to be sent whose draft was edited since it was frozen. */
  readonly edited: readonly PublicationRecord[];
};

/** Reads the state of a project from its journal. @throws JournalError */
export function status(project: Project): Promise<Status> {
  const accounts = [...project.config.accounts.values()];
  return withPublishing(
    project,
    async ({ ports }) => {
      const unread = await learnFrozenFiles(ports, project);
      const waiting = await ports.journal.publications({ states: OPEN_STATES });
      const edited = await editedSinceFrozen(ports, waiting);
      return { ...(await readStatus(ports, accounts)), unread, edited };
    },
    { dryRun: true },
  );
}

async function readStatus(
  ports: PortsOf<Publications & Windows & Spending & Leases, 'clock' | 'owner' | 'killSwitch'>,
  accounts: readonly Account[],
): Promise<Omit<Status, 'unread' | 'edited'>> {
  const { journal, clock, owner } = ports;
  const now = clock.now();
  const holder = async (name: string): Promise<string | null> => {
    const lease = await journal.lease(name, now);
    return lease === undefined || owner.isDead(lease.owner) ? null : shownOwner(lease.owner);
  };
  const [oldest] = await journal.due(now, { limit: 1 });
  const statuses: AccountStatus[] = [];
  for (const account of accounts) {
    statuses.push({
      account,
      windows: await journal.windows(account.name, now),
      spent: await journal.spentSince(account.name, monthStart(now)),
      sentInHour: (await journal.sentSince(account.name, now - 60 * 60_000 + 1)).length,
      publishedBy: await holder(account.name),
    });
  }
  const paused = await journal.publications({ states: ['paused', 'failed'], limit: STANDING_SHOWN });
  return {
    now,
    workers: await workersAtWork(ports),
    killSwitch: (await ports.killSwitch()) ?? null,
    counts: await journal.tally(),
    nextDue: await journal.nextDue(now),
    dueSince: oldest === undefined ? null : oldest.dueAt,
    accounts: statuses,
    standing: paused.filter(({ state, until }) => state === 'failed' || until === null),
  };
}
