/**
 * Prose for the benchmarks: English by a small grammar, from a seed, as long as asked for. What matters to a
 * splitter is as in real prose: word lengths, commas and colons, paragraphs of two to six sentences, stops that end
 * no sentence (`e.g.`, `Dr.`, `3.4`), and above all how long sentences are, with the long tail that forces hard cuts.
 * Run it alone to read some: `node bench/prose.ts`.
 */
import { numbersFrom } from './seeded-numbers.ts';

/** A text, and what its maker knows of it. */
export type Prose = {
  readonly text: string;
  /** Its sentences, paragraph by paragraph. */
  readonly paragraphs: readonly (readonly string[])[];
  /** How many characters other than white space stand before the end of each sentence. */
  readonly sentenceEnds: ReadonlySet<number>;
};

/**
 * Words a sentence: a log-normal distribution, the usual shape in prose. The figures are those of real texts: the
 * essays of the corpus, the blog posts beside it and the README files of our dependencies have 13 to 16 words a
 * sentence, with deviations of 8 to 12, and 70 to 90 letters.
 */
const SENTENCE_WORDS = { mean: 14.5, deviation: 9.5 };

/** The vocabulary; what is listed twice comes twice as often. */
const WORDS = {
  name: 'Odile Brandt|Ruth Adeyemi|Noor|Dr. Weil|Mrs. Arslan|Tomas|the two of them|our neighbour',
  pronoun: 'I|I|we|we|it|it|they|she|he|you|this|that|nobody|everyone',
  determiner: 'the|the|the|the|a|a|a|this|that|our|my|their|every|another|its|no',
  adjective:
    'old|old|new|new|small|large|quiet|slow|early|late|careful|plain|whole|narrow|open|good|good|long|short|wet|dry|' +
    'bright|second|first|last|last|heavy|ordinary|broken|odd|cold|warm|difficult|local|public|reasonable',
  noun:
    'river|gauge|day|letter|bridge|number|list|house|draft|reader|machine|garden|way|answer|winter|train|page|road|' +
    'window|paper|story|week|time|thing|hand|word|line|measurement|sensor|notebook|kitchen|library|mistake|sentence|' +
    'reason|promise|conversation|battery|forecast|hour|map|lamp|field|problem|village|engineer|translation|market|' +
    'door|archive|table|apple tree|stairwell|description|timetable|cellar|dog|rain|night|boat|key|room|year|name',
  verb:
    'found|kept|wrote|measured|lost|opened|repaired|explained|had|forgot|read|counted|promised|saw|moved|replaced|' +
    'sold|noticed|described|made|copied|drew|took|gave|borrowed|returned|understood|rang|built|wanted|had|told',
  state: 'was|was|is|is|became|stayed|seemed|looked|had been|turned out',
  preposition:
    'of|of|of|in|in|on|for|with|from|to|at|under|behind|before|after|without|between|along|against|near|about',
  adverb:
    'again|slowly|twice|at once|in the end|as always|by hand|every week|only|almost|for once|on purpose',
  amount: '3.4 km|0.62 m|90 minutes|12 %|1,903 pages|40 euros|11 years|v2.1|two thirds|half past six',
  opener: 'The point is that|At first|In the evening|Since then|For a week|Last year|As it happens|Of course',
  joint: ', and|, and|, but|, which meant that|, so| because| while| when|, although|;|:| —| that| and| or',
  aside: '(see Fig. 3)|(e.g. in March)|(more on that below)|(about 5 p.m.)|(nobody had asked)',
} as const;

type Part = keyof typeof WORDS;

const TABLE = Object.fromEntries(
  Object.entries(WORDS).map(([part, list]) => [part, list.split('|')]),
) as unknown as Readonly<Record<Part, readonly string[]>>;

/** Words put together from one stream of numbers. */
class Writer {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = numbersFrom(seed);
  }

  /** True this often. */
  chance(share: number): boolean {
    return this.#next() < share;
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  sentence(): string {
    const target = this.#words();
    let text = this.chance(0.12) ? `${this.#pick('opener')} ${this.#clause()}` : this.#clause();
    while (text.split(' ').length < target - 2) {
      const left = target - text.split(' ').length;
      if (left > 6 && this.chance(0.55)) text += `${this.#pick('joint')} ${this.#clause()}`;
      else text += ` ${this.#place()}`;
    }
    if (this.chance(0.04)) text += ` ${this.#pick('aside')}`;
    const opened = text.charAt(0).toUpperCase() + text.slice(1);
    const stop = this.chance(0.06) ? '?' : this.chance(0.02) ? '!' : '.';
    return this.chance(0.04) ? `“${opened}${stop}”` : opened + stop;
  }

  #pick(part: Part): string {
    const list = TABLE[part];
    return list[this.between(0, list.length - 1)] ?? '';
  }

  /** How many words the next sentence has, by Box and Muller's transformation. */
  #words(): number {
    const { mean, deviation } = SENTENCE_WORDS;
    const spread = Math.log(1 + (deviation / mean) ** 2);
    const radius = Math.sqrt(-2 * Math.log(1 - this.#next()));
    const normal = radius * Math.cos(2 * Math.PI * this.#next());
    return Math.max(3, Math.round(Math.exp(Math.log(mean) - spread / 2 + Math.sqrt(spread) * normal)));
  }

  #clause(): string {
    const subject = this.chance(0.45) ? this.#pick('pronoun') : this.#thing();
    const rest = this.chance(0.3)
      ? `${this.#pick('state')} ${this.#pick('adjective')}`
      : `${this.#pick('verb')} ${this.#thing()}`;
    return `${subject} ${rest}`;
  }

  #thing(): string {
    if (this.chance(0.08)) return this.#pick('name');
    if (this.chance(0.05)) return this.#pick('amount');
    const adjective = this.chance(0.35) ? `${this.#pick('adjective')} ` : '';
    return `${this.#pick('determiner')} ${adjective}${this.#pick('noun')}`;
  }

  #place(): string {
    return this.chance(0.2) ? this.#pick('adverb') : `${this.#pick('preposition')} ${this.#thing()}`;
  }
}

/** Writes prose of at least `length` UTF-16 units, up to the end of a paragraph; the same for the same seed. */
export function prose(length: number, seed = 1): Prose {
  const writer = new Writer(seed);
  const paragraphs: string[][] = [];
  const sentenceEnds = new Set<number>();
  let inked = 0;
  for (let size = 0; size < length; ) {
    const sentences: string[] = [];
    for (let left = writer.between(2, 6); left > 0; left -= 1) {
      const sentence = writer.sentence();
      sentences.push(sentence);
      inked += inkOf(sentence);
      sentenceEnds.add(inked);
    }
    paragraphs.push(sentences);
    size += sentences.join(' ').length + 2;
  }
  const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
  // Read back from JSON: a string of its own, as one that comes from a file, not a rope of a million pieces.
  return { text: JSON.parse(JSON.stringify(text)) as string, paragraphs, sentenceEnds };
}

/** How many UTF-16 units of a text are not white space: a place in it that trimming and joining do not move. */
export function inkOf(text: string): number {
  let ink = 0;
  for (let at = 0; at < text.length; at += 1) if (!/\s/.test(text.charAt(at))) ink += 1;
  return ink;
}

if (import.meta.main) {
  const { text, sentenceEnds } = prose(3_000);
  const words = text.split(/\s+/).length;
  console.log(text);
  console.log(
    `\n${words} words, ${sentenceEnds.size} sentences, ${(words / sentenceEnds.size).toFixed(1)} words each`,
  );
}
