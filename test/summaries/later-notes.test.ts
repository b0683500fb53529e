import { expect, it } from 'vitest';
import { isLaterNote, KEPT_RULES } from '../../src/summaries/choosing/later-notes.ts';
import { told } from './opening-of.ts';

it.each([
  'Update: the lamp is gone.',
  'Edit (May 2020): the lamp is gone.',
  'EDIT(2026-03-01 12:47): the lamp is gone.',
  'N.B. Since I wrote about lamps I have changed my mind.',
  'N. B.: the lamp is gone.',
  'N.B.',
  'NOTE This text first appeared in the letters of the harbour.',
  'UPDATED 2026-03-01: see how it ended.',
  'UPD: a month later it burns.',
  'Actualización (mayo): la lámpara ya no existe.',
  'Màj : la lampe a disparu.',
  '更新：灯已经没有了。',
  'Nachtrag: Die Lampe ist weg.',
])('is a note that was added later: “%s”', (text) => {
  expect(isLaterNote(text)).toBe(true);
});

it.each([
  'Updated lamps burn longer: eleven hours.',
  'We have updated the lamp of the harbour: it burns.',
  'La actualización incluye: una lámpara.',
  'NOTE AND LAMP',
  'Note the lamp in the hall.',
  'NB Lamps of the coast',
])('is the text itself: “%s”', (text) => {
  expect(isLaterNote(text)).toBe(false);
});

it('an opening begins below a note', () => {
  const text = 'Lamps of brass burn oil all night, and nobody on the coast minds the smoke of them.';
  const note = '**N.B. Since I wrote this I have changed my mind. Never buy a lamp of brass.**';
  expect(told(`${note}\n\n${text}`)).toEqual([text]);
});

it('an opening begins below a box that was added later', () => {
  const text = 'Lamps of brass burn oil all night, and nobody on the coast minds the smoke of them.';
  const box =
    '{{% alert title="Update (May 3, 2026)" %}}\nWe have found two more lamps that smoke.\n{{% /alert %}}';
  expect(told(`${box}\n\n${text}`)).toEqual([text]);
});

it.each(KEPT_RULES)('is what a site says of an old post: “$example”', ({ example, not }) => {
  expect(isLaterNote(example)).toBe(true);
  expect(isLaterNote(not)).toBe(false);
});

it.each([
  ':::info[Historical]\nThis post announced the lamp when it was new. For lamps of today, see the [handbook](/lamps).\n:::',
  '<Note>\n\nThe contents of this post are out of date.\n\n</Note>',
  '!!! warning\n    The lamp has a lid now. So this article is no longer accurate.',
  '**Important: This information is now outdated. See our [newer post](/lids).**',
])('the title and the text below a note that the post is old are told: %s', (note) => {
  const text = 'As of version 3, the lamp burns oil of every kind. This is what most keepers asked us for.';
  expect(told(`${note}\n\n${text}`, '', 'Announcing Lamps for Oil')).toEqual([text]);
});
