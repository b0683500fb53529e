import { type Face, textWidth } from './text-width.ts';

/** Scripts without spaces between words: a line may end after any character. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]/u;

/** The longest word, in UTF-16 units, that is never split at a hyphen or a slash: `--card-theme`, `and/or`. */
const SHORT_WORD = 20;

/**
 * Splits a text into pieces that a line may end after: words with their following space, single characters of unspaced scripts.
 */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.match(/\S+\s*|\s+/g) ?? []) {
    if (!UNSPACED.test(word)) {
      const parts = /(?<=[\p{L}\p{N}][/_.\u2010-\u2014-])(?=[\p{L}\p{N}])/u;
      pieces.push(...(word.length > SHORT_WORD ? word.split(parts) : [word]));
      continue;
    }
    let latin = '';
    for (const character of word) {
      if (UNSPACED.test(character)) {
        if (latin !== '') pieces.push(latin);
        latin = '';
        pieces.push(character);
      } else if (/\s/.test(character) && latin === '' && pieces.length > 0) {
        pieces[pieces.length - 1] += character;
      } else latin += character;
    }
    if (latin !== '') pieces.push(latin);
  }
  return pieces;
}

/** Returns the width of the widest unbreakable piece: a narrower column would break a word. */
export function narrowest(text: string, face: Face, size: number): number {
  return piecesOf(text).reduce((most, piece) => Math.max(most, textWidth(piece.trimEnd(), face, size)), 0);
}

/** Wraps one line of words to a width, and breaks a word that is wider. An empty text is one empty line. */
export function wrapWords(text: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = (): void => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const piece of piecesOf(text)) {
    const wide = textWidth(piece, face, size);
    if (line !== '' && used + textWidth(piece.trimEnd(), face, size) > width) end();
    if (wide <= width || textWidth(piece.trimEnd(), face, size) <= width) {
      line += piece;
      used += wide;
      continue;
    }
    for (const character of piece) {
      const own = textWidth(character, face, size);
      if (line !== '' && used + own > width) end();
      line += character;
      used += own;
    }
  }
  if (line !== '' || lines.length === 0) end();
  return lines;
}
