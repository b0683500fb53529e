import { describe, expect, it } from 'vitest';
import { readSourceLine } from '../../src/drafts/habits/source-line.ts';

describe('a line of a numbered source keeps its title, without the sign before the address', () => {
  it.each([
    ['a colon', '[0] The map: https://e.org/a', 'The map'],
    ['a comma', '[0] The map, https://e.org/a', 'The map'],
    ['a dash', '[0] The map — https://e.org/a', 'The map'],
    ['a full stop', '[0] The map of rivers. https://e.org/a', 'The map of rivers'],
    ['the full stop of an abbreviation', '[0] Weil et al. https://e.org/a', 'Weil et al.'],
    ['an ellipsis', '[0] The map... https://e.org/a', 'The map...'],
    ['a question', '[0] Whose map? https://e.org/a', 'Whose map?'],
    ['brackets', '[0] The map (2nd ed.) https://e.org/a', 'The map (2nd ed.)'],
    ['nothing', '[0] https://e.org/a', undefined],
  ])('%s', (_name, line, title) => {
    const named = title === undefined ? {} : { title };
    expect(readSourceLine(line)).toEqual({ label: '0', url: 'https://e.org/a', ...named });
  });
});
