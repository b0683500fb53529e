import type { NumberedPost } from '../../app/summaries/number-sentences.ts';
import { paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import type { NumberedSentence } from '../../summaries/writing/chosen-sentences.ts';
import type { Io } from '../process/io.ts';

/** Returns the lines that show a post's sentences with their numbers; a star is before those that its summary tells. */
export function sentenceLines({ source, sentences }: NumberedPost, io: Io): string[] {
  const colours = paint(io.color);
  const width = String(sentences.at(-1)?.number ?? 0).length;
  const lines = [colours.bold(visible(source.post.title ?? source.given))];
  let heading = '';
  for (const one of sentences) {
    if (one.heading !== heading) lines.push('', colours.bold(visible(one.heading)));
    else if (one.opens && !one.isItem && one.number > 0) lines.push('');
    heading = one.heading;
    const mark = one.isTold ? '*' : ' ';
    const item = one.isItem ? (one.opens ? '- ' : '  ') : '';
    lines.push(`${mark} ${String(one.number).padStart(width)}  ${item}${visible(one.text)}`);
  }
  return lines;
}

/** Converts a numbered sentence to its `--json` form. */
export const sentenceJson = ({ number, text, heading, isItem, isTold }: NumberedSentence): object => ({
  number,
  text,
  heading: heading === '' ? null : heading,
  item: isItem,
  told: isTold,
});
