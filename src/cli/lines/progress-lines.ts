import { counted, roughly } from '../../preview/amounts.ts';
import { visible } from '../../preview/visible.ts';
import type { PublishEvent } from '../../publishing/sending/run-context.ts';
import { untilTime } from './until-time.ts';

const place = ({ index, total }: { readonly index: number; readonly total: number }): string =>
  `${String(index).padStart(String(total).length)}/${total}`;

/** Formats one line for each event while posts are sent. */
export function progressLine(event: PublishEvent, now: number, zone: string): string {
  switch (event.type) {
    case 'uploading':
      return `uploading ${counted(event.images, 'image')}`;
    case 'sent':
      return `${place(event)}  ${visible(event.receipt.url)}`;
    case 'found':
      return `${place(event)}  ${visible(event.receipt.url)}  (already published)`;
    case 'removed':
      return `${place(event)}  removed ${visible(event.receipt.url)}`;
    case 'looking': {
      const why = event.isElsewhere ? 'another checkout may have sent it' : 'outcome unknown';
      const upTo = event.waitMs === 0 ? '' : ` (up to ${roughly(event.waitMs)})`;
      return `${place(event)}  ${why}: looking for it on the account${upTo}`;
    }
    case 'waiting':
      return `waiting ${untilTime(event.until, now, zone)}: ${visible(event.message)} Ctrl-C stops; nothing is lost.`;
    default: {
      const forgotten: never = event;
      throw new Error(`No line for ${JSON.stringify(forgotten)}.`);
    }
  }
}
