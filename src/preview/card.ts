import { facetTarget } from '../threads/facets.ts';
import type { Media, Post, Thread } from '../threads/thread.ts';
import type { CardPicture } from './card-picture.ts';
import type { CellWidth } from './cell-width.ts';
import type { Paint } from './paint.ts';
import type { Sheet } from './sheet.ts';
import { type Row, wrap, wrapPlain } from './wrap.ts';

/** Cells of the count bar, by the width of the card: a narrow card has no room for a fine one. */
const BAR_CELLS = { narrow: 10, wide: 20 } as const;
const WIDE_CARD = 72;

/** How a part of a post is shown. */
type Look = 'plain' | 'link' | 'accidental' | 'added';

function looksOf(post: Post): Look[] {
  const looks = Array.from({ length: post.text.length }, (): Look => 'plain');
  for (const { start, end } of post.added) looks.fill('added', start, end);
  for (const { start, end, accidental } of post.links)
    looks.fill(accidental === true ? 'accidental' : 'link', start, end);
  return looks;
}

function painterOf(look: Look, paint: Paint): (text: string) => string {
  if (look === 'link') return (text) => paint.cyan(paint.underline(text));
  if (look === 'accidental') return (text) => paint.yellow(paint.underline(text));
  if (look === 'added') return paint.magenta;
  return (text) => text;
}

/** Draws the bar and the count, `▰▰▰▰▰▰▰▰▰▱ 271/280`; over the limit it says by how much. */
export function countBar(
  length: number,
  limit: number,
  cells: number,
  paint: Paint,
): { text: string; width: number } {
  const share = limit === 0 ? 1 : length / limit;
  const full = Math.min(cells, Math.max(length > 0 ? 1 : 0, Math.floor(share * cells)));
  const over = length > limit ? ` (${length - limit} over)` : '';
  const count = `${length}/${limit}${over}`;
  const color = length > limit ? paint.red : share > 0.95 ? paint.yellow : paint.green;
  return {
    text: `${color('▰'.repeat(full))}${paint.dim('▱'.repeat(cells - full))} ${over === '' ? count : paint.red(count)}`,
    width: cells + 1 + count.length,
  };
}

function paintRow(row: Row, looks: readonly Look[], paint: Paint): string {
  let text = '';
  let stretch = '';
  let look: Look = 'plain';
  for (const glyph of row.glyphs) {
    const next = looks[glyph.start] ?? 'plain';
    if (next !== look) {
      text += painterOf(look, paint)(stretch);
      stretch = '';
      look = next;
    }
    stretch += glyph.shown;
  }
  return text + painterOf(look, paint)(stretch);
}

/** Lists the addresses of links on words below the text, because otherwise only colour would show them. */
function facetLines(post: Post, width: number, cells: CellWidth): string[] {
  if (post.facets === undefined || post.facets.length === 0) return [];
  const bytes = new TextEncoder().encode(post.text);
  const decoder = new TextDecoder();
  return post.facets.flatMap((facet) => {
    const words = decoder.decode(bytes.subarray(facet.byteStart, facet.byteEnd));
    const target = facetTarget(facet);
    return wrapPlain(words === target ? `↗ ${target}` : `↗ ${words}: ${target}`, width, cells);
  });
}

const CARD_NAMES = { code: 'code', table: 'table', formula: 'formula', quote: 'quotation' } as const;

/** Describes a medium: an image's path; for a card its content, its place in the draft, and its size. */
function mediaName({ path, card, note }: Media, pictures: ReadonlyMap<string, CardPicture>): string {
  if (card === undefined) return note === undefined ? path : `${path} · ${note}`;
  const part = card.parts > 1 ? ` ${card.part} of ${card.parts}` : '';
  const picture = pictures.get(path);
  const size =
    picture === undefined
      ? ''
      : ` · ${picture.width} × ${picture.height} · ${Math.ceil(picture.png.length / 1000)} kB`;
  return `${path} · ${CARD_NAMES[card.kind]}${part}, line ${card.line}${size}`;
}

/**
 * Renders one post as a card of the sheet's width: its place in the thread, the count, the exact text, and its media. A `+` in
 * the margin marks a line with something the author did not write.
 */
export function renderCard(
  post: Post,
  thread: Thread,
  sheet: Sheet,
  pictures: ReadonlyMap<string, CardPicture> = new Map(),
): string[] {
  const { width, paint, cells } = sheet;
  const inner = width - 4;
  const edge = paint.dim;
  const lines: string[] = [];
  const place = ` ${post.index}/${thread.posts.length} `;
  const bar = countBar(
    post.length,
    thread.limit,
    width < WIDE_CARD ? BAR_CELLS.narrow : BAR_CELLS.wide,
    paint,
  );
  const rule = Math.max(1, width - place.length - bar.width - 6);
  lines.push(`${edge('╭─')}${paint.bold(place)}${edge('─'.repeat(rule))} ${bar.text} ${edge('─╮')}`);

  const line = (content: string, taken: number, margin = ' '): string =>
    `${edge('│')}${margin}${content}${' '.repeat(Math.max(0, inner - taken))} ${edge('│')}`;
  const looks = looksOf(post);
  for (const row of wrap(post.text, inner, cells)) {
    const added = row.glyphs.some((glyph) =>
      post.added.some(({ start, end }) => glyph.start >= start && glyph.start < end),
    );
    lines.push(line(paintRow(row, looks, paint), row.width, added ? paint.magenta('+') : ' '));
  }

  const notes: { readonly text: string; readonly style: (text: string) => string }[] = [];
  for (const text of facetLines(post, inner, cells)) notes.push({ text, style: paint.cyan });
  for (const media of post.media) {
    const { alt } = media;
    for (const text of wrapPlain(`▣ ${mediaName(media, pictures)}`, inner, cells))
      notes.push({ text, style: paint.blue });
    const words = alt === '' ? 'no alt text' : `alt: ${alt}`;
    for (const text of wrapPlain(words, inner - 2, cells))
      notes.push({ text: `  ${text}`, style: alt === '' ? paint.yellow : paint.dim });
  }
  if (notes.length > 0) lines.push(edge(`├${'╌'.repeat(width - 2)}┤`));
  for (const { text, style } of notes) lines.push(line(style(text), cells(text)));
  lines.push(edge(`╰${'─'.repeat(width - 2)}╯`));
  return lines;
}
