import type { PhrasingContent } from 'mdast';
import { LANGUAGES } from '../../languages/languages.ts';
import { once } from '../../text/lazy.ts';
import { wordSet } from '../../text/word-set.ts';

/** What stands around struck-out words in a paragraph; `OTHER` for what is no plain text, such as a link. */
type Sides = { readonly before: string; readonly after: string };

type Row = {
  readonly why: string;
  /** Markdown, and what is left of it. */
  readonly example: readonly [written: string, left: string];
  readonly mend: (sides: Sides) => Sides;
};

/** Stands for a link, code or emphasis beside the words. */
const OTHER = '\uFFFC';

const languages = Object.values(LANGUAGES);
const words = once(() => ({
  unfinished: wordSet(...languages.map(({ stopWords }) => stopWords)),
  series: wordSet(...languages.map(({ joints }) => joints.series)),
}));

const lastWord = (text: string): string => /[\p{L}\p{M}]+(?=\s*$)/u.exec(text)?.[0].toLowerCase() ?? '';

/** What opens, and what closes it: brackets and quotation marks. */
const PAIRS = ['()', '[]', '（）', '“”', '„“', '‘’', '«»', '「」', '『』', '""'] as const;
const OPENS = /(?:[([（“„‘«「『]|(?:^|\s)")$/;
const CLOSES = /^(?:[)\]）”’»」』]|"(?![\p{L}\p{N}]))/u;

/** A mark that hangs where the words behind it are gone. */
const HANGING = /\s*[,;]\s*$|\s+[–—-]+\s*$/;
/** A comma, one or two words, and another comma: `, no, …`. */
const ONE_OF_SERIES = /^,\s+(?:[^\s,.;:!?]+)(?:\s+([^\s,.;:!?]+))?(?:,|\s+([^\s,.;:!?]+)\s)/;

/** How words are mended that struck-out ones leave; every row is tried, in this order. */
export const MENDS: readonly Row[] = [
  {
    why: 'brackets or quotation marks with nothing inside',
    example: ['She said “~~no~~” and left.', 'She said and left.'],
    mend: ({ before, after }) => {
      const isEmptied = PAIRS.some(
        (pair) => before.trimEnd().endsWith(pair.charAt(0)) && after.trimStart().startsWith(pair.charAt(1)),
      );
      return isEmptied
        ? { before: before.trimEnd().slice(0, -1).trimEnd(), after: after.trimStart().slice(1) }
        : { before, after };
    },
  },
  {
    why: 'a mark or space at the start of the paragraph or of brackets',
    example: ['It rose (~~fast~~, by a foot).', 'It rose (by a foot).'],
    mend: ({ before, after }) =>
      /(?:^|\n)\s*$/.test(before) || OPENS.test(before.trimEnd())
        ? {
            // A line end stays: it parts what is left from the line above.
            before: OPENS.test(before.trimEnd()) ? before.trimEnd() : before,
            after: after.replace(/^\s*(?:[,;:/]\s*)?/, ''),
          }
        : { before, after },
  },
  {
    why: 'a slash with a word on one side only',
    example: ['Ask ~~him~~/her.', 'Ask her.'],
    mend: ({ before, after }) => ({
      before: /^(?:$|[\s.,;:!?)])/.test(after) ? before.replace(/(?<=[\p{L}\p{N}])\s?\/\s*$/u, '') : before,
      after: /\s$/.test(before) ? after.replace(/^\/(?=[\p{L}\p{N}])/u, '') : after,
    }),
  },
  {
    why: 'the end of a possessive without its word',
    example: ['The ~~keeper~~’s lamp.', 'The lamp.'],
    mend: ({ before, after }) => ({
      before,
      after: /(?:^|\s)$/.test(before) ? after.replace(/^['’]s\s+/, '') : after,
    }),
  },
  {
    why: 'a comma or dash in front of the end, or of another mark',
    example: ['It rose, ~~slowly~~. Then it fell.', 'It rose. Then it fell.'],
    mend: ({ before, after }) =>
      HANGING.test(before) && /^(?:\s*$|\s*[.,;:!?)）]|\s+\p{Lu})/u.test(after)
        ? { before: before.replace(HANGING, /^\s*(?:$|\p{Lu})/u.test(after) ? '.' : ''), after }
        : { before, after },
  },
  {
    why: 'a conjunction with nothing behind it',
    example: ['Ropes, lamps and ~~buoys~~.', 'Ropes, lamps.'],
    mend: ({ before, after }) =>
      /^\s*(?:[.!?]|$)/.test(after) &&
      /[\p{L}\p{N}] \p{L}+\s*$/u.test(before) &&
      words().series.has(lastWord(before))
        ? { before: before.replace(/,?\s+\p{L}+\s*$/u, ''), after }
        : { before, after },
  },
  {
    why: 'a comma between a word that needs another and the words that correct it',
    example: ['It was ~~good~~, no, great.', 'It was no, great.'],
    mend: ({ before, after }) => {
      const [, second = '', third = ''] = ONE_OF_SERIES.exec(after) ?? [];
      const isSeries =
        ONE_OF_SERIES.test(after) &&
        (/^,[^,]+,/.test(after) ||
          words().series.has(third.toLowerCase()) ||
          words().series.has(second.toLowerCase()));
      return /\s$/.test(before) &&
        /^[,;:]\s/.test(after) &&
        (isSeries || words().unfinished.has(lastWord(before)))
        ? { before, after: after.replace(/^[,;:]\s+/, '') }
        : { before, after };
    },
  },
  {
    why: 'a space in front of a mark, or of what closes',
    example: ['The float (the old ~~one~~) rose ~~fast~~.', 'The float (the old) rose.'],
    mend: ({ before, after }) =>
      /^[.,;:!?…，。、！？]/.test(after) || CLOSES.test(after)
        ? { before: before.trimEnd(), after }
        : { before, after },
  },
];

const OPENS_STRUCK = /^<(?:s|del|strike)(?:\s[^<>]*)?>$/i;
const CLOSES_STRUCK = /^<\/(?:s|del|strike)\s*>$/i;

/** Mends the words around struck-out ones, which go, by `MENDS`. */
export function aroundStruck(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  if (
    !children.some(
      ({ type, ...node }) =>
        type === 'delete' || (type === 'html' && 'value' in node && OPENS_STRUCK.test(node.value)),
    )
  )
    return children;
  const mended = [...children];
  for (let at = 0; at < mended.length; at++) {
    const end = endOfStruck(mended, at);
    if (end === at) continue;
    const before = mended[at - 1];
    const after = mended[end];
    const left = MENDS.reduce((sides, { mend }) => mend(sides), {
      before: (before?.type === 'text' && at > 1 ? OTHER : '') + sideOf(before),
      after: sideOf(after) + (after?.type === 'text' && end + 1 < mended.length ? OTHER : ''),
    });
    if (before?.type === 'text') mended[at - 1] = { ...before, value: left.before.replace(/^\uFFFC/, '') };
    if (after?.type === 'text') mended[end] = { ...after, value: left.after.replace(/\uFFFC$/, '') };
    at = end;
  }
  return mended;
}

/** Returns where struck-out words that begin at a place end, with others beside them; the place itself for other words. */
function endOfStruck(children: readonly PhrasingContent[], at: number): number {
  let end = afterStruck(children, at);
  for (let next = end; end > at; end = next) {
    const gap = children[end];
    next = gap?.type === 'text' && gap.value.trim() === '' ? afterStruck(children, end + 1) : end;
    if (next <= end + 1) break;
  }
  return end;
}

/** Returns the place behind a struck-out child, or behind the closing tag of one that opens here; else the place itself. */
function afterStruck(children: readonly PhrasingContent[], at: number): number {
  const child = children[at];
  if (child?.type === 'delete') return at + 1;
  if (child?.type !== 'html' || !OPENS_STRUCK.test(child.value)) return at;
  const close = children.findIndex(
    (one, place) => place > at && one.type === 'html' && CLOSES_STRUCK.test(one.value),
  );
  return close === -1 ? at : close + 1;
}

function sideOf(node: PhrasingContent | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'text') return node.value;
  return node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value)) ? '\n' : OTHER;
}
