import { describe, expect, it } from 'vitest';
import { told } from './opening-of.ts';

const DESCRIPTION = 'description: Oil for the winter, and who cleans the lamp\n';
const OVERVIEW = 'The keepers met on Monday and decided to burn oil from rape all winter.';

describe('the log of a chat', () => {
  it.each([
    '**\\<ada>** Good morning to all of you!  \n**\\<jo\\_w>** the oil is late again  \n**\\<ada>** We know. It comes on Monday.',
    '\\<ada> Good morning to all of you!\n\n\\<jo> \\<max> the oil is late again, and nobody knows why\n\n\\<ada> We know.',
    '[10:02] \\<@ada> Good morning to all of you!\n\n[10:03] \\<jo> the oil is late again, and nobody knows why\n\n10:03:07 \\<ada> We know.',
  ])('is told in no summary: %s', (log) => {
    expect(told(log, DESCRIPTION)).toEqual(['Oil for the winter, and who cleans the lamp']);
    expect(told(log)).toEqual([]);
    expect(told(`${OVERVIEW}\n\n${log}`)).toEqual([OVERVIEW]);
  });

  it.each([
    '\\<ada> Good morning to all of you who keep a lamp!  \n\\<jo> The oil is late again, and nobody knows why.',
    '`<T>` is the type of the lamp, which the tower needs to know.\n\n`<U>` is the type of the oil.\n\n`<V>` is the type of the wick.',
  ])('has three lines or more, with names: %s', (text) => {
    expect(told(text)).not.toEqual([]);
  });
});
