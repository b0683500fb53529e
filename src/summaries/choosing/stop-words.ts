import { LANGUAGES, type LanguageCode } from '../../languages/languages.ts';

/** The languages whose dangling openers are known. */
export type SummaryLanguage = 'en' | 'de' | 'fr' | 'es';

const listOf = (code: LanguageCode): readonly string[] => LANGUAGES[code].stopWords.split(' ');

/**
 * The commonest function words of each language: they carry no meaning of their own, so that two sentences are not
 * alike for sharing them, and they tell the languages apart.
 */
export const STOP_WORDS: Readonly<Record<SummaryLanguage, readonly string[]>> = {
  en: listOf('en'),
  de: listOf('de'),
  fr: listOf('fr'),
  es: listOf('es'),
};
