import type { SenderNotice } from '../../app/publishing/refuse-unable.ts';
import { paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import { dollars } from '../../text/dollars.ts';

/** Formats what came of asking a network about an account's credentials before scheduling. */
export function senderLine(notice: SenderNotice, color: boolean): string {
  const { name } = notice.account;
  return notice.type === 'asked'
    ? `${name}: logged in as @${visible(notice.handle)} (${dollars(notice.costUsd)})`
    : `${paint(color).yellow('warning:')} The credentials of account ${name} were not checked; the worker checks them before the first post. ${visible(notice.why)}`;
}
