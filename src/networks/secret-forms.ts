/** Shorter secrets are none, or would take ordinary words out of sentences; every network's own are longer. */
export const SHORTEST_SECRET = 16;

/**
 * The spellings in which a server may give a secret back: as it is, URL-encoded, in base64 (RFC 4648, both alphabets). In
 * base64 the letters depend on what stands before: of each of the three alignments, the part that only the secret decides.
 */
export function secretForms(secret: string): string[] {
  if (secret.length < SHORTEST_SECRET) return [];
  const bytes = Buffer.from(secret);
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // `before` zero bytes decide the first letters, and share one with the secret; the last letter may share bits as well.
    const start = before === 0 ? 0 : before + 1;
    const isOpen = (before + bytes.length) % 3 !== 0;
    return text.slice(start, isOpen ? -1 : undefined);
  });
  const urlSafe = inBase64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([secret, encodeURIComponent(secret), ...inBase64, ...urlSafe])];
}
