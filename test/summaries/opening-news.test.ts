import { describe, expect, it } from 'vitest';
import { long, told } from './opening-of.ts';

/** A paragraph of three sentences that is long enough to end an opening. */
const SCENE = `Lamps smoke. Keepers cough. ${long(420, 'Harbours')}`;
/** A paragraph after it that no opening needs. */
const BESIDE = long(120, 'Boats');
const OUTCOME = 'So we built a lamp that burns without any smoke.';
const PURPOSE = 'In this post, we show how the wick of that lamp is cut.';
const ALONE = 'This article describes a lamp that burns without smoke.';

describe('an opening that ends before the news', () => {
  it('ends with its scene where nothing is said about the post', () => {
    expect(told(`${SCENE}\n\n${BESIDE}`)).toEqual([SCENE]);
  });

  it.each([OUTCOME, PURPOSE, ALONE])('goes on to it: %s', (news) => {
    expect(told(`${SCENE}\n\n${news}\n\n${BESIDE}`)).toEqual([SCENE, news]);
    expect(told(`${SCENE}\n\n${BESIDE} ${news}\n\n${BESIDE}`)).toEqual([SCENE, `${BESIDE} ${news}`]);
  });

  it('jumps over what is too long to a purpose that needs nothing else', () => {
    const between = `${long(300, 'Boats')}\n\n${long(300, 'Winds')}`;
    expect(told(`${SCENE}\n\n${between}\n\n${ALONE}\n\n${BESIDE}`)).toEqual([SCENE, ALONE]);
    expect(told(`${SCENE}\n\n${between}\n\n${OUTCOME}\n\n${BESIDE}`)).toEqual([SCENE]);
    for (const leaning of [
      'In this post, we show how these boats are built.',
      'This post describes both.',
      'In this post, it is shown at length.',
    ])
      expect(told(`${SCENE}\n\n${between}\n\n${leaning}\n\n${BESIDE}`)).toEqual([SCENE]);
  });

  it.each([
    ['below a heading', `${BESIDE}\n\n## Boats\n\n${ALONE}`],
    ['too far below', `${'Boats sail by night. '.repeat(20)}\n\n${ALONE}`],
    ['in an item', `${BESIDE}\n\n- ${ALONE}\n- ${BESIDE}`],
    ['longer than a summary may be', long(420, 'This article describes lamps')],
  ])('does not look for it %s', (_, rest) => {
    expect(told(`${SCENE}\n\n${rest}`)).toEqual([SCENE]);
  });

  it('tells less of a long scene above a purpose', () => {
    const [first, second] = [long(400, 'Harbours'), long(380, 'Boats')];
    const scene = `Lamps smoke. ${first}\n\n${second}`;
    expect(told(`${scene}\n\n${BESIDE}`)).toEqual([`Lamps smoke. ${first}`, second]);
    expect(told(`${scene}\n\n${ALONE}\n\n${BESIDE}`)).toEqual([`Lamps smoke. ${first}`, ALONE]);
    // What was left out would have led from one to the other.
    const foreign = ALONE.replace('a lamp that burns without smoke', 'how trees are cut in winter');
    expect(told(`${scene}\n\n${foreign}\n\n${BESIDE}`)).toEqual([`Lamps smoke. ${first}`, second]);
    const taken = `Lamps smoke. ${first}\n\nBut ${second}`;
    expect(told(`${taken}\n\n${ALONE}\n\n${BESIDE}`).join(' ')).not.toContain(ALONE);
  });

  it('ends with no remark in brackets', () => {
    const remark = '(Ada keeps the lamp of the northern harbour.)';
    expect(told(`${SCENE} ${remark}\n\n${BESIDE}`)).toEqual([SCENE]);
    const inside = SCENE.replace('Keepers', `${remark} Keepers`);
    expect(told(`${inside}\n\n${BESIDE}`)).toEqual([inside]);
  });

  it('goes on to what the title promises, if two of its words were not told', () => {
    const rest = 'A bell in every harbour wakes its keepers.';
    const made = (title: string): string[] => told(`${SCENE}\n\n${rest}\n\n${BESIDE}`, '', title);
    expect(made('A bell for keepers')).toEqual([SCENE]);
    expect(made('A bell that wakes')).toEqual([SCENE, rest]);
  });

  it('announces nothing twice', () => {
    const first = `The new lamp of tin was released. Keepers cough. ${long(420, 'Harbours')}`;
    const again = 'Our team is happy to announce that the new lamp was released.';
    expect(told(`${first}\n\n${again}\n\n${BESIDE}`)).toEqual([first]);
    const other = 'Our team is happy to announce that a bell of brass was cast.';
    expect(told(`${first}\n\n${other}\n\n${BESIDE}`)).toEqual([first, other]);
  });

  it('tells one purpose', () => {
    const opening = `${ALONE} Keepers cough. ${long(420, 'Harbours')}`;
    expect(told(`${opening}\n\n${PURPOSE}\n\n${BESIDE}`)).toEqual([opening]);
    const series = `This series is about lamps. Keepers cough. ${long(420, 'Harbours')}`;
    expect(told(`${series}\n\n${PURPOSE}\n\n${BESIDE}`)).toEqual([series]);
  });

  it('does not say a description again', () => {
    const head = 'description: A lamp that burns without smoke.\n';
    expect(told(`${SCENE}\n\n${BESIDE}\n\n${ALONE}`, head)).not.toContain(ALONE);
  });

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

  /** So many sentences that no opening needs, each a paragraph. */
  const between = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `Boats ${['sail', 'row', 'drift', 'sink'][at % 4]} past the pier at night.`,
    ).join('\n\n');

  it('is three sentences before it at most', () => {
    const made = (count: number): string[] =>
      told(`${SCENE}\n\n${between(count)}\n\n${OUTCOME}\n\n${BESIDE}`);
    expect(made(2).at(-1)).toBe(OUTCOME);
    expect(made(3)).toEqual([SCENE]);
  });

  it('is eighteen sentences before a purpose at most', () => {
    const made = (count: number): string[] => told(`${SCENE}\n\n${between(count)}\n\n${ALONE}\n\n${BESIDE}`);
    expect(made(17)).toEqual([SCENE, ALONE]);
    expect(made(18)).toEqual([SCENE]);
  });

  it.each([
    ['an address', 'All boats are at https://e.org/boats and in the harbour.'],
    ['code', 'Boats sail so:\n\n    sail(11)'],
    ['a list', '- Boats sail past the pier.\n- Ships sail past it.'],
  ])('goes on over no %s', (_, block) => {
    expect(told(`${SCENE}\n\n${block}\n\n${OUTCOME}\n\n${BESIDE}`)).toEqual([SCENE]);
  });

  it('does not end with what promises more', () => {
    const promise = 'So we need a lamp that does two things.';
    expect(told(`${SCENE}\n\n${promise}\n\n${BESIDE}`).at(-1)).not.toBe(promise);
  });

  it('jumps to no purpose that is longer than a post', () => {
    const made = (length: number): string[] =>
      told(`${SCENE}\n\n${between(4)}\n\n${long(length, 'This article describes lamps')}\n\n${BESIDE}`);
    expect(made(280)).toHaveLength(2);
    expect(made(281)).toEqual([SCENE]);
  });

  it('needs no purpose where the post was spoken of', () => {
    const opening = `This entry was long. Keepers cough. ${long(420, 'Harbours')}`;
    expect(told(`${opening}\n\n${ALONE}\n\n${BESIDE}`)).toEqual([opening]);
  });

  it('leaves out a part of a scene above a purpose that speaks of what is left', () => {
    const [first, second, third] = [long(260, 'Harbours'), long(250, 'Ropes'), long(300, 'Boats')];
    const made = (purpose: string): string[] =>
      told(`Lamps smoke. ${first}\n\n${second}\n\n${third}\n\n${purpose}\n\n${BESIDE}`);
    expect(made('This article describes how ropes of brass are made.').at(-1)).toContain('This article');
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

  it.each(['This long post took a week.', 'Today’s issue is short.', 'The following article is old.'])(
    'takes a post for spoken of: %s',
    (first) => {
      const opening = `${first} Keepers cough. ${long(420, 'Harbours')}`;
      expect(told(`${opening}\n\n${ALONE}\n\n${BESIDE}`)).toEqual([opening]);
    },
  );
});
