/**
 * Signs that people use as bullets instead of Markdown's `-`, `+` and `*`. A dash is not one of them, because it often begins
 * an attribution (`— Name`).
 */
export const BULLET_MARKS: readonly { readonly mark: string; readonly reason: string }[] = [
  { mark: '→', reason: 'the arrow of posts on X' },
  { mark: '➜', reason: 'the same, heavier' },
  { mark: '➔', reason: 'the same, heavier' },
  { mark: '➤', reason: 'the same, filled' },
  { mark: '▶', reason: 'the same, filled' },
  { mark: '►', reason: 'the same, filled' },
  { mark: '▸', reason: 'the same, small' },
  { mark: '↳', reason: 'an item below another' },
  { mark: '⇒', reason: 'a double arrow' },
  { mark: '•', reason: 'the bullet, as word processors paste it' },
  { mark: '‣', reason: 'the same, a triangle' },
  { mark: '◦', reason: 'the same, second level' },
  { mark: '▪', reason: 'the same, square' },
  { mark: '▫', reason: 'the same, square' },
  { mark: '●', reason: 'the same, large' },
  { mark: '○', reason: 'the same, large' },
  { mark: '·', reason: 'a middle dot' },
  { mark: 'â†’', reason: '→ whose UTF-8 was read as Windows-1252' },
  { mark: 'â€¢', reason: '• whose UTF-8 was read as Windows-1252' },
  { mark: 'โ', reason: '→ or • whose UTF-8 was read as Thai, and two of its bytes lost' },
];

const BY_FIRST = new Map<string, string[]>();
for (const { mark } of BULLET_MARKS) {
  const first = mark.charAt(0);
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), mark]);
}

/** Returns the mark that begins a line's text (without its indentation), if a space and words follow. */
export function bulletMarkOf(text: string): string | undefined {
  return BY_FIRST.get(text.charAt(0))?.find(
    (mark) => text.startsWith(mark) && /^[^\S\n]+\S/.test(text.slice(mark.length)),
  );
}

/** Returns the marker of an item as in the file: `1.`, `-`, `>`, `→`; empty if there is none. */
export function markerAt(text: string): string {
  return /^(?:\d{1,9}[.)]|[-+*>])/.exec(text)?.[0] ?? bulletMarkOf(text.slice(0, 200)) ?? '';
}
