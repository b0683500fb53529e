import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { SLIDE_FORMATS } from '../../src/drafts/slides.ts';

const found = (text: string) =>
  parseDraft(text, { path: 'talks/gates.md' }).findings.filter(({ code }) => code === 'slides');

describe('a file of slides is no post', () => {
  it.each(SLIDE_FORMATS)('$name: $why', ({ name, sample }) => {
    expect(found(sample)).toMatchObject([
      { severity: 'error', message: expect.stringContaining(`slides for ${name},`) },
    ]);
  });

  it('points to the first line below the front matter', () =>
    expect(found('---\nmarp: true\n---\n\n# Gates\n')).toMatchObject([{ line: 5 }]));

  it('also if only what the speaker says tells it', () => {
    const slide = (words: string): string => `# ${words}\n\n???\n\nGood evening.\n\n---\n`;
    const text = `${slide('Gates')}${slide('How they rise')}${slide('How they shut')}`;
    expect(found(text)).toHaveLength(1);
    expect(found(text.replaceAll('\n', '\r\n'))).toHaveLength(1);
    expect(found(`\`\`\`\n${text}\`\`\`\n`)).toEqual([]);
    expect(found(`${slide('Gates')}It rose.\n\n---\n\nIt fell.\n\n---\n`)).toEqual([]);
  });

  it.each([
    ['a post with rules', 'It rose.\n\n---\n\nIt fell.\n\n---\nname: the gate\n\nIt shut.'],
    [
      'a post about slides',
      'So:\n\n```\nclass: a\n\n---\nname: b\n\n---\nclass: c\n\n???\n```\n\n???\n\nWhy?',
    ],
    [
      'a post that is also made into slides',
      '---\nformat:\n  html: default\n  revealjs: default\n---\nIt rose.',
    ],
    ['two slides’ settings of Slidev', 'It rose.\n\n---\nlayout: center\n---\n\nIn May.'],
    ['a list of terms', 'class: a group\nname: a word\n\nIt rose.'],
  ])('%s is', (_, text) => expect(found(text)).toEqual([]));
});
