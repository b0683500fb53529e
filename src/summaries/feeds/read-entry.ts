import { parseHTML } from 'linkedom';
import type { Block } from '../../drafts/draft.ts';
import { runsText } from '../../drafts/draft-words.ts';
import { calendarDate } from '../../drafts/front-matter/dates.ts';
import { htmlBlocks } from '../../drafts/html/html-blocks.ts';
import { inferKind } from '../../drafts/infer-kind.ts';
import { withoutTracking } from '../../drafts/traps/link-traps.ts';
import { printable } from '../../text/printable.ts';
import { summaryFinding } from '../finding-codes.ts';
import { isMachineMade } from '../reading/authors-summary.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { withoutBylines } from '../reading/bylines.ts';
import { tooMuchHtml } from '../reading/html-limits.ts';
import { isOfLinkedHeadings } from '../reading/linked-headings.ts';
import { withoutAdditions, withoutCutSentence } from './excerpt.ts';
import type { FeedEntry } from './feed-entries.ts';

/** The base of relative links in a text without an address: it leads nowhere. */
const NOWHERE = 'https://invalid.invalid/';

/** Converts a feed's entry to a blog post, from the feed's content. Never throws, for any HTML. */
export function readEntry(entry: FeedEntry): BlogPost {
  const { html, base, url, published, tags } = entry;
  const tooMuch = tooMuchHtml(html);
  const whole = tooMuch !== undefined ? [] : withoutAdditions(blocksOf(html, base ?? url ?? NOWHERE));
  const blocks = withoutBylines(isExcerpt(entry) ? withoutCutSentence(whole) : whole);
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
    summary: ownSummary(entry.summary, blocks),
    canonical:
      url === undefined ? undefined : { url: withoutTracking(url), from: 'the feed', guessed: false },
    unpublished: undefined,
    blocks,
    isRoundUp:
      inferKind({ label: undefined, blocks, fromBlog: true }) === 'links' || isOfLinkedHeadings(blocks),
    findings: [...problems, ...lost],
  };
}

/** The most words of a single paragraph that may be an excerpt; WordPress cuts at 55. */
const EXCERPT_WORDS = 80;

/** Whether an entry only has the opening of its post: a program cut it, or it is short and breaks off. */
function isExcerpt({ html }: FeedEntry): boolean {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (
    /(?:\[(?:…|\.{3}|&hellip;|&#8230;)\]|…|\.{3}|&hellip;|&#8230;)\W*(?:(?:continue|keep) reading\b.*|read more\b.*|the post .*)?$/i.test(
      text.slice(-400),
    )
  )
    return true;
  return text.split(' ').length <= EXCERPT_WORDS;
}

const bodyOf = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;

const blocksOf = (html: string, base: string): Block[] => htmlBlocks(bodyOf(html), base);

/** Returns the author's own summary, ignoring a program's excerpt. */
function ownSummary(written: string | undefined, blocks: readonly Block[]): string | undefined {
  if (written === undefined || tooMuchHtml(written) !== undefined) return undefined;
  const whole = blocksOf(written, NOWHERE);
  const own = withoutAdditions(whole);
  const line = plainLine(linesOf(own));
  if (line === undefined || line !== plainLine(linesOf(whole)) || isMachineMade(line, blocks))
    return undefined;
  return line;
}

/** Joins the words of blocks with spaces. */
const linesOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.type === 'paragraph' || block.type === 'heading'
        ? runsText(block.runs)
        : block.type === 'list'
          ? block.items.map((item) => linesOf(item.blocks)).join(' ')
          : block.type === 'quote'
            ? linesOf(block.blocks)
            : '',
    )
    .join(' ');

/** Decodes a title: it may contain tags and entities, which feeds escape once or twice. */
function plainText(text: string | undefined): string | undefined {
  if (text === undefined || tooMuchHtml(text) !== undefined) return undefined;
  let plain = text;
  for (let times = 0; times < 2 && /&(?:#\d+|#x[\da-f]+|[a-z]+);|<\/?[a-z][^<>]*>/i.test(plain); times += 1)
    plain = bodyOf(plain).textContent ?? '';
  return plainLine(plain);
}

function plainLine(text: string): string | undefined {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}

/** Returns the calendar date of an RFC 822 (`Mon, 05 Jan 2026 09:00:00 GMT`) or ISO 8601 date. */
function dayOf(written: string | undefined): string | undefined {
  const text = written?.trim().replace(/^[A-Za-z]{3,9},\s*/, '') ?? '';
  return calendarDate(text) ?? calendarDate(text.split(' ').slice(0, 3).join(' '));
}
