import { byteOrderMark, tooLarge } from './decode-draft.ts';
import type { Block, Draft } from './draft.ts';
import { runsText } from './draft-words.ts';
import { checkEncoding } from './encoding/check-encoding.ts';
import type { Finding, Position } from './finding.ts';
import { createFindingList, type FindingList } from './finding-list.ts';
import { canonicalOf } from './front-matter/canonical.ts';
import { type ReadFrontMatter, readFrontMatter } from './front-matter/read-front-matter.ts';
import { settingsOf } from './front-matter/settings-of.ts';
import { type SplitDraft, splitFrontMatter } from './front-matter/split-front-matter.ts';
import { inferKind, labelOf } from './infer-kind.ts';
import { LARGEST_DRAFT } from './limits.ts';
import { type LineTable, lineTable } from './line-table.ts';
import type { DraftText } from './markdown/conversion.ts';
import { createDestinations } from './markdown/destinations.ts';
import { parseBody } from './markdown/parse-body.ts';
import { createReferences } from './references.ts';
import { templateLines } from './template-lines.ts';
import { findTraps, type Repairs } from './traps/find-traps.ts';

/** Where a draft comes from, and what its relative links and permalinks are joined to. */
export type ParseOptions = {
  /** As findings should name it; `null` for text from no file. */
  readonly path: string | null;
  readonly siteUrl?: string | undefined;
};

/**
 * Parses a draft: front matter, Markdown and an author's habits. Never throws, whatever the text; what is wrong or
 * doubtful is a finding, with its line and column in the source. The words stay as written, broken encodings
 * included (`fixDraft` repairs them).
 */
export function parseDraft(source: string, options: ParseOptions): Draft {
  return parseWithRepairs(source, options).draft;
}

/** A draft, and what `lint --fix` changes in the source (without a byte order mark) for its tracked links. */
export type ParsedDraft = { readonly draft: Draft; readonly repairs: Repairs };

/** Parses a draft as {@link parseDraft} does, and says too how its links are repaired. */
export function parseWithRepairs(source: string, { path, siteUrl }: ParseOptions): ParsedDraft {
  const marked = source.startsWith('\ufeff');
  const text = marked ? source.slice(1) : source;
  const notes = marked ? [byteOrderMark()] : [];
  if (text.length > LARGEST_DRAFT)
    return { draft: emptyDraft(path, [...notes, tooLarge(text.length)]), repairs: new Map() };

  const lines = lineTable(text);
  const findings = createFindingList();
  const split = splitFrontMatter(text);
  const frontMatter = frontMatterOf(split, lines, findings);
  checkEncoding(text, lines, findings);

  const body = draftText(text, lines, findings, frontMatter, siteUrl);
  const label = labelOf(text.slice(split.bodyStart));
  const { values } = frontMatter;
  const labelled =
    values.kind === undefined ? label !== undefined : ['update', 'paper'].includes(values.kind);
  const parsed = parseBody(split.bodyStart, labelled, body);
  reportUnused(body);
  if (text.slice(split.bodyStart).trim() === '') {
    const message =
      split.bodyStart === 0 ? 'the draft is empty' : 'the draft has front matter, but no text below it';
    findings.add('draft-empty', lines.positionAt(text.length), message);
  }

  for (const offset of templateLines(text, split.bodyStart)) {
    const message = 'this line is from the template: write your own in its place, or delete it';
    findings.add('template-text', lines.positionAt(offset), message);
  }

  const fromBlog = [values.canonical, values.permalink, values.slug, values.layout].some(
    (value) => value !== undefined,
  );
  const kind = values.kind ?? inferKind({ label, blocks: parsed, fromBlog });
  const settings = settingsOf(frontMatter, kind, siteUrl);
  const blocks = [...coverBlock(settings.cover, frontMatter, findings), ...parsed];
  const title = values.title || firstHeading(parsed) || label;
  const repairs = findTraps(
    blocks,
    title === undefined ? undefined : { text: title, at: titlePosition(text, lines) },
    body,
  );
  const silenced = new Set(settings.silence);
  const draft: Draft = {
    path,
    kind,
    title,
    settings,
    blocks,
    references: body.references.list,
    notes: [...body.notes.values()],
    findings: [...notes, ...findings.all()].filter(
      ({ code, severity }) => severity === 'error' || !silenced.has(code),
    ),
  };
  return { draft, repairs };
}

/** Where the title is set, or the draft's start where it is not in the front matter. */
function titlePosition(text: string, lines: LineTable): Position {
  return lines.positionAt(Math.max(0, text.slice(0, 10_000).search(/^title\s*:/m)));
}

function emptyDraft(path: string | null, findings: readonly Finding[]): Draft {
  const settings = settingsOf({ values: {}, networks: {}, places: new Map() }, 'post', undefined);
  return { path, kind: 'post', title: undefined, settings, blocks: [], references: [], notes: [], findings };
}

function frontMatterOf(split: SplitDraft, lines: LineTable, findings: FindingList): ReadFrontMatter {
  const { yaml, refused } = split;
  const at = { line: 1, column: 1 };
  if (refused?.reason === 'language') {
    const message = `the front matter on line 1 is \`${refused.language}\`, which is not read, and never run; write YAML between lines of \`---\``;
    findings.add('front-matter-language', at, message);
  }
  if (refused?.reason === 'unclosed')
    findings.add(
      'front-matter-unclosed',
      at,
      'no second line of `---` closes the front matter; add it below the last key',
    );
  if (yaml === undefined) return { values: {}, networks: {}, places: new Map() };
  return readFrontMatter(yaml.text, (offset) => lines.positionAt(yaml.start + offset), findings);
}

function draftText(
  source: string,
  { positionAt }: LineTable,
  findings: FindingList,
  { values }: ReadFrontMatter,
  siteUrl: string | undefined,
): DraftText {
  return {
    source,
    findings,
    positionAt,
    references: createReferences(positionAt),
    notes: new Map(),
    definitions: new Map(),
    destinations: createDestinations(source),
    sharedDefinitions: new Map(),
    usedDefinitions: new Set(),
    usedNotes: new Set(),
    siteUrl,
    pageUrl: canonicalOf(values, siteUrl),
  };
}

/** Names what nothing in the text leads to, and so no post will show. */
function reportUnused({
  findings,
  references,
  definitions,
  usedDefinitions,
  notes,
  usedNotes,
}: DraftText): void {
  references.reportUnused(findings);
  for (const { identifier, label, url, title, at } of definitions.values()) {
    if (usedDefinitions.has(identifier)) continue;
    const target = `${url}${title ? ` "${title}"` : ''}`.slice(0, 200);
    const message = `nothing leads to \`[${label ?? identifier}]: ${target}\`, so no post shows it; link to it, or remove it`;
    findings.add('definition-unused', at, message);
  }
  for (const { id, at } of notes.values()) {
    if (usedNotes.has(id)) continue;
    findings.add(
      'note-unused',
      at,
      `no [^${id}] in the text leads to this footnote; add the mark, or remove the note`,
    );
  }
}

/** The cover stands before the text, as on a blog's page. */
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
