import { describe, expect, it } from 'vitest';
import { long, three, told } from './opening-of.ts';

describe('the teaser that an author ended with a mark', () => {
  const [first, news] = [three(200), 'Today we light the new lamp of the harbour.'];
  const rest = long(140, 'Boats');

  it.each(['<!-- more -->', '<!--more-->', '<!-- truncate -->', '<!-- excerpt -->', '{/* truncate */}'])(
    'is told whole above %s',
    (mark) => {
      expect(told(`${first}\n\n${news}\n\n${mark}\n\n${rest}`)).toEqual([first, news]);
      expect(told(`${first}\n\n${news}\n\n${rest}`)).toEqual([first, news, rest]);
    },
  );

  it('is none where the mark stands behind words', () => {
    expect(told(`${first}\n\n${news} <!-- truncate -->\n\n${rest}`)).toEqual([first, news, rest]);
  });

  it('is at most three posts', () => {
    const [two, mark] = [long(840 - 201, 'Nets'), '<!-- more -->'];
    expect(told(`${first}\n\n${two}\n\n${mark}\n\n${rest}`)).toEqual([first, two]);
    expect(told(`${first}\n\n${two.replace('Nets', 'Ropes')}\n\n${mark}\n\n${rest}`)).toEqual([first]);
  });

  it('ends there, also where it says little', () => {
    expect(told(`Lamps burn oil today.\n\n<!-- more -->\n\n${rest}`)).toEqual(['Lamps burn oil today.']);
  });
});
