import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string, path = 'a.md') => parseDraft(`It rose.\n\n${text}\n`, { path });
const codes = (text: string, path?: string): string[] =>
  parse(text, path).findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code]));

describe('what words announce and no post can show', () => {
  it.each([
    ['Here it is:\n\n{{< gauge >}}\n\nSo.', 'a.md'],
    ['Here it is:\n\n{% slides slides.dir %}\n\nSo.', 'a.md'],
    ['Here it is:\n\n{% include gauge.html data="abc" %}\n\nSo.', 'a.md'],
    ['Here it is:\n\n<Frame>\n<Gauge />\n</Frame>\n\nSo.', 'a.mdx'],
    ['Here it is:\n\n<ThemedImage night="masts/noon" title="The mast" />\n\nSo.', 'a.mdx'],
    ['Here it is:\n\n<div id="gauge"></div>\n<canvas id="rain"></canvas>\n\nSo.', 'a.md'],
    ['Here it is:\n\n<svg><text>Rain</text></svg>\n\nSo.', 'a.md'],
    [
      'Here it is:\n\n<p><center><svg><text>Rain</text></svg>\n<br><i>By day.</i></center></p>\n\nSo.',
      'a.md',
    ],
    [
      'Here it is:\n\n<figure>\n<svg><path d="M0"/></svg>\n<figcaption>By day.</figcaption></figure>\n\nSo.',
      'a.md',
    ],
    ['Here it is:\n\n<div><canvas id="rain"></canvas></div>\n\nSo.', 'a.md'],
    ['Here it is:\n\n<div id="rain"></div>\n\nSo.\n\n<script>draw("#rain")</script>', 'a.md'],
    ['雨はこちら：\n\n<Gauge />\n', 'a.mdx'],
  ])('stops the draft: %s', (text, path) => expect(codes(text, path)).toEqual(['announced-gap']));

  it('says what to write', () =>
    expect(
      parse(
        'We measured it all night. Here is how much rain fell on the gate:\n\n{{< gauge >}}\n',
      ).findings.find(({ code }) => code === 'announced-gap'),
    ).toMatchObject({
      line: 5,
      message:
        '`{{< gauge >}}` can’t be shown in a post, but the words above announce it: “…night. Here is how much rain fell on the gate:”; put in its place a picture of it, `![what it shows](FILE)`, an address, or words',
    }));

  it.each([
    ['code below', 'Here it is:\n\n{{< gauge >}}\n\n```sh\nls\n```'],
    ['items below', 'Here it is:\n\n{{< gauge >}}\n\n- one\n- two'],
    ['a picture below', 'Here it is:\n\n{{< gauge >}}\n\n![A mast](a.png)'],
    [
      'a picture in a tag below',
      'Here it is:\n\n<svg><path d="M0"/></svg>\n<p><img src="a.png" alt="A mast"></p>',
    ],
    [
      'icons in a line',
      'Follow us: <svg><path d="M0"/></svg>\n<a href="https://example.org"><svg><path d="M0"/></svg></a>',
    ],
    ['an element that no program names', 'Here it is:\n\n<div id="rain"></div>\n\nSo.'],
    ['a style', 'Here it is:\n\n<style>p {}</style>\n\nSo.'],
    ['the beginning of a note', 'Here it is:\n\n{% include alert/start.html %}\n\nSo.'],
    ['a variable', 'Here it is:\n\n{% assign depth = 5 %}\n\nSo.'],
    ['a link in the announcement', 'Here is [the gauge](https://example.org/gauge):\n\n{{< gauge >}}\n\nSo.'],
    ['a link to a value', 'Here is [the gauge]({{ gauge_url }}):\n\n{{< gauge >}}\n\nSo.'],
    ['a smile', 'It rains :)\n\n{{< gauge >}}\n\nSo.'],
    ['no announcement', 'It rains.\n\n{{< gauge >}}\n\nSo.'],
  ])('does not stop for %s', (_, text) => expect(codes(text)).not.toContain('announced-gap'));

  it.each([
    ['Here it is:\n\n{% gateCard "https://example.org/gate" %}\n\nSo.', 'a.md'],
    ['Here it is:\n\n<GatePost src="https://example.org/gate" />\n\nSo.', 'a.mdx'],
    ['Here it is:\n\n{% include gate.html url="https://example.org/gate" %}\n\nSo.', 'a.md'],
  ])('is its address, where the tag has one: %s', (text, path) => {
    expect(codes(text, path)).toEqual([]);
    expect(postsOnX(parse(text, path))).toContain('https://example.org/gate');
  });

  it('is the address of a video by its number in an include', () =>
    expect(postsOnX(parse('Watch it:\n\n{% include youtube.html vid="abcdefghijk" %}'))).toContain(
      'https://www.youtube.com/watch?v=abcdefghijk',
    ));
});

describe('what words announce and no line of the file has', () => {
  it.each([
    ['at the end', 'Here it is:'],
    ['a video, above the next section', '## One\n\nO Zeno fez um vídeo. Dá uma olhada aí:\n\n## Two\n\nSo.'],
    ['a video below, above other words', 'It does this, as in the video below:\n\nYou can row there, too.'],
    ['a command, above the next section', '## One\n\nRun the following command:\n\n## Two\n\nSo.'],
  ])('is a warning: %s', (_, text) =>
    expect(
      parse(text)
        .findings.filter(({ code }) => code === 'announced-gap')
        .map(({ severity }) => severity),
    ).toEqual(['warning']),
  );

  it.each([
    ['sections that are meant', '## One\n\nHere are my reasons:\n\n## Two\n\nSo.'],
    ['parts of the section', '## One\n\nThis video shows three gates:\n\n### Two\n\nSo.'],
    ['a command as a heading', '## One\n\nRun this command:\n\n## `row`\n\nSo.'],
    ['a link in the announcement', 'Here is [the log](https://example.org):'],
    ['a smile', 'It rose :)'],
    ['code', 'Write `name:`'],
    ['an address below', 'Watch the video below:\n\n[It rose](https://example.org)'],
    ['what a finding names', 'See it:\n\n<!-- a note -->'],
  ])('is none: %s', (_, text) => expect(codes(text)).not.toContain('announced-gap'));
});
