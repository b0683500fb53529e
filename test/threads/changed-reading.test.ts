import { describe, expect, it } from 'vitest';
import { endInChangedReading } from '../../src/threads/changed-reading.ts';

const end = (script: string, published: string): string | undefined => {
  const at = endInChangedReading(script, 0, published);
  return at === undefined ? undefined : script.slice(0, at);
};

describe('the end of a published post in a draft that is read otherwise today', () => {
  it.each([
    [
      'template code that is gone',
      'Ready. {{< video id="a" >}} Words of mine.',
      'Ready. Words of mine. More.',
      'Ready. Words of mine.',
    ],
    [
      'template code at the end',
      'Words of mine. {{< video id="a" >}}',
      'Words of mine.\n\nMore words.',
      'Words of mine.',
    ],
    ['superscripts', 'It holds 106 readings.', 'It holds 10⁶ readings. More.', 'It holds 10⁶ readings.'],
    ['boxes', '- [ ] one\n- [x] two', '- ☐ one\n- ☑ two\n\nMore.', '- ☐ one\n- ☑ two'],
    ['another number of a source', 'It froze [1].', 'It froze [2]. More.', 'It froze [2].'],
    ['struck-out words', 'It costs 12 euros 8 euros.', 'It costs 8 euros. More.', 'It costs 8 euros.'],
    ['words that were changed', 'The ferry ran late on Monday.', 'The boat sank on Monday. More.', undefined],
    ['most words gone', 'One two three four five six.', 'One. More.', undefined],
  ])('%s', (_, published, script, expected) => expect(end(script, published)).toBe(expected));
});
