import type { Offer, OfferNotice } from '../../app/publishing/offers.ts';
import { counted } from '../../preview/amounts.ts';
import { renderFinding } from '../../preview/finding-lines.ts';
import { paint } from '../../preview/paint.ts';
import { makeSheet } from '../../preview/sheet.ts';
import { visible } from '../../preview/visible.ts';
import { countSent } from '../../publishing/freezing/plan.ts';
import { costOf, usd } from '../../publishing/money.ts';
import { dollars } from '../../text/dollars.ts';
import type { Io } from '../process/io.ts';
import { draftNotices } from './draft-notice.ts';

/** Lines longer than this are tiring to read, in cells. */
const WIDEST = 100;

/** Describes an offer, and what publishing it would do. */
export function offerLine({ account, fresh, outlook }: Offer): string {
  const { plan, current } = outlook;
  const where = `${visible(fresh.draft)} → ${account.name} (${account.network})`;
  if (plan.do === 'refuse') return visible(plan.why);
  const posts = plan.do === 'freeze' ? plan.thread.posts : (plan.rest ?? current ?? fresh).posts;
  const sent = plan.do === 'go-on' && current !== undefined ? countSent(current) : 0;
  const rest = posts.slice(sent);
  if (rest.length === 0)
    return `${where}: already published (${counted(posts.length, 'post')}); nothing to send`;
  const far =
    sent === 0 ? counted(posts.length, 'post') : `the other ${rest.length} of ${posts.length} posts`;
  return `${where}: ${far}, ${dollars(usd(costOf(rest)))}`;
}

/** Makes a printer of notices about skipped drafts, to stderr. */
export function offerNotices(io: Io): (notice: OfferNotice) => Promise<void> {
  const other = draftNotices(io);
  return async (notice) => {
    if (notice.type === 'limits-unknown') {
      io.stderr.write(`${paint(io.color).yellow('warning:')} ${visible(notice.why)}\n`);
      return;
    }
    if (notice.type === 'not-prepared') {
      for (const note of notice.notes) io.stderr.write(`${visible(notice.draft)}: ${visible(note)}\n`);
      return;
    }
    if (notice.type !== 'has-errors') return other(notice);
    const errors = notice.preview.findings.filter(({ severity }) => severity === 'error');
    const messages = errors.map(({ message }) => message);
    const sheet = await makeSheet(Math.min(io.columns, WIDEST), io.color, messages);
    const lines = errors.flatMap((finding) => renderFinding(finding, sheet));
    io.stderr.write(
      `${sheet.paint.red('error:')} ${visible(notice.file)} has ${counted(errors.length, 'error')}, so it was not published.\n${lines.join('\n')}\n`,
    );
  };
}
