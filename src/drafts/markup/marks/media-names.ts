import { excerptOf } from '../markup-token.ts';
import { type MarkRule, replacing } from './mark-rule.ts';

const ENDS = 'png|jpe?g|gif|webp|avif|svg|mp4|m4v|mov|webm';
/** A file’s name at the start of a line. */
const OPENS_LINE = new RegExp(`^[\\w@][\\w@.+-]{0,99}\\.(?:${ENDS})(?![\\w./-])`, 'im');
/** A file’s name that is a paragraph, with the address that it leads to or without. */
const PARAGRAPH = new RegExp(
  `(?<=(?:^|\\n)[ \\t]*\\r?\\n|^)([\\w@][\\w@.+-]{0,99}\\.(?:${ENDS}))(?:[ \\t]+(https?:\\/\\/[^\\s<>"'\`]+))?[ \\t]*(?=\\r?\\n[ \\t]*(?:\\r?\\n|$)|$)`,
  'gi',
);

/** Names of pictures and videos that stand for them, one row per form. */
export const MEDIA_NAMES: readonly MarkRule[] = [
  {
    name: 'a file’s name as a paragraph',
    why: 'some blogs show a picture or a video by its name alone; it is one if the file lies beside the text',
    sample: 'It rose:\n\nmast.png\n\nSee mast.png there.',
    leaves: 'It rose: mast.png See mast.png there.',
    mayHold: (source) => OPENS_LINE.test(source),
    find: replacing(PARAGRAPH, ({ 0: whole, 1: name = '', 2: address, index }, { picture, notes }) => {
      if (picture?.(name) === name)
        return address === undefined ? `![](<${name}>)` : `[![](<${name}>)](<${address}>)`;
      const message = `\`${excerptOf(whole)}\` is sent as words; if it is a picture or a video, write \`![what it shows](${name})\``;
      notes.push({ code: 'not-text-dropped', offset: index, message });
      return undefined;
    }),
  },
];
