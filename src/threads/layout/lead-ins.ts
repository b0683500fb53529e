import { isLabel, opensWithLabel } from '../../drafts/labels.ts';
import { LANGUAGES } from '../../languages/languages.ts';
import { once } from '../../text/lazy.ts';

/** What stands below a line: what it may announce. */
export type Below = 'list' | 'quote' | 'text';

/** A block's last line, as far as it may announce what stands below it. */
export type LastLine = {
  readonly text: string;
  /** The block has no other line. */
  readonly only: boolean;
  /** All of it is bold. */
  readonly bold: boolean;
};

type LeadInRule = {
  readonly below: readonly Below[];
  readonly when: (line: LastLine) => boolean;
  readonly why: string;
  readonly example: string;
};

/** Longest line, in characters, that names the list or quotation below it. */
const NAME_LENGTH = 60;
/** Longest line, in characters, and most words of it, that title the text below them. */
const TITLE_LENGTH = 30;
const TITLE_WORDS = 4;
/** Longest bold line that is a heading. */
const BOLD_LENGTH = 120;
/** Longest sentence, in characters, that announces a list by the number of its items. */
const COUNTING_LENGTH = 120;

const ENDS_SENTENCE = /[.!?…。！？,;，；]["”’»)\]]*$/;

/** Phrases of all languages, longest first, as a pattern at the start or at the end of a sentence. */
const announcers = once(() => {
  const phrases = (which: 'opening' | 'closing'): string =>
    Object.values(LANGUAGES)
      .flatMap(({ announcers }) => announcers[which].split('|'))
      .sort((a, b) => b.length - a.length)
      .join('|');
  return {
    opening: new RegExp(`^(?:${phrases('opening')})(?![\\p{L}])`, 'iu'),
    closing: new RegExp(`(?<![\\p{L}])(?:${phrases('closing')})[.…]?$`, 'iu'),
    counting: new RegExp(
      `(?<![\\p{L}])(?:${Object.values(LANGUAGES)
        .map(({ counts }) => counts.split(/\s+/).join('|'))
        .join('|')}|\\d{1,2}) [\\p{L}]`,
      'iu',
    ),
  };
});

/** What makes a line announce what stands below it. Each example is a test (`test/threads/lead-ins.test.ts`). */
export const LEAD_IN_RULES: readonly LeadInRule[] = [
  {
    below: ['list', 'quote', 'text'],
    when: ({ text }) => /(?<!:)[:：]["”’»)*_]*$/.test(text),
    why: 'a colon announces',
    example: 'Finished:',
  },
  {
    below: ['list', 'quote', 'text'],
    when: ({ text }) => /(?:👇|⬇|↓|⤵)[\u{FE0F}\u{1F3FB}-\u{1F3FF}]*$/u.test(text),
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
    when: ({ text }) => text.length <= NAME_LENGTH && !ENDS_SENTENCE.test(text),
    why: 'a short line without a full stop names what stands below it',
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
    why: 'a line of a few words without a mark is a title',
    example: 'On fog',
  },
  {
    below: ['list', 'quote'],
    // Ignoring case maps no Turkish capital İ to i.
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
    below: ['list'],
    when: ({ text }) => {
      const sentence = lastSentence(text);
      return sentence.length <= COUNTING_LENGTH && announcers().counting.test(sentence);
    },
    why: 'a sentence that tells how many items follow',
    example: 'The gauge has three parts.',
  },
];

/** True if a block's last line announces what stands below it. */
export function announces(line: LastLine, below: Below): boolean {
  return line.text !== '' && LEAD_IN_RULES.some((rule) => rule.below.includes(below) && rule.when(line));
}

/** `Finished:` or `[ML Grind]`: a line that announces whatever stands below it, also inside a paragraph. */
export function isLeadInLine(line: string): boolean {
  const text = line.trim();
  return /(?<!:)[:：]$/.test(text) || isLabel(text);
}

/** Longest first sentence, in characters, and most words of it, that label their paragraph: `Travel.` */
const LABEL_LENGTH = 24;
const LABEL_WORDS = 3;

/** True for a first sentence that only labels its paragraph. */
export const isLabelSentence = (sentence: string): boolean =>
  sentence.length <= LABEL_LENGTH && sentence.endsWith('.') && sentence.split(' ').length <= LABEL_WORDS;

/** True for a first sentence that opens with a label of its own: `What I got wrong: I believed a flat line.` */
export const opensWithColonLabel = (sentence: string): boolean => /^[^.!?:\n]{2,40}: \S/.test(sentence);

/** The last sentence of a line, roughly: behind the last mark and space. */
function lastSentence(line: string): string {
  const near = line.slice(-2 * COUNTING_LENGTH);
  const end = Math.max(...['. ', '! ', '? ', '… '].map((mark) => near.lastIndexOf(mark)));
  return end < 0 ? near : near.slice(end + 2);
}
