import { relative, sep } from 'node:path';
import type { FeedEntry } from '../../summaries/feeds/feed-entries.ts';
import { readEntry } from '../../summaries/feeds/read-entry.ts';
import type { BlogPost } from '../../summaries/reading/blog-post.ts';
import { type Summary, summarise } from '../../summaries/writing/summarise.ts';
import { isOfKind } from '../../threadmill-error.ts';
import type { Project } from '../project/project.ts';
import { readSource } from '../summaries/post-sources.ts';
import { summaryPath } from '../summaries/summary-files.ts';
import { summarySize } from '../summaries/summary-size.ts';

/** An entry's summary, and the path of its draft. */
export type EntrySummary = {
  readonly summary: Summary;
  /** Absolute; `undefined` if there is nothing to write. */
  readonly path: string | undefined;
  /** Relative to the project's folder, with `/`. */
  readonly shown: string | undefined;
  /** What is missing, for the user. */
  readonly note: string | undefined;
};

/** A feed's content with fewer sentences is treated as an excerpt. */
const WHOLE_POST = 8;

/** Summarises an entry from the feed's content, or from its page if the feed only has an excerpt. */
export async function summariseEntry(
  entry: FeedEntry,
  options: { readonly allowPrivate: boolean; readonly out: string | undefined },
  project: Project,
): Promise<EntrySummary> {
  const { post, note } = await wholePost(entry, options.allowPrivate, project);
  const summary = summarise(post, { size: summarySize(post, project.config) });
  if (summary.paragraphs.length === 0) return { summary, path: undefined, shown: undefined, note };
  const path = summaryPath(post, options.out, project);
  return { summary, path, shown: relative(project.root, path).split(sep).join('/'), note };
}

async function wholePost(
  entry: FeedEntry,
  allowPrivate: boolean,
  project: Project,
): Promise<{ post: BlogPost; note: string | undefined }> {
  const post = readEntry(entry);
  const size = summarySize(post, project.config);
  const sentences = summarise(post, { size, length: 'long' }).paragraphs.length;
  if (post.isRoundUp || entry.url === undefined || isWhole(entry, sentences))
    return { post, note: undefined };
  try {
    const { post: page } = await readSource(entry.url, { allowPrivate }, project);
    if (page.blocks.length === 0)
      return { post, note: `nothing could be read at ${entry.url}; used the feed’s excerpt instead` };
    // The feed knows the entry's own title and date; the page's title may include the site's name.
    return {
      post: {
        ...page,
        title: post.title ?? page.title,
        date: post.date ?? page.date,
        summary: page.summary ?? post.summary,
      },
      note: undefined,
    };
  } catch (error) {
    if (!isOfKind(error, 'draft') || !isOfKind(error.cause, 'fetch')) throw error;
    return { post, note: `${error.message} Used the feed’s excerpt instead.` };
  }
}

/** Whether a content is long enough for a post, and not truncated with dots or a "read more" link. */
function isWhole({ html }: FeedEntry, points: number): boolean {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/(?:\[…\]|\[&#8230;\]|…|\.\.\.|read more|continue reading|weiterlesen)\W*$/i.test(text.slice(-60)))
    return false;
  return points >= WHOLE_POST - 1 || text.length > 1500;
}
