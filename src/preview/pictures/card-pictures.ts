import type { Media } from '../../threads/thread.ts';
import type { CardPicture } from '../card-picture.ts';
import type { Sheet } from '../sheet.ts';
import type { PictureProtocol } from './picture-protocol.ts';
import { terminalPicture } from './terminal-picture.ts';

/**
 * Renders the cards among some posts' media as lines: the name of each, then its picture. A card in several threads is shown
 * once, at its first use.
 */
export function cardPictures(
  cards: ReadonlyMap<string, CardPicture>,
  protocol: PictureProtocol,
): (media: readonly Media[], sheet: Sheet) => string[] {
  const shown = new Set<string>();
  return (media, { width, paint }) =>
    media.flatMap(({ path }) => {
      const picture = shown.has(path) ? undefined : cards.get(path);
      if (picture === undefined) return [];
      shown.add(path);
      return [paint.blue(`▣ ${path}`), terminalPicture(picture, protocol, width)];
    });
}
