import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { EMBED_MARKS } from '../../src/drafts/markup/marks/embed-marks.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const parse = (text: string, path = 'a.md') => parseDraft(text, { path, siteUrl: 'https://example.org' });
const words = (text: string, path?: string): string => draftWords(parse(text, path)).join(' ');
const findings = (text: string, path?: string): string[] =>
  parse(text, path).findings.map(({ code }) => code);
const VIDEO = 'https://www.youtube.com/watch?v=abcdefghijk';

describe('what an engine shows from another site becomes its address', () => {
  it.each(EMBED_MARKS)('$name', ({ sample, leaves }) => expect(words(sample)).toBe(leaves));

  it.each([
    ['Zenn’s cards', 'See:\n\n@[card](https://example.org/a)', 'See: https://example.org/a'],
    ['Zenn’s posts', '@[tweet](https://x.com/ana/status/1234567890)', 'https://x.com/ana/status/1234567890'],
    ['a table of contents of VuePress', '@[toc](Contents)\n\nIt rose.', 'It rose.'],
    ['a frame of Hashnode', '%[https://www.youtube.com/embed/abcdefghijk]', VIDEO],
    [
      'Gatsby without a space',
      'So.\n\n`youtube:https://www.youtube.com/embed/abcdefghijk`\n\nEnd.',
      `So. ${VIDEO} End.`,
    ],
    [
      'Gatsby’s titled videos',
      '`video: [The mast](https://vimeo.com/12345678)`',
      'https://vimeo.com/12345678',
    ],
    ['Gatsby’s code files', 'So.\n\n`embed:float.js`\n\nEnd.', 'So. End.'],
    ['WordPress’s videos', `So:\n\n[youtube ${VIDEO}]\n\nEnd.`, `So: ${VIDEO} End.`],
    ['Logseq’s videos', `- It rose.\n- {{video ${VIDEO}}}`, `It rose. ${VIDEO}`],
    ['Roam’s videos', `- It rose.\n- {{[[youtube]]: ${VIDEO}}}`, `It rose. ${VIDEO}`],
    ['Nikola’s media', `It rose. {{% media url=${VIDEO} %}}`, `It rose. ${VIDEO}`],
    ['Chirpy’s videos', "{% include embed/youtube.html id='abcdefghijk' %}", VIDEO],
    ['Minimal Mistakes’ videos', '{% include video id="abcdefghijk" provider="youtube" %}', VIDEO],
    ['Forem’s repositories', '{% github ana/float %}', 'https://github.com/ana/float'],
    ['Kirby’s videos', `(video: ${VIDEO})`, VIDEO],
    [
      'the caption of a tag around a picture',
      'It rose.\n\n{% figure caption:"The old mast" %}\n![A mast](https://e.org/a.png)\n{% endfigure %}\n\nEnd.',
      'It rose. The old mast End.',
    ],
  ])('%s', (_, text, expected) => expect(words(text)).toBe(expected));

  it.each([
    ['a mention', '@[ana](https://example.org/@ana) and @[card](https://example.org) too'],
    ['code in a sentence', 'Write `youtube: abcdefghijk` there.'],
    ['code in a fence', '```\n\n`youtube: abcdefghijk`\n\n```'],
    ['a rule of style', '`video: none`'],
    ['a remark in brackets', 'It rose (link: see below) and (video: to come).'],
  ])('%s is left as it is', (_, text) => {
    expect(findings(text)).not.toContain('not-text');
    expect(findings(text)).not.toContain('embedded-note');
  });

  it('a file that the blog would show is reported', () => {
    expect(findings('@[code](./float.js)')).toContain('embedded-note');
    expect(findings('So.\n\n`embed:float.js`')).toContain('embedded-note');
  });

  it('a picture whose file only the blog knows is a warning', () =>
    expect(
      parse('So.\n\n{{< imgproc mast Resize 800x >}}\n{{< /imgproc >}}\n\nEnd.').findings,
    ).toContainEqual(expect.objectContaining({ code: 'not-text-dropped', severity: 'warning' })));

  it('a picture of Kirby keeps its alt text and caption', () =>
    expect(parse('(image: mast.jpg caption: The mast. alt: A mast at dawn)').blocks).toMatchObject([
      { type: 'image', image: { path: 'mast.jpg', alt: 'A mast at dawn' } },
      { type: 'paragraph', runs: [{ text: 'The mast.' }] },
    ]));
});
