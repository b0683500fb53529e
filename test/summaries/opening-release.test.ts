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

  it.each(['About what’s new', 'Our highlights', 'Whatsoever', 'Install'])(
    'finds none below “%s”',
    (heading) => {
      expect(release(heading, ADDS)).toEqual([]);
    },
  );

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
    'These bring joy: the bells of this release are now of tin.',
  ])('tells what is new: %s', (news) => {
    expect(release('Highlights', news)).toEqual(news.startsWith('These') ? [] : [news]);
  });

  it.each([
    'Bells have long been rung by hand in every harbour.',
    'This release adds bells to these harbours.',
    'This release adds three new things.',
    'See the new bells in the workshop.',
    'As we said, this release adds it.',
  ])('tells nothing that is not new, or needs more: %s', (news) => {
    expect(release('Highlights', news)).toEqual([]);
  });

  it('announces nothing twice', () => {
    const below = (news: string): string[] => release('Highlights', news);
    const again =
      'Our team is glad to share a new version of Lamp, which is a light for those with a harbour.';
    expect(below(again)).toEqual([]);
    expect(below('Our team is glad to share a new bell of brass.')).toHaveLength(1);
  });
});
