/**
 * Writes the tables that `src/text/x/` reads: top-level domains, hashtag letters and emoji sequences, as X's own
 * package (`twitter-text`, and `twemoji-parser` below it) knows them, and the domains delegated since, from the
 * package `tlds`. Run it after either package was updated: `node bench/make-x-tables.ts`.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { regexen } = require('twitter-text') as { regexen: Record<string, RegExp> };
const { parse } = require('twemoji-parser') as {
  parse(text: string): { indices: [number, number]; text: string }[];
};
const delegated = require('tlds') as string[];
const folder = join(import.meta.dirname, '../src/text/x');

function source(name: string): string {
  const found = regexen[name];
  if (found === undefined) throw new Error(`twitter-text has no regexp ${name}`);
  return found.source;
}

/** Words in lines of at most 108 columns. */
function lines(words: readonly string[]): string {
  const out: string[] = [];
  let line = '';
  for (const word of words) {
    if (line.length + word.length + 1 > 108) {
      out.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...out, line].join('\n');
}

/** `41-5a 61-7a aa`: sorted numbers as hexadecimal ranges. */
function ranges(numbers: readonly number[]): string {
  const out: string[] = [];
  let from = -1;
  numbers.forEach((value, index) => {
    if (from < 0) from = value;
    if (numbers[index + 1] === value + 1) return;
    out.push(from === value ? from.toString(16) : `${from.toString(16)}-${value.toString(16)}`);
    from = -1;
  });
  return lines(out);
}

function codePoints(last: number, holds: (text: string) => boolean): number[] {
  const found: number[] = [];
  for (let value = 0; value <= last; value++) {
    if (value >= 0xd800 && value <= 0xdfff) continue;
    if (holds(String.fromCodePoint(value))) found.push(value);
  }
  return found;
}

type Table = readonly [name: string, doc: string, value: string];

function write(file: string, about: string, tables: readonly Table[]): void {
  const head = `// Written by bench/make-x-tables.ts; edit that, not this.\n// ${about}\n`;
  const body = tables.map(
    ([name, doc, value]) => `\n/** ${doc} */\nexport const ${name} = \`\n${value}\n\`;\n`,
  );
  writeFileSync(join(folder, file), head + body.join(''));
}

/** The words of an alternation `(?:(?:a|b)(?=…))`, in its order. */
function alternatives(name: string): string[] {
  const match = /^\(\?:\(\?:(.*)\)\(\?=\[\^0-9a-zA-Z@\+-\]\|\$\)\)$/s.exec(source(name));
  if (match?.[1] === undefined) throw new Error(`${name} has an unknown shape`);
  return match[1].split('|');
}

const known = [...alternatives('validGTLD'), ...alternatives('validCCTLD')];
const knownSet = new Set(known);
for (const [index, name] of known.entries())
  for (const longer of known.slice(index + 1))
    if (/[^a-z]/.test(name) && longer.startsWith(name))
      throw new Error(`${name} is tried before ${longer}: the longest no longer wins`);

write('tlds.ts', 'Sources: twitter-text 3.1.0 (Apache-2.0, Copyright Twitter, Inc.); tlds 1.261.0 (IANA).', [
  ['KNOWN_TLDS', 'The top-level domains that twitter-text links.', lines([...known].sort())],
  [
    'NEWER_TLDS',
    "Top-level domains delegated after twitter-text's list was frozen.",
    lines(delegated.filter((name) => !knownSet.has(name)).sort()),
  ],
]);

const letter = new RegExp(`^${source('hashtagAlpha')}$`, 'i');
const tagCharacter = new RegExp(`^${source('hashtagAlphaNumeric')}$`, 'i');
write('hashtag-letters.ts', 'Source: twitter-text 3.1.0 (Apache-2.0, Copyright Twitter, Inc.).', [
  [
    'HASHTAG_LETTERS',
    'What a hashtag needs one of: letters and marks, as ranges of code points in hexadecimal.',
    ranges(codePoints(0x2ffff, (text) => letter.test(text))),
  ],
  [
    'HASHTAG_OTHERS',
    'What a hashtag may hold besides: digits and a few signs, as ranges of code points in hexadecimal.',
    ranges(codePoints(0x2ffff, (text) => tagCharacter.test(text) && !letter.test(text))),
  ],
]);

const isOne = (text: string): boolean => {
  const found = parse(text);
  return found.length === 1 && found[0]?.text === text;
};
const emoji = (suffix: string, without?: readonly string[]): string =>
  ranges(codePoints(0x1ffff, (text) => isOne(text + suffix) && !(without ?? []).includes(text)));
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const indicator = (name: string): string => String.fromCodePoint(0x1f1a5 + name.charCodeAt(0));
const flags = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((name) => isOne([...name].map(indicator).join('')));

// The fourth alternative of the regexp, with its character classes multiplied out, and the flags made of tags.
const { default: regexp } = require('twemoji-parser/dist/lib/regex') as { default: RegExp };
const fixed = /\|\((?:\?:)((?:\\ud83d\\udc68\\u200d\\u2764)[^()]*)\)/.exec(regexp.source)?.[1]?.split('|');
if (fixed === undefined) throw new Error('the sequences of twemoji-parser have an unknown shape');
const multiplied = fixed.flatMap((item) => {
  const [, head = item, options = '', tail = ''] = /^(.*)\[(.*)\](.*)$/.exec(item) ?? [];
  const parts = options === '' ? [''] : (options.match(/\\u[0-9a-f]{4}/g) ?? []);
  return parts.map((part) => JSON.parse(`"${head}${part}${tail}"`) as string);
});
const tagged = regexp.source.match(/\\ud83c\\udff4(?:\\udb40\\udc[0-9a-f]{2})+/g) ?? [];
const sequences = [...multiplied, ...tagged.map((item) => JSON.parse(`"${item}"`) as string)]
  .filter((text) => !/[\u2640\u2642]\ufe0f$/.test(text))
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
if (!sequences.every(isOne)) throw new Error('a sequence of twemoji-parser is not one emoji to it');
const hex = (text: string): string =>
  [...text].map((part) => (part.codePointAt(0) ?? 0).toString(16)).join('-');

const gender = '\u200d\u2640\ufe0f';
write(
  'emoji-table.ts',
  'Source: twemoji-parser 11.0.2 (MIT, Copyright Twitter, Inc.). Ranges of code points.',
  [
    ['TAKES_SELECTOR', 'One emoji together with the emoji variation selector U+FE0F.', emoji('\ufe0f')],
    ['TAKES_SKIN_TONE', 'One emoji together with a skin tone.', emoji('\u{1f3fb}')],
    [
      'TAKES_KEYCAP',
      'One emoji together with the enclosing keycap U+20E3, selector or not.',
      emoji('\u20e3'),
    ],
    ['TAKES_SIGN', 'One emoji together with a joiner and the sign ♀ or ♂.', emoji(gender)],
    ['TAKES_TONE_AND_SIGN', 'One emoji with a skin tone, a joiner and a sign.', emoji(`\u{1f3ff}${gender}`)],
    ['TAKES_SELECTOR_AND_SIGN', 'One emoji with U+FE0F, a joiner and a sign.', emoji(`\ufe0f${gender}`)],
    ['TAKES_TRADE', 'One emoji together with a joiner and a trade.', emoji('\u200d\u2695\ufe0f')],
    [
      'TRADES',
      'What may follow the joiner of a person with a trade; those below U+10000 need U+FE0F.',
      ranges(
        codePoints(0x1ffff, (text) =>
          isOne(`\u{1f468}\u{1f3fb}\u200d${text}${text.length === 1 ? '\ufe0f' : ''}`),
        ).filter((value) => value !== 0x2640 && value !== 0x2642),
      ),
    ],
    ['FLAGS', 'Pairs of regional indicators that are one flag.', lines(flags)],
    [
      'SEQUENCES',
      'Whole sequences, longest first; code points joined by hyphens.',
      lines(sequences.map(hex)),
    ],
  ],
);
