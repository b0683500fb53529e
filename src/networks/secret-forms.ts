/** Shorter values are not secrets, and redacting them would remove ordinary words; every network's secrets are longer. */
export const SHORTEST_SECRET = 16;

/**
 * Lists the forms in which a server may echo a secret: plain, URL-encoded, base64 (RFC 4648, both alphabets). Base64 depends on
 * the bytes before, so for each of the three alignments it lists the part that only the secret determines.
 */
export function secretForms(secret: string): string[] {
  if (secret.length < SHORTEST_SECRET) return [];
  const bytes = Buffer.from(secret);
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The `before` zero bytes determine the first letters, and share one with the secret; the last letter may share bits too.
    const start = before === 0 ? 0 : before + 1;
    const isOpen = (before + bytes.length) % 3 !== 0;
    return text.slice(start, isOpen ? -1 : undefined);
  });
  const urlSafe = inBase64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([secret, encodeURIComponent(secret), ...inBase64, ...urlSafe])];
}
