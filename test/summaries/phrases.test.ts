import { describe, expect, it } from 'vitest';
import { ADVICE, POINTS_AWAY } from '../../src/languages/advice.ts';
import { OF_MANY, RELEASE_TITLES, RELEASING, REPORTS } from '../../src/languages/announcing-titles.ts';
import { CREDITS } from '../../src/languages/credits.ts';
import { HOLLOW } from '../../src/languages/hollow-descriptions.ts';
import { CLOSES_ABOVE, LOOKS_BACK } from '../../src/languages/looking-back.ts';
import { MEDIA_ANNOUNCED, PLAYS_BELOW } from '../../src/languages/media-announced.ts';
import { ANNOUNCED, BEFORE_NEWS, CALLING, MADE, TELLING } from '../../src/languages/news.ts';
import { OTHER_CONTRASTING, OTHER_REFERS_BACK } from '../../src/languages/other-openings.ts';
import { PEOPLE } from '../../src/languages/people.ts';
import { PHRASES } from '../../src/languages/phrase-table.ts';
import { finds, type PhraseRule, type Phrases } from '../../src/languages/phrases.ts';
import { NOT_NEWS, PLANS } from '../../src/languages/plans.ts';
import {
  ABOUT_POST,
  COUNTS,
  HEADLINES,
  HIGHLIGHTS,
  NAMING_POST,
  OVERVIEWS,
  PURPOSES,
  SEVERAL_THINGS,
} from '../../src/languages/purposes.ts';
import {
  ADDING,
  BEFORE,
  BOILERPLATE,
  BREAKING,
  CALLED,
  CHANGES,
  HIGHLIGHTS_ARE,
  INTERNAL,
  LESSER,
  NEW_THINGS,
  NO_CHANGES,
  NOT_YET,
} from '../../src/languages/releases.ts';
import { REMEDY, TROUBLE } from '../../src/languages/remedies.ts';
import { RHETORICAL } from '../../src/languages/rhetorical.ts';
import { SHOWS_BELOW } from '../../src/languages/shows-below.ts';
import { SPEAKS_OF_TITLE } from '../../src/languages/speaks-of-title.ts';
import { DESCRIPTIONS, NO_NEWS, OF_SERIES, RETELLS, STANDING } from '../../src/languages/standing.ts';

const KINDS = [
  'refersBack',
  'leansBack',
  'deictic',
  'announcing',
  'housekeeping',
  'reflexive',
  'verbless',
  'defining',
  'occasion',
  'turning',
  'advising',
  'instructing',
  'supposing',
  'recalling',
] as const;

const ofLanguages = Object.entries<Phrases>(PHRASES).flatMap(([language, phrases]) => {
  const kinds = [
    ...KINDS.map((kind) => [kind, phrases[kind]] as const),
    ...Object.entries(phrases.leadIns ?? {}),
    ...Object.entries(phrases.asides ?? {}),
  ];
  return kinds.flatMap(([kind, own]) =>
    own.map((rule: PhraseRule, at): [string, PhraseRule] => [`${language} ${kind} ${at}`, rule]),
  );
});
const rules: [string, PhraseRule][] = [
  ...ofLanguages,
  ...HIGHLIGHTS.map((rule, at): [string, PhraseRule] => [`highlights ${at}`, rule]),
  ...RHETORICAL.map((rule, at): [string, PhraseRule] => [`rhetorical ${at}`, rule]),
  ...LOOKS_BACK.map((rule, at): [string, PhraseRule] => [`looks back ${at}`, rule]),
  ...CLOSES_ABOVE.map((rule, at): [string, PhraseRule] => [`closes above ${at}`, rule]),
  ...COUNTS.map((rule, at): [string, PhraseRule] => [`counts ${at}`, rule]),
  ...HEADLINES.map((rule, at): [string, PhraseRule] => [`headlines ${at}`, rule]),
  ...OVERVIEWS.map((rule, at): [string, PhraseRule] => [`overview ${at}`, rule]),
  ...SPEAKS_OF_TITLE.map((rule, at): [string, PhraseRule] => [`speaks of title ${at}`, rule]),
  ...PURPOSES.map((rule, at): [string, PhraseRule] => [`purpose ${at}`, rule]),
  ...STANDING.map((rule, at): [string, PhraseRule] => [`standing ${at}`, rule]),
  ...SHOWS_BELOW.map((rule, at): [string, PhraseRule] => [`shows below ${at}`, rule]),
  ...MEDIA_ANNOUNCED.map((rule, at): [string, PhraseRule] => [`announces media ${at}`, rule]),
  ...PLAYS_BELOW.map((rule, at): [string, PhraseRule] => [`plays below ${at}`, rule]),
  ...OF_SERIES.map((rule, at): [string, PhraseRule] => [`of series ${at}`, rule]),
  ['points away', POINTS_AWAY],
  ...PLANS.map((rule, at): [string, PhraseRule] => [`plans ${at}`, rule]),
  ...NOT_NEWS.map((rule, at): [string, PhraseRule] => [`no news ${at}`, rule]),
  ...ADVICE.map((rule, at): [string, PhraseRule] => [`advice ${at}`, rule]),
  ...DESCRIPTIONS.map((rule, at): [string, PhraseRule] => [`description ${at}`, rule]),
  ...CREDITS.map((rule, at): [string, PhraseRule] => [`credit ${at}`, rule]),
  ...PEOPLE.map((rule, at): [string, PhraseRule] => [`people ${at}`, rule]),
  ...NO_NEWS.map((rule, at): [string, PhraseRule] => [`no news ${at}`, rule]),
  ...RETELLS.map((rule, at): [string, PhraseRule] => [`retells ${at}`, rule]),
  ...ANNOUNCED.map((rule, at): [string, PhraseRule] => [`announced ${at}`, rule]),
  ...RELEASE_TITLES.map((rule, at): [string, PhraseRule] => [`release title ${at}`, rule]),
  ...REPORTS.map((rule, at): [string, PhraseRule] => [`report ${at}`, rule]),
  ...RELEASING.map((rule, at): [string, PhraseRule] => [`releasing ${at}`, rule]),
  ...CHANGES.map((rule, at): [string, PhraseRule] => [`changes ${at}`, rule]),
  ...NO_CHANGES.map((rule, at): [string, PhraseRule] => [`no changes ${at}`, rule]),
  ...BOILERPLATE.map((rule, at): [string, PhraseRule] => [`boilerplate ${at}`, rule]),
  ...ADDING.map((rule, at): [string, PhraseRule] => [`adding ${at}`, rule]),
  ...HOLLOW.map((rule, at): [string, PhraseRule] => [`hollow ${at}`, rule]),
  ['new things', NEW_THINGS],
  ['not yet', NOT_YET],
  ['before', BEFORE],
  ['highlights are', HIGHLIGHTS_ARE],
  ['called', { ...CALLED, pattern: new RegExp(CALLED.pattern.source, 'iu') }],
  ['breaking', BREAKING],
  ['lesser', LESSER],
  ['internal', INTERNAL],
  ['of many', OF_MANY],
  ['telling', TELLING],
  ['calling', CALLING],
  ['made', MADE],
  ['before the news', BEFORE_NEWS],
  ['trouble', TROUBLE],
  ['remedy', REMEDY],
  ['about the post', ABOUT_POST],
  ['naming the post', NAMING_POST],
  ['several things', SEVERAL_THINGS],
  ...OTHER_REFERS_BACK.map((rule, at): [string, PhraseRule] => [`other refersBack ${at}`, rule]),
];
const bare = (sentence: string): string => sentence.replace(/^["“„«‘'([*_\s]+/, '');

describe.each(rules)('the phrase rule %s', (_, rule) => {
  const { examples, not = [] } = rule;
  it.each(examples)('finds “%s”', (sentence) => {
    expect(finds(rule, bare(sentence))).toBe(true);
  });
  it.each(not.length === 0 ? [''] : not)('does not find “%s”', (sentence) => {
    expect(finds(rule, bare(sentence))).toBe(false);
  });
  it('has a reason and an example', () => {
    expect(examples.length).toBeGreaterThan(0);
  });
});

it('reads a space at which no line ends as any other', () => {
  expect(finds(TROUBLE, 'The\u00a0problem\u00a0was the lid.')).toBe(true);
});

it('mixes no flags inside a pattern: V8 drops such groups once a process has compiled many patterns', () => {
  const patterns = rules.flatMap(([, { pattern, unless }]) => [
    pattern,
    ...(unless === undefined ? [] : [unless]),
  ]);
  expect(patterns.filter(({ source }) => /\(\?[a-z]*-?[a-z]+:/.test(source))).toEqual([]);
});

const isTurn = (sentence: string): boolean =>
  OTHER_CONTRASTING.test(sentence) ||
  Object.values<Phrases>(PHRASES).some(({ contrasting }) => contrasting.test(sentence));

it.each([
  'Mas ninguém veio.',
  'No entanto, a tampa vaza.',
  'Però nessuno venne.',
  'Но никто не пришёл.',
  'Зато тепло.',
  'Але ніхто не прийшов.',
  'Maar niemand kwam.',
])('finds the turn of “%s”', (sentence) => {
  expect(isTurn(sentence)).toBe(true);
  expect(isTurn(`x${sentence}`)).toBe(false);
});

it.each(['Massa é água e farinha.', 'Новая крышка протекает.', 'Malta e mattoni.'])(
  'finds none in “%s”',
  (sentence) => {
    expect(isTurn(sentence)).toBe(false);
  },
);
