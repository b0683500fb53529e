/** A rule for attributions: a line below a quotation, or the end of its last line. */
type AttributionRule = {
  /** Its place: below a quotation, below any text, or at the end of a quotation's own line. */
  readonly below: 'quote' | 'text';
  readonly pattern: RegExp;
  /** In characters, if more than usual. */
  readonly longest?: number;
  readonly why: string;
  readonly example: string;
};

/** The longest attribution, in characters. */
const LONGEST = 100;

/** A capitalised word, or a lower-case one that is used in names. */
const NAME_WORD =
  '(?:["“‘]?[\\p{Lu}\\d][\\p{L}\\p{N}.’\'&-]*["”’]?|of|the|and|in|on|to|for|a|de|du|da|la|le|van|von|der|den|und|y|et|al\\.?)';
const NAME = `["“‘]?\\p{Lu}[\\p{L}.’'&-]*["”’]?(?:,? ${NAME_WORD}){0,14}`;
const DASH = '(?:[—–―]|--|-)';

/** A name, or a title and a name: `Low Water - M. Fold`. */
const DASHED_NAME = new RegExp(`^${DASH}\\s*${NAME}(?: ${DASH} ${NAME})?(?:\\s*\\([^()]*\\))?$`, 'u');

/** Each example is a test (`test/threads/lead-ins.test.ts`). */
export const ATTRIBUTION_RULES: readonly AttributionRule[] = [
  {
    below: 'text',
    pattern: /^(?:[—–―]|--)\s*\S/u,
    why: 'a long dash before a name',
    example: '— M. Fold, keeper',
  },
  {
    below: 'text',
    pattern: /^(?:[—–―]|--)\s*\p{Lu}[^,.!?\n]{1,40},[^\n]*[^.!?\n]$/u,
    longest: 180,
    why: 'a long dash before a name and its titles',
    example:
      '-- Maren Holt, Keeper of the Lamps of the Old Harbour, Author of “The Four Lamps”, Pilot of the Island Ferry',
  },
  {
    below: 'quote',
    pattern: DASHED_NAME,
    why: 'a hyphen before a name',
    example: '- A. B. Keeper, The Four Lamps',
  },
  {
    below: 'quote',
    pattern: new RegExp(`^${NAME}(?:\\s*\\([^()]*\\))?$`, 'u'),
    why: 'a name alone, with a title or without',
    example: 'A. B. Keeper, The Four Lamps (1931)',
  },
  {
    below: 'quote',
    pattern: new RegExp(`^\\(${DASH}?\\s*${NAME}\\)\\.?$`, 'u'),
    why: 'a name in brackets',
    example: '(M. Fold)',
  },
  {
    below: 'quote',
    pattern: /^(?:source|via|from|by|quelle|von|par|de|fuente|forrás|kaynak)\b:?\s+\S/iu,
    why: 'a word that names a source',
    example: 'via The Harbour Post',
  },
];

/** Whether a line says who said the words above it. */
export function isAttribution(line: string, below: 'quote' | 'text'): boolean {
  const text = line.trim();
  if (text.includes('\n')) return false;
  return ATTRIBUTION_RULES.some(
    ({ below: place, pattern, longest = LONGEST }) =>
      text.length <= longest && (below === 'quote' || place === 'text') && pattern.test(text),
  );
}

/** Whether `— M. Fold` or `- M. Fold` is from `start` to `end`, at the end of a quotation's own line. */
export function isInlineAttribution(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST || !'—–―-'.includes(text.charAt(start))) return false;
  return DASHED_NAME.test(text.slice(start, end).trim());
}
