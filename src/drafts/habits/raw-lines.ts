import { formulaOpening } from './formula-lines.ts';

/**
 * Follows a text line by line, and returns whether Markdown takes the line verbatim: fenced code and display formulas. Author's
 * habits don't apply to them.
 */
export type RawTracker = (line: string) => boolean;

/** What a raw line belongs to. */
export type RawKind = 'code' | 'formula';

type Open = {
  readonly kind: RawKind;
  /** Whether the part ends on the line on which it opens. */
  readonly isWhole: boolean;
  readonly closes: (line: string) => boolean;
};

const FENCE = /^(?:[^\S\n]|>|[-+*][^\S\n]|\d{1,9}[.)][^\S\n])*(`{3,}|~{3,})(.*)$/;

/** Makes a tracker at the start of a text. */
export function trackRawLines(): RawTracker {
  const kindOf = trackRawKinds();
  return (line) => kindOf(line) !== undefined;
}

/** Like `trackRawLines`, but returns what each raw line belongs to; `opens` is true for the first line of a part. */
export function trackRawKinds(): (
  line: string,
) => { readonly kind: RawKind; readonly opens: boolean } | undefined {
  let open: Open | null = null;
  return (line) => {
    if (open !== null) {
      const { kind, closes } = open;
      if (closes(line)) open = null;
      return { kind, opens: false };
    }
    const opening = opensAt(line);
    if (opening === null) return undefined;
    open = opening.isWhole ? null : opening;
    return { kind: opening.kind, opens: true };
  };
}

function opensAt(line: string): Open | null {
  const fence = FENCE.exec(line);
  if (fence !== null) {
    const [, marks = '', info = ''] = fence;
    if (marks.startsWith('`') && info.includes('`')) return null;
    const quoted = /^\s*>/.test(line);
    const closer = new RegExp(`^[\\s>]*\\${marks.charAt(0)}{${marks.length},}\\s*$`);
    const closes = (text: string): boolean => closer.test(text) || (quoted && !/^\s*>/.test(text));
    return { kind: 'code', isWhole: false, closes };
  }
  const formula = formulaOpening(line);
  return formula === undefined ? null : { kind: 'formula', isWhole: formula.isWhole, closes: formula.closes };
}
