import { describe, expect, it } from 'vitest';
import { attributesOf } from '../../src/drafts/markup/attributes.ts';
import { CALLS, FRAMES, pageOfCall, pageOfFrame } from '../../src/drafts/markup/embeds.ts';
import { EMOJI } from '../../src/drafts/markup/emoji-names.ts';
import { POST_LABELS } from '../../src/drafts/markup/post-labels.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

describe('the address of what another site shows', () => {
  it.each(['v', 'shorts'])('has the second that the author chose, also below /%s/', (folder) =>
    expect(pageOfFrame(`https://www.youtube.com/${folder}/abcdefghijk?start=30`)).toBe(
      'https://www.youtube.com/watch?v=abcdefghijk&t=30',
    ),
  );

  it.each(FRAMES)('comes from $sample', ({ sample, frame }) => {
    const page = pageOfFrame(sample);
    expect(page).toMatch(/^https:\/\/[^$]+$/);
    expect(pageOfFrame(sample.replace('https:', ''))).toBe(page);
    expect(FRAMES.filter((row) => row.frame.test(sample.replace('https://', '')))).toHaveLength(1);
    expect(frame.test('example.org/embed/abcdefghijk')).toBe(false);
  });

  it.each(CALLS)('comes from $sample', ({ sample }) => {
    const { blocks } = parseDraft(`${sample}\n`, { path: 'a.mdx' });
    const { blocks: ofMarkdown } = parseDraft(`${sample}\n`, { path: 'a.md' });
    expect(JSON.stringify(sample.startsWith('<') ? blocks : ofMarkdown)).toContain('"url":"https://');
  });

  it.each(POST_LABELS)('comes from a label of another network: $leaves', ({ sample, leaves }) => {
    const script = '<script async src="https://example.social/embed.js"></script>';
    const { blocks, findings } = parseDraft(`It rose.\n\n${sample} ${script}\n\nSo.\n`, { path: 'a.md' });
    expect(blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'paragraph', runs: [{ type: 'link', url: leaves }] },
      { type: 'paragraph' },
    ]);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it.each(POST_LABELS)('does not stand in for somebody’s words: $leaves', ({ sample }) => {
    const { blocks } = parseDraft(sample.replace('</blockquote>', '<p>The gate is shut.</p></blockquote>'), {
      path: 'a.md',
    });
    expect(blocks.map(({ type }) => type)).toContain('quote');
    expect(JSON.stringify(blocks)).toContain('The gate is shut.');
  });

  it('is not guessed', () => {
    expect(pageOfFrame('https://www.youtube.com/embed/videoseries')).toBeUndefined();
    expect(pageOfCall('youtube', attributesOf('title="A gauge"'))).toBeUndefined();
    expect(pageOfCall('chart', attributesOf('src="https://example.org/a.js"'))).toBeUndefined();
  });

  it('stands in for a video elsewhere, while one in the project is a medium', () => {
    const text =
      '<video src="https://example.org/a.mp4"></video>\n\n<video aria-label="It rises"><source src="b.mp4"></video>';
    const { blocks } = parseDraft(text, { path: 'a.md' });
    expect(blocks).toMatchObject([
      { type: 'paragraph', runs: [{ type: 'link', url: 'https://example.org/a.mp4' }] },
      { type: 'image', image: { path: 'b.mp4', alt: 'It rises' } },
    ]);
  });
});

it.each([
  [
    'a.md',
    '{{<gallery caption="Two masts.">}}\n  {{<img src="a.png" alt="One">}}\n  {{<img src="b.png" alt="Two">}}\n{{</gallery>}}',
  ],
  [
    'a.mdx',
    '<Carousel title="Two masts.">\n\n![One](a.png)\n\n<Image src="b.png" alt="Two" />\n\n</Carousel>',
  ],
])('a gallery gives its pictures, and its caption: %s', (path, gallery) => {
  const { blocks } = parseDraft(`Masts:\n\n${gallery}\n\nSo.\n`, { path });
  expect(blocks).toMatchObject([
    { type: 'paragraph' },
    { type: 'paragraph', runs: [{ type: 'text', text: 'Two masts.' }] },
    { type: 'image', image: { path: 'a.png', alt: 'One' } },
    { type: 'image', image: { path: 'b.png', alt: 'Two' } },
    { type: 'paragraph' },
  ]);
});

it('names of emoji lead to emoji', () => {
  expect(
    [...EMOJI].filter(([name, emoji]) => !/^[a-z\d_+-]+$/.test(name) || !/\p{Emoji}/u.test(emoji)),
  ).toEqual([]);
  expect(EMOJI.get('tada')).toBe('🎉');
});
