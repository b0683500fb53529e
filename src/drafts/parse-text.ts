import { once } from '../text/lazy.ts';
import type { Block } from './draft.ts';
import { applyEdits } from './edits.ts';
import { withoutEmptySections } from './empty-sections.ts';
import type { Position } from './finding.ts';
import type { FindingList } from './finding-list.ts';
import { withFramedCaptions } from './framed-captions.ts';
import { altInFrontMatter } from './front-matter/picture-alt.ts';
import { labelOf } from './infer-kind.ts';
import type { Kind } from './kind.ts';
import type { LineTable } from './line-table.ts';
import type { DraftText } from './markdown/conversion.ts';
import { createDraftText } from './markdown/draft-text.ts';
import { withIncluded } from './markdown/included-definitions.ts';
import { reportHiddenCells } from './markdown/nodes/cell-results.ts';
import { parseBody } from './markdown/parse-body.ts';
import { wrapColumn } from './markdown/wrap-column.ts';
import { assignedValues } from './markup/assigned-values.ts';
import { afterFirstPasses } from './markup/first-passes.ts';
import type { Purpose } from './markup/markup-options.ts';
import { opensAsModule } from './markup/mdx-tokens.ts';
import { readMarkup } from './markup/read-markup.ts';
import { reportNothingShown } from './nothing-shown.ts';
import { withoutRepeatedExcerpt } from './repeated-excerpt.ts';
import { withoutRulesBelowHeadings } from './ruled-headings.ts';
import { withShallowItems } from './shallow-items.ts';
import type { SiteLookup } from './site-lookup.ts';
import { reportSlides } from './slides.ts';
import { withTableNotes } from './table-notes.ts';

/** What is known about a text before reading it. */
export type TextOptions = {
  /** Where the text after the front matter starts, in UTF-16 units. */
  readonly bodyStart: number;
  readonly path: string | null;
  readonly siteUrl: string | undefined;
  /** What the other files of its site say. */
  readonly site?: SiteLookup | undefined;
  /** The page with the text. */
  readonly pageUrl: string | undefined;
  readonly purpose: Purpose;
  /** Returns the text of a front matter key, by its name in lower case. */
  readonly field: (name: string) => string | undefined;
  /** Whether to keep every line break, from the front matter. */
  readonly keepsLines: boolean;
  /** Whether it is a post of a blog. */
  readonly ofBlog: boolean;
  /** The kind in the front matter. */
  readonly kind: Kind | undefined;
};

/** A parsed text: its blocks, and what they refer to. */
export type ParsedText = {
  readonly blocks: readonly Block[];
  /** The bracketed label at its start. */
  readonly label: string | undefined;
  /** Whether nothing remains. */
  readonly isEmpty: boolean;
  /** Whether it is slides, which are no text. */
  readonly isSlides: boolean;
  readonly body: DraftText;
  /** Maps an offset in `body.source` to the author's source. */
  readonly sourceOffset: (offset: number) => number;
};

/** How YAML, and R, say no. */
const OFF = /^(?:false|no|off|f)$/i;
/** How much of a line a finding looks at, in UTF-16 units. */
const LONGEST_WRITTEN = 500;

/**
 * Parses the text below a file's front matter, of drafts and blog posts: removes other markup, and reads the rest as Markdown
 * with the author's habits. Adds problems and omissions to `findings`.
 */
export function parseText(
  source: string,
  lines: LineTable,
  findings: FindingList,
  options: TextOptions,
): ParsedText {
  const { bodyStart, path, siteUrl, site, purpose, field } = options;
  const isOff = (name: string): boolean => OFF.test(field(name) ?? '');
  const isSlides = reportSlides(source, bodyStart, field, { lines, findings });
  const isMdx =
    path?.toLowerCase().endsWith('.mdx') === true || (path === null && opensAsModule(source, bodyStart));
  const included = withIncluded(source, bodyStart, site);
  const plain = afterFirstPasses(included.text, bodyStart);
  const variables = once(() => assignedValues(plain.text));
  const { edits, notes } = readMarkup(plain.text, bodyStart, {
    isMdx,
    purpose,
    field,
    siteUrl,
    site,
    variables,
  });
  const placed = notes.map((note) => ({ ...note, offset: plain.originalOffset(note.offset) }));
  for (const { code, offset, message, severity } of [...plain.notes, ...placed])
    findings.add(code, lines.positionAt(offset), message, severity === undefined ? {} : { severity });
  const { text, originalOffset: plainOffset } = applyEdits(plain.text, edits);
  const originalOffset = (offset: number): number => plain.originalOffset(plainOffset(offset));
  const positionAt =
    text === source
      ? lines.positionAt
      : (offset: number): Position => lines.positionAt(originalOffset(offset));

  const body = createDraftText(text, positionAt, findings, {
    ...options,
    hidesCells: isOff('execute.echo'),
    runsCells: !isOff('execute.eval') && !isOff('execute.enabled'),
    writtenAt: ({ line }) => {
      const start = lines.starts[line - 1] ?? 0;
      return source.slice(start, start + LONGEST_WRITTEN);
    },
    altOf: altInFrontMatter(field),
    wrapColumn: options.keepsLines ? undefined : wrapColumn(text, bodyStart),
  });
  // The text need not use all that its site defines.
  for (const one of included.labels) body.usedDefinitions.add(one);
  const label = labelOf(text.slice(bodyStart));
  const labelled =
    options.kind === undefined ? label !== undefined : ['update', 'paper'].includes(options.kind);
  const ofBlog = options.ofBlog && !labelled;
  const read = withShallowItems(parseBody(bodyStart, { labelled, ofBlog }, body));
  const all = ofBlog ? withoutRepeatedExcerpt(withoutRulesBelowHeadings(read), findings) : read;
  const blocks =
    purpose === 'thread'
      ? withFramedCaptions(withoutEmptySections(all, source, findings), source, lines)
      : all;
  if (purpose === 'thread') reportNothingShown(blocks, source, findings);
  reportUnused(body);
  reportHiddenCells(body);
  return {
    blocks: withTableNotes(blocks, body.notes),
    label,
    isEmpty: source.slice(bodyStart).trim() === '',
    isSlides,
    body,
    sourceOffset: originalOffset,
  };
}

/** Reports what nothing in the text refers to, and so no post will show. */
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
