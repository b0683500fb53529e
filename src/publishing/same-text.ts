/**
 * A text as networks compare it: NFC, white space as single blanks, and without what they add to or take from a
 * URL in passing (its scheme, a slash at its end).
 */
function normalised(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => (/[./]/.test(word) ? word.replace(/^\(?https?:\/\//i, '').replace(/\/$/, '') : word))
    .join(' ');
}

/** Whether two posts say the same to a network. */
export function sameText(a: string, b: string): boolean {
  return normalised(a) === normalised(b);
}
