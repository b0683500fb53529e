import { UNSPACED } from '../../languages/unspaced.ts';

/** How far above a place its announcement may stand, in UTF-16 units. */
const ABOVE = 500;
/** Tags that only lay out what is inside, or name its language. */
const LAYOUT = /<[^<>]*>|\{%-?\s*(?:render\w*|raw)\b[^{}%]*%\}/g;

/**
 * Whether the words above a place announce what is there: “Here it is:”, 「以下のような表示です。」 Elements that open between the words and
 * the place only lay it out, `<div class="centre">`, or name the language of what is inside, `{% renderTemplate "webc" %}`.
 */
export function isAnnounced(source: string, at: number): boolean {
  const above = source.slice(Math.max(0, at - ABOVE), at).split('\n');
  const words = above.map((line) => line.replace(LAYOUT, '').trim());
  const last = words.findLastIndex((line, index) => line !== '' || /<\/[a-z]/i.test(above[index] ?? ''));
  const line = words[last] ?? '';
  return (
    /[:：]["”’»)*_]*$/.test(line) ||
    Object.values(UNSPACED).some(({ announces }) => announces.pattern.test(line))
  );
}
