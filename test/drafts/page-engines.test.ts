import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { WORD_ARGUMENTS } from '../../src/drafts/markup/worded-link.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const parse = (text: string, path = 'a.md') => parseDraft(text, { path, siteUrl: 'https://example.org' });
const words = (text: string, path?: string): string => draftWords(parse(text, path)).join(' ');
/** What is more than a note, with its severity. */
const doubts = (text: string, path?: string): string[] =>
  parse(text, path).findings.flatMap(({ code, severity }) =>
    severity === 'info' ? [] : [`${severity} ${code}`],
  );
const messages = (text: string, path?: string): string[] =>
  parse(text, path).findings.map(({ message }) => message);
const images = (text: string) =>
  parse(text).blocks.flatMap((block) => (block.type === 'image' ? [block.image] : []));

describe('words in an argument of a tag', () => {
  it.each(WORD_ARGUMENTS)('$why', ({ example: [tag, shown] }) => {
    expect(words(`Ask ${tag} first.`)).toBe(`Ask ${shown} first.`);
    expect(doubts(`Ask ${tag} first.`).filter((one) => one.startsWith('error'))).toEqual([]);
  });

  it.each([
    ['Hugo', 'Ask {{< link slug="rain/office" text="the office" >}}.', 'a.md'],
    ['a path of the site as words', 'Ask {{< link slug="/office" text="/office" >}}.', 'a.md'],
    ['Liquid', 'Ask {% link slug="rain/office" text="the office" %}.', 'a.md'],
    ['a reference with words', 'Ask {{< ref text="the office" page="office.md" >}}.', 'a.md'],
    ['a component', 'Ask <Link slug="rain/office" text="the office" />.', 'a.mdx'],
  ])('stay, with a warning that the link goes: %s', (_, text, path) => {
    expect(words(text, path)).toMatch(/^Ask (?:the |\/)office\.$/);
    expect(doubts(text, path)).toEqual(['warning link-without-target']);
  });

  it.each([
    ['in a sentence', 'See {% link text="the log" url="https://e.org/log" %}.', 'a.md'],
    ['a button', '{{< button href="https://e.org/log" text="Read the log" >}}', 'a.md'],
    ['a component', '<LinkButton href="https://e.org/log" text="Read the log" />', 'a.mdx'],
  ])('are a link where the tag gives a whole address: %s', (_, text, path) =>
    expect(parse(text, path).blocks).toMatchObject([
      { runs: expect.arrayContaining([expect.objectContaining({ type: 'link', url: 'https://e.org/log' })]) },
    ]),
  );

  it.each([
    ['as the target of a link', 'See [the log]({{< link slug="a" text="b" >}}).', 'See the log.'],
    ['of an icon', 'It {{< icon label="rain" >}} rose.', 'It rose.'],
  ])('are not words of the sentence: %s', (_, text, left) => expect(words(text)).toBe(left));

  it('tags and labels are named as their author writes them', () => {
    expect(messages('It rose.\n\n{{< mastLog text="The log" >}}')[0]).toContain('`{{< mastLog >}}`');
    expect(messages('See the [old log][rain.OldLog].')[0]).toContain('no line `[rain.OldLog]: url`');
  });
});

describe('a picture that only the page knows', () => {
  it('is the one of the front matter, if the tag is called so', () => {
    const text =
      '---\ndate: 2026-03-01\nfeatured_image: /m/mast.jpg\n---\n\n{{< featuredImg alt="A mast" >}}\n';
    expect(images(text)).toMatchObject([{ path: '/m/mast.jpg', alt: 'A mast' }]);
    expect(doubts(text)).toEqual([]);
  });

  it.each([
    ['{{< featuredImg alt="A mast" >}}', '“A mast”'],
    [
      '{{< img name="noon" alt="A mast" caption="At noon" >}}',
      'its alt text “A mast” and its caption “At noon”',
    ],
    ['{{< img name="noon" caption="At noon" >}}', '“At noon”'],
  ])('is one finding, which names all that is lost: %s', (tag, lost) =>
    expect(messages(`It rose.\n\n${tag}`)).toEqual([
      `\`${tag.slice(0, tag.indexOf(' ', 4))} >}}\` shows a picture whose file only the blog knows; it is left out, and with it: ${lost}; write ![…](FILE) if readers need it`,
    ]),
  );
});
