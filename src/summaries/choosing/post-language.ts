import { LANGUAGES, type LanguageCode } from '../../languages/languages.ts';
import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { guessLanguage } from '../../text/guess-language.ts';
import { once } from '../../text/lazy.ts';
import type { PostSentence } from './post-sentences.ts';
import { wordCount, wordsOf } from './words.ts';

/** How much of a post is used to detect its language, in UTF-16 units: a post in several languages begins with its own. */
const OPENING = 3000;
/** The share of kana above which a text is Japanese, and of Han without kana above which it is Chinese. */
const SHARE_OF_SCRIPT = 0.1;

const isKnown = (code: string): code is PhraseLanguage => Object.hasOwn(PHRASES, code);

/**
 * Detects the language of a text by its script and its function words; English if there is too little evidence, or no phrase
 * rules for it.
 */
export function phraseLanguage(text: string): PhraseLanguage {
  const start = text.slice(0, OPENING);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const share = (pattern: RegExp): number => (start.match(pattern)?.length ?? 0) / Math.max(1, letters);
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > SHARE_OF_SCRIPT) return 'ja';
  if (share(/\p{Script=Han}/gu) > SHARE_OF_SCRIPT) return 'zh';
  const code = guessLanguage(start);
  return isKnown(code) ? code : 'en';
}

const STOP_WORDS = (Object.keys(LANGUAGES) as LanguageCode[]).map((code) => ({
  code,
  known: new Set(LANGUAGES[code].stopWords.split(/\s+/)),
}));

/** How much of a post's start is enough to detect its language, in UTF-16 units: longer translations may follow. */
const FIRST_WORDS = 300;

/** Returns the language of a post: as named, else as detected. */
export function languageOf(named: string | undefined, sentences: readonly PostSentence[]): PhraseLanguage {
  const code = named?.slice(0, 2).toLowerCase();
  if (code !== undefined && isKnown(code)) return code;
  let text = '';
  for (const sentence of sentences) {
    if (text.length > OPENING) break;
    if (!sentence.isQuoted) text += `${text === '' ? '' : ' '}${sentence.text}`;
  }
  const first = phraseLanguage(text.slice(0, FIRST_WORDS));
  return first === 'en' ? phraseLanguage(text) : first;
}

/** The fewest function words of another language that are evidence. */
const FEWEST = 3;
/** The fewest words of a paragraph without any function word of the post's language that make it foreign. */
const LONG = 10;

/** The share of foreign paragraphs above which a post that opens with one is written in a language without rules. */
const SHARE_OF_POST = 0.8;
/** The share of a section's words in another language above which the whole section is: its short lines are no evidence. */
const SHARE_OF_SECTION = 0.5;

/**
 * Finds paragraphs in another language than the post: a translation below the original, a quotation without marks. A summary
 * uses one language.
 */
export function foreignParagraphs(
  sentences: readonly PostSentence[],
  language: PhraseLanguage,
): ReadonlySet<number> {
  const sections = Map.groupBy(sentences, ({ section }) => section);
  const foreign = new Set([...sections.values()].flatMap((own) => [...foreignInSection(own, language)]));
  // What all of a post is written in is foreign only to the rules.
  const paragraphs = new Set(sentences.map(({ paragraph }) => paragraph)).size;
  const isOwn = foreign.has(0) && foreign.size > paragraphs * SHARE_OF_POST;
  return isOwn ? new Set() : foreign;
}

/** Makes a test for the sentences of such paragraphs, which reads no more of the post than the sections that it is asked about. */
export function foreignTo(
  sentences: readonly PostSentence[],
  language: PhraseLanguage,
): (sentence: PostSentence) => boolean {
  const sections = once(() => Map.groupBy(sentences, ({ section }) => section));
  const known = new Map<number, ReadonlySet<number>>();
  const all = once(() => foreignParagraphs(sentences, language));
  return ({ section, paragraph }) => {
    const own = known.get(section) ?? foreignInSection(sections().get(section) ?? [], language);
    known.set(section, own);
    return own.has(paragraph) && all().has(paragraph);
  };
}

function foreignInSection(section: readonly PostSentence[], language: PhraseLanguage): ReadonlySet<number> {
  const texts = [...Map.groupBy(section, ({ paragraph }) => paragraph)].map(([paragraph, own]) => ({
    paragraph,
    text: own.map(({ text }) => ` ${text}`).join(''),
  }));
  const other = texts.filter(({ text }) => isForeign(text, language));
  const length = (some: typeof texts): number => some.reduce((sum, { text }) => sum + text.length, 0);
  const foreign = length(other) > length(texts) * SHARE_OF_SECTION ? texts : other;
  return new Set(foreign.map(({ paragraph }) => paragraph));
}

function isForeign(text: string, language: PhraseLanguage): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const own = STOP_WORDS.find((entry) => entry.code === language);
  if (own === undefined) return letters > 40 && latin > letters * 0.9;
  if (letters > 10 && latin < letters * 0.5) return true;
  const words = wordsOf(text);
  const count = (known: ReadonlySet<string>): number =>
    words.reduce((sum, word) => sum + (known.has(word) ? 1 : 0), 0);
  const mine = count(own.known);
  const others = Math.max(...STOP_WORDS.filter((entry) => entry !== own).map(({ known }) => count(known)));
  return (others >= FEWEST && others > mine * 2) || (mine === 0 && wordCount(text) >= LONG);
}
