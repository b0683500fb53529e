import { isDrawable } from './text-width.ts';

/** A script that the package's own fonts lack, and the package with a font for it. */
export type OtherScript = {
  readonly name: string;
  readonly pattern: RegExp;
  /** The npm package, and the font's file in it. */
  readonly package: string;
  readonly file: string;
  /** A missing font for signs is no reason to refuse: each becomes an empty box. */
  readonly isSigns?: true;
};

const noto = (family: string, folder: string): Pick<OtherScript, 'package' | 'file'> => ({
  package: `@expo-google-fonts/${folder}`,
  file: `400Regular/${family}_400Regular.ttf`,
});

/** Tried in this order: kana and Hangul show which country's Han characters are meant. */
export const OTHER_SCRIPTS: readonly OtherScript[] = [
  {
    name: 'Japanese',
    pattern: /[\p{scx=Hiragana}\p{scx=Katakana}]/u,
    ...noto('NotoSansJP', 'noto-sans-jp'),
  },
  { name: 'Korean', pattern: /\p{Script=Hangul}/u, ...noto('NotoSansKR', 'noto-sans-kr') },
  {
    name: 'Chinese',
    pattern: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
    ...noto('NotoSansSC', 'noto-sans-sc'),
  },
  { name: 'Arabic', pattern: /\p{Script=Arabic}/u, ...noto('NotoSansArabic', 'noto-sans-arabic') },
  { name: 'Hebrew', pattern: /\p{Script=Hebrew}/u, ...noto('NotoSansHebrew', 'noto-sans-hebrew') },
  {
    name: 'Devanagari',
    pattern: /\p{Script=Devanagari}/u,
    ...noto('NotoSansDevanagari', 'noto-sans-devanagari'),
  },
  { name: 'Thai', pattern: /\p{Script=Thai}/u, ...noto('NotoSansThai', 'noto-sans-thai') },
  { name: 'Armenian', pattern: /\p{Script=Armenian}/u, ...noto('NotoSansArmenian', 'noto-sans-armenian') },
  { name: 'Georgian', pattern: /\p{Script=Georgian}/u, ...noto('NotoSansGeorgian', 'noto-sans-georgian') },
  { name: 'Bengali', pattern: /\p{Script=Bengali}/u, ...noto('NotoSansBengali', 'noto-sans-bengali') },
  { name: 'Tamil', pattern: /\p{Script=Tamil}/u, ...noto('NotoSansTamil', 'noto-sans-tamil') },
  {
    name: 'emoji',
    pattern: /\p{Emoji_Presentation}|\p{Extended_Pictographic}/u,
    ...noto('NotoEmoji', 'noto-emoji'),
    isSigns: true,
  },
  {
    name: 'mathematical letters',
    pattern: /[\u2100-\u214f\u1d00-\u1dbf\u2a00-\u2aff\u{1d400}-\u{1d7ff}]/u,
    ...noto('NotoSansMath', 'noto-sans-math'),
    isSigns: true,
  },
  {
    name: 'signs',
    pattern: /[\p{S}\p{N}\p{P}]/u,
    ...noto('NotoSansSymbols2', 'noto-sans-symbols-2'),
    isSigns: true,
  },
];

/** Signs drawn as similar ones that the package's fonts have; the alt text keeps the author's. */
const DRAWN_AS: Readonly<Record<string, string>> = {
  '✔': '✓',
  '✅': '✓',
  '☑': '✓',
  '✖': '✗',
  '❌': '✗',
  '\u3000': ' ',
};

/** Replaces signs that would need another font by look-alikes, for drawing. */
export function drawnText(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  let out = '';
  for (const character of text) {
    const other = DRAWN_AS[character];
    out += other !== undefined && !isDrawable(character) && isDrawable(other) ? other : character;
  }
  return out.replaceAll('\ufe0f', '');
}

/** Finds the scripts of a text that the package's own fonts lack, each with some of its characters. */
export function scriptsMissing(text: string): Map<OtherScript | undefined, string> {
  const missing = new Map<OtherScript | undefined, string>();
  if (!/[^\x20-\x7e\n\t]/.test(text)) return missing;
  // Kana identify Japanese; marks such as `、` are used in Chinese too.
  const isJapanese = /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);
  const scripts = isJapanese ? OTHER_SCRIPTS : OTHER_SCRIPTS.slice(1);
  const seen = new Set<string>();
  for (const character of drawnText(text)) {
    if (seen.has(character) || character < ' ' || isDrawable(character)) continue;
    seen.add(character);
    const han = isJapanese && /\p{Script=Han}/u.test(character);
    const script = han ? OTHER_SCRIPTS[0] : scripts.find(({ pattern }) => pattern.test(character));
    const known = missing.get(script) ?? '';
    if (known.length < 12) missing.set(script, known + character);
    else missing.set(script, known);
  }
  return missing;
}
