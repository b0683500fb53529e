/**
 * Parses the parts of a `multipart/form-data` body as bytes, by name. The platform's `formData()` can't be used: it decodes a
 * part without a file name as text, and X's clients send an upload's bytes that way. A malformed body gives the parts before
 * the fault.
 */
export function partsOf(contentType: string, body: Buffer): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  const named = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType,
  );
  const boundary = named?.[1] ?? named?.[2];
  if (boundary === undefined) return parts;
  const opening = Buffer.from(`--${boundary}`);
  const closing = Buffer.from(`\r\n--${boundary}`);
  let at = body.indexOf(opening);
  while (at !== -1) {
    const start = at + opening.length;
    if (body.toString('latin1', start, start + 2) !== '\r\n') break;
    const headEnd = body.indexOf('\r\n\r\n', start);
    const end = headEnd === -1 ? -1 : body.indexOf(closing, headEnd + 2);
    if (end === -1) break;
    const name = /^content-disposition:[^\r\n]*;\s*name="([^"\r\n]*)"/im.exec(
      body.toString('utf8', start + 2, headEnd),
    )?.[1];
    if (name !== undefined) parts.set(name, body.subarray(headEnd + 4, end));
    at = end + 2;
  }
  return parts;
}
