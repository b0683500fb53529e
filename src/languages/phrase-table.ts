import { DE_PHRASES } from './de-phrases.ts';
import { EN_PHRASES } from './en-phrases.ts';
import { ES_PHRASES } from './es-phrases.ts';
import { FR_PHRASES } from './fr-phrases.ts';
import { IT_PHRASES } from './it-phrases.ts';
import { JA_PHRASES } from './ja-phrases.ts';
import type { Phrases } from './phrases.ts';
import { PT_PHRASES } from './pt-phrases.ts';
import { RU_PHRASES } from './ru-phrases.ts';
import { ZH_PHRASES } from './zh-phrases.ts';

/** The languages with phrase rules, by code. */
export const PHRASES = {
  en: EN_PHRASES,
  de: DE_PHRASES,
  fr: FR_PHRASES,
  es: ES_PHRASES,
  pt: PT_PHRASES,
  it: IT_PHRASES,
  ru: RU_PHRASES,
  ja: JA_PHRASES,
  zh: ZH_PHRASES,
} as const satisfies Record<string, Phrases>;

export type PhraseLanguage = keyof typeof PHRASES;
