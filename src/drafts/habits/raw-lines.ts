/**
 * Follows a text line by line and tells which lines Markdown takes as they are: fenced code, display formulas and
 * HTML blocks. Their content is never read for an author's habits.
 */
export type RawTracker = (line: string) => boolean;

type Open = { readonly closes: (line: string) => boolean; readonly includesCloser: boolean };

const FENCE = /^(?:[^\S\n]|>|[-+*][^\S\n]|\d{1,9}[.)][^\S\n])*(`{3,}|~{3,})(.*)$/;
/** `$$` alone, or with the first line of a formula beside it; in `$$ is tight` it is money. */
const FORMULA = /^[^\S\n]*\$\$(?:[^\S\n]*|[^$]*[\\^_={}][^$]*)$/;
const FORMULA_END = /^[^\S\n]*\$\$[^\S\n]*$/;
/** CommonMark's HTML blocks 1 to 5, which end at a closing sign of their own, not at a blank line. */
const LONG_HTML: readonly { readonly opens: RegExp; readonly closes: RegExp }[] = [
  {
    opens: /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i,
    closes: /<\/(?:script|pre|style|textarea)>/i,
  },
  { opens: /^ {0,3}<!--/, closes: /-->/ },
  { opens: /^ {0,3}<\?/, closes: /\?>/ },
  { opens: /^ {0,3}<![a-z]/i, closes: />/ },
  { opens: /^ {0,3}<!\[CDATA\[/, closes: /\]\]>/ },
];
/** The elements of CommonMark's HTML block 6 that drafts hold; such a block ends at a blank line. */
const SHORT_HTML =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|body|center|details|dialog|div|dl|dt|dd|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|meta|nav|ol|option|p|param|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$)/i;

/** A tracker at the start of a text. */
export function trackRawLines(): RawTracker {
  let open: Open | null = null;
  return (line) => {
    if (open !== null) {
      if (!open.closes(line)) return true;
      const included = open.includesCloser;
      open = null;
      return included;
    }
    const opening = opensAt(line);
    if (opening === null) return false;
    open = opening === 'this line only' ? null : opening;
    return true;
  };
}

function opensAt(line: string): Open | 'this line only' | null {
  const fence = FENCE.exec(line);
  if (fence !== null) {
    const [, marks = '', info = ''] = fence;
    if (marks.startsWith('`') && info.includes('`')) return null;
    const quoted = /^\s*>/.test(line);
    const closer = new RegExp(`^[\\s>]*\\${marks.charAt(0)}{${marks.length},}\\s*$`);
    return { closes: (text) => closer.test(text) || (quoted && !/^\s*>/.test(text)), includesCloser: true };
  }
  if (FORMULA.test(line)) return { closes: (text) => FORMULA_END.test(text), includesCloser: true };
  for (const { opens, closes } of LONG_HTML) {
    if (!opens.test(line)) continue;
    return closes.test(line)
      ? 'this line only'
      : { closes: (text) => closes.test(text), includesCloser: true };
  }
  if (SHORT_HTML.test(line)) return { closes: (text) => text.trim() === '', includesCloser: false };
  return null;
}
