/** Longest line, in characters, that is a label with a few words. */
const LABEL_LINE = 60;

/** `[ML Grind]` alone on its line. */
export const isLabel = (line: string): boolean => /^\s*\[(?!\^)(?=[^\]]*\p{L})[^[\]]{1,80}\]\s*$/u.test(line);

/** `[ML Grind] Goals for today`: a label opens a new part. A number in brackets is a source, and no label. */
export const opensWithLabel = (line: string): boolean =>
  /^\s*\[(?!\^)(?=[^\]]*\p{L}{2})[^[\]]{2,80}\](?:\s|$)/u.test(line);

/** A line that opens an update of its own: a label, alone or with a few words. */
export const opensUpdate = (line: string): boolean =>
  opensWithLabel(line) && line.trim().length <= LABEL_LINE;
