import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Block } from '../../drafts/draft.ts';
import { runsText } from '../../drafts/draft-words.ts';
import type { Finding } from '../../drafts/finding.ts';
import { calendarDate } from '../../drafts/front-matter/dates.ts';
import { type HtmlNode, htmlBlocks } from '../../drafts/html/html-blocks.ts';
import { inferKind } from '../../drafts/infer-kind.ts';
import { withoutTracking } from '../../drafts/traps/link-traps.ts';
import { printable } from '../../text/printable.ts';
import { summaryFinding } from '../finding-codes.ts';
import { isMachineMade } from './authors-summary.ts';
import type { BlogPost } from './blog-post.ts';
import { withoutBylines } from './bylines.ts';
import { tooMuchHtml } from './html-limits.ts';
import { isOfLinkedHeadings } from './linked-headings.ts';

const TOP = { line: 1, column: 1 };

/**
 * Reads a blog post from its page: the main text by Mozilla's Readability, the address by the page's own `rel=canonical`. Never
 * runs scripts. Never throws, for any HTML.
 *
 * @param url - the page's address, after redirects
 */
export function readPage(html: string, url: string): BlogPost {
  const tooMuch = tooMuchHtml(html);
  if (tooMuch !== undefined) return unreadable(url, tooMuch);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const named = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? undefined;
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = document
        .querySelector(`meta[name="${name}"], meta[property="${name}"]`)
        ?.getAttribute('content');
      if (found !== undefined && found !== null && found.trim() !== '')
        return printable(found).replace(/\s+/g, ' ').trim();
    }
    return undefined;
  };
  const facts = {
    date: calendarDate(meta('article:published_time', 'date', 'dc.date')?.slice(0, 10) ?? ''),
    description: meta('description', 'og:description'),
    language: document.documentElement?.getAttribute('lang') ?? undefined,
    title: meta('og:title'),
  };
  // Readability modifies the document, so read everything else before.
  const article = new Readability<HtmlNode>(document as never, {
    serializer: (node) => node as never,
  }).parse();
  const content = article?.content;
  if (content === undefined || content === null) return unreadable(url, 'no main text was found on the page');
  const title = facts.title ?? (printable(article?.title ?? '').trim() || undefined);
  const blocks = withoutBylines(withoutTitle(htmlBlocks(content, url), title));
  const canonical = named !== undefined && URL.canParse(named, url) ? new URL(named, url) : undefined;
  const isWeb = canonical?.protocol === 'https:' || canonical?.protocol === 'http:';
  return {
    path: null,
    title,
    date: facts.date,
    language: facts.language === '' ? undefined : facts.language,
    tags: [],
    summary: ownDescription(facts.description, blocks),
    canonical: isWeb
      ? { url: canonical.href, from: 'the page’s `rel=canonical`', guessed: false }
      : { url: withoutTracking(url), from: 'where the page was found', guessed: false },
    unpublished: undefined,
    blocks,
    isRoundUp:
      inferKind({ label: undefined, blocks, fromBlog: true }) === 'links' || isOfLinkedHeadings(blocks),
    findings: [],
  };
}

/** Makes a post that could not be read, with the reason. */
function unreadable(url: string, why: string): BlogPost {
  const finding: Finding = summaryFinding('page-unreadable', TOP, `${url} can’t be summarised: ${why}`);
  return {
    path: null,
    title: undefined,
    date: undefined,
    language: undefined,
    tags: [],
    summary: undefined,
    canonical: { url, from: 'where the page was found', guessed: false },
    unpublished: undefined,
    blocks: [],
    isRoundUp: false,
    findings: [finding],
  };
}

/** Drops a heading above the text that repeats the title, as on many pages. */
function withoutTitle(blocks: readonly Block[], title: string | undefined): Block[] {
  const [first, ...rest] = blocks;
  const same = first?.type === 'heading' && runsText(first.runs).trim() === title?.trim();
  return same ? rest : [...blocks];
}

/** Returns the author's own description. Many generators make one from the post's first words, which would only repeat them. */
function ownDescription(description: string | undefined, blocks: readonly Block[]): string | undefined {
  if (description === undefined || isMachineMade(description, blocks)) return undefined;
  const text = blocks.map((block) => (block.type === 'paragraph' ? runsText(block.runs) : '')).join(' ');
  const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return bare(text).includes(bare(description)) ? undefined : description;
}
