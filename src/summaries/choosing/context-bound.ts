import type { SummaryLanguage } from './stop-words.ts';

type Row = {
  readonly language: SummaryLanguage | 'any';
  /** Matched at the start of a sentence, whatever its case, quotes and brackets left out. */
  readonly opening: RegExp;
  readonly reason: string;
};

/** Words at the start, whole. */
const opening = (words: string, after = ''): RegExp =>
  new RegExp(
    `^(?:${words
      .trim()
      .split(/\s*\n\s*|\s*,\s*/)
      .join('|')})(?![\\p{L}\\p{N}’'-])${after}`,
    'iu',
  );

/** After `so`, a degree and no consequence: `So much of it was luck.`, `so glad that we went`. */
const DEGREE =
  '(?! (?:much|many|few|little|often|rarely|good|great|nice|fun|cool|glad|happy|proud|excited|grateful|thankful|tired|sad|sorry|hard|easy|close|beautiful)\\b)';

/** A pronoun's short forms: `it's`, `they'd`. */
const SHORT = "(?:['’](?:s|d|ll|re|ve|m|t))?";

/**
 * How a sentence opens whose meaning stayed behind in the sentence before it. Such a sentence is left out, or its
 * neighbour comes along.
 */
const OPENINGS: readonly Row[] = [
  {
    language: 'en',
    opening: opening(
      `(?:it|he|she|they|this|that|these|those)${SHORT}, its, his, their, them, him, theirs, hers`,
    ),
    reason: 'a pronoun whose noun stands before',
  },
  {
    language: 'en',
    // `her` opens a sentence only as a possessive.
    opening: opening('her, such, both, neither, either, another, others, none'),
    reason: 'it picks from what was named before',
  },
  {
    language: 'en',
    opening: opening(
      'the latter, the former, the same, the other, the others, the rest, one of them, two of them, one (?:was|is|of), ours, theirs, mine, yours',
    ),
    reason: 'it picks from what was named before',
  },
  {
    language: 'en',
    opening: opening(
      `and, but, or, nor, so${DEGREE}, then, yet, still, also, too(?! ), however, therefore, thus, hence, instead, otherwise, besides,
       moreover, furthermore, nevertheless, nonetheless, meanwhile, afterwards?, conversely, similarly, likewise,
       consequently, accordingly, again, additionally, plus, though, although then, worse, better still, maybe so`,
    ),
    reason: 'a connective that joins it to the sentence before',
  },
  {
    language: 'en',
    opening: opening(
      `as a result, for example, for instance, in other words, in fact, in addition, in contrast, by contrast,
       on the other hand, on the one hand, that said, even so, after that, before that, since then, until then, by then,
       at the same time, in the end, in short, to be fair, what['’]s more, of course, at least, for one thing, in turn,
       the reason (?:is|was), the result (?:is|was), the answer (?:is|was), the problem (?:is|was)`,
    ),
    reason: 'a phrase that joins it to the sentence before',
  },
  {
    language: 'en',
    opening: opening(
      'first, second, third, fourth, firstly, secondly, thirdly, next, finally, lastly, later, earlier',
      '(?=,|\\s+(?:it|he|she|they|came)\\b)',
    ),
    reason: 'a count or an order that began before',
  },
  {
    language: 'en',
    opening: opening(
      'yes, no, nope, yeah, right, exactly, sure, well, okay, ok, indeed',
      '(?=\\s*[,.!?:;—–-])',
    ),
    reason: 'an answer to what was said before',
  },
  {
    language: 'en',
    opening:
      /^(?:in|on|at|for|with|by|from|after|before|of|to|about|despite|because of|without|since|until|behind|under|over|inside|like|as for|apart from|besides)\s+(?:all\s+|most\s+|some\s+|one\s+|each\s+|both\s+)?(?:of\s+)?(?:this|that|these|those|it|them|him|her|his|its|their)(?![\p{L}’'-])/iu,
    reason: 'its first phrase leans on a pronoun whose noun stands before',
  },
  {
    language: 'en',
    opening:
      /^(?:all|most|some|many|none|each|any|half|both|neither|either|part|much|few|several|one|two|three|a few|the rest|the best|the worst)\s+of\s+(?:this|that|these|those|it|them|us)(?![\p{L}’'-])/iu,
    reason: 'it picks from what was named before',
  },
  {
    language: 'en',
    opening: opening(
      'not, which, who, whose, to which, at which, in which',
      '(?!\\s+(?:only|everyone|everybody|all|many|every|a)\\b)(?![^.]*\\?$)',
    ),
    reason: 'the rest of a sentence that began before',
  },
  {
    language: 'en',
    opening: opening(
      'there (?:were|was|are|is|it) (?:none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+|more|others|another|it)',
      '(?=\\s*[.,;])',
    ),
    reason: 'it counts what was named before',
  },
  {
    language: 'de',
    opening: opening(
      `er, sie, es, dies, diese, dieser, dieses, jene, jener, ihm, ihn, ihnen, beide, letztere, erstere, dasselbe,
       deren, dessen, davon, dafür, dagegen, damit, dabei, darum, darin, darauf, daraus, dazu, daran`,
    ),
    reason: 'a pronoun or a pointing word whose noun stands before',
  },
  {
    language: 'de',
    opening: /^[Dd]as(?=\s+\p{Ll})/u,
    reason: '`das ist` points back; `das Haus` is an article',
  },
  {
    language: 'de',
    opening: opening(
      `und, aber, oder, denn, doch, sondern, also, deshalb, daher, deswegen, trotzdem, dennoch, jedoch, außerdem, zudem,
       dann, danach, davor, stattdessen, sonst, auch, noch, so, zum beispiel, im gegenteil, allerdings, immerhin, dort, da`,
    ),
    reason: 'a connective that joins it to the sentence before',
  },
  {
    language: 'fr',
    opening: opening(
      `il, elle, ils, elles, cela, ça, c['’]est, c['’]était, ceci, celui-ci, celle-ci, ceux-ci, ce dernier, cette dernière,
       lui, leur, leurs, les deux, en, y, ce, cet, cette, ces`,
    ),
    reason: 'a pronoun or a pointing word whose noun stands before',
  },
  {
    language: 'fr',
    opening: opening(
      `et, mais, ou, donc, or, ni, car, puis, ensuite, alors, pourtant, cependant, toutefois, néanmoins, ainsi, aussi,
       enfin, d['’]ailleurs, en effet, par exemple, de plus, au contraire, par contre, sinon, du coup, bref`,
    ),
    reason: 'a connective that joins it to the sentence before',
  },
  {
    language: 'es',
    opening: opening(
      `él, ella, ellos, ellas, esto, eso, aquello, este, esta, estos, estas, ese, esa, esos, esas, ambos, ambas, su, sus,
       lo, la última, el último, le, les`,
    ),
    reason: 'a pronoun or a pointing word whose noun stands before',
  },
  {
    language: 'es',
    opening: opening(
      `y, e, pero, o, sino, pues, así, entonces, luego, después, además, también, tampoco, sin embargo, no obstante, por eso,
       por lo tanto, por ejemplo, en cambio, en efecto, de hecho, aun así, mientras tanto, al final`,
    ),
    reason: 'a connective that joins it to the sentence before',
  },
  {
    language: 'any',
    opening: /^[,;:.…—–)\]]|^-\s/u,
    reason: 'the rest of a sentence that began before',
  },
];

/** Why a sentence can't open a post of its own; `undefined` where it can. */
export function danglesAt(sentence: string, language: SummaryLanguage): string | undefined {
  const bare = sentence.replace(/^["“„«‘'([*_\s]+/, '');
  return OPENINGS.find(
    (row) => (row.language === 'any' || row.language === language) && row.opening.test(bare),
  )?.reason;
}

/** `The trouble is not that it rains.`, `It was never about the money.`: what it is instead stands after it. */
const DENIAL =
  /\b(?:is|are|was|were)(?: not| never|n['’]t) (?:that|because|about|how|why|whether|so much|only|just|merely)\b(?!.*(?:[;:—]|\bbut\b))/i;
/** How that goes on. */
const INSTEAD =
  /^(?:it|they|that|this|these|those|he|she|we|but|instead|rather)\b|^what (?:is|was|matters|counts)\b/i;

/**
 * Whether an English sentence denies something, and the next one says what is so instead: alone it would mean only half
 * of what its author means.
 */
export function needsNext(sentence: string, next: string, language: SummaryLanguage): boolean {
  return language === 'en' && DENIAL.test(sentence) && INSTEAD.test(next);
}

/** Words for people and things that a later pronoun of the same sentence may stand for. */
const ANTECEDENT =
  /(?:\b(?:a|an|the|my|our|your|each|every|no|any|some|many|most|few|several|one|two|three|four|five|six|seven|eight|nine|ten|both|somebody|someone|anybody|anyone|everybody|everyone|nobody|people|whoever|who|person)\b|\d)[^.?!]*$|\p{Lu}\p{Ll}+/u;

/**
 * Whether a pronoun or a pointing word inside an English sentence seems to lean on an earlier one: `he` before any
 * noun, `these years`, `that morning`.
 */
export function leansBack(sentence: string, language: SummaryLanguage): boolean {
  if (language !== 'en') return false;
  if (/\b(?:these|those(?! who)|this)\s+\p{L}/iu.test(sentence)) return true;
  if (/\b(?:in|on|of|from|with|for|at|by)\s+(?:this|that|these|those)\s*[,.;:]/i.test(sentence)) return true;
  if (
    /\b(?:that|the same) (?:day|night|year|week|month|morning|evening|time|moment|way|man|woman|place|one|thing|spot)\b/i.test(
      sentence,
    )
  )
    return true;
  if (/\bsuch (?:a |an )?(?:thing|one|case|person|place|way|step)s?\b/i.test(sentence)) return true;
  const pronoun =
    /(?<![\p{L}’'])(?:(?:of|about|for|with|to|from|on|in|at|by|like) it|he|she|him|her|his|hers|they|them|their|theirs)(?![\p{L}-])/iu.exec(
      sentence,
    );
  if (pronoun === null) return false;
  // The first word is a capital for its place, not for being a name.
  return !ANTECEDENT.test(
    sentence.slice(0, pronoun.index).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
  );
}
