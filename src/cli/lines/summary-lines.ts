import { shownPath } from '../../app/project/project.ts';
import { isWebAddress } from '../../app/summaries/post-sources.ts';
import type { SummarisedPost, SummariseEvent } from '../../app/summaries/summarise-posts.ts';
import type { Finding } from '../../drafts/finding.ts';
import { mergedFindings, severityLabel } from '../../preview/finding-lines.ts';
import { paint } from '../../preview/paint.ts';
import { findingJson } from '../../preview/preview-json.ts';
import { visible } from '../../preview/visible.ts';
import type { Io } from '../process/io.ts';
import { draftNotices } from './draft-notice.ts';

/** Returns the lines that say what was found in a post, of which a summary is made. */
export function findingLines(given: string, findings: readonly Finding[], io: Io): string[] {
  const colours = paint(io.color);
  return mergedFindings(findings).flatMap(({ severity, line, column, message, code }) => {
    // Intentional omissions would fill a screen for every MDX post; `--json` has them all.
    if (severity === 'info' && code !== 'canonical-guessed') return [];
    const place = isWebAddress(given) ? given : `${given}:${line}:${column}`;
    return [`${severityLabel(severity, colours)} ${visible(place)} ${visible(message)} (${code})`];
  });
}

/** Makes a printer of progress while posts are summarised: paths and drafts to stdout, the rest to stderr. */
export function summaryPrinter(
  { json, stdout }: { readonly json: boolean; readonly stdout: boolean },
  io: Io,
): (event: SummariseEvent) => void {
  const notice = draftNotices(io);
  return (event) => {
    switch (event.type) {
      case 'empty-folder':
        return io.stderr.write(
          `error: ${visible(event.folder)} has no posts: there is no .md, .mdx or .markdown file in it.\n`,
        );
      case 'summarised': {
        const { result } = event;
        const { source, summary } = result;
        for (const line of findingLines(source.given, summary.findings, io)) io.stderr.write(`${line}\n`);
        if (stdout && !json && !result.isEmpty) io.stdout.write(result.summary.markdown);
        return;
      }
      case 'written': {
        const { path, written } = event.result;
        const shown = visible(shownPath(path, io.cwd));
        if (written === 'kept')
          io.stderr.write(`${shown} already exists and was not changed; --force overwrites it.\n`);
        else if (!json) io.stdout.write(`${shown}${written === 'same' ? ' (unchanged)' : ''}\n`);
        return;
      }
      default:
        notice(event);
    }
  };
}

/** Converts a summary to its `--json` form. */
export function summaryJson({ source, summary, path }: SummarisedPost, cwd: string): object {
  const { title, date, canonical } = source.post;
  return {
    source: source.given,
    title: title ?? null,
    date: date ?? null,
    canonical: canonical?.url ?? null,
    canonical_from: canonical?.from ?? null,
    draft: path === null ? null : shownPath(path, cwd),
    paragraphs: summary.paragraphs.map(({ text, role, item }) => ({
      role,
      text,
      ...(item === undefined ? {} : { url: item.url }),
    })),
    markdown: summary.markdown,
    findings: summary.findings.map(findingJson),
  };
}
