/** Replaces the UTF-16 range from `start` up to `end` by `text`; inserts if both are equal. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** A text after edits, with a map back to the original. */
export type EditedText = {
  readonly text: string;
  /** Maps an offset in the edited text to the original; inside inserted text, returns the place of insertion. */
  readonly originalOffset: (offset: number) => number;
};

/**
 * Applies edits that do not overlap; at one place they are applied in the order given.
 *
 *     original   a\n---\nb           edits: insert "\n" at 2
 *     edited     a\n\n---\nb         originalOffset(3) = 2, where `---` starts
 */
export function applyEdits(original: string, edits: readonly Edit[]): EditedText {
  if (edits.length === 0) return { text: original, originalOffset: (offset) => offset };
  const sorted = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  const pieces: string[] = [];
  const marks: { edited: number; original: number; originalEnd: number }[] = [];
  let read = 0;
  let written = 0;
  for (const edit of sorted) {
    pieces.push(original.slice(read, edit.start), edit.text);
    written += edit.start - read;
    marks.push({ edited: written, original: edit.start, originalEnd: edit.end });
    written += edit.text.length;
    marks.push({ edited: written, original: edit.end, originalEnd: original.length });
    read = edit.end;
  }
  pieces.push(original.slice(read));

  const originalOffset = (offset: number): number => {
    let low = -1;
    let high = marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((marks[middle]?.edited ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const mark = marks[low];
    if (mark === undefined) return offset;
    return Math.min(mark.original + offset - mark.edited, mark.originalEnd);
  };
  return { text: pieces.join(''), originalOffset };
}
