/**
 * Normalises a text as networks do when they compare posts: NFC, single spaces, and URLs without scheme and trailing slash,
 * which networks add or remove.
 */
export function normalised(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => (/[./]/.test(word) ? word.replace(/^\(?https?:\/\//i, '').replace(/\/$/, '') : word))
    .join(' ');
}

/** Whether a network would treat two posts as duplicates. */
export function sameText(a: string, b: string): boolean {
  return normalised(a) === normalised(b);
}
