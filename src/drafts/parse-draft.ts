import { byteOrderMark, tooLarge } from './decode-draft.ts';
import type { Block, Draft } from './draft.ts';
import { runsText } from './draft-words.ts';
import type { Edit } from './edits.ts';
import { checkEncoding } from './encoding/check-encoding.ts';
import type { Finding, Position } from './finding.ts';
import { countedOnce, createFindingList, type FindingList } from './finding-list.ts';
import { isSharedKey } from './front-matter/blog-keys.ts';
import { canonicalOf } from './front-matter/canonical.ts';
import { exportedTitle } from './front-matter/exported-fields.ts';
import { withoutText } from './front-matter/page-elsewhere.ts';
import { isInPosts, isPartOfPage } from './front-matter/post-path.ts';
import { NO_FRONT_MATTER, type ReadFrontMatter, readFrontMatter } from './front-matter/read-front-matter.ts';
import { READERS } from './front-matter/read-head.ts';
import { settingsOf } from './front-matter/settings-of.ts';
import { type SplitDraft, splitFrontMatter } from './front-matter/split-front-matter.ts';
import { titleLine } from './front-matter/title-keys.ts';
import { inferKind } from './infer-kind.ts';
import { opensUpdate } from './labels.ts';
import { LARGEST_DRAFT } from './limits.ts';
import { type LineTable, lineTable } from './line-table.ts';
import { withEmoji } from './markup/emoji-names.ts';
import { openingTitle } from './opening-title.ts';
import { type ParsedText, parseText } from './parse-text.ts';
import { plainLine } from './plain-line.ts';
import type { SiteLookup } from './site-lookup.ts';
import { splitUpdates } from './split-updates.ts';
import { templateLines } from './template-lines.ts';
import { headingOfOtherDate } from './title-dates.ts';
import { findTraps, type Repairs } from './traps/find-traps.ts';

/** Where a draft comes from, and the base of its relative links and permalinks. */
export type ParseOptions = {
  /** The path in findings; `null` for text without a file. */
  readonly path: string | null;
  /** Its place below the folder of its project, whose own name says nothing; without it, its path. */
  readonly place?: string | undefined;
  readonly siteUrl?: string | undefined;
  /** What the other files of its site say; without it, links to them are findings. */
  readonly site?: SiteLookup | undefined;
};

/**
 * Parses a draft: front matter, Markdown and the author's habits. Never throws for any text; problems and doubts are findings,
 * with their line and column in the source. The words stay as written, broken encodings included (`fixDraft` repairs them).
 */
export function parseDraft(source: string, options: ParseOptions): Draft {
  return parseWithRepairs(source, options).draft;
}

/** A draft, and what `lint --fix` changes in the source (without a byte order mark) for its tracked links. */
export type ParsedDraft = {
  readonly draft: Draft;
  /** Every finding at its own place; the draft's are merged and counted. */
  readonly findings: readonly Finding[];
  readonly repairs: Repairs;
};

/** Parses a draft like {@link parseDraft}, and also returns how its links are repaired. */
export function parseWithRepairs(source: string, options: ParseOptions): ParsedDraft {
  const { path, place, siteUrl, site } = options;
  const marked = source.startsWith('\ufeff');
  const text = marked ? source.slice(1) : source;
  const notes = marked ? [byteOrderMark()] : [];
  if (text.length > LARGEST_DRAFT) {
    const all = [...notes, tooLarge(text.length)];
    return { draft: emptyDraft(path, all), findings: all, repairs: new Map() };
  }

  const lines = lineTable(text);
  const findings = createFindingList();
  const split = splitFrontMatter(text);
  const frontMatter = frontMatterOf(split, lines, findings, place ?? path);
  checkEncoding(text, lines, findings, split.bodyStart);

  const { values } = frontMatter;
  const exported = split.head === undefined && IS_MDX.test(path ?? '') ? exportedTitle(text) : undefined;
  const isOfBlog = frontMatter.isOfBlog || exported !== undefined || isInPosts(path);
  const parsed = parseText(text, lines, findings, {
    bodyStart: split.bodyStart,
    path,
    siteUrl,
    site,
    // A slug is only the end of a page's address, and says nothing of its folder.
    pageUrl: canonicalOf({ ...values, slug: undefined }, siteUrl),
    purpose: 'thread',
    field: frontMatter.field,
    keepsLines: values.line_breaks === 'keep',
    ofBlog: isOfBlog,
    kind: values.kind,
  });
  if (parsed.isEmpty) {
    const message = split.bodyStart === 0 ? 'the draft is empty' : withoutText(frontMatter.field);
    findings.add('draft-empty', lines.positionAt(text.length), message);
  }

  for (const offset of templateLines(text, split.bodyStart)) {
    const message = 'this line is from the template: write your own in its place, or delete it';
    findings.add('template-text', lines.positionAt(offset), message);
  }

  const { label, body } = parsed;
  const fromBlog = [values.canonical, values.permalink, values.slug, values.layout].some(
    (value) => value !== undefined,
  );
  const kind = values.kind ?? inferKind({ label, blocks: parsed.blocks, fromBlog });
  const settings = settingsOf(frontMatter, kind, siteUrl);
  const blocks = [...coverBlock(settings.cover, frontMatter, findings), ...parsed.blocks];
  const written = plainTitle(values.title ?? exported ?? '');
  const title = written || firstHeading(parsed.blocks) || label;
  const repairs = findTraps(
    blocks,
    title === undefined ? undefined : { text: title, at: titlePosition(text, lines) },
    body,
  );
  const front = {
    ...(written === '' ? {} : { frontTitle: written }),
    ...(isOfBlog ? ({ isOfBlog: true } as const) : {}),
  };
  const opening = openingTitle({ title, ...front, kind, blocks, settings });
  if (opening !== undefined && settings.openWith === undefined) {
    const message = `the title opens the thread: “${opening}”; write \`open_with: text\` to leave it out, or \`open_with: title\` to keep it without this note`;
    findings.add('title-opens', titlePosition(text, lines), message);
  }
  const other = opening === undefined ? undefined : headingOfOtherDate(opening, parsed.blocks);
  if (other !== undefined) {
    const message = `the title “${opening}” and the heading below it, “${other}”, name different dates; correct the wrong one`;
    findings.add('title-differs', titlePosition(text, lines), message);
  }
  // Where a key of ours says that this is a draft, its title is for its author’s eyes.
  if (
    opening === undefined &&
    kind === 'post' &&
    [...frontMatter.places.keys()].every((key) => isSharedKey(key))
  ) {
    const left = openingTitle({ title, ...front, kind, blocks, settings }, 'title');
    const message = `the title “${left}” does not open the thread, because nothing says that this is a post of a blog; write \`open_with: title\` to show it, or \`open_with: text\` to leave it out without this note`;
    if (left !== undefined && left === written)
      findings.add('title-left-out', titlePosition(text, lines), message);
  }
  const updates = splitUpdates(text);
  const second = updates[1];
  // A single line in brackets may be a remark in a titled post, `[shudders]`, and several in a blog's post code, `[Test]`.
  const labelled = updates.filter(({ opening: line }) => opensUpdate(line)).length;
  if (second !== undefined && ((labelled > 1 && !isOfBlog) || title === label)) {
    const message = `this draft has ${updates.length} updates, and each starts a post; \`threadmill new --split ${path ?? 'FILE'}\` makes a draft of each`;
    findings.add('several-updates', lines.positionAt(second.start), message);
  }
  const silenced = new Set(settings.silence);
  const all = [...notes, ...findings.all()].filter(
    ({ code, severity }) => severity === 'error' || !silenced.has(code),
  );
  const draft: Draft = {
    path,
    kind,
    title,
    ...front,
    settings,
    blocks,
    references: body.references.list,
    notes: [...body.notes.values()],
    findings: countedOnce(all),
  };
  return { draft, findings: all, repairs: placedIn(text, repairs, parsed) };
}

const IS_MDX = /\.mdx$/i;

/** Reads a title as a blog shows it: without marks and tags (`The <code>posts/</code> folder`), and with emoji for their names. */
const plainTitle = (title: string): string => withEmoji(plainLine(title));

/** Maps repairs to the source; one in a part that markup changed is left to the author. */
export function placedIn(source: string, repairs: Repairs, { body, sourceOffset }: ParsedText): Repairs {
  if (body.source === source) return repairs;
  const placed = new Map<string, readonly Edit[]>();
  for (const [key, edits] of repairs) {
    const moved = edits.map(({ start, end, text }) => ({
      start: sourceOffset(start),
      end: sourceOffset(end),
      text,
    }));
    const same = moved.every(
      ({ start, end }, index) =>
        source.slice(start, end) === body.source.slice(edits[index]?.start, edits[index]?.end),
    );
    if (same) placed.set(key, moved);
  }
  return placed;
}

/** What stands above the keys of a blog’s own engine: nothing in Pelican’s files, the sign of a comment in Nikola’s. */
const OF_ENGINE = /^\s*(?:<!--\s*)?$/;

/** Explains what other tools would not accept as front matter, and what to do about it. */
function misplacedHead({ head, behind = '' }: SplitDraft, isOfBlog: boolean): string | undefined {
  if (head?.format === 'header')
    return isOfBlog && OF_ENGINE.test(behind)
      ? undefined
      : 'these lines are read as front matter; put a line of `---` above and below them, so that every tool does';
  if (behind === '') return undefined;
  const what = behind.includes('<!--')
    ? 'a comment'
    : /\S/.test(behind.replace(/[\u00ad\u180e\u200b-\u200f\u2060\ufeff]/g, '')) || behind.trim() === ''
      ? 'white space'
      : 'an invisible character';
  const fence = head?.format === 'toml' ? '+++' : head?.format === 'json' ? '{' : '---';
  return `${what} precedes the front matter; it is read, but other tools would publish it as text: make its \`${fence}\` the first line`;
}

/** Returns where the title is set, or the draft's start if it is not in the front matter. */
function titlePosition(text: string, lines: LineTable): Position {
  return lines.positionAt(Math.max(0, titleLine(text.slice(0, 10_000))));
}

function emptyDraft(path: string | null, findings: readonly Finding[]): Draft {
  const settings = settingsOf(NO_FRONT_MATTER, 'post', undefined);
  return { path, kind: 'post', title: undefined, settings, blocks: [], references: [], notes: [], findings };
}

function frontMatterOf(
  split: SplitDraft,
  lines: LineTable,
  findings: FindingList,
  path: string | null,
): ReadFrontMatter {
  const { head, behind = '', refused } = split;
  const at = { line: 1, column: 1 };
  if (refused?.reason === 'language') {
    const { language } = refused;
    const what =
      language.toLowerCase() === 'json'
        ? 'is not valid JSON; fix it, or'
        : `on line 1 is \`${language}\`, which is not read, and never run;`;
    const message = `the front matter ${what} write YAML between lines of \`---\``;
    findings.add('front-matter-language', at, message);
  }
  if (refused?.reason === 'unclosed')
    findings.add(
      'front-matter-unclosed',
      at,
      'no second line of `---` closes the front matter; add it below the last key',
    );
  if (head === undefined) {
    if (isPartOfPage(path))
      findings.add(
        'part-of-page',
        at,
        'a file whose name begins with `_` and that has no front matter is a part of other pages, which blogs show only there; publish the page that includes it',
      );
    return NO_FRONT_MATTER;
  }
  if (head.format === 'toml' || head.format === 'json') {
    const message = `the front matter is ${head.format.toUpperCase()}, which is read; every tool reads YAML between lines of \`---\``;
    findings.add('front-matter-language', lines.positionAt(behind.length), message, { severity: 'info' });
  }
  const read = readFrontMatter(
    READERS[head.format](head.text),
    (offset) => lines.positionAt(head.start + offset),
    findings,
    path,
  );
  const misplaced = misplacedHead(split, read.isOfBlog);
  if (misplaced !== undefined)
    findings.add('front-matter-misplaced', lines.positionAt(behind.length), misplaced);
  const mark = HELD_BACK.find(({ key, holds }) => holds.test(read.field(key) ?? ''));
  if (mark !== undefined) {
    const at = head.text.search(new RegExp(`^${mark.key}\\b`, 'im'));
    const message = `\`${mark.key}: ${read.field(mark.key)}\` says that this is not ready; Threadmill still publishes the file when you ask it to`;
    findings.add('marked-draft', lines.positionAt(Math.max(head.start, head.start + at)), message);
  }
  return read;
}

/** How blogs mark a post that is not ready. */
const HELD_BACK: readonly { readonly key: string; readonly holds: RegExp }[] = [
  { key: 'draft', holds: /^(?:true|yes|on)$/i },
  { key: 'published', holds: /^(?:false|no|off)$/i },
];

/** Makes the block of the cover, which precedes the text, as on a blog's page. */
function coverBlock(
  cover: Draft['settings']['cover'],
  { places }: ReadFrontMatter,
  findings: FindingList,
): Block[] {
  if (cover === undefined) return [];
  const at = places.get('cover') ?? { line: 1, column: 1 };
  if (cover.alt === '')
    findings.add(
      'image-without-alt',
      at,
      `the cover ${cover.path} has no alt text; say what it shows in \`cover_alt\``,
    );
  return [{ type: 'image', image: { ...cover, at }, at }];
}

function firstHeading(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) if (block.type === 'heading') return runsText(block.runs).replace(/\s+/g, ' ');
  return undefined;
}
