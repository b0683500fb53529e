import fc from 'fast-check';
import { KNOWN_TLDS, NEWER_TLDS } from '../../../src/text/x/tlds.ts';

type Piece = fc.Arbitrary<string>;

/** One of the words, which white space parts in `list`; `∅` stands for nothing. */
const word = (list: string): Piece =>
  fc.constantFrom(
    ...list
      .trim()
      .split(/ +|\n/)
      .map((entry) => (entry === '∅' ? '' : entry)),
  );
const chars = (set: string): Piece => fc.constantFrom(...set);
const codeUnit = (min: number, max: number): Piece =>
  fc.integer({ min, max }).map((code) => String.fromCharCode(code));
const codePoint = (min: number, max: number): Piece =>
  fc.integer({ min, max }).map((code) => String.fromCodePoint(code));
const joined = (...parts: readonly Piece[]): Piece => fc.tuple(...parts).map((found) => found.join(''));
const several = (part: Piece, maxLength: number): Piece =>
  fc.array(part, { minLength: 1, maxLength }).map((found) => found.join(''));

const ascii = codeUnit(0, 127);
const signs = chars('.-_/:@#$?&=()[]{}<>|~%+*!;,\'"`^\\ \t\n\r');
const prose = fc.oneof(
  word('a rt RT Rt: the x1 42 B e.g. v1.2.3'),
  fc.constantFrom(' ', '. ', ', ', ': ', '\n'),
);
const pieces = word('. ://  http:// a. .com');

const knownTld = word(KNOWN_TLDS.trim().replaceAll('\n', ' '));
const tld = fc.oneof(
  { weight: 6, arbitrary: word('com co md rs io py sh uk COM Co js go onion') },
  { weight: 3, arbitrary: knownTld },
  { weight: 1, arbitrary: knownTld.map((name) => name.toUpperCase()) },
  { weight: 2, arbitrary: word('xn--p1ai xn-- XN--90ae xn--a-b рф РФ 한국 中国 嘉里大酒店 გე Გე') },
);
const label = fc.oneof(
  word('a b1 example x-y t www foo_bar -a b- _c d_ Ünï ж 日本 日 é xn--a 日。本 a。b İ ſ Ι ⱥ 😀 a"b ` 9 ∅'),
  fc.constantFrom('\u0001', '\u007f', '日'.repeat(30), 'a'.repeat(63), 'a'.repeat(64)),
);
const host = joined(several(joined(label, fc.constant('.')), 3), tld);
const tail = word(
  '∅ ∅ / /a /a/b.html :80 :80/x : ?q=1 /?q=1&b=2 /a_(b) /a(b(c)d)e /( /a(b /() /a. /a,b! /@user/ /@ /#frag /日 /ж /é ' +
    '/a–b ? ?! /x? /x?y=z. /| /a- /a+ /1️⃣ /ⱥ \ufe0f /~u;v @x',
);
const before = word('http:// https:// HTTP:// hTTps:// http:/ ftp:// ∅ ∅ ∅ @ # // - _ .');
const url = joined(before, host, tail);
const shortLink = joined(
  word('http://t.co/ https://T.co/ t.co/'),
  fc.integer({ min: 0, max: 45 }).map((size) => 'k'.repeat(size)),
  word('∅ ?a=b /x . _ -a'),
);

const cjk = fc.oneof(
  codeUnit(0x3000, 0x30ff),
  codeUnit(0x4e00, 0x4eff),
  codeUnit(0xac00, 0xacff),
  chars('。．｡、「」・ー〜🈁㊗㊙〰〽'),
);
const people = chars('👨👩👧👦🧑👮🏃🕵🏋⛹🤼👯🧞🧟🕴🖐☝✌👍🙏🏳🏴👁🤷🧙');
const joiners = chars('\u200d\ufe0f\ufe0e\u20e3');
const things = chars('♀♂⚕⚖✈🌾🍳🎓💻🔧🔬🚀🚒🦰🦱🦲🦳❤💋🌈☠🗨😀🎉☀⌚♟©®™‼⁉ℹ#*019\ue50a');
const tones = chars('🏻🏼🏽🏾🏿');
const sequences = word(
  '👨‍👩‍👧‍👦 👩‍❤️‍💋‍👨 👨‍❤️‍👨 🏳️‍🌈 🏴‍☠️ 👁‍🗨 🇩🇪 🇯🇵 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 👩🏽‍🔬 ' +
    '👩‍⚕️ 🏋️‍♀️ 🏋🏽‍♂️ 🕵️‍♂️ 1️⃣ #⃣ ☝🏿 ✌️🏿 👨‍👩‍👧 🧑‍🔬 🧟‍♂️ 🤷🏻‍♀️ ©️ ™️ ☀︎ ☀️',
);
const emoji = fc.oneof(
  sequences,
  several(fc.oneof(people, joiners, things, tones), 7),
  several(codePoint(0x1f1e6, 0x1f1ff), 5),
  joined(people, codePoint(0xe0061, 0xe007f)),
);

const combining = fc.oneof(
  codeUnit(0x300, 0x36f),
  chars('\u0327\u0323\u093c\u0345\u3099\u309a\u1161\u11a8\u0338'),
);
const composing = word(
  'e\u0301 A\u030a か\u3099 q\u0307\u0323 \u1100\u1161\u11a8 \u212b \u2126 \u0958 o\u0302\u0323 =\u0338 \u{1d15e} \u1e9b\u0323',
);
const math = codePoint(0x1d400, 0x1d7ff);
const invisible = fc.oneof(
  codeUnit(0x200b, 0x200f),
  codeUnit(0x2028, 0x202f),
  codeUnit(0x2060, 0x206f),
  chars('\u061c\ufeff\u00ad\u180e\u0085\u00a0\u3000'),
);
const broken = fc.oneof(codeUnit(0xd800, 0xdfff), chars('\ufffe\uffff\ufffd\u0000'));
const typography = chars('…•→←✓—–“”‘’′″‹›№€ªº¿¡´');
const anywhere = fc.oneof(
  codeUnit(0x80, 0x2ff),
  codeUnit(0x370, 0x1fff),
  codeUnit(0x2000, 0x2fff),
  codeUnit(0x3000, 0xffff),
  codePoint(0x10000, 0x1ffff),
);

const tagLike = joined(
  word('# ＃ @ ＠ $ &# a# ## @@ $$ ://'),
  word('tag Tag1 1 _ 日本 é ж1 user user/list ABC ab.c abcdefg नि १ 𝐀 𠀀 · İ 🇦 aaaaaaaaaaaaaaaaaaaaa'),
);
const cashtag = joined(
  fc.constantFrom(' ', '\n', '', '\u180e', '\u3000', '\u0085', 'x'),
  word('$ABC $abcdef $abcdefg $a.b $ab_cd $ab.cde $a. $A1 $ä'),
  fc.constantFrom(' ', '', '.', '\u180e', '\ufeff', '"', ',', '$'),
);

const families: readonly Piece[] = [
  ...[ascii, signs, prose, pieces, url, host, label, tld, shortLink, tagLike, cashtag],
  ...[cjk, emoji, combining, composing, math, invisible, broken, typography, anywhere],
];

/** A text glued from pieces of one, a few or all families, with nothing between them. */
function glued(kinds: readonly Piece[]): Piece {
  const few = fc
    .uniqueArray(fc.nat(kinds.length - 1), { minLength: 1, maxLength: 4 })
    .chain((picked) => fc.array(fc.oneof(...picked.map((kind) => kinds[kind] ?? ascii)), { maxLength: 9 }));
  return fc.oneof(few, fc.array(fc.oneof(...kinds), { maxLength: 9 })).map((parts) => parts.join(''));
}

/** Strings of everything that X's rules treat apart, short enough for twitter-text, which is quadratic on some. */
export const xStrings: Piece = glued(families);

/** The same with links on top-level domains that are newer than twitter-text. */
export const xStringsWithNewerLinks: Piece = glued([
  ...families,
  joined(several(joined(label, fc.constant('.')), 2), word(NEWER_TLDS), tail),
]);
