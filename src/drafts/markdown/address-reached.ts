/** An email address, also without a scheme, or phone number: no network makes it a link, and it is not a source. */
const REACHED =
  /^(?:(?:(?:mailto|tel|sms):|mail:(?=\S+@))([^?\s]{3,320})|([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})$)/i;

/** Returns the mail address or phone number that a link leads to; undefined for any other target. */
export function addressReached(target: string): string | undefined {
  const [, ofScheme, bare] = REACHED.exec(target.trim()) ?? [];
  return ofScheme ?? bare;
}

/** The text of a mail that a link opens: `mailto:ana@example.org?subject=Log&body=I%20join.` */
const LETTER = /^mailto:[^?\s]+\?(?:[^#\s]*&(?:amp;)?)?body=([^&#\s]+)/i;

/** Returns the text of the mail that a link writes; undefined without one. */
export function letterOf(target: string): string | undefined {
  const written = LETTER.exec(target.trim().replace(/\s+/g, '%20'))?.[1];
  return written === undefined ? undefined : safelyDecoded(written).trim();
}

/** Appends the address if the words don't contain it: `write to us (ana@example.org)`. */
export function withAddress(text: string, written: string): string {
  const address = /%[0-9a-f]{2}/i.test(written) ? safelyDecoded(written) : written;
  const plain = (words: string): string => words.toLowerCase().replace(/[\s()./-]/g, '');
  if (text.trim() === '') return address;
  return plain(text).includes(plain(address)) ? text : `${text} (${address})`;
}

function safelyDecoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch (error) {
    if (error instanceof URIError) return written;
    throw error;
  }
}
