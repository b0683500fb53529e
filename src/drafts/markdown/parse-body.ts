import type { Block } from '../draft.ts';
import type { DraftForm } from '../habits/draft-form.ts';
import { prepareChunk } from '../habits/prepare-chunk.ts';
import { DEEPEST_NESTING, MOST_MARKS_IN_A_PARAGRAPH } from '../limits.ts';
import { chunksOf } from './chunks.ts';
import type { DraftText } from './conversion.ts';
import { convertTree } from './convert-tree.ts';
import { joinBlocks } from './join-blocks.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { shareDefinitions } from './shared-definitions.ts';

/**
 * Parses the Markdown of a draft from `bodyStart`. Adds sources, notes and findings to `draft`.
 */
export function parseBody(bodyStart: number, form: DraftForm, draft: DraftText): readonly Block[] {
  const { source, findings, positionAt, references } = draft;
  const chunks = chunksOf(source, bodyStart);
  const shared = shareDefinitions(source, chunks);
  // Collect all sources first, since a mark may be chunks above the list that it refers to.
  const prepared = chunks.map((chunk) => {
    const { text, originalOffset, sources, tooDeep } = prepareChunk(
      source.slice(chunk.start, chunk.end),
      form,
    );
    for (const offset of tooDeep) findings.add('too-deep', positionAt(chunk.start + offset), TOO_DEEP);
    if (chunk.seam === 'mark') findings.add('too-dense', positionAt(chunk.start), TOO_DENSE);
    for (const { offset, lines } of sources) references.add(chunk.start + offset, lines, chunk.start);
    return { chunk, text, originalOffset };
  });

  const blocks: Block[] = [];
  for (const { chunk, text, originalOffset } of prepared) {
    // The mark that exceeded the limit becomes an ordinary character.
    const escaped = chunk.seam === 'mark' ? 1 : 0;
    const whole = `${escaped ? '\\' : ''}${text}${shared(chunk)}`;
    const toSource = (offset: number): number =>
      chunk.start + originalOffset(Math.min(Math.max(offset - escaped, 0), text.length));
    const found = convertTree(parseMarkdown(whole), text.length + escaped, toSource, draft);
    const afterBlank = BLANK_BEFORE.test(source.slice(Math.max(0, chunk.start - 200), chunk.start));
    const joined = joinBlocks(blocks.at(-1), found[0], {
      seam: chunk.seam,
      afterBlank,
      ofBlog: form.ofBlog,
    });
    for (const block of joined ? found.slice(1) : found) blocks.push(block);
  }
  return references.atTheEnd(blocks);
}

/** A blank line at the end of a text. */
const BLANK_BEFORE = /(?:\n|\r(?!\n))[^\S\r\n]*(?:\r\n|\n|\r)$/;

const TOO_DEEP = `lists or quotes nest deeper than ${DEEPEST_NESTING}; the rest of the line is taken as plain text`;
const TOO_DENSE = `more than ${MOST_MARKS_IN_A_PARAGRAPH} marks in one line; this one is taken as plain text. Split the line`;
