import { createRequire } from 'node:module';
import twitterText from 'twitter-text';
import { describe, expect, it } from 'vitest';
import {
  BARE,
  BEFORE_URL,
  classesAt,
  DOMAIN,
  IN_NAME,
  NO_TLD_BEFORE,
  PATH,
  PATH_END,
  PLAIN,
  QUERY,
  QUERY_END,
} from '../../../src/text/x/char-classes.ts';
import { emojiEnd } from '../../../src/text/x/emoji.ts';
import { hashtagClass } from '../../../src/text/x/hashtag-chars.ts';
import { tldEnd } from '../../../src/text/x/tld-match.ts';
import { KNOWN_TLDS, NEWER_TLDS } from '../../../src/text/x/tlds.ts';

const require = createRequire(import.meta.url);
const { parse } = require('twemoji-parser') as { parse(text: string): { indices: [number, number] }[] };
const delegated = require('tlds') as string[];
const source = (name: string): string => twitterText.regexen[name]?.source ?? '';
const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

describe('the classes of characters', () => {
  it.each([
    ['DOMAIN', DOMAIN, source('validDomainChars')],
    ['BEFORE_URL', BEFORE_URL, `(?!$)${source('validUrlPrecedingChars')}`],
    ['BARE', BARE, `[-a-z0-9${source('latinAccentChars')}]`],
    ['PATH', PATH, source('validGeneralUrlPathChars')],
    ['PATH_END', PATH_END, source('validUrlPathEndingChars')],
    ['QUERY', QUERY, source('validUrlQueryChars')],
    ['QUERY_END', QUERY_END, source('validUrlQueryEndingChars')],
    ['NO_TLD_BEFORE', NO_TLD_BEFORE, '[0-9a-z@+-]'],
    ['IN_NAME', IN_NAME, `${source('validDomainChars')}|[._-]`],
    ['PLAIN', PLAIN, '[a-z0-9.-]'],
  ] as const)('%s is that of twitter-text for every code unit', (_, mask, pattern) => {
    const regexp = new RegExp(`^(?:${pattern})$`, 'i');
    const wrong = units.filter((unit) => regexp.test(unit) !== ((classesAt(unit, 0) & mask) !== 0));
    expect(wrong).toEqual([]);
  });

  it('of hashtags are those of twitter-text for every code point', () => {
    const letter = new RegExp(`^(?:${source('hashtagAlpha')})$`, 'i');
    const any = new RegExp(`^(?:${source('hashtagAlphaNumeric')})$`, 'i');
    const wrong: number[] = [];
    for (let point = 0; point <= 0x3ffff; point++) {
      const text = String.fromCodePoint(point);
      const theirs = letter.test(text) ? 1 : any.test(text) ? 2 : 0;
      if (hashtagClass(point) !== theirs) wrong.push(point);
    }
    expect(wrong).toEqual([]);
  });
});

describe('top-level domains', () => {
  const list = (table: string): string[] => table.trim().split(/\s+/);

  it('are those of twitter-text and, as newer ones, those delegated since', () => {
    const known = new Set(list(KNOWN_TLDS));
    const theirs = [source('validGTLD'), source('validCCTLD')].flatMap((pattern) =>
      (/^\(\?:\(\?:(.*)\)\(\?=/s.exec(pattern)?.[1] ?? '').split('|'),
    );
    expect([...known].sort()).toEqual(theirs.sort());
    expect(list(NEWER_TLDS).sort()).toEqual(delegated.filter((name) => !known.has(name)).sort());
  });

  it('are found in either case, with nothing behind that undoes them', () => {
    for (const [table, sign] of [
      [KNOWN_TLDS, 1],
      [NEWER_TLDS, -1],
    ] as const)
      for (const name of list(table))
        for (const word of [name, name.toUpperCase()]) {
          expect([word, tldEnd(`.${word}`, 1, word.length + 1)]).toEqual([word, sign * (word.length + 1)]);
          expect([word, tldEnd(`.${word}/x`, 1, word.length + 3)]).toEqual([word, sign * (word.length + 1)]);
          expect(Math.abs(tldEnd(`.${word}@`, 1, word.length + 2))).toBeLessThan(word.length + 1);
        }
  });
});

describe('emoji', () => {
  const theirs = (text: string): number => {
    const first = parse(text)[0];
    if (first === undefined || first.indices[0] !== 0) return (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
    return first.indices[1];
  };
  const points: string[] = [];
  for (let point = 0; point < 0x20000; point++)
    if (point < 0xd800 || (point >= 0xe000 && point !== 0xfe0f)) points.push(String.fromCodePoint(point));

  it.each([
    '\ufe0f',
    '\u{1f3fb}',
    '\u20e3',
    '\ufe0f\u20e3',
    '\u200d\u2640\ufe0f',
    '\u{1f3ff}\u200d\u2642\ufe0f',
  ])('with %j behind them end where twemoji-parser says, every code point', (suffix) => {
    expect(points.filter((point) => emojiEnd(point + suffix, 0) !== theirs(point + suffix))).toEqual([]);
  });

  it('of two regional indicators are the flags of twemoji-parser', () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x1f1e6 + index));
    const pairs = letters.flatMap((first) => letters.map((second) => first + second));
    expect(pairs.filter((pair) => emojiEnd(pair, 0) !== theirs(pair))).toEqual([]);
  });
});
