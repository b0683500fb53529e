import { describe, expect, it } from 'vitest';
import { long, told } from './opening-of.ts';

describe('the opening of a release', () => {
  it('goes on to the news of a release, below their heading', () => {
    const opening =
      'The team is happy to announce a new version of Lamp, 2.1. Lamp is a light for those who keep a harbour.';
    const install = 'If you have an older Lamp, you get the new one with:\n\n    lamp update';
    const made = (heading: string, news: string, title = 'Announcing Lamp 2.1'): string[] =>
      told(`${opening}\n\n${install}\n\n## ${heading}\n\n${news}\n\n${long(700)}`, '', title);
    const news = 'This release contains two new wicks and a bell.';
    expect(made('What’s in 2.1', news)).toEqual([opening, news]);
    expect(made('Highlights', news)).toEqual([opening, news]);
    expect(made('Thanks', news)).toEqual([opening]);
    expect(made('What’s in 2.1', news, 'Announcing Lamp')).toEqual([opening]);
    for (const other of [
      'Ships have long passed here by night, and nobody ever saw them.',
      'These new wicks are made of cotton.',
      'The following list of new wicks is below.',
      '- New wicks',
    ])
      expect(made('What’s in 2.1', other)).toEqual([opening]);
  });

  /** The summary of a release with a heading and what is below it. */
  const release = (heading: string, news: string): string[] => {
    const opening =
      'The team is happy to announce a version of Lamp, 2.1. Lamp is a light for those who keep a harbour.';
    const install = 'If you have an older Lamp, you get this one with:\n\n    lamp update';
    return told(`${opening}\n\n${install}\n\n## ${heading}\n\n${news}\n\n${long(700)}`, '', 'Lamp 2.1').slice(
      1,
    );
  };
  const ADDS = 'This release adds wicks of cotton.';

  it.each([
    'What’s new',
    'Whats in 2.1',
    'Highlight of the month',
    'The highlights',
    'Release highlights',
    'New feature',
    'New features',
    'Features',
    'Key features',
    'Notable changes',
    'Major changes',
    'Was ist neu?',
    'Was neu ist',
    'Neuerungen',
    'Nouveautés',
    'Novedades',
    '新機能',
    '更新内容',
  ])('finds the news of a release below “%s”', (heading) => {
    expect(release(heading, ADDS)).toEqual([ADDS]);
  });

  it.each(['About what’s new', 'Installation', 'Install'])('finds none below “%s”', (heading) => {
    expect(release(heading, ADDS)).toEqual([]);
  });

  it.each([
    'This patch release introduces a bell.',
    'This small patch release contains a bell.',
    'This version brings a bell.',
    'This update fixes a leak.',
    'The release features a bell.',
    'This release improves the bell.',
    'This release makes the bell faster.',
    'This release is a speedup of the bell.',
    'This release has speed-ups of the bell.',
    'This release is about a new bell.',
    'This release adds what may fix a leak.',
    'Wicks of cotton add light to each lamp.',
    'Wicks of cotton bring light to each lamp.',
    'Wicks of cotton fix a leak of each lamp.',
    'One feature of each lamp is a bell.',
    'Wicks of cotton improve each lamp.',
    'These bring joy: the bells of this release are now of tin.',
  ])('tells what is new: %s', (news) => {
    expect(release('Highlights', news)).toEqual(news.startsWith('These') ? [] : [news]);
  });

  it.each([
    'Bells have long been rung by hand in every harbour.',
    'This release adds bells to these harbours.',
    'This release adds three new things.',
    'But a new bell is of brass.',
    'See the new bells in the workshop.',
    'As we said, this release adds it.',
  ])('tells nothing that is not new, or needs more: %s', (news) => {
    expect(release('Highlights', news)).toEqual([]);
  });

  it('tells nothing twice, apart from words that announce', () => {
    const told = 'Our team is happy to share that the version of Lamp is a new light for a harbour.';
    expect(release('Highlights', told)).toEqual([]);
    const bell = told.replace('light', 'bell');
    expect(release('Highlights', bell)).toEqual([bell]);
  });

  it('has no news in an item, above the opening, far below or without words', () => {
    expect(release('Oil', `- ${ADDS}`)).toEqual([]);
    expect(release('Highlights', `\`\`\`\nlamp\n\`\`\`\n\n## Installation\n\n${ADDS}`)).toEqual([]);
    expect(told('The lamp is out at last.\n\n## Highlights', '', 'Lamp 2.1')).toHaveLength(1);
    const far = `${'Boats sail. '.repeat(30)}\n\n`;
    const made = told(
      `${long(300)} ${long(300, 'Boats')}\n\n## Oil\n\n${far}## Highlights\n\n${ADDS}`,
      '',
      'Lamp 2.1',
    );
    expect(made).not.toContain(ADDS);
  });

  it('has no news that would make it longer than three posts', () => {
    const news = `This release adds ${long(800, 'wicks')}`;
    expect(release('Highlights', news)).toEqual([]);
  });
});

describe('below the description of a release', () => {
  const description =
    'After four months of work on the lid and the light, I am proud to present you Lamp 2.1!';
  const scene = 'It might be early for presents, but this year deserves one, or does it not?';
  const below = (text: string): string[] =>
    told(text, `description: '${description}'\n`, 'Version 2.1').filter((one) => one !== description);

  it.each([
    `${scene} And so, after nearly five months of work, I hereby present you Lamp in its version 2.1.`,
    `${scene} Ada has just released Lamp 2.1 - big thanks to her and to everyone who lit it!`,
  ])('an opening that ends with the same news is left out: “%s”', (text) => {
    expect(below(text)).toEqual([]);
  });

  it.each([
    `${scene} And so Lamp has a new lid in version 2.1, which closes by itself.`,
    `${scene} We are glad to announce Lamp 2.1. lamp is a tool for those who keep a harbour.`,
    `${scene} Ada has just released a new lid.`,
  ])('any other stays: “%s”', (text) => {
    expect(below(text)).toEqual([text]);
  });
});
