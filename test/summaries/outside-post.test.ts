import { describe, expect, it } from 'vitest';
import {
  bareStart,
  instructs,
  isVerbless,
  pointsElsewhere,
} from '../../src/summaries/choosing/points-elsewhere.ts';

describe('a sentence that is of use only inside its post', () => {
  it.each([
    ['We use the following tools: a hammer.', false],
    ['We use the following tools:a hammer.', false],
    ['We use the following tools：锤子。', false],
    ['We use the following tools: ', true],
    ['We use the following tools.', true],
    ['Note: we use the following tools.', true],
    ['“We use the following tools.', true],
  ])('“%s”: %s', (sentence, points) => {
    expect(pointsElsewhere(sentence, 'en') !== undefined).toBe(points);
  });

  it('may be housekeeping', () => {
    expect(pointsElsewhere('Thanks for reading all of this.', 'en')).toBeDefined();
    expect(pointsElsewhere('Lamps are for reading.', 'en')).toBeUndefined();
  });

  it('is read without its opening marks', () => {
    expect(bareStart('“( *Lamps burn.*')).toBe('Lamps burn.*');
    expect(bareStart('Lamps “burn”')).toBe('Lamps “burn”');
  });

  it('may be a step of an instruction', () => {
    expect(instructs('Open the lamp and trim the wick.', 'en')).toBe(true);
    expect(instructs('*Open the lamp and trim the wick.*', 'en')).toBe(true);
    expect(instructs('Lamps burn oil.', 'en')).toBe(false);
  });
});

describe('an item that only names a thing', () => {
  it.each([
    ['a pinch of salt', true],
    ['*a pinch of salt', true],
    ['a pinch of salt (it keeps for years)', true],
    ['a pinch of salt(it keeps for years)', true],
    ['a pinch (which is enough) of salt', true],
    ['a pinch of salt is enough.', false],
  ])('“%s”: %s', (item, only) => {
    expect(isVerbless(item, 'en')).toBe(only);
  });
});
