import { parseHTML } from 'linkedom';
import { calendarDate } from '../../drafts/front-matter/dates.ts';
import { inferKind } from '../../drafts/infer-kind.ts';
import { withoutTracking } from '../../drafts/traps/link-traps.ts';
import { summaryFinding } from '../finding-codes.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { htmlBlocks } from '../reading/html-blocks.ts';
import { tooMuchHtml } from '../reading/html-limits.ts';
import { printable } from '../reading/printable.ts';
import type { FeedEntry } from './feed-entries.ts';

/** A feed's entry as a blog post, by what the feed holds of it. Never throws, whatever the HTML. */
export function readEntry(entry: FeedEntry): BlogPost {
  const { html, base, url, published, summary, tags } = entry;
  const tooMuch = tooMuchHtml(html);
  const blocks =
    tooMuch !== undefined ? [] : htmlBlocks(bodyOf(html), base ?? url ?? 'https://invalid.invalid/');
  const at = { line: 1, column: 1 };
  const problems =
    tooMuch === undefined
      ? []
      : [summaryFinding('page-unreadable', at, `the entry can’t be summarised: ${tooMuch}`)];
  const lost =
    url === undefined
      ? [
          summaryFinding(
            'canonical-incomplete',
            at,
            'the feed names no address for this entry; write `canonical:`',
          ),
        ]
      : [];
  return {
    path: null,
    title: entry.titleIsText === true ? plainLine(entry.title ?? '') : plainText(entry.title),
    date: dayOf(published),
    language: undefined,
    tags,
    summary: isCutOff(summary) ? undefined : plainText(summary),
    canonical:
      url === undefined ? undefined : { url: withoutTracking(url), from: 'the feed', guessed: false },
    unpublished: undefined,
    blocks,
    isRoundUp: inferKind({ label: undefined, blocks, fromBlog: true }) === 'links',
    findings: [...problems, ...lost],
  };
}

function bodyOf(html: string) {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
}

/** Titles and summaries may hold tags and entities, which feeds escape once or twice. */
function plainText(text: string | undefined): string | undefined {
  if (text === undefined || tooMuchHtml(text) !== undefined) return undefined;
  const plain = /[<&]/.test(text) ? (bodyOf(text).textContent ?? '') : text;
  return plainLine(plain);
}

function plainLine(text: string): string | undefined {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}

/** An excerpt that a program cut: no words to open with. */
const isCutOff = (text: string | undefined): boolean => /(?:…|\.\.\.|\[…\])$/.test(plainText(text) ?? '');

/** The calendar date of RFC 822 (`Mon, 05 Jan 2026 09:00:00 GMT`) and ISO 8601. */
function dayOf(written: string | undefined): string | undefined {
  const text = written?.trim().replace(/^[A-Za-z]{3,9},\s*/, '') ?? '';
  return calendarDate(text) ?? calendarDate(text.split(' ').slice(0, 3).join(' '));
}
