import { tooLarge } from '../../drafts/decode-draft.ts';
import { checkEncoding } from '../../drafts/encoding/check-encoding.ts';
import type { Finding, Severity } from '../../drafts/finding.ts';
import { createFindingList, type FindingList } from '../../drafts/finding-list.ts';
import { fixCharacters } from '../../drafts/fix-draft.ts';
import { pageElsewhere } from '../../drafts/front-matter/page-elsewhere.ts';
import { inferKind } from '../../drafts/infer-kind.ts';
import { LARGEST_DRAFT } from '../../drafts/limits.ts';
import { type LineTable, lineTable } from '../../drafts/line-table.ts';
import { HOLE } from '../../drafts/markup/hole.ts';
import { placedIn } from '../../drafts/parse-draft.ts';
import { type ParsedText, parseText } from '../../drafts/parse-text.ts';
import type { SiteLookup } from '../../drafts/site-lookup.ts';
import { findTraps } from '../../drafts/traps/find-traps.ts';
import { fixTraps, mayHoldTraps, withoutTraps } from '../../drafts/traps/fix-traps.ts';
import { summaryFinding } from '../finding-codes.ts';
import { authorsSummary } from './authors-summary.ts';
import type { BlogPost } from './blog-post.ts';
import { canonicalUrl, dateOf, postFile, type SiteFacts, unreadableDate } from './canonical-url.ts';
import { cardDescription } from './card-description.ts';
import { isOfLinkedHeadings } from './linked-headings.ts';
import {
  listField,
  type PostFields,
  type PostFrontMatter,
  readPostFields,
  textField,
} from './post-fields.ts';
import { postTitle, titleOfSlides, withoutTitle } from './post-title.ts';
import { notOut, outDays, unpublishedBy } from './unpublished.ts';

/** Where a post comes from. */
export type ReadPostOptions = SiteFacts & {
  /** Its file, whose name and folders help to find its address; `null` for text without a file. */
  readonly path: string | null;
  /** The page's address, if certain: from a feed's entry, or given by the user. */
  readonly canonical?: string | undefined;
  /** What the other files of its site say. */
  readonly site?: SiteLookup | undefined;
};

/** Findings of the draft reader that also matter for a summary; the others concern what a summary leaves out. */
const PASSED_ON = new Set([
  'direction-character',
  'draft-empty',
  'draft-too-large',
  'html-dropped',
  'lost-letters',
  'not-text',
  'not-text-dropped',
  'quoted-by-component',
  'slides',
  'struck-out',
  'template-value',
  'too-deep',
  'too-dense',
  'unknown-markdown',
]);
/** A summary leaves such a sentence out, so it does not prevent publishing. */
const ONLY_WARNED: Readonly<Record<string, Severity>> = { 'template-value': 'warning' };

/**
 * Reads a blog post of Jekyll, Next.js, Hugo, Astro or Eleventy: Markdown or MDX with front matter. Repairs broken encodings
 * and removes other markup, each with a finding. Never throws, for any text.
 */
export function readPost(source: string, options: ReadPostOptions): BlogPost {
  const { path } = options;
  const isTooLarge = source.length > LARGEST_DRAFT;
  const { source: repaired, fixed, ...read } = readRepaired(isTooLarge ? '' : source, options);
  const { text, lines, told, fields, problems, field, kind } = read;
  const shown = text.isEmpty ? pageElsewhere(field) : undefined;
  if (text.isEmpty && shown === undefined && !isTooLarge)
    told.add('draft-empty', lines.positionAt(repaired.length), 'the post has no text');
  const at = (offset: number): { line: number; column: number } => lines.positionAt(offset);
  const placed = [...(isTooLarge ? [tooLarge(source.length)] : []), ...told.all()].flatMap((finding) => {
    if (!PASSED_ON.has(finding.code)) return [];
    return [{ ...finding, severity: ONLY_WARNED[finding.code] ?? finding.severity }];
  });

  const unpublished = unpublishedBy(fields, path);
  const named = postTitle(fields, text.blocks) ?? (text.isSlides ? titleOfSlides(text.blocks) : undefined);
  const title = named?.replaceAll(HOLE, '');
  const blocks = text.isSlides ? [] : withoutTitle(text.blocks, title);
  const file = path === null ? undefined : postFile(path);
  const badDate = unreadableDate(fields, file);
  const canonical =
    options.canonical === undefined
      ? shown === undefined
        ? canonicalUrl(fields, path, options)
        : { url: shown.url, from: `\`${shown.key}\``, guessed: false }
      : { url: options.canonical, from: 'the command', guessed: false };
  const findings: Finding[] = [
    ...fixed.map(({ line, column, message }) => summaryFinding('repaired-text', { line, column }, message)),
    ...problems.map(
      ({ code, message, offset }): Finding =>
        code === 'front-matter-yaml' || code === 'front-matter-unclosed'
          ? { code, severity: 'error', message, ...at(offset) }
          : summaryFinding(code, at(offset), message),
    ),
    ...placed,
    ...(unpublished === undefined
      ? []
      : [notOut(`\`${unpublished}\` keeps the post unpublished, so a link to it leads nowhere`)]),
    ...(badDate === undefined ? [] : [noDate(badDate)]),
    ...canonicalFindings(canonical),
  ];
  return {
    path,
    title: title === undefined || title === '' ? text.label : title,
    date: dateOf(fields, file),
    language: textField(fields, 'language', 'lang', 'locale'),
    tags: listField(fields, 'tags'),
    summary: authorsSummary(withCard(fields, repaired.slice(read.bodyStart)), blocks, title),
    canonical,
    unpublished,
    outDays: outDays(fields),
    blocks,
    ...teaserEnd(repaired, lines),
    isRoundUp:
      (kind ?? inferKind({ label: text.label, blocks: text.blocks, fromBlog: true })) === 'links' ||
      isOfLinkedHeadings(blocks),
    findings: findings.sort((one, other) => one.line - other.line || one.column - other.column),
  };
}

/** A post's text as its author wrote it, read, with the findings so far. */
type ReadText = PostFrontMatter & {
  readonly source: string;
  readonly lines: LineTable;
  readonly told: FindingList;
  /** Returns the text of a field, by its name in lower case. */
  readonly field: (name: string) => string | undefined;
  readonly kind: 'links' | undefined;
  readonly text: ParsedText;
};

/** What may be a link without a host; a picture is none. */
const MAY_BE_RELATIVE =
  /(?<!!\[[^[\]\n]{0,200})\][(:](?!\s*<?(?:[a-z]+:|#))|(?:href|to) ?=(?! ?["'{]?(?:[a-z]+:|#))/i;

/** Repairs a post's text and reads it: where its reading finds no traps in its prose, once. */
function readRepaired(
  written: string,
  options: ReadPostOptions,
): ReadText & { readonly fixed: readonly Finding[] } {
  const { text: source, fixed } = fixCharacters(written);
  // `fixTraps` knows no site: to it, links to the blog's own pages are words, and it finds other spaces beside them.
  if (options.siteUrl !== undefined && MAY_BE_RELATIVE.test(source)) {
    const traps = fixTraps(source);
    return { ...readText(traps.text, options), fixed: [...fixed, ...traps.fixed] };
  }
  const read = readText(source, options);
  if (!mayHoldTraps(source)) return { ...read, fixed };
  const repairs = placedIn(source, findTraps(read.text.blocks, undefined, read.text.body), read.text);
  const traps = withoutTraps(source, { findings: read.told.all(), repairs });
  return {
    ...(traps.fixed.length === 0 ? read : readText(traps.text, options)),
    fixed: [...fixed, ...traps.fixed],
  };
}

function readText(source: string, { path, siteUrl, site }: ReadPostOptions): ReadText {
  const lines = lineTable(source);
  const front = readPostFields(source);
  const { fields, bodyStart } = front;
  const told = createFindingList();
  checkEncoding(source, lines, told, bodyStart);
  const kind = textField(fields, 'kind') === 'links' ? 'links' : undefined;
  const field = (name: string): string | undefined =>
    textField(fields, ...[...fields.keys()].filter((key) => key.toLowerCase() === name));
  const text = parseText(source, lines, told, {
    bodyStart,
    path,
    siteUrl,
    site,
    pageUrl: undefined,
    purpose: 'summary',
    field,
    keepsLines: false,
    ofBlog: true,
    kind,
  });
  return { ...front, source, lines, told, field, kind, text };
}

/** Returns a post's fields, and the description for cards that stands above its text, unless one of them is that. */
function withCard(fields: PostFields, body: string): PostFields {
  const description = cardDescription(body);
  return description === undefined ? fields : new Map([['ogSummary', description], ...fields]);
}

/** The mark below a teaser, in Jekyll, Hugo, Hexo, Eleventy and Docusaurus. */
const MORE =
  /<!--\s*(?:more|truncate|read-?more|excerpt|(?:end-?excerpt|excerpt-?end))\s*-->|\{\/\*\s*truncate\s*\*\/\}/i;

function teaserEnd(source: string, lines: LineTable): { readonly teaserEnd?: number } {
  const offset = source.search(MORE);
  if (offset < 0) return {};
  const { line, column } = lines.positionAt(offset);
  // Behind words it ends an excerpt by its length, not where its author would end a teaser.
  return source.slice(offset - column + 1, offset).trim() === '' ? { teaserEnd: line } : {};
}

const TOP = { line: 1, column: 1 };

function noDate(written: string): Finding {
  const message = `‘${written.slice(0, 40)}’ is not a known date format; the summary is named after today, and --since skips the post`;
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
