import { CARD_WIDTH } from './card.ts';
import type { Drawn } from './layout-code.ts';
import type { Theme } from './theme.ts';

/** A rendered formula: SVG paths filled with `currentColor`, in a box of layout units. */
export type FormulaShape = {
  readonly paths: string;
  /** The `viewBox` of the paths. */
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
};

/** Lays out a formula in the centre of the card. */
export function layoutFormula(shape: FormulaShape, theme: Theme, top: number): Drawn {
  const x = Math.round(((CARD_WIDTH - shape.width) / 2) * 100) / 100;
  const y = Math.round(top * 100) / 100;
  return {
    body: [
      `<svg x="${x}" y="${y}" width="${shape.width}" height="${shape.height}" viewBox="${shape.viewBox}" color="${theme.text}">${shape.paths}</svg>`,
    ],
    height: shape.height,
  };
}
