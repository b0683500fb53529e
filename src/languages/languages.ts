import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hu } from './hu.ts';
import { it } from './it.ts';
import type { Language } from './language.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';

/** Every supported language by its ISO 639-1 code. A new language is a file and a line here. */
export const LANGUAGES = { en, de, fr, es, pt, it, ru, hu, tr } as const satisfies Record<string, Language>;

/** A code in {@link LANGUAGES}. */
export type LanguageCode = keyof typeof LANGUAGES;
