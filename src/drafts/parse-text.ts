import type { Block } from './draft.ts';
import { applyEdits } from './edits.ts';
import type { Position } from './finding.ts';
import type { FindingList } from './finding-list.ts';
import { labelOf } from './infer-kind.ts';
import type { Kind } from './kind.ts';
import type { LineTable } from './line-table.ts';
import type { DraftText } from './markdown/conversion.ts';
import { createDestinations } from './markdown/destinations.ts';
import { parseBody } from './markdown/parse-body.ts';
import { wrapColumn } from './markdown/wrap-column.ts';
import type { Purpose } from './markup/markup-options.ts';
import { opensAsModule } from './markup/mdx-tokens.ts';
import { readMarkup } from './markup/read-markup.ts';
import { createReferences } from './references.ts';

/** What is known of a text before it is read. */
export type TextOptions = {
  /** Where the text below the front matter starts, in UTF-16 units. */
  readonly bodyStart: number;
  readonly path: string | null;
  readonly siteUrl: string | undefined;
  /** The page that the text stands on. */
  readonly pageUrl: string | undefined;
  readonly purpose: Purpose;
  /** The text of a key of the front matter, by its name in small letters. */
  readonly field: (name: string) => string | undefined;
  /** Whether every line break is kept, as the front matter says. */
  readonly keepsLines: boolean;
  /** The kind that the front matter names. */
  readonly kind: Kind | undefined;
};

/** A text, read: its blocks, and what they lead to. */
export type ParsedText = {
  readonly blocks: readonly Block[];
  /** The bracketed label that opens it. */
  readonly label: string | undefined;
  /** Whether nothing is left to read. */
  readonly isEmpty: boolean;
  readonly body: DraftText;
  /** The offset in the author's source of one in `body.source`. */
  readonly sourceOffset: (offset: number) => number;
};

/**
 * Reads the text below a file's front matter, of drafts and blog posts alike: markup that is no text goes, the rest is
 * Markdown with an author's habits. What is wrong or left out is added to `findings`.
 */
export function parseText(
  source: string,
  lines: LineTable,
  findings: FindingList,
  options: TextOptions,
): ParsedText {
  const { bodyStart, path, siteUrl, purpose, field } = options;
  const isMdx =
    path?.toLowerCase().endsWith('.mdx') === true || (path === null && opensAsModule(source, bodyStart));
  const { edits, notes } = readMarkup(source, bodyStart, { isMdx, purpose, field, siteUrl });
  for (const { code, offset, message } of notes) findings.add(code, lines.positionAt(offset), message);
  const { text, originalOffset } = applyEdits(source, edits);
  const positionAt =
    edits.length === 0
      ? lines.positionAt
      : (offset: number): Position => lines.positionAt(originalOffset(offset));

  const body = textOf(text, positionAt, findings, options);
  const label = labelOf(text.slice(bodyStart));
  const labelled =
    options.kind === undefined ? label !== undefined : ['update', 'paper'].includes(options.kind);
  const blocks = parseBody(bodyStart, labelled, body);
  reportUnused(body);
  return {
    blocks,
    label,
    isEmpty: source.slice(bodyStart).trim() === '',
    body,
    sourceOffset: originalOffset,
  };
}

function textOf(
  source: string,
  positionAt: (offset: number) => Position,
  findings: FindingList,
  { siteUrl, pageUrl, purpose, keepsLines, bodyStart }: TextOptions,
): DraftText {
  return {
    source,
    purpose,
    keepsLines,
    wrapColumn: keepsLines ? undefined : wrapColumn(source, bodyStart),
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
    pageUrl,
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
