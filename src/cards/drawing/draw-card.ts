import type { CardSettings, PlannedCard } from '../card.ts';
import { cardSvg, type Drawables } from '../card-svg.ts';
import { THEMES } from '../theme.ts';

/** A drawn card, or a sentence about why its formula can't be drawn. */
export type DrawnCard = { readonly png: Uint8Array } | { readonly problem: string };

/**
 * Draws a planned card as PNG. Loads only what this card needs. The same card gives the same bytes.
 *
 * @param moreFonts - font files of scripts that the package's own fonts lack.
 */
export async function drawCard(
  card: PlannedCard,
  theme: CardSettings['theme'],
  moreFonts: readonly string[] = [],
): Promise<DrawnCard> {
  const colours = THEMES[theme];
  let drawables: Drawables = {};
  if (card.content.kind === 'code') {
    const { highlight } = await import('./highlight.ts');
    const tokens = await highlight(card.content.lines, card.content.language, colours.code);
    if (tokens !== undefined) drawables = { tokens };
  } else if (card.content.kind === 'formula') {
    const { setFormula } = await import('./set-formula.ts');
    const formula = await setFormula(card.content.tex);
    if ('problem' in formula) return formula;
    drawables = { formula };
  }
  const { rasterise } = await import('./rasterise.ts');
  return { png: await rasterise(cardSvg(card, drawables, colours), moreFonts) };
}
