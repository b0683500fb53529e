import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { CAPTION_RULES } from '../../src/threads/layout/captions.ts';

const ABOVE =
  'The keeper lit the lamp at nine, as on every evening, and wrote the hour in the log. Then she walked down to the pier, and looked back at it for a while.';
const BELOW =
  'In the morning the light was still there, paler than before. A boat came in without a pilot, and its crew said that they had seen it from eleven miles out.';

const postsOf = (text: string) => buildThread(parseDraft(text, { path: null }), xProfile()).posts;

describe('a caption', () => {
  it.each(CAPTION_RULES.map(({ why, example }) => [why, example]))('%s: %s', (_why, example) => {
    const [first, second] = postsOf(`${ABOVE}\n\n![a lamp](lamp.png)\n\n${example}\n\n${BELOW}`);
    expect(first?.text).toContain(ABOVE);
    expect(first?.text).toContain(example.replaceAll('*', ''));
    expect(first?.media).toHaveLength(1);
    expect(second?.text).toBe(BELOW);
  });

  it('is in the post of its image, also where the words above fill more than one', () => {
    const posts = postsOf(
      `${ABOVE} ${BELOW} It ended late.\n\n![a lamp](lamp.png)\n\nThe lamp, seen from the far end of the pier\n\n${BELOW}`,
    );
    const [pictured, ...others] = posts.filter(({ media }) => media.length > 0);
    expect(pictured?.text).toContain('The lamp, seen');
    expect(others).toEqual([]);
  });

  it('is in the post of its image, also where it does not fit with the words above', () => {
    const [first, second] = postsOf(
      `${ABOVE} It was late. And then it rained a little, as ever.\n\n![a lamp](lamp.png)\n\n*The lamp of the harbour, seen from the far end of the pier. It is lit at nine, whatever the weather.*\n\n${BELOW}`,
    );
    expect(first?.media).toEqual([]);
    expect(second?.media).toHaveLength(1);
    expect(second?.text).toContain('The lamp of the harbour');
  });

  const LONG =
    'Figure 1: the lamp of the harbour, seen from the far end of the pier in the storm of May. It is lit at nine, whatever the weather, and burns until the sun is up. The mast behind it is the old one.';

  it('of several sentences is whole in the post of its image, also without the words above', () => {
    const posts = postsOf(`${ABOVE} It was late.\n\n![a lamp](lamp.png)\n\n${LONG}\n\n${BELOW}`);
    expect(posts.find(({ media }) => media.length > 0)?.text).toContain(LONG);
  });

  it('that is longer than a post begins in the post of its image', () => {
    const posts = postsOf(`${ABOVE}\n\n![a lamp](lamp.png)\n\n${LONG} ${BELOW}\n\n${ABOVE}`);
    expect(posts.find(({ media }) => media.length > 0)?.text).toContain('Figure 1: the lamp');
  });

  it('is not torn from its image by the next image and its caption', () => {
    const next =
      'Figure 2: the same lamp a year later, seen from the boat of the pilot, who took the picture.';
    const posts = postsOf(`${ABOVE}\n\n![a](a.png)\n\n${LONG}\n\n![b](b.png)\n\n${next}\n\n${BELOW}`);
    for (const [path, words] of [
      ['a.png', LONG],
      ['b.png', next],
    ] as const)
      expect(posts.find(({ media }) => media.some((one) => one.path === path))?.text).toContain(words);
  });

  it.each([
    [
      '<div class="imgcap">\n<img src="lamp.png" alt="a lamp">\n<div class="thecap">It burns. So says <a href="https://e.org">the log</a>.</div>\n</div>',
    ],
    [
      '<div class="wp-caption"><img src="lamp.png" alt="a lamp" /><p class="wp-caption-text">It burns. So says <a href="https://e.org">the log</a>.</p></div>',
    ],
    ['![a lamp](lamp.png)\n<p class="caption">It burns. So says <a href="https://e.org">the log</a>.</p>'],
    [
      '<Figure><img src="lamp.png" alt="a lamp" /><figcaption>It burns. So says [the log](https://e.org).</figcaption></Figure>',
    ],
  ])('is what a class or an element calls so: %s', (figure) => {
    const posts = postsOf(`${ABOVE} ${BELOW}\n\n${figure}\n\n${BELOW}`);
    const pictured = posts.filter(({ media }) => media.length > 0);
    expect(pictured).toHaveLength(1);
    expect(pictured[0]?.text).toContain('It burns. So says the log [1].');
  });

  it('is not an element with such a class that has no picture above it', () => {
    const posts = postsOf(`![a lamp](lamp.png)\n\n${ABOVE}\n\n<p class="caption">It burns.</p>\n\n${BELOW}`);
    expect(posts.map(({ text }) => text).join('\n\n')).toContain('It burns.');
  });

  it.each([
    'Table 2: the hours of the keeper.',
    'Listing 1: how it is lit.',
    'Figure showing how it is lit.',
  ])('names what is shown as a picture: %s', (caption) => {
    const code = `\`\`\`js\n${'light(lamp);\n'.repeat(12)}\`\`\``;
    const posts = postsOf(`${ABOVE}\n\n${code}\n\n${caption}\n\n${BELOW}`);
    expect(posts.find(({ media }) => media.length > 0)?.text).toContain(caption);
  });

  it('is not the first of a row of lines with a label', () => {
    const row =
      'Where: at the old pier\n\nWhen: at nine\n\nApply: write to the keeper of the lamp, who is there all day, and tell her your name. She notes it in her log, and writes to you in the week after.';
    const posts = postsOf(`${ABOVE}\n\n![a lamp](lamp.png)\n\n${row}\n\n${BELOW}`);
    expect(posts.map(({ text }) => text)).toContain(row);
  });

  it('is what a component calls so, also a sentence', () => {
    const posts = postsOf(
      `${ABOVE} ${BELOW}\n\n<Image src="lamp.png" alt="a lamp" caption="It burns all night." />\n\n${BELOW}`,
    );
    expect(posts.find(({ media }) => media.length > 0)?.text).toContain('It burns all night.');
  });

  it.each([
    ['a sentence', 'It burns all night.', 'It burns all night.'],
    [
      'words with a link, over several lines',
      'It <a href="https://e.org">burns</a>\n    all night.',
      'It burns [1] all night.',
    ],
    ['words in Markdown', 'It **burns** all `night`.', 'It burns all night.'],
  ])('is what HTML calls so: %s', (_what, html, caption) => {
    const figure = `<figure>\n  <img src="lamp.png" alt="a lamp">\n  <figcaption>${html}</figcaption>\n</figure>`;
    const posts = postsOf(`${ABOVE} ${BELOW}\n\n${figure}\n\n${BELOW}`);
    expect(posts.find(({ media }) => media.length > 0)?.text).toContain(caption);
  });

  it('is a line below the picture in the same element', () => {
    const figure =
      '<div class="figure">\n  <img src="lamp.png" alt="a lamp" />\n  <br />\n  Figure 1 of the log\n</div>';
    const posts = postsOf(`${ABOVE} ${BELOW}\n\n${figure}\n\n${BELOW}`);
    expect(posts.find(({ media }) => media.length > 0)?.text).toContain('Figure 1 of the log');
  });

  it('is a sentence that is also the alt text', () => {
    const posts = postsOf(
      `${ABOVE} ${BELOW}\n\n![It burns all night.](lamp.png)\n\nIt burns all night.\n\n${BELOW}`,
    );
    expect(posts.find(({ media }) => media.length > 0)?.text).toContain('It burns all night.');
  });

  const FRAMED = 'It burns until the sun is up, and then the keeper goes to bed.';

  it.each([
    ['an element', `<div align="center">\n\n![a lamp](lamp.png)\n\n${FRAMED}\n</div>`],
    [
      'a figure',
      `<figure>\n<img src="lamp.png" alt="a lamp">\n<figcaption>\n\n${FRAMED}\n</figcaption>\n</figure>`,
    ],
    ['an element in another', `<div><div><img src="lamp.png" alt="a lamp"></div>\n\n<p>${FRAMED}</p></div>`],
    [
      'a figure with a video',
      `<figure><video src="lamp.mp4" title="a lamp"></video><figcaption>${FRAMED}</figcaption></figure>`,
    ],
  ])('is the paragraph that shares %s with its picture, also below words that fill a post', (_, frame) => {
    const [above, pictured, below] = postsOf(
      `${ABOVE} ${ABOVE.slice(0, 90)}.\n\n${frame}\n\n${BELOW} ${FRAMED}`,
    );
    expect(above?.media).toEqual([]);
    expect(pictured).toMatchObject({ text: FRAMED, media: [{}] });
    expect(below?.media).toEqual([]);
  });

  it('in a frame may end the post of the rest of a paragraph that is longer than a post', () => {
    const posts = postsOf(
      `${ABOVE} ${BELOW}\n\n<div>\n\n![a lamp](lamp.png)\n\n${FRAMED}\n\n</div>\n\n${ABOVE}`,
    );
    expect(posts.map(({ text }) => text)).toEqual([ABOVE, `${BELOW}\n\n${FRAMED}`, ABOVE]);
    expect(posts[1]?.media).toHaveLength(1);
  });

  it('in one frame with others has its own picture', () => {
    const pairs = [ABOVE, BELOW].map((words, at) => `![a](${at}.png)\n\n${words}`).join('\n\n');
    const posts = postsOf(`${ABOVE}\n\n<div>\n\n${pairs}\n\n</div>`);
    expect(posts.map(({ media }) => media.map(({ path }) => path))).toEqual([[], ['0.png'], ['1.png']]);
  });

  it('in a frame is no caption of the picture above the frame, nor of one that a colon announces', () => {
    const frame = `<div>\n\n![b](b.png)\n\n${FRAMED}\n\n</div>`;
    const [first, second] = postsOf(`${ABOVE} ${ABOVE.slice(0, 90)}.\n\n![a](a.png)\n\n${frame}`);
    expect(first?.media).toMatchObject([{ path: 'a.png' }]);
    expect(second?.media).toMatchObject([{ path: 'b.png' }]);
    const [announcing, rest] = postsOf(`${ABOVE} So it looked to her:\n\n${frame}\n\n${BELOW}`);
    expect(announcing?.media).toHaveLength(1);
    expect(rest?.text).toContain(FRAMED);
  });

  it('of a player stays with its address', () => {
    const player = `<div>\n<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>\n\n${FRAMED}\n</div>`;
    const posts = postsOf(`${ABOVE} ${ABOVE.slice(0, 90)}.\n\n${player}\n\n${BELOW}`);
    expect(posts.find(({ text }) => text.includes('youtube'))?.text).toContain(FRAMED);
  });

  it('is not the text of a frame that holds more than pictures with one paragraph each', () => {
    const frame = `<div>\n\n![a](a.png)\n\n${FRAMED}\n\n${BELOW}\n\n</div>`;
    const [first] = postsOf(`${ABOVE} ${ABOVE.slice(0, 90)}.\n\n${frame}`);
    expect(first?.media).toHaveLength(1);
  });

  it('is not the words of the next picture', () => {
    const figure = (name: string): string =>
      `<div>\n  <img src="${name}.png" />\n  <br />\n  ${name}\n</div>`;
    const posts = postsOf(`${ABOVE} ${ABOVE}\n\n${figure('Mast')}\n\n${figure('Lamp')}\n\n${BELOW}`);
    for (const { text, media } of posts)
      for (const { path } of media) expect(text).toContain(path.replace('.png', ''));
  });

  it.each([
    ['a line that announces', 'What the log said that evening:'],
    ['a bold line, which is a heading', '**The second evening**'],
    ['a bold line of a few words with a full stop', '**The second evening.**'],
    ['a numbered line, which is one, too', '2、The second evening'],
  ])('is not %s', (_what, line) => {
    const [first, second] = postsOf(`${ABOVE}\n\n![a lamp](lamp.png)\n\n${line}\n\n${BELOW}`);
    expect(first).toMatchObject({ text: ABOVE, media: [{ path: 'lamp.png' }] });
    expect(second?.text).toBe(`${line.replaceAll('*', '')}\n\n${BELOW}`);
  });

  it.each([
    ['a sentence', '**It burns all night.**', BELOW],
    ['above a heading', '**The lamp, seen from the pier**', `## The morning\n\n${BELOW}`],
  ])('is a bold line that is %s', (_, caption, below) => {
    const [first, second] = postsOf(`${ABOVE}\n\n![a lamp](lamp.png)\n\n${caption}\n\n${below}`);
    expect(first).toMatchObject({ text: `${ABOVE}\n\n${caption.replaceAll('*', '')}`, media: [{}] });
    expect(second?.text).toContain(BELOW);
  });

  it('is a bold line where a text with headings has one below most of its images', () => {
    const image = (name: string): string =>
      `${ABOVE}\n\n![a](${name}.png)\n\n**The ${name}, seen from the pier**`;
    const posts = postsOf(`## The evening\n\n${image('lamp')}\n\n${BELOW}\n\n${image('mast')}\n\n${BELOW}`);
    for (const name of ['lamp', 'mast'])
      expect(posts.find(({ media }) => media.some(({ path }) => path === `${name}.png`))?.text).toMatch(
        new RegExp(`The ${name}, seen from the pier$`),
      );
  });

  it('is no bold line of a row in which each stands above its image', () => {
    const row = ['lamp', 'mast'].map((name) => `**The ${name}, seen from the pier**\n\n![a](${name}.png)`);
    const posts = postsOf(`${ABOVE}\n\n${row.join('\n\n')}\n\n## The morning\n\n${BELOW}`);
    expect(posts.find(({ text }) => text.includes('mast'))?.media.map(({ path }) => path)).toContain(
      'mast.png',
    );
  });

  it('is not a line above a list, which names the list', () => {
    const [first] = postsOf(
      `${ABOVE} It was late.\n\n![a lamp](lamp.png)\n\nThings to bring\n\n- a lamp with oil for a night\n- a coat for the night\n- something to read for the hours without a boat`,
    );
    expect(first?.text).not.toContain('Things to bring');
  });
});
