import type { FindingList } from '../finding-list.ts';
import type { LineTable } from '../line-table.ts';
import { findLostLetters, type LostLetter } from './lost-letters.ts';
import { findMojibake } from './mojibake.ts';
import { findOddCharacters } from './odd-characters.ts';

const LOST: Record<LostLetter['what'], string> = {
  thai: 'letters are lost: the text was UTF-8 once and was read as Thai, which drops bytes; type this line again',
  replaced: 'letters are lost: U+FFFD replaces letters that a program could not read; type them again',
  'cut-short': 'letters are lost: UTF-8 was read as Windows-1252, which drops some bytes; type them again',
  stray:
    'letters are lost: there is a stray byte of another encoding here (U+0080 to U+009F); type them again',
};

/** Front matter that readers of a post may see. */
const SHOWN_KEY = /^["']?(?:title|cover_alt|content_warning)\b/i;

/**
 * Reports broken encodings and characters that don't belong in a draft; does not change the text. What can't be seen does no
 * harm in front matter that no post shows.
 */
export function checkEncoding(
  text: string,
  lines: LineTable,
  findings: FindingList,
  bodyStart: number,
): void {
  for (const { start, end, meant } of findMojibake(text)) {
    if (meant === null) continue;
    const shown = text.slice(start, end);
    const message = `\`${shown}\` should be \`${meant}\`: UTF-8 was read as Windows-1252; \`lint --fix\` repairs it`;
    findings.add('mojibake', lines.positionAt(start), message);
  }
  for (const { offset, what } of findLostLetters(text)) {
    findings.add('lost-letters', lines.positionAt(offset), LOST[what]);
  }
  for (const { code, start, message, replacement } of findOddCharacters(text)) {
    const isHidden = code === 'invisible-character' && start < bodyStart;
    if (isHidden && !SHOWN_KEY.test(text.slice(text.lastIndexOf('\n', start) + 1))) continue;
    findings.add(code, lines.positionAt(start), message, { fixable: replacement !== undefined });
  }
}
