import { resolve as resolvePath } from 'node:path';
import { NETWORKS } from '../../networks/networks.ts';
import { countSent } from '../../publishing/freezing/plan.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { publish } from '../../publishing/sending/publish.ts';
import { restoreLost } from '../../publishing/sending/publish-draft.ts';
import type { PublishEvent } from '../../publishing/sending/run-context.ts';
import { resolve, type Sighting } from '../../publishing/settling/resolve.ts';
import { undo } from '../../publishing/settling/undo.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Project } from '../project/project.ts';
import { editedSinceFrozen } from './edited-drafts.ts';
import {
  draftKey,
  type PublicationName,
  type Publishing,
  publicationNamed,
  publisherFor,
  withPublishing,
} from './open-publishing.ts';
import { orNothingSent, whileSending } from './sending-failure.ts';

/** A publication after an operation, and when. */
export type Settled = {
  readonly record: PublicationRecord;
  readonly at: EpochMs;
  /** Whether its draft was edited since it was frozen, if that was checked. */
  readonly isEdited?: boolean;
  /** Why this machine can't send it, if that was checked: its account has no credentials here. */
  readonly unsendable?: string;
};

/** Called on each step, with the publication as it was before. */
export type TellStep = (step: PublishEvent, before: Settled) => void;

/** Runs work on the publication that the user named; `sent` returns how many posts were published when it failed. */
function withOne<T>(
  name: PublicationName,
  project: Project,
  sent: (named: PublicationRecord) => number,
  work: (named: PublicationRecord, publishing: Publishing) => Promise<T>,
): Promise<T> {
  return orNothingSent(() =>
    withPublishing(project, async (publishing) => {
      const named = await publicationNamed(name, project, publishing);
      return whileSending(
        () => sent(named),
        () => work(named, publishing),
      );
    }),
  );
}

/** The result of resuming; an undone publication is not sent. */
export type Resumed =
  | ({ readonly type: 'resumed' } & Settled)
  | { readonly type: 'cancelled'; readonly record: PublicationRecord };

/** Continues a publication that was stopped, paused or failed, as it was frozen. @throws ThreadmillError */
export function resumePublication(
  name: PublicationName,
  waitUpToMs: number,
  project: Project,
  tell: TellStep,
): Promise<Resumed> {
  let sent = 0;
  return withOne(
    name,
    project,
    () => sent,
    async (named, publishing): Promise<Resumed> => {
      if (named.state === 'cancelled') return { type: 'cancelled', record: named };
      const { ports } = publishing;
      const isEdited = (await editedSinceFrozen(ports, [named])).length > 0;
      const record = await publish(ports, await publisherFor(named, project, publishing), named.id, {
        stop: project.around.signal,
        waitUpToMs,
        tell: (step) => {
          if (step.type === 'sent' || step.type === 'found') sent += 1;
          tell(step, { record: named, at: ports.clock.now() });
        },
      });
      return { type: 'resumed', record, at: ports.clock.now(), isEdited };
    },
  );
}

/** The result of undoing; `stopped` says why some posts are still published. */
export type Undone =
  | { readonly type: 'declined' }
  | ({ readonly type: 'undone'; readonly stopped: string | undefined } & Settled);

/** Deletes a publication's posts, last first, and cancels it. @throws ThreadmillError */
export function undoPublication(
  name: PublicationName,
  project: Project,
  tell: TellStep,
  confirm?: (named: PublicationRecord) => Promise<boolean>,
): Promise<Undone> {
  return withOne(name, project, countSent, async (named, publishing): Promise<Undone> => {
    if (confirm !== undefined && !(await confirm(named))) return { type: 'declined' };
    const { ports } = publishing;
    const publisher = await publisherFor(named, project, publishing);
    const { record, stopped } = await undo(ports, publisher, named.id, {
      stop: project.around.signal,
      tell: (step) => tell(step, { record: named, at: ports.clock.now() }),
    });
    return { type: 'undone', record, stopped, at: ports.clock.now() };
  });
}

/** Records what the user saw on the account for a post with an unknown outcome. Sends nothing. @throws ThreadmillError */
export function resolvePublication(
  name: PublicationName,
  seen: Sighting,
  project: Project,
): Promise<Settled> {
  return withOne(
    name,
    project,
    () => 0,
    async (named, { ports }) => ({
      record: await resolve(ports, named, seen, NETWORKS[named.network].addresses),
      at: ports.clock.now(),
    }),
  );
}

/** Shows one publication from the journal and its frozen file. Changes nothing. @throws ThreadmillError */
export function showPublication(name: PublicationName, project: Project): Promise<Settled> {
  return withPublishing(
    project,
    async (publishing) => {
      const { ports } = publishing;
      const record = await publicationNamed(name, project, publishing);
      const isEdited = (await editedSinceFrozen(ports, [record])).length > 0;
      return { record, at: ports.clock.now(), isEdited };
    },
    { dryRun: true },
  );
}

/**
 * Shows the newest publication of a draft for each of its accounts, in the order of the settings; or the one that was named.
 * Changes nothing. @throws ThreadmillError
 */
export async function showPublications(name: PublicationName, project: Project): Promise<readonly Settled[]> {
  const isFile = /[./\\]/.test(name.word);
  if (!isFile || name.account !== undefined) return [await showPublication(name, project)];
  const accounts = await withPublishing(
    project,
    async ({ ports }) => {
      const draft = draftKey(resolvePath(project.around.cwd, name.word), project);
      await restoreLost(ports, draft);
      const records = await ports.journal.publications({ draft });
      const has = new Set(records.map(({ account }) => account));
      return [...project.config.accounts.keys()].filter((account) => has.has(account));
    },
    { dryRun: true },
  );
  if (accounts.length < 2) return [await showPublication(name, project)];
  const shown: Settled[] = [];
  for (const account of accounts) shown.push(await showPublication({ ...name, account }, project));
  return shown;
}
