import type { PhrasingContent } from 'mdast';
import type { Position } from '../finding.ts';
import { HOLE } from '../markup/hole.ts';
import type { DraftText, InlineWriter } from './conversion.ts';
import { writeText } from './inline-writer.ts';

/** Drops struck-out words, and returns their places; a summary never quotes a sentence with any. */
export function leaveOutStruck(
  words: string,
  at: Position,
  writer: InlineWriter,
  { findings, purpose }: DraftText,
): void {
  const shown = words.replace(/\s+/g, ' ').trim();
  if (shown === '') return;
  const excerpt = shown.length > 60 ? `${shown.slice(0, 60).trimEnd()}…` : shown;
  findings.add(
    'struck-out',
    at,
    `“${excerpt}” is struck out, which a post can’t show, so it is left out; remove it, or say what holds now`,
  );
  if (purpose === 'summary') writeText(writer, HOLE, at);
}

/** A mark that hangs where the words behind it are gone. */
const HANGING = /\s*[,;]\s*$|\s+[–—-]+\s*$/;
const OPENS_STRUCK = /^<(?:s|del|strike)(?:\s[^<>]*)?>$/i;
const CLOSES_STRUCK = /^<\/(?:s|del|strike)\s*>$/i;

/**
 * Mends the marks around struck-out words, which go: in `It ran, ~~slowly~~` and `It ran, <s>slowly</s> Then` the comma ends the
 * sentence, and in `(~~one~~, two)` it goes.
 */
export function aroundStruck(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const isStruck = ({ type, ...node }: PhrasingContent): boolean =>
    type === 'delete' || (type === 'html' && 'value' in node && OPENS_STRUCK.test(String(node.value)));
  if (!children.some(isStruck)) return children;
  const mended = [...children];
  children.forEach((child, at) => {
    if (!isStruck(child)) return;
    const closes =
      child.type === 'delete'
        ? at
        : children.findIndex(
            (one, place) => place > at && one.type === 'html' && CLOSES_STRUCK.test(one.value),
          );
    const [before, after] = [mended[at - 1], mended[closes + 1]];
    if (closes < at || (before !== undefined && before.type !== 'text')) return;
    const words = before?.value ?? '';
    const next = after === undefined ? '' : after.type === 'text' ? after.value : 'x';
    if (after?.type === 'text' && /(?:^|[(（\n])\s*$/.test(words))
      mended[closes + 1] = { ...after, value: next.replace(/^\s*[,;:]\s*/, '') };
    else if (
      before !== undefined &&
      HANGING.test(words) &&
      /^(?:\s*$|\s*[.,;:!?)）]|\s+\p{Lu})/u.test(next)
    ) {
      const ends = /^\s*(?:$|\p{Lu})/u.test(next) ? '.' : '';
      mended[at - 1] = { ...before, value: words.replace(HANGING, ends) };
    }
  });
  return mended;
}
