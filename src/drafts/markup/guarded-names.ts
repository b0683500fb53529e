import type { Edit } from '../edits.ts';
import type { MarkSearch } from './marks/mark-rule.ts';

const NAME =
  /(?<![\p{L}\p{N}\\/&=?.-])(?<![\p{L}\p{N}]_)(?<!=["'])[@#＠＃][\p{L}\p{N}_]+(?:[.@-][\p{L}\p{N}_]+)*(?:\*+(?=[\p{L}\p{N}])[\p{L}\p{N}]*)?/gu;
/** A sign that could open or close emphasis; an underscore between two letters can't. */
const SIGN = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\*/gu;

/** Escapes the underscores and stars of handles and hashtags, which Markdown would take for emphasis: `@_ana_`. */
export function guardedNames({ source, from, skip }: MarkSearch): Edit[] {
  const edits: Edit[] = [];
  NAME.lastIndex = from;
  for (let match = NAME.exec(source); match !== null; match = NAME.exec(source)) {
    const [name] = match;
    // `#2` is a number: no network makes it a hashtag.
    if (!/[_*]/.test(name) || !/\p{L}/u.test(name) || skip(match.index)) continue;
    for (const { index } of name.matchAll(SIGN)) {
      const at = match.index + index;
      // `_@ana_` and `_see #tag_`: what opened before the name closes after it.
      const sign = name.charAt(index);
      const closes =
        index === name.length - 1 &&
        opensBefore(source, match.index, sign) &&
        !closesBehind(source, match.index + name.length, sign);
      if (!closes) edits.push({ start: at, end: at, text: '\\' });
    }
  }
  return edits;
}

/** Whether emphasis with a sign is open before an offset, on its line. */
function opensBefore(source: string, at: number, sign: string): boolean {
  if (source.charAt(at - 1) === sign) return true;
  const line = /[^\n]*$/.exec(source.slice(Math.max(0, at - LONGEST_EMPHASIS), at))?.[0] ?? '';
  const edges = [...line.matchAll(EDGES)].filter((edge) => (edge[1] ?? edge[2]) === sign);
  return (
    edges.filter((edge) => edge[1] !== undefined).length >
    edges.filter((edge) => edge[2] !== undefined).length
  );
}

/** Whether the first sign behind an offset, on its line, closes emphasis. */
function closesBehind(source: string, at: number, sign: string): boolean {
  const line = /^[^\n]*/.exec(source.slice(at, at + LONGEST_EMPHASIS))?.[0] ?? '';
  const next = [...line.matchAll(EDGES)].find((edge) => (edge[1] ?? edge[2]) === sign);
  return next?.[2] !== undefined;
}

/** The longest emphasis before or behind a name, in UTF-16 units. */
const LONGEST_EMPHASIS = 300;
/** A single sign that opens emphasis, or one that closes it. */
const EDGES = /(?<![\p{L}\p{N}_*\\])([_*])(?=[^\s_*])|(?<=[^\s_*\\])([_*])(?![\p{L}\p{N}_*])/gu;
