import { applyEdits } from '../../drafts/edits.ts';
import type { Finding } from '../../drafts/finding.ts';
import { fixDraft } from '../../drafts/fix-draft.ts';
import { LARGEST_DRAFT } from '../../drafts/limits.ts';
import { lineTable } from '../../drafts/line-table.ts';
import { parseDraft } from '../../drafts/parse-draft.ts';
import { summaryFinding } from '../finding-codes.ts';
import type { BlogPost } from './blog-post.ts';
import { canonicalUrl, dateOf, postFile, type SiteFacts, unreadableDate } from './canonical-url.ts';
import { HOLE, notText } from './not-text.ts';
import { listField, type PostFields, readPostFields, textField } from './post-fields.ts';
import { notOut, unpublishedBy } from './unpublished.ts';

/** Where a post comes from. */
export type ReadPostOptions = SiteFacts & {
  /** Its file, whose name and folders tell of its address; `null` for text from no file. */
  readonly path: string | null;
  /** The page's address, where it is known for sure: of a feed's entry, or as the person said. */
  readonly canonical?: string | undefined;
};

/** What Markdown's reader tells of that also matters for a summary; the rest concerns what a summary leaves out. */
const PASSED_ON = new Set([
  'direction-character',
  'draft-empty',
  'draft-too-large',
  'html-dropped',
  'lost-letters',
  'too-deep',
  'too-dense',
  'unknown-markdown',
]);

/**
 * Reads a blog post as Jekyll, Next.js, Hugo, Astro and Eleventy keep it: Markdown or MDX with front matter. Broken
 * encodings are repaired, and what is not text is taken out, each with a finding. Never throws, whatever the text.
 */
export function readPost(source: string, options: ReadPostOptions): BlogPost {
  const { path, siteUrl } = options;
  const whole = source.length > LARGEST_DRAFT ? source.slice(0, LARGEST_DRAFT + 1) : source;
  const { text: repaired, fixed } = whole === source ? fixDraft(source) : { text: whole, fixed: [] };
  const lines = lineTable(repaired);
  const { fields, bodyStart, problems } = readPostFields(repaired);
  const apart = notText(repaired, bodyStart, path);

  const head = `---\nlayout: post\n${kindLine(fields)}---\n`;
  const edited = applyEdits(repaired, [{ start: 0, end: bodyStart, text: head }, ...apart.edits]);
  const text = parseDraft(edited.text, { path, siteUrl });
  const table = lineTable(edited.text);
  const at = (offset: number): { line: number; column: number } => lines.positionAt(offset);
  const placed = text.findings
    .filter(({ code }) => PASSED_ON.has(code))
    .map((finding): Finding => {
      const offset = (table.starts[finding.line - 1] ?? 0) + finding.column - 1;
      return { ...finding, ...at(edited.originalOffset(offset)) };
    });

  const unpublished = unpublishedBy(fields);
  const file = path === null ? undefined : postFile(path);
  const badDate = unreadableDate(fields, file);
  const canonical =
    options.canonical === undefined
      ? canonicalUrl(fields, path, options)
      : { url: options.canonical, from: 'the command', guessed: false };
  const findings: Finding[] = [
    ...fixed.map(({ line, column, message }) => summaryFinding('repaired-text', { line, column }, message)),
    ...problems.map(
      ({ code, message, offset }): Finding =>
        code === 'front-matter-yaml' || code === 'front-matter-unclosed'
          ? { code, severity: 'error', message, ...at(offset) }
          : summaryFinding(code, at(offset), message),
    ),
    ...apart.notes.map(({ code, offset, message }) => summaryFinding(code, at(offset), message)),
    ...placed,
    ...(unpublished === undefined
      ? []
      : [notOut(`\`${unpublished}\` keeps the post off the web, so that a link to it leads nowhere`)]),
    ...(badDate === undefined ? [] : [noDate(badDate)]),
    ...canonicalFindings(canonical),
  ];
  return {
    path,
    title: textField(fields, 'title')?.replaceAll(HOLE, '') ?? text.title,
    date: dateOf(fields, file),
    language: textField(fields, 'language', 'lang', 'locale'),
    tags: listField(fields, 'tags'),
    summary: textField(fields, 'summary', 'description', 'excerpt'),
    canonical,
    unpublished,
    blocks: text.blocks,
    isRoundUp: text.kind === 'links',
    findings: findings.sort((one, other) => one.line - other.line || one.column - other.column),
  };
}

/** A round-up is one by its author's word, or by its shape; any other kind says nothing about a summary. */
function kindLine(fields: PostFields): string {
  return textField(fields, 'kind') === 'links' ? 'kind: links\n' : '';
}

const TOP = { line: 1, column: 1 };

function noDate(written: string): Finding {
  const message = `‘${written.slice(0, 40)}’ is no date that is known; the summary is named by today, and --since passes the post over`;
  return summaryFinding('date-unreadable', TOP, message);
}

function canonicalFindings(canonical: BlogPost['canonical']): Finding[] {
  if (canonical === undefined || !/^https?:\/\//i.test(canonical.url)) {
    const part = canonical === undefined ? '' : ` (its path is ${canonical.url})`;
    const message = `the post’s address is not known${part}; set \`site.url\`, write \`canonical:\` into the post, or pass --url`;
    return [summaryFinding('canonical-incomplete', TOP, message)];
  }
  if (!canonical.guessed) return [];
  const message = `${canonical.url} was worked out from ${canonical.from}; write \`canonical:\` into the post if it is another`;
  return [summaryFinding('canonical-guessed', TOP, message)];
}
