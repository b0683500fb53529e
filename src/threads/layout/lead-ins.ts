import { isLabel, opensWithLabel } from '../../drafts/labels.ts';
import type { UnspacedLanguage } from '../../languages/language.ts';
import { LANGUAGES } from '../../languages/languages.ts';
import { UNSPACED } from '../../languages/unspaced.ts';
import { once } from '../../text/lazy.ts';
import { wordSet } from '../../text/word-set.ts';

/** What follows a line: what it may announce. A list of one item, which no number announces, counts as a quotation. */
export type Below = 'list' | 'quote' | 'text';

/** A block's last line, as far as it may announce what follows. */
export type LastLine = {
  readonly text: string;
  /** Whether the block has no other line. */
  readonly only: boolean;
  /** Whether all of it is bold. */
  readonly bold: boolean;
};

type LeadInRule = {
  readonly below: readonly Below[];
  readonly when: (line: LastLine) => boolean;
  readonly why: string;
  readonly example: string;
};

/** The longest line, in characters, that names the list or quotation below it. */
const NAME_LENGTH = 60;
/** The longest line, in characters, and its most words, that is a title of the text below. */
const TITLE_LENGTH = 30;
const TITLE_WORDS = 4;
/** The longest bold line that is a heading. */
const BOLD_LENGTH = 120;
/** The longest sentence, in characters, that announces a list by the number of its items. */
const COUNTING_LENGTH = 120;

const ENDS_SENTENCE = /[.!?…。！？,;，；]["”’»)\]]*$/;

/** The words that count, but none that is a common word of another language: `on`, Turkish for ten. */
function counts(): readonly string[] {
  const languages = Object.values(LANGUAGES);
  return languages.flatMap((own) => {
    const others = wordSet(...languages.flatMap((one) => (one === own ? [] : [one.stopWords])));
    return own.counts.split(/\s+/).filter((word) => !others.has(word));
  });
}

/** Phrases of all languages, as a pattern for the start or the end of a sentence. */
const announcers = once(() => {
  const phrases = (which: 'opening' | 'closing'): string =>
    Object.values(LANGUAGES)
      .map(({ announcers }) => announcers[which])
      .join('|');
  return {
    opening: new RegExp(`^(?:${phrases('opening')})(?![\\p{L}])`, 'iu'),
    closing: new RegExp(`(?<![\\p{L}])(?:${phrases('closing')})[.…]?$`, 'iu'),
    counting: new RegExp(`(?<![\\p{L}])(?:${counts().join('|')}|(?<![\\d.,])\\d{1,2}) [\\p{L}]`, 'iu'),
  };
});

/** The most marks at the end of a line, in UTF-16 units, so that no line is read to its end for them. */
const MARKS = 16;

const endOf = (line: string): string => line.slice(-MARKS);

/** When a line announces what follows. Each example is a test (`test/threads/lead-ins.test.ts`). */
export const LEAD_IN_RULES: readonly LeadInRule[] = [
  {
    below: ['list', 'quote', 'text'],
    // ` :)` is a smiley.
    when: ({ text }) => /(?<!:)(?!(?<=\s):\))[:：]["”’»)*_]*$/.test(endOf(text)),
    why: 'a colon announces',
    example: 'Finished:',
  },
  {
    below: ['list', 'quote', 'text'],
    when: ({ text }) => /(?:👇|⬇|↓|⤵)[\u{FE0F}\u{1F3FB}-\u{1F3FF}]*$/u.test(endOf(text)),
    why: 'an arrow or a finger that points down',
    example: 'How it went 👇',
  },
  {
    below: ['list', 'quote', 'text'],
    when: ({ text, only }) => only && isLabel(text),
    why: 'a label in brackets',
    example: '[Gauge Log]',
  },
  {
    below: ['list', 'quote', 'text'],
    when: ({ text, only, bold }) => only && bold && text.length <= BOLD_LENGTH,
    why: 'a bold line is a heading',
    example: '**What we found in the harbour that day.**',
  },
  {
    below: ['list', 'quote'],
    when: ({ text }) => opensWithLabel(text) && text.length <= COUNTING_LENGTH,
    why: 'a line that opens with a label names the items below it',
    example: '[Gauge Log] What we did.',
  },
  {
    below: ['list', 'quote'],
    when: ({ text }) =>
      text.length <= NAME_LENGTH && !ENDS_SENTENCE.test(text) && !/^https?:\/\/\S+$/i.test(text),
    why: 'a short line without a full stop names what is below it',
    example: 'three things that changed',
  },
  {
    below: ['text'],
    when: ({ text, only }) =>
      only &&
      text.length <= TITLE_LENGTH &&
      text.split(/\s+/).length <= TITLE_WORDS &&
      /\p{L}/u.test(text) &&
      !/^https?:/i.test(text) &&
      !/[\p{P}\p{S}]$/u.test(text),
    why: 'a line of a few words without a final mark is a title',
    example: 'On fog',
  },
  {
    below: ['text'],
    when: ({ text, only }) => only && /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}\.?$/.test(text),
    why: 'a date on a line of its own opens the entry of that day',
    example: '2026/02/20',
  },
  {
    below: ['list', 'quote'],
    // Case-insensitive matching does not fold the Turkish capital İ to i.
    when: ({ text }) => announcers().opening.test(lastSentence(text).replace(/^İ/, 'i')),
    why: 'a sentence that opens by pointing at what follows',
    example: 'I lost the paper. Here are four of them that I have kept.',
  },
  {
    below: ['list', 'quote'],
    when: ({ text }) => announcers().closing.test(text),
    why: 'a sentence that ends by pointing at what follows',
    example: 'We do it as follows.',
  },
  {
    below: ['list', 'quote'],
    when: ({ text }) => holdsFor('announces', lastSentence(text)),
    why: 'a sentence that points at what follows, in a language without spaces',
    example: '変更点は多いです。詳しくは以下を参照してください。',
  },
  {
    below: ['list'],
    when: ({ text }) => {
      const sentence = lastSentence(text);
      return sentence.length <= COUNTING_LENGTH && announcers().counting.test(sentence);
    },
    why: 'a sentence that says how many items follow',
    example: 'The gauge has three parts.',
  },
];

/** Whether a block's last line announces what follows. */
export function announces(line: LastLine, below: Below): boolean {
  return line.text !== '' && LEAD_IN_RULES.some((rule) => rule.below.includes(below) && rule.when(line));
}

/** Whether a line announces anything that follows, also inside a paragraph: `Finished:` or `[ML Grind]`. */
export function isLeadInLine(line: string): boolean {
  const text = line.trim();
  return /(?<!:)[:：]$/.test(text) || isLabel(text);
}

/** Whether a line opens with a particle, which has its noun above. */
export const opensWithParticle = (line: string): boolean => holdsFor('goesOn', line);

const holdsFor = (what: 'announces' | 'goesOn', line: string): boolean =>
  Object.values(UNSPACED).some((language: UnspacedLanguage) => language[what].pattern.test(line));

/** The longest first sentence, in characters, and its most words, that is a label of its paragraph: `Travel.` */
const LABEL_LENGTH = 24;
const LABEL_WORDS = 3;

/** Whether a first sentence is only a label of its paragraph. */
export const isLabelSentence = (sentence: string): boolean =>
  sentence.length <= LABEL_LENGTH && sentence.endsWith('.') && sentence.split(' ').length <= LABEL_WORDS;

/** Whether a first sentence begins with a label: `What I got wrong: I believed a flat line.` */
export const opensWithColonLabel = (sentence: string): boolean =>
  sentence.slice(0, 42).includes(': ') && /^[^.!?:\n]{2,40}: \S/.test(sentence);

/** Returns the last sentence of a line, roughly: after the last mark and space. */
function lastSentence(line: string): string {
  const near = line.slice(-2 * COUNTING_LENGTH);
  const end = Math.max(...['. ', '! ', '? ', '… '].map((mark) => near.lastIndexOf(mark)));
  // An ideographic mark has no space behind it, and the line's own last mark ends the sentence itself.
  const wide = Math.max(...['。', '！', '？'].map((mark) => near.slice(0, -1).lastIndexOf(mark)));
  if (end < 0 && wide < 0) return near;
  return near.slice(Math.max(end < 0 ? 0 : end + 2, wide + 1));
}
