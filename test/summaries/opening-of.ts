import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { SIZES } from './sizes.ts';

/** A sentence of exactly so many characters, of plain words. */
export const long = (length: number, first = 'Lamps'): string => {
  const words = `${first} ${'of brass and glass burn oil '.repeat(40)}`;
  return `${words.slice(0, length - 1).replace(/ $/, 'd')}.`;
};
/** Three sentences of exactly so many characters. */
export const three = (length: number): string => `Oil burns. Oil smokes. ${long(length - 23)}`;
/** What a summary says below its title, a line a paragraph. */
export const told = (body: string, head = '', title = 'The harbour'): string[] =>
  summarise(
    readPost(`---\ntitle: ${title}\n${head}---\n\n${body}\n`, {
      path: 'a.md',
      canonical: 'https://e.org/a',
    }),
    { size: SIZES.x },
  )
    .paragraphs.filter(({ role }) => role !== 'title')
    .map(({ text }) => text);
