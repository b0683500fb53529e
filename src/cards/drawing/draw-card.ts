import type { CardSettings, PlannedCard } from '../card.ts';
import { cardSvg, type Drawables } from '../card-svg.ts';
import { joinedPhrases, type PhraseWidths } from '../layout-code.ts';
import { THEMES } from '../theme.ts';

/** A drawn card, or a sentence that says why its formula can't be drawn. */
export type DrawnCard = { readonly png: Uint8Array } | { readonly problem: string };

/** Fonts for characters that the package's own fonts lack. */
export type MoreFonts = {
  /** Font files of other scripts. */
  readonly files: readonly string[];
  /** Characters that no font has; each is drawn as an empty box. */
  readonly missing: string;
};

/** Draws a planned card as PNG. Loads only what this card needs. The same card gives the same bytes. */
export async function drawCard(
  card: PlannedCard,
  theme: CardSettings['theme'],
  { files, missing }: MoreFonts = { files: [], missing: '' },
): Promise<DrawnCard> {
  const colours = THEMES[theme];
  let drawables: Drawables = {};
  if (card.content.kind === 'code') {
    const { highlight } = await import('./highlight.ts');
    const tokens = await highlight(card.content.lines, card.content.language, colours.code);
    const phrases = joinedPhrases(card.content, tokens);
    drawables = {
      ...(tokens === undefined ? {} : { tokens }),
      ...(phrases.length === 0 ? {} : { phraseWidths: await measured(phrases, files) }),
    };
  } else if (card.content.kind === 'formula') {
    const { setFormula } = await import('./set-formula.ts');
    const formula = await setFormula(card.content.tex);
    if ('problem' in formula) return formula;
    drawables = { formula };
  }
  const { rasterise } = await import('./rasterise.ts');
  return { png: await rasterise(withBoxes(cardSvg(card, drawables, colours), missing), files) };
}

async function measured(phrases: readonly string[], files: readonly string[]): Promise<PhraseWidths> {
  const { drawnWidth } = await import('./rasterise.ts');
  const widths = new Map<string, number>();
  for (const phrase of phrases) {
    const width = await drawnWidth(phrase, files);
    if (width !== undefined) widths.set(phrase, width);
  }
  return widths;
}

function withBoxes(svg: string, missing: string): string {
  const boxed = new Set(missing);
  if (boxed.size === 0) return svg;
  let out = '';
  for (const character of svg) out += boxed.has(character) ? '□' : character;
  return out;
}
