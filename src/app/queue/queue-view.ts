import type { Account } from '../../config/config.ts';
import { moveTo } from '../../publishing/freezing/schedule-draft.ts';
import { present } from '../../publishing/present.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { retrySoon } from '../../publishing/sending/retry.ts';
import { cancel } from '../../publishing/settling/cancel.ts';
import { OPEN_STATES } from '../../publishing/states.ts';
import type { Result } from '../../result.ts';
import { isOfKind } from '../../threadmill-error.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { accountNamed, type Project } from '../project/project.ts';
import { appointmentFor, type ChooseTime } from '../publishing/appointment.ts';
import { editedSinceFrozen } from '../publishing/edited-drafts.ts';
import { learnFrozenFiles, type UnreadFile } from '../publishing/frozen-files.ts';
import type { Settled } from '../publishing/one-publication.ts';
import {
  type PublicationName,
  type Publishing,
  publicationNamed,
  withPublishing,
} from '../publishing/open-publishing.ts';
import { orNothingSent } from '../publishing/sending-failure.ts';
import { Refusal } from '../refusal.ts';
import { forecastFor, type QueueForecast } from './queue-forecast.ts';

/** The queue, next first. */
export type Queue = {
  readonly at: EpochMs;
  readonly records: readonly PublicationRecord[];
  /** The requested accounts. */
  readonly accounts: readonly Account[];
  /** One for each account with publications in the queue. */
  readonly forecasts: readonly QueueForecast[];
  /** The file that forbids sending. */
  readonly killSwitch: string | undefined;
  /** Frozen files that could not be read. */
  readonly unread: readonly UnreadFile[];
  /** Publications whose draft was edited since it was frozen. */
  readonly edited: readonly PublicationRecord[];
};

/** Lists waiting, paused and failed publications by time. @throws Refusal JournalError */
export function queueView(
  { account, limit }: { readonly account: string | undefined; readonly limit: number },
  project: Project,
): Promise<Queue> {
  const only = account === undefined ? undefined : accountNamed(project.config, account);
  const accounts = only === undefined ? [...project.config.accounts.values()] : [only];
  return withPublishing(
    project,
    async ({ ports }) => {
      const unread = await learnFrozenFiles(ports, project);
      const records = await ports.journal.publications({
        states: OPEN_STATES,
        order: 'due',
        limit,
        ...(only === undefined ? {} : { account: only.name }),
      });
      const forecasts = [];
      for (const one of accounts)
        if (records.some((record) => record.account === one.name))
          forecasts.push(await forecastFor(ports, one, records, project));
      return {
        at: ports.clock.now(),
        records,
        accounts,
        forecasts,
        killSwitch: await ports.killSwitch(),
        unread,
        edited: await editedSinceFrozen(ports, records),
      };
    },
    { dryRun: true },
  );
}

/** An operation on a publication of the queue. */
export type QueueChange =
  | { readonly to: 'move'; readonly when: string | undefined }
  | { readonly to: 'cancel' }
  | { readonly to: 'retry' };

/** The changed publication, or why it was not changed. */
export type QueueChanged = Result<Settled>;

/** Returns why this machine can't send for an account; another machine with the same journal may have the credentials. */
async function missingHere(
  account: Account | undefined,
  { publisher }: Publishing,
): Promise<string | undefined> {
  if (account === undefined) return undefined;
  try {
    await publisher(account);
    return undefined;
  } catch (error) {
    if (!isOfKind(error, 'account')) throw error;
    return error.message;
  }
}

/** Moves, cancels or retries a publication of the queue. @throws ThreadmillError */
export function changeQueue(
  name: PublicationName,
  change: QueueChange,
  project: Project,
  choose?: ChooseTime,
): Promise<QueueChanged> {
  return orNothingSent(() =>
    withPublishing(project, async (publishing) => {
      const { ports } = publishing;
      const named = await publicationNamed(name, project, publishing);
      if (change.to === 'move') {
        if (change.when === undefined)
          throw new Refusal('usage', 'Move it to when? Add --at WHEN, or --next for the first free slot.');
        const account = accountNamed(project.config, named.account);
        const facts = { zones: project, now: ports.clock.now(), own: named.zone };
        const when = await appointmentFor(change.when, account, facts, choose);
        const record = await moveTo(ports, named, when);
        const isEdited = (await editedSinceFrozen(ports, [record])).length > 0;
        const unsendable = await missingHere(account, publishing);
        return { ok: true, record, at: ports.clock.now(), isEdited, ...present({ unsendable }) };
      }
      const result = await (change.to === 'cancel' ? cancel : retrySoon)(ports, named);
      if (!result.ok) return result;
      const account = change.to === 'retry' ? project.config.accounts.get(named.account) : undefined;
      const unsendable = await missingHere(account, publishing);
      return { ...result, at: ports.clock.now(), ...present({ unsendable }) };
    }),
  );
}
