import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string, path = 'a.mdx') =>
  parseDraft(`It rose. Here it is:\n\n${text}\n\nSo.\n`, { path });
const pictures = (text: string, path?: string): string[] =>
  parse(text, path).blocks.flatMap((block) =>
    block.type === 'image' ? [`${block.image.alt} | ${block.image.path}`] : [],
  );

describe('a tag whose name and attributes say that it shows a picture', () => {
  it.each([
    ['<BlogPicture path="masts/noon" desc="The mast at noon" />', 'The mast at noon | masts/noon'],
    ['<BlogPicture path="masts/noon" alt="The mast"></BlogPicture>', 'The mast | masts/noon'],
    ['<WideImage src="/masts/noon" alt="The mast" />', 'The mast | /masts/noon'],
    ['<ThemedMast light="noon.png" dark="night.png" alt="The mast" />', 'The mast | noon.png'],
    ['<Framed name="noon.png" alt="The mast" />', 'The mast | noon.png'],
  ])('is one as a component: %s', (text, picture) => expect(pictures(text)).toEqual([picture]));

  it.each([
    ['{% include png.html name="The mast at noon" url="masts/noon" %}', 'The mast at noon | masts/noon.png'],
    ['{% include blog/jpg.html n="Mast" url="noon.jpeg" %}', 'Mast | noon.jpeg'],
    ['{% include wide-screenshot.html path="masts/noon" alt="The mast" %}', 'The mast | masts/noon'],
    ['{{< image_with_border path="masts/noon" alt="The mast" >}}', 'The mast | masts/noon'],
    // The address that a picture leads to is not what the words announce.
    [
      '{% include figure.html url="https://e.org/mast" image_path="noon.png" alt="The mast" %}',
      'The mast | noon.png',
    ],
    ['{{< img src="https://e.org/noon" alt="The mast" >}}', 'The mast | https://e.org/noon'],
    // How a picture is drawn says nothing of it.
    ['{{< imgproc noon.png Resize "1600x" />}}', ' | noon.png'],
    ['{{< imgproc noon.png Fill "9x9 q50 webp" >}}\nThe mast\n{{< /imgproc >}}', 'The mast | noon.png'],
    ['{% asset_img noon.png 200 300 the left mast %}', 'the left mast | noon.png'],
    // The name of a program is no alt text.
    ['{{< figure src="noon.png" name="fig-1" >}}', ' | noon.png'],
  ])('is one in a template: %s', (text, picture) => expect(pictures(text, 'a.md')).toEqual([picture]));

  it.each([
    '<Configure path="masts/noon" />',
    '<MastPhoto place={here} />',
    '<BlogImage path={place} />',
    '<LogoImage path="masts/noon" />',
    '<PhotoStory path="masts/noon">Words.</PhotoStory>',
  ])('is none: %s', (text) => expect(pictures(text)).toEqual([]));

  it.each([
    ['<video src={rise} aria-label="The rise" controls />', 'The rise | ./rise.mp4'],
    ['<Video src={rise} alt="The rise" />', 'The rise | ./rise.mp4'],
    [
      '<video aria-label="The rise">\n  <source src={rise} type="video/mp4" />\n</video>',
      'The rise | ./rise.mp4',
    ],
    ['<Player src={require("./rise.mp4")} title="The rise" />', 'The rise | ./rise.mp4'],
  ])('is a video that the page imports: %s', (text, picture) =>
    expect(pictures(`import rise from './rise.mp4'\n\n${text}`)).toEqual([picture]),
  );

  it.each([
    [
      '{% include figure image_path="a.png" alt="A mast" caption="Seen at noon." %}{: .wide style="margin: 0"}',
      'Seen at noon.',
    ],
    ['{{< figure src="a.png" caption="Seen at noon." attr="Ana" >}}', 'Seen at noon. (Ana)'],
    [
      '{{< figure src="a.png" alt="A mast" attr="Photo by Ana" attrlink="https://e.org/ana" >}}',
      'Photo by Ana',
    ],
    ['<Figure src="a.png" alt="A mast" caption="Seen by Ana." credit="Ana" />', 'Seen by Ana.'],
  ])('has its caption below it: %s', (text, caption) =>
    expect(
      parse(text, text.startsWith('<') ? 'a.mdx' : 'a.md').blocks.flatMap((block) =>
        block.type === 'paragraph' ? block.runs.map((run) => ('text' in run ? run.text : '')).join('') : [],
      )[1],
    ).toBe(caption),
  );

  it('has no links of its caption in its alt text', () =>
    expect(pictures('{{< figure src="a.png" caption="By [Ana](https://e.org/ana)." >}}', 'a.md')).toEqual([
      'By Ana. | a.png',
    ]));

  it.each([
    [
      '<video src="rise.mp4" controls></video>',
      'the video rise.mp4 has no alt text; say what it shows: aria-label="…" in the <video> tag',
    ],
    ['![](rise.png)', 'the image rise.png has no alt text; say what it shows: ![…](rise.png)'],
  ])('is named as what it is where its alt text is missing: %s', (text, message) =>
    expect(parse(text, 'a.md').findings.find(({ code }) => code === 'image-without-alt')).toMatchObject({
      message,
    }),
  );

  it('is none if it only counts readers', () =>
    expect(pictures('![](http://blog.example.org/aggbug/3757.aspx)', 'a.md')).toEqual([]));

  it('needs alt text as any other picture', () =>
    expect(parse('<BlogPicture path="masts/noon" />').findings.map(({ code }) => code)).toContain(
      'image-without-alt',
    ));
});

describe('a picture and what stands in its paragraph', () => {
  const kinds = (text: string) =>
    parse(text, 'a.md').blocks.map((block) =>
      block.type === 'paragraph'
        ? block.runs.map((run) => ('emphasis' in run ? `${run.emphasis} ${run.text}` : 'words')).join()
        : `${block.type}${'opens' in block ? ', opens' : ''}`,
    );

  it('keeps its caption in <center>', () =>
    expect(
      kinds(
        '<p align="center">\n  <img src="a.png" alt="A mast">\n  <center> The mast at noon. </center>\n</p>',
      ),
    ).toEqual(['words', 'image', 'emphasis The mast at noon.', 'words']));

  it.each([
    'A <center>The mast at noon.</center>',
    '<img src="a.png" alt="A mast">\n\n<center>The mast at noon.</center> It rose.',
  ])('takes no other words in <center> for it: %s', (text) =>
    expect(kinds(text).join()).not.toContain('emphasis'),
  );

  it.each([
    '[![A mast](a.png)](https://www.flickr.com/photos/ana/1)\nThe mast at noon.',
    '<a href="/mast"><img src="a.png" alt="A mast"></a>\n<span>The mast at noon.</span>',
  ])('stays above its words, also in a link: %s', (text) =>
    expect(kinds(text)).toEqual(['words', 'image, opens', 'words', 'words']),
  );
});

describe('a value of a template', () => {
  const codes = (text: string) => parse(text, 'a.md').findings.map(({ code }) => code);

  it.each([
    ['![A mast]({% link images/mast.png %} "The mast")', 'A mast | /images/mast.png'],
    ['![A mast]({{ site.contenturl }}mast.png)', 'A mast | mast.png'],
  ])('names a picture of the project: %s', (text, picture) =>
    expect(pictures(text, 'a.md')).toEqual([picture]),
  );

  it('in an attribute that nobody sees is no gap', () =>
    expect(codes('<img src="a.png" alt="A mast" data-group="{{ page.id }}">')).not.toContain(
      'template-value',
    ));

  it.each([
    ['Write ![A mast]({{ page.slug }}-mast.png).', 'a.md'],
    ['<a href="{{ page.id }}">it</a>', 'a.md'],
  ])('is a gap elsewhere: %s', (text, path) =>
    expect(parse(text, path).findings.map(({ code }) => code)).toContain('template-value'),
  );

  it.each(['baseurl', 'base_url', 'baseurl_root', 'root', 'root_url'])(
    'is the root of the site: site.%s',
    (name) =>
      expect(
        postsOnX(
          parseDraft(`Read [it]({{ site.${name} }}/log).`, { path: 'a.md', siteUrl: 'https://example.org' }),
        ),
      ).toContain('https://example.org/log'),
  );

  it('is the words of a string, whatever marks are in them', () =>
    expect(postsOnX(parse(`Say {"it isn't {so|that}"} now.`, 'a.mdx'))).toContain(
      "Say it isn't {so|that} now.",
    ));
});

describe('an address as the words of a link', () => {
  it.each([
    ['[https://www.example.org/log](http://example.org/log/)', 'https://www.example.org/log'],
    ['[https://Example.org/log/](https://www.example.org/log)', 'https://Example.org/log/'],
    ['<a href="https://www.example.org/log">example.org/log</a>', 'example.org/log [1]'],
    ['[https://example.org/log](https://www.example.com/log)', 'https://example.org/log [1]'],
  ])('is written once if it is the same: %s', (text, shown) => {
    const posts = postsOnX(parse(text, 'a.md'));
    expect(posts).toContain(shown);
    expect(posts.includes('[1]')).toBe(shown.includes('[1]'));
  });
});

describe('the address to which a picture leads', () => {
  const badge = (name: string) => `[![${name}](${name}.png)](https://${name}.example.org/mast)`;
  const link = (name: string) =>
    `<a href="https://${name}.example.org/mast">\n  <img src="${name}.png" alt="${name}" />\n</a>`;
  const addresses = (text: string, siteUrl?: string): string[] =>
    parseDraft(text, { path: 'a.mdx', ...(siteUrl === undefined ? {} : { siteUrl }) }).blocks.flatMap(
      (block) =>
        block.type === 'paragraph' ? block.runs.flatMap((run) => (run.type === 'link' ? run.url : [])) : [],
    );
  const both = ['https://play.example.org/mast', 'https://free.example.org/mast'];

  it.each([
    `You can find it here:\n\n${badge('play')}\n\n${badge('free')}`,
    `You can find it here:\n\n${badge('play')} ${badge('free')}`,
    `You can find it here:\n\n${link('play')}\n\n${link('free')}`,
    `在这里：\n\n${badge('play')}\n${badge('free')}\nIt rose.`,
    // Once for each address.
    `Here:\n\n${badge('play')}\n\nAnd:\n\n${badge('play')}\n\n${badge('free')}`,
  ])('stands below words that announce it: %s', (text) => expect(addresses(text)).toEqual(both));

  it.each([
    ['nobody announces it', `It rose.\n\n${badge('play')}`],
    ['it is the page of the picture', 'Here:\n\n[![A mast](https://e.org/a.png)](https://e.org/a)'],
    ['it is an album’s', 'Here:\n\n[![A mast](a.png)](https://www.flickr.com/photos/ana/1)'],
    ['it is the site’s own', 'Here:\n\n[![A mast](a.png)](https://ana.example.org/mast)'],
    ['it holds a program’s state', `Here:\n\n[![A mast](a.png)](https://e.org/play#${'N4Ig'.repeat(80)})`],
  ])('is left out where %s', (_, text) => expect(addresses(text, 'https://ana.example.org')).toEqual([]));

  it('is a line of its own', () =>
    expect(
      postsOnX(parseDraft(`Here:\n\n${badge('play')}\n${badge('free')}\nIt rose.`, { path: 'a.mdx' })),
    ).toContain(`${both.join('\n')}\nIt rose.`));
});
