import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';

const TEXT = 'The ferry has never once been early in all of the nine years that I lived there.\n';
const read = (source: string) => readPost(source, { path: 'a.md' });

describe('the title of a post', () => {
  it.each([
    ['the front matter', `---\ntitle: The ferry\n---\n# Another\n\n${TEXT}`, 'The ferry'],
    ['the front matter, with an emoji’s name', `---\ntitle: "It rose :tada:"\n---\n${TEXT}`, 'It rose 🎉'],
    [
      'the front matter, without struck words',
      `---\ntitle: Never miss <del>ferries</del> ~~boats~~\n---\n${TEXT}`,
      'Never miss',
    ],
    ['a level-1 heading that opens the text', `# The ferry\n\n${TEXT}`, 'The ferry'],
    ['the only level-1 heading, wherever it is', `${TEXT}\n# The ferry\n\n${TEXT}`, 'The ferry'],
    ['a smaller heading that opens the text', `## The ferry\n\n${TEXT}\n## Be early\n\n${TEXT}`, 'The ferry'],
    ['a heading below a picture', `![boat](/a.png)\n\n## The ferry\n\n${TEXT}`, 'The ferry'],
    ['nothing, if all headings are of sections', `${TEXT}\n## What I expected\n\n${TEXT}`, undefined],
    [
      'nothing, if several level-1 headings are sections',
      `${TEXT}\n# One\n\n${TEXT}\n# Two\n\n${TEXT}`,
      undefined,
    ],
    ['nothing, without headings', TEXT, undefined],
    ['nothing, if the heading is what any text is called', `# Blog post\n\n${TEXT}`, undefined],
    ['nothing, if the heading is that of a part', `# はじめに\n\n${TEXT}\n## Be early\n\n${TEXT}`, undefined],
    [
      'nothing, if the only large heading is that of the notes',
      `${TEXT}\n# Footnotes:\n\n${TEXT}`,
      undefined,
    ],
    ['a heading that names a post', `# Blog posts of a ferry\n\n${TEXT}`, 'Blog posts of a ferry'],
    ['the front matter, whatever it says', `---\ntitle: Untitled\n---\n\n${TEXT}`, 'Untitled'],
    [
      'the list of labels with which notes on a paper begin',
      `# Paper\n\n* **Title**: The ferry in winter\n* **Authors**: A. Berg, J. Tal\n* **Year**: 2016\n\n# Summary\n\n${TEXT}`,
      'The ferry in winter',
    ],
    [
      'a heading, where only one line has a label',
      `# The ferry\n\n- Title: none yet\n- It sails\n- It sinks\n\n${TEXT}`,
      'The ferry',
    ],
    [
      'nothing inside a wrapper either',
      `<Wrapper>\n\n${TEXT}\n## What I expected\n\n${TEXT}\n</Wrapper>\n`,
      undefined,
    ],
  ])('is of %s', (_, source, title) => {
    expect(read(source).title).toBe(title);
  });

  it.each([
    ["'The ferry &#8211; again'", 'The ferry – again'],
    ["'Salt &amp; rope'", 'Salt & rope'],
    ["'Using `rope` well'", 'Using rope well'],
    ["'Using `rope well'", 'Using `rope well'],
    ["'A **bold** claim'", 'A bold claim'],
    ["'2 * 3 * 4'", '2 * 3 * 4'],
    ["'snake_case_names'", 'snake_case_names'],
    ["'On [ropes](https://example.org)'", 'On ropes'],
  ])('is plain words: %s', (written, title) => {
    expect(read(`---\ntitle: ${written}\n---\n\n${TEXT}`).title).toBe(title);
  });

  it('is no section of the text', () => {
    const { blocks } = read(`# The ferry\n\n${TEXT}`);
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph']);
  });
});

it('keeps a title with a colon and without quotation marks', () => {
  const source = '---\ntitle: Lamps, part 4: oil\nlang: en\n---\n\nLamps burn oil.\n';
  const post = readPost(source, { path: 'a.md' });
  expect(post.title).toBe('Lamps, part 4: oil');
  expect(post.findings.map(({ code }) => code)).toContain('front-matter-yaml');
});

it('a file of slides is no post: its first heading is its title, and nothing of it is quoted', () => {
  const slide = (words: string): string =>
    `# ${words}\n\n- oil\n\n???\n\nThe lamp burns all night for us.\n\n---\n`;
  const post = readPost(`class: center\n\n${slide('Lamps of brass')}${slide('Oil')}${slide('Wicks')}`, {
    path: 'a.md',
  });
  expect(post.title).toBe('Lamps of brass');
  expect(post.blocks).toEqual([]);
  expect(post.findings.map(({ code }) => code)).toContain('slides');
});
