import { withoutTags } from '../html/html-words.ts';
import { VIDEO_FILE } from '../picture-file.ts';
import { attributeOf, attributesOf } from './attributes.ts';
import type { Piece } from './block-layout.ts';
import { pageOfCall, pageOfFrame } from './embeds.ts';
import { excerptOf, shownToken } from './markup-token.ts';
import { isAlone, type TokenCase } from './token-case.ts';

/**
 * Makes the piece for something that another site or file shows: a video in the project is a medium, and the address of
 * anything else takes its place, so that a line such as “Here it is:” leads to something. Undefined if no address is known.
 */
export function embedPiece(here: TokenCase): Piece | undefined {
  const { token, pair, source, notes, options } = here;
  if (options.purpose === 'summary' || !/^(?:open|single)$/.test(token.role)) return undefined;
  const inside = pair?.open === token ? source.slice(pair.open.end, pair.close.start) : '';
  const span = { start: token.start, end: pair?.open === token ? pair.close.end : token.end };
  const put = (text: string): Piece =>
    isAlone(source, span.start, span.end)
      ? { ...span, as: { is: 'block', text } }
      : { ...span, as: { is: 'text', text } };
  const file = token.name === 'video' ? videoFile(token.text, inside) : undefined;
  if (file !== undefined && !/^(?:https?:)?\/\//i.test(file.path))
    return put(`![${file.alt.replace(/[[\]\\<&*_`]/g, '\\$&')}](<${file.path.replace(/[<>\n]/g, '')}>)`);
  const page = file?.path.replace(/^\/\//, 'https://') ?? pageOf(here, inside);
  if (page === undefined) return undefined;
  const message = `\`${shownToken(token, source, token.start)}\` can’t be shown in a post, so its address takes its place`;
  notes.push({ code: 'not-text', offset: token.start, message });
  return put(page);
}

function pageOf({ token, source }: TokenCase, inside: string): string | undefined {
  if (token.language !== 'html') return pageOfCall(token.name, attributesOf(token.text), inside);
  // A script is one token, from its tag to its end.
  const tag =
    token.name === 'script' ? (/^[^>]{0,500}/.exec(source.slice(token.start, token.end))?.[0] ?? '') : '';
  const address = attributeOf(attributesOf(tag === '' ? token.text : tag), 'src', 'data-src', 'data');
  return /^(?:iframe|script|embed|object)$/.test(token.name) ? pageOfFrame(address ?? '') : undefined;
}

/** Returns the file of `<video src>`, of its first `<source>`, or of `{{< video "a.mp4" >}}`, and what describes it. */
function videoFile(
  written: string,
  inside: string,
): { readonly path: string; readonly alt: string } | undefined {
  const attributes = attributesOf(written);
  const sources = [...inside.matchAll(/<source\b([^<>]*)>/gi)].map(
    ([, tag = '']) => attributeOf(attributesOf(tag), 'src') ?? '',
  );
  const paths = [attributeOf(attributes, 'src', 'mp4', 'url', 'file'), ...sources, ...attributes.positional];
  const path = paths.find((one) => one !== undefined && VIDEO_FILE.test(one) && !/[{}]/.test(one));
  const alt = attributeOf(attributes, 'alt', 'aria-label', 'title', 'caption') ?? '';
  return path === undefined ? undefined : { path, alt };
}

/**
 * Drops a button: its label says what a click does on the page, and a post has nothing to click. Returns `undefined` for a
 * button in a sentence or in a link, because its label is a part of that text.
 */
export function buttonPiece({ token, pair, source, notes }: TokenCase): Piece | undefined {
  if (pair?.open !== token) return undefined;
  const from = source.lastIndexOf('\n', token.start - 1) + 1;
  const lineEnd = source.indexOf('\n', pair.close.end);
  const to = lineEnd === -1 ? source.length : lineEnd;
  const around = `${source.slice(from, token.start)}${source.slice(pair.close.end, to)}`;
  if (
    /<a\b/i.test(around) ||
    withoutTags(around.replace(/<button\b[\s\S]*?<\/button\s*>/gi, '')).trim() !== ''
  )
    return undefined;
  const label = withoutTags(source.slice(pair.open.end, pair.close.start));
  const message = `\`<button>\` is dropped: a post can’t show it${label === '' ? '' : `, and with it: “${excerptOf(label)}”`}`;
  notes.push({ code: 'html-dropped', offset: token.start, message });
  const span = { start: token.start, end: pair.close.end };
  return isAlone(source, span.start, span.end)
    ? { ...span, as: { is: 'block', text: '' } }
    : { ...span, as: { is: 'text', text: '' } };
}
