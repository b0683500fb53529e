/** A rule for attributions: a line below a quotation, or the end of its last line. */
type AttributionRule = {
  /** Its place: below a quotation, below any text, or at the end of a quotation's own line. */
  readonly below: 'quote' | 'text';
  readonly pattern: RegExp;
  readonly why: string;
  readonly example: string;
};

/** The longest attribution, in characters. */
const LONGEST = 100;
/** The same for a name with titles behind a long dash. */
const LONGEST_TITLED = 180;

/** A capitalised word, or a lower-case one that is used in names. */
const NAME_WORD =
  '(?:["“‘]?[\\p{Lu}\\d][\\p{L}\\p{N}.’\'&-]*["”’]?|of|the|and|in|on|to|for|a|de|du|da|la|le|van|von|der|den|und|y|et|al\\.?)';
const NAME = `["“‘]?\\p{Lu}[\\p{L}.’'&-]*["”’]?(?:,? ${NAME_WORD}){0,14}`;
const DASH = '(?:[—–―]|--|-)';

/** A name, or a title and a name: `Low Water - M. Fold`. */
const DASHED_NAME = new RegExp(`^${DASH}\\s*${NAME}(?: ${DASH} ${NAME})?(?:\\s*\\([^()]*\\))?$`, 'u');

/** A long dash before a name with commas, and no end of a sentence. */
const TITLED = /^(?:[—–―]|--)\s*\p{Lu}[^,.!?]{1,40},.*[^.!?]$/u;

/** Each example is a test (`test/threads/attributions.test.ts`). */
export const ATTRIBUTION_RULES: readonly AttributionRule[] = [
  {
    below: 'text',
    pattern: /^(?:[—–―]|--)\s*\S/u,
    why: 'a long dash before a name',
    example: '— M. Fold, keeper',
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
  if (text.length > LONGEST_TITLED || text.includes('\n')) return false;
  if (text.length > LONGEST) return TITLED.test(text);
  return ATTRIBUTION_RULES.some(
    (rule) => (below === 'quote' || rule.below === 'text') && rule.pattern.test(text),
  );
}

/** Whether `— M. Fold` or `- M. Fold` is from `start` to `end`, at the end of a quotation's own line. */
export function isInlineAttribution(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST || !'—–―-'.includes(text.charAt(start))) return false;
  return DASHED_NAME.test(text.slice(start, end).trim());
}
