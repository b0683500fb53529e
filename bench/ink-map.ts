/**
 * Places in a text laid out as posts, and the same places in the Markdown it came from, by counting what is not
 * white space: every such character of the one stands, in order, in the other.
 *
 *     source  See [the paper](https://…) now.      ink 0-3 in `See`, `the`, … ; the URL is skipped
 *     plain   See the paper now.
 */
export class InkMap {
  /** For each offset of the plain text, how much ink lies before it. */
  readonly #plain: Uint32Array;
  /** For each piece of ink, its offset in the source. */
  readonly #sources: number[] = [];

  /** @param added - stretches of `plain` that stand nowhere in the source, in order. */
  constructor(plain: string, source: string, added: readonly { start: number; end: number }[]) {
    this.#plain = new Uint32Array(plain.length + 1);
    const masked = mask(source);
    let ink = 0;
    let at = 0;
    let next = 0;
    for (let offset = 0; offset < plain.length; offset += 1) {
      this.#plain[offset] = ink;
      const char = plain.charAt(offset);
      while (next < added.length && (added[next]?.end ?? 0) <= offset) next += 1;
      if (/\s/.test(char) || (added[next]?.start ?? plain.length) <= offset) continue;
      const found = masked.indexOf(char, at);
      if (found >= 0) at = found + 1;
      this.#sources.push(found >= 0 ? found : at);
      ink += 1;
    }
    this.#plain[plain.length] = ink;
  }

  /** How much ink lies before an offset of the plain text. */
  before(offset: number): number {
    return this.#plain[offset] ?? 0;
  }

  /** How much ink lies before an offset of the source. */
  beforeSource(offset: number): number {
    let low = 0;
    let high = this.#sources.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sources[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The source with front matter and link targets blanked out, offsets unchanged. */
function mask(source: string): string {
  const blank = (text: string): string => text.replace(/\S/g, ' ');
  return source
    .replace(/^---\n[\s\S]*?\n---\n/, blank)
    .replace(/\]\([^)\s]*(?:\([^)]*\)[^)\s]*)*\)/g, (match) => `]${blank(match.slice(1))}`)
    .replace(/!\[[^\]]*\]/g, blank);
}
