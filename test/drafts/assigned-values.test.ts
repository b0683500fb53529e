import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { assignedValues } from '../../src/drafts/markup/assigned-values.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

describe('a variable that the text sets', () => {
  it('is shown, and leads where its value does', () => {
    const text =
      '{% assign log = "https://gauge.example.org/log/" %}\n{% assign size = 12 %}\nIt rose by {{ size }} cm, says [the log]({{log}}1146).\n';
    const { blocks, findings } = parseDraft(text, { path: 'a.md' });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('"https://gauge.example.org/log/1146"');
    expect(draftWords({ blocks }).join(' ')).toContain('It rose by 12 cm');
  });

  it.each([
    ['{% assign a = "x" %}', 'x'],
    ["{%- assign a='x' -%}", 'x'],
    ['{% set a = "x" %}', 'x'],
    ['{% assign a = "x" %} {% assign a = "x" %}', 'x'],
    ['{% if b %}c{% endif %}{% assign a = "x" %}', 'x'],
    ['{% assign a = "x" %} {% assign a = "y" %}', undefined],
    ['{% assign a = "x" | upcase %}', undefined],
    ['{% assign a = page.title %}', undefined],
    ['{% assign a = "x" %}{% capture a %}y{% endcapture %}', undefined],
    ['{% for a in b %}{% endfor %}{% assign a = "x" %}', undefined],
    ['{% if b %}{% assign a = "x" %}{% endif %}', undefined],
    ['{% raw %}{% assign a = "x" %}{% endraw %}', undefined],
  ])('%s makes it %s', (text, value) => {
    expect(assignedValues(text).get('a')).toBe(value);
  });

  it('is searched for in linear time', () => {
    const texts = ['{% assign ', '{% assign a = ', '{%', '{% if '].map((part) =>
      part.repeat(200_000 / part.length),
    );
    const start = performance.now();
    for (const text of texts) assignedValues(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
