import { describe, expect, it } from 'vitest';
import { long, told } from './opening-of.ts';

const TROUBLE = `${long(120)} Keepers know that. Unfortunately, the new lamp of the harbour went out in every gale.`;
const REMEDY = 'Thanks to a letter from Ada, this has been fixed in the lamp of this year.';
const CODE = '    burn(11)';
const below = (rest: string, trouble = TROUBLE): string[] => told(`${trouble}\n\n${CODE}\n\n${rest}`);

describe('an opening that ends with a trouble', () => {
  it('goes on to what was done about it, also below code', () => {
    expect(below(`${REMEDY} The call works now.`)).toEqual([TROUBLE, REMEDY]);
  });

  it.each([
    ['of another section', `## Oil\n\n${REMEDY}`],
    ['further down', `Oil smokes. Tin rusts. Wax melts. Wicks burn.\n\n${REMEDY}`],
    ['in an item', `- ${REMEDY}`],
    ['with an address', REMEDY.replace('a letter', 'https://e.org/letter')],
    ['that is taken back', `${REMEDY} But it went out again.`],
    ['that leads on', REMEDY.replace('this year.', 'this year:\n\n    burn(12)')],
    ['that is too long', REMEDY.replace('in the lamp', `in ${long(760, 'lamps')}`)],
  ])('goes on to none %s', (_, rest) => {
    expect(below(rest)).toEqual([TROUBLE]);
  });

  it('goes on to the fourth sentence below it, and to no fifth', () => {
    const steps = 'Oil smokes. Tin rusts. Wax melts.';
    expect(below(`${steps} ${REMEDY}`)).toEqual([TROUBLE, REMEDY]);
    expect(below(`${steps} Wicks burn. ${REMEDY}`)).toEqual([TROUBLE]);
  });

  it('ends there if it told what was done about another one before', () => {
    const fixed = `${long(120)} ${REMEDY} Unfortunately, the new lamp of the harbour went out in every gale.`;
    expect(below(REMEDY.replace('Ada', 'Bo'), fixed)).toEqual([fixed]);
  });

  it('goes on to none that sends readers elsewhere', () => {
    expect(below(REMEDY.replace('.', ', and please see the release notes for details.'))).toEqual([TROUBLE]);
  });

  it('ends there if it has no trouble', () => {
    const calm = `${long(120)} Keepers know that. The new lamp of the harbour burns in every gale.`;
    expect(below(REMEDY, calm)).toEqual([calm]);
  });

  it('goes on to what has come to help', () => {
    const scene = 'Lamps smoke. Keepers cough. Everybody in the harbour looks for a better lamp.';
    expect(told(`${scene} Enter lids of tin!\n\n## Lids\n\n${long(100)}`)).toEqual([
      `${scene} Enter lids of tin!`,
    ]);
  });
});
