import { ja } from './ja.ts';
import type { UnspacedLanguage } from './language.ts';
import { zh } from './zh.ts';

/** Every supported language without spaces by its ISO 639-1 code. */
export const UNSPACED = { ja, zh } as const satisfies Record<string, UnspacedLanguage>;
