import type { CardSettings } from './card.ts';

/** The colours of a card. The contrast of words and their background is at least 4.5 to 1 (WCAG AA). */
export type Theme = {
  /** The name of shiki's theme for code. */
  readonly code: string;
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly highlight: string;
  readonly highlightEdge: string;
  readonly header: string;
};

/** The themes of cards. */
export const THEMES: Readonly<Record<CardSettings['theme'], Theme>> = {
  light: {
    code: 'github-light',
    background: '#ffffff',
    text: '#1f2328',
    muted: '#59636e',
    line: '#d1d9e0',
    highlight: '#fff3c4',
    highlightEdge: '#bf8700',
    header: '#f6f8fa',
  },
  dark: {
    code: 'github-dark',
    background: '#0d1117',
    text: '#f0f6fc',
    muted: '#9198a1',
    line: '#3d444d',
    highlight: '#2f2a16',
    highlightEdge: '#d29922',
    header: '#151b23',
  },
};
