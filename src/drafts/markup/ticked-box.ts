/** A box of HTML to tick, and what its tag says. */
const BOX = /<input\b(?=[^<>]{0,300}\btype\s?=\s?["']?(radio|checkbox)\b)([^<>]{0,300})>/gi;

/** Returns the sign for a box to tick, from its kind and the attributes of its tag. */
export function boxSign(kind: string, attributes: string): string {
  const [empty = '', ticked = ''] = kind.toLowerCase() === 'radio' ? '○◉' : '☐☑';
  return /\schecked\b/i.test(attributes) ? ticked : empty;
}

/** Writes the boxes to tick of a cell as signs, since they may be all that it shows. */
export const withBoxes = (html: string): string =>
  html.replace(BOX, (_, kind: string, attributes: string) => boxSign(kind, attributes));
