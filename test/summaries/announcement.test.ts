import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { long, told } from './opening-of.ts';

const OUT = 'We are happy to announce that Lamp 2.1 has been released!';
const WHAT = 'Lamp is a light for all who keep a harbour.';
const DOWNLOADS = 'Downloads are available as archives, along with a manual.';
const REST = long(700, 'Boats');
/** What is told of a release below its title. */
const release = (text: string, title = 'Lamp 2.1', head = ''): string[] =>
  told(`${text}\n\n## Thanks\n\n${REST}`, head, title);

describe('an announcement', () => {
  it('tells the list of changes below what is out, and no template', () => {
    const list =
      '- Wicks of cotton\n- A lid that closes by itself (#71)\n- Oil lasts longer. It was short before.';
    const items = ['Wicks of cotton', 'A lid that closes by itself', 'Oil lasts longer.'];
    expect(release(`${OUT} ${DOWNLOADS}\n\nChanges include:\n\n${list}`)).toEqual([
      OUT,
      'Changes include:',
      ...items,
    ]);
    expect(release(`${OUT} ${WHAT}\n\n**Features:**\n\n${list}`)).toEqual([
      `${OUT} ${WHAT}`,
      'Features:',
      ...items,
    ]);
    expect(release(`${OUT}\n\n## Notable changes\n\n${list}`)).toEqual([OUT, 'Notable changes', ...items]);
  });

  it('tells the first items of a long list, and none of one that is no list of changes', () => {
    const items = Array.from({ length: 12 }, (_, at) => `Lid ${at} is now of tin, and ${'so '.repeat(20)}on`);
    const list = items.map((item) => `- ${item}`).join('\n');
    const shown = release(`${OUT}\n\nSome of the changes:\n\n${list}`);
    expect(shown.slice(0, 3)).toEqual([OUT, 'Some of the changes:', items[0]]);
    expect(shown.length).toBeLessThan(9);
    expect(release(`${OUT}\n\nThe mirrors:\n\n${list}`)).toEqual([OUT]);
    expect(release(`${OUT}\n\n## Contributors\n\n${list}`)).toEqual([OUT]);
  });

  it('cuts numbers and names of issues from its items', () => {
    const list =
      '- GH-38 A lid of `tin` for tea\n- Better oil by ada in #4658\n- Wicks, of which there are:\n- Ropes';
    expect(release(`${OUT}\n\nChanges:\n\n${list}`)).toEqual([
      OUT,
      'Changes:',
      'A lid of tin for tea',
      'Better oil',
    ]);
  });

  it('keeps an item that begins with a name from code or with a condition, and none that tells what was', () => {
    const list =
      '- `click.lid` returns tin\n- When lit, the lamp burns\n- Previously, lids were open\n- Will the lid fit?';
    const shown = release(`${OUT}\n\nChanges:\n\n${list}`);
    expect(shown.slice(2)).toEqual(['click.lid returns tin', 'When lit, the lamp burns']);
  });

  it('tells the only change there is', () => {
    expect(release(`${OUT}\n\nFixes:\n\n- A leak of oil`)).toEqual([OUT, 'Fixes:', 'A leak of oil']);
  });

  it('tells the lesser changes last, and none that only its makers see', () => {
    const list = (name: string): string =>
      `- ${name} of tin\n- GH-7 chore: mend the shed\n- ${name} of wax\n- oil`;
    const [other, main] = [`## Other changes\n\n${list('Ropes')}`, `## Changes\n\n${list('Lids')}`];
    expect(release(`${OUT}\n\n${other}\n\n${main}`)).toEqual([OUT, 'Changes', 'Lids of tin', 'Lids of wax']);
  });

  it('does not begin with what was before', () => {
    const fix = 'Since v2.1, the lid of the lamp closes by itself.';
    const text = `Prior to this, lamps of the harbour had no lid of any kind.\n\n## Lids\n\n${fix} Nobody touches it.`;
    expect(release(text)).toEqual([fix]);
  });

  it('tells what no longer works last', () => {
    const list = (name: string): string => `- ${name} of tin\n- ${name} of wax`;
    const [bad, good] = [`## Breaking changes\n\n${list('Ropes')}`, `## New features\n\n${list('Lids')}`];
    expect(release(`${OUT}\n\n${bad}\n\n${good}`)).toEqual([
      OUT,
      'New features',
      'Lids of tin',
      'Lids of wax',
    ]);
    expect(release(`${OUT}\n\n${bad}`)).toEqual([OUT, 'Breaking changes', 'Ropes of tin', 'Ropes of wax']);
  });

  it('tells the sentences that say what is new, over code and what is no news', () => {
    const fix = 'This patch fixes a leak in the lid of the lamp.';
    const above = `${OUT} ${WHAT}`;
    const text = `${above}\n\nTo upgrade:\n\n    lamp update\n\nThank you all for your letters about it.\n\n${fix}`;
    expect(release(text)).toEqual([above, fix]);
    for (const other of [
      'Previously, the lamp was fixed by hand in the harbour.',
      'We’ll add a lid of tin to the lamp.',
      'It fixes a leak in the lid of the lamp.',
      'The lid was introduced in Lamp 1.8, and has been improved.',
      'Who added a lid of tin to the lamp?',
      'Lamp 2.1 adds the following to the lamp.',
    ])
      expect(release(`${above}\n\nTo upgrade:\n\n    lamp update\n\n${other}`)).toEqual([above]);
  });

  it('tells the first sentence with news of each section', () => {
    const [lid, oil] = ['The lid of the lamp now closes by itself.', 'Oil can be filled in by two keepers.'];
    const sections = `## Lid: new\n\n${lid} Nobody touches it.\n\n## Installation\n\nThe lamp was added to the shop.\n\n## Oil: new\n\n${oil}`;
    expect(release(`${OUT}\n\n${sections}`)).toEqual([OUT, lid, oil]);
  });

  it('stays as it is where it tells what is new, or where it announces nothing', () => {
    const news = `${OUT} This release adds a lid of tin to the lamp.`;
    const list = '\n\nChanges:\n\n- Wicks of cotton\n- A bell of brass';
    expect(release(`${news}\n\n    lamp update${list}`)).toEqual([news]);
    expect(told(`${WHAT}\n\n    lamp\n\n## Changes\n\n- Tin\n- Wax`, '', 'A lamp')).toEqual([WHAT]);
    const described = 'Wicks of cotton, a lid of tin, a bell';
    const above = `${OUT} ${WHAT}`;
    expect(release(`${above}\n\n    lamp${list}`, 'Lamp 2.1', `description: ${described}\n`)).toEqual([
      described,
      above,
    ]);
  });

  it('always tells what to do about a hole', () => {
    const news = `${OUT} This release adds a lid of tin to the lamp.`;
    const urgent = 'It has important security updates, and we advise all keepers to upgrade now.';
    expect(release(`${news}\n\n    lamp update\n\n${urgent}`)).toEqual([news, urgent]);
  });

  it('tells that a hole is closed, whatever else it says', () => {
    const news = `${OUT} This release adds a lid of tin to the lamp.`;
    const closes = 'This release addresses security holes and is an important upgrade for harbours.';
    expect(release(`${news}\n\nThanks to Ada for the lid.\n\n## Safety\n\n${closes}`)).toEqual([
      news,
      closes,
    ]);
    const said = `${OUT} It closes the security hole of the lid that all keepers know.`;
    expect(release(`${said}\n\n## Safety\n\n${closes}`)).toEqual([said]);
  });

  it('tells the news that its opening passed over', () => {
    const news = 'In this release, we removed the old lid from the lamp of the harbour.';
    const less = 'Additionally, the keepers have added a bell of brass to the lamp.';
    expect(release(`${OUT}\n\n## Highlights\n\n${news}\n\n${less}`).join(' ')).toContain(news);
  });

  it('tells what is out below other versions, and the highlights', () => {
    const other = 'Last week, we unveiled the first alpha of Lamp 3.0, which adds a bell of brass.';
    const out = 'But today we unveil the first release candidate of Lamp 2.1.';
    expect(release(`Keepers light early.\n\n${other}\n\n${out}`).join(' ')).toContain(`${other} ${out}`);
    const late = 'Lamp finally got a new release, and nobody knows why it took the keepers so long to do it.';
    const sum = 'Highlights of this release are the lid that closes by itself and the bell of brass.';
    expect(release(`${late} ${long(250, 'Harbours')}\n\n${sum}`).join(' ')).toContain(sum);
  });

  it('tells a list that is below, also with a sentence between', () => {
    const line = 'Some of the notable ones are listed below, but there are many more.';
    const text = `${OUT} There are many changes. ${line} Read the full log.\n\n- Lids of tin\n- Wicks of wax`;
    expect(release(text)).toEqual([`${OUT} There are many changes. ${line}`, 'Lids of tin', 'Wicks of wax']);
  });

  it('tells no background where code ends the news of a section', () => {
    const code = 'This release adds a lid for two, for example';
    const text = `${OUT}\n\n## Lids\n\nLids have a hinge of iron. ${code}\n\n    lid\n\n## Bells\n\nBells are now of brass.`;
    expect(release(text)).toEqual([OUT, 'Bells are now of brass.']);
  });

  it('shortens a long opening to what is out and what is new', () => {
    const history = `${long(250, 'Keepers')} ${long(250, 'Harbours')}`;
    const list = '- Wicks of cotton\n- A bell of brass';
    expect(release(`${OUT} ${WHAT}\n\n${history}\n\n## Changes\n\n${list}`)).toEqual([
      `${OUT} ${WHAT}`,
      'Changes',
      'Wicks of cotton',
      'A bell of brass',
    ]);
  });

  it('tells of a report on many things only its list', () => {
    const opening = 'In the last week, we merged 37 pull requests.';
    const list = '- Ada fixed the lid\n- Jo added a bell';
    const title = 'This Week In Lamps 98';
    expect(release(`${opening}\n\n### Notable additions\n\n${list}`, title)).toEqual([
      opening,
      'Notable additions',
      'Ada fixed the lid',
      'Jo added a bell',
    ]);
    const more = `${opening} ${long(80, 'Keepers')}`;
    expect(release(`${more}\n\n## Lids\n\nThe lid of the lamp has been improved.`, title)).toEqual([more]);
  });
});

it.each([
  ['An overview of changes and updates in the v3 release', 'Announcing Lamp 3'],
  ['A look at the 8.7.0 release of Lamp.', 'Lamp Update'],
  ['This is the latest updates on lamps', 'March Newsletter'],
  ['Lamp v2 Website Brief Description', 'The universe of lamps'],
])('“%s” is no description', (description, title) => {
  const { summary } = readPost(`---\ntitle: ${title}\ndescription: ${description}\n---\n\n${WHAT}\n`, {
    path: 'a.md',
  });
  expect(summary).toBeUndefined();
});
