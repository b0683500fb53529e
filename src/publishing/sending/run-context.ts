import type { Receipt } from '../../networks/port.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Publications } from '../journal.ts';
import type { PortsOf, Publisher, SendingPorts } from '../ports.ts';
import type { PublicationRecord } from '../publication.ts';
import type { PauseReason } from '../states.ts';
import type { HeldLease } from './lease.ts';

/** Progress of a running publication. `total` and `index` count posts. */
export type PublishEvent =
  | { readonly type: 'uploading'; readonly images: number }
  | { readonly type: 'sent'; readonly index: number; readonly total: number; readonly receipt: Receipt }
  /** A post whose outcome was not seen was found on the account. */
  | { readonly type: 'found'; readonly index: number; readonly total: number; readonly receipt: Receipt }
  | { readonly type: 'removed'; readonly index: number; readonly total: number; readonly receipt: Receipt }
  /** The account is read back, for at most `waitMs`: the outcome of a request is unknown, or another checkout may have sent the post. */
  | {
      readonly type: 'looking';
      readonly index: number;
      readonly total: number;
      readonly isElsewhere: boolean;
      readonly waitMs: number;
    }
  | {
      readonly type: 'waiting';
      readonly reason: PauseReason;
      readonly message: string;
      readonly until: EpochMs;
    };

/** One process's run of one publication. */
export type Session = {
  readonly ports: SendingPorts;
  readonly publisher: Publisher;
  readonly id: string;
  readonly held: HeldLease;
  /** Aborted when the user stops it, or the lease is lost. */
  readonly stop: AbortSignal;
  readonly tell: (event: PublishEvent) => void;
};

/** Loads the publication as it is in the journal now. */
export async function load(session: {
  readonly ports: PortsOf<Publications>;
  readonly id: string;
}): Promise<PublicationRecord> {
  const record = await session.ports.journal.publication(session.id);
  if (record === undefined) throw new Error(`Publication ${session.id} has left the journal.`);
  return record;
}
