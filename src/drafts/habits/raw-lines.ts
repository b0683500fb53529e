/**
 * Follows a text line by line and tells which lines Markdown takes as they are: fenced code and display
 * formulas. Their content is never read for an author's habits.
 */
export type RawTracker = (line: string) => boolean;

type Open = { readonly closes: (line: string) => boolean };

const FENCE = /^(?:[^\S\n]|>|[-+*][^\S\n]|\d{1,9}[.)][^\S\n])*(`{3,}|~{3,})(.*)$/;
/** `$$` alone, or with the first line of a formula beside it; in `$$ is tight` it is money. */
const FORMULA = /^[^\S\n]*\$\$(?:[^\S\n]*|[^$]*[\\^_={}][^$]*)$/;
const FORMULA_END = /^[^\S\n]*\$\$[^\S\n]*$/;
/** A tracker at the start of a text. */
export function trackRawLines(): RawTracker {
  let open: Open | null = null;
  return (line) => {
    if (open !== null) {
      if (!open.closes(line)) return true;
      open = null;
      return true;
    }
    open = opensAt(line);
    return open !== null;
  };
}

function opensAt(line: string): Open | null {
  const fence = FENCE.exec(line);
  if (fence !== null) {
    const [, marks = '', info = ''] = fence;
    if (marks.startsWith('`') && info.includes('`')) return null;
    const quoted = /^\s*>/.test(line);
    const closer = new RegExp(`^[\\s>]*\\${marks.charAt(0)}{${marks.length},}\\s*$`);
    return { closes: (text) => closer.test(text) || (quoted && !/^\s*>/.test(text)) };
  }
  if (FORMULA.test(line)) return { closes: (text) => FORMULA_END.test(text) };
  return null;
}
