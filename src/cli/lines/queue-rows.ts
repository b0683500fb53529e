import type { Zones } from '../../app/project/zone.ts';
import { counted } from '../../preview/amounts.ts';
import type { Paint } from '../../preview/paint.ts';
import { countSent } from '../../publishing/freezing/plan.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';

/** What to show, and in which calendar. */
export type QueueView = {
  readonly now: number;
  /** The zone for what concerns several accounts. */
  readonly zone: string;
  readonly zones: Zones;
  readonly paint: Paint;
};

/** Formats `3 posts`, `1 of 3 posts`. */
export const howFar = (record: PublicationRecord): string => {
  const sent = countSent(record);
  const total = counted(record.posts.length, 'post');
  return sent === 0 ? total : `${sent} of ${total}`;
};

/** Formats `scheduled`, `paused: auth`. */
export const standing = ({ state, reason }: PublicationRecord): string =>
  reason === null ? state : `${state}: ${reason}`;
