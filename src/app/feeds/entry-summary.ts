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

/** An entry's summary, and where its draft goes. */
export type EntrySummary = {
  readonly summary: Summary;
  /** Absolute; `undefined` where there is nothing to write. */
  readonly path: string | undefined;
  /** Relative to the project's folder, `/` between its parts. */
  readonly shown: string | undefined;
  /** What could not be had, for the person to know. */
  readonly note: string | undefined;
};

/** Fewest sentences of the feed's own content that make a summary; below, the feed holds an excerpt. */
const WHOLE_POST = 8;

/** Summarises an entry by what the feed holds of it, or by its page where the feed holds an excerpt only. */
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
      return { post, note: `nothing could be read at ${entry.url}; the feed’s excerpt stands in` };
    // The feed knows its own title and day; a page's may carry the site's name, or none.
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
    return { post, note: `${error.message} The feed’s excerpt stands in.` };
  }
}

/** Long enough for a post, and not cut off with dots or a link to the rest. */
function isWhole({ html }: FeedEntry, points: number): boolean {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/(?:\[…\]|\[&#8230;\]|…|\.\.\.|read more|continue reading|weiterlesen)\W*$/i.test(text.slice(-60)))
    return false;
  return points >= WHOLE_POST - 1 || text.length > 1500;
}
