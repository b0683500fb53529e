import { applyEdits, type Edit } from '../edits.ts';
import { linesOf, trackFences } from './fenced-lines.ts';
import type { FirstPass, MarkupNote } from './markup-options.ts';

/** The first line of a block that pandoc and Quarto write as it is, into one kind of page: ```` ```{=html} ````. */
const OPENS = /^[`~]{3,}[ \t]*\{=(\w+)\}[ \t]*$/;
/** Kinds whose content a post can show. */
const SHOWN = /^(?:html5?|markdown|md|commonmark|gfm)$/;

/** Takes the fences from blocks of HTML, and drops those for other kinds of pages, which no blog shows. */
export const withoutRawBlocks: FirstPass = (source, from) => {
  const notes: MarkupNote[] = [];
  if (!/[`~]{3}[ \t]*\{=\w/.test(source)) return { ...applyEdits(source, []), notes };
  const edits: Edit[] = [];
  const fenced = trackFences();
  let kind: string | undefined;
  for (const line of linesOf(source, from)) {
    const place = fenced(line);
    if (place === 'opens') kind = OPENS.exec(line.words)?.[1]?.toLowerCase();
    if (kind === undefined || place === undefined) continue;
    const isShown = SHOWN.test(kind);
    if (place === 'opens' && !isShown) {
      const message = `\`{=${kind}}\` is for another kind of page than a blog’s, and is left out`;
      notes.push({ code: 'not-text', offset: line.start, message });
    }
    if (place !== 'inside' || !isShown)
      edits.push({ start: line.start, end: line.start + line.text.length, text: '' });
  }
  return { ...applyEdits(source, edits), notes };
};
