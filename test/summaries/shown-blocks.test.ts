import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { long, told } from './opening-of.ts';
import { SIZES } from './sizes.ts';

/** The draft of a summary, without its front matter, its title and its link. */
const draft = (body: string): string => {
  const source = `---\ntitle: The harbour\n---\n\n${body}\n`;
  const post = readPost(source, { path: 'a.md', canonical: 'https://e.org/a' });
  const { markdown } = summarise(post, { size: SIZES.x });
  return markdown.slice(markdown.indexOf('# The harbour\n\n') + 15).replace('\n\nhttps://e.org/a\n', '');
};

const LINE = 'A friend who keeps the lamp asked me:';
const GOES_ON = long(140);

describe('what a line with a colon leads up to', () => {
  it.each([
    ['a quotation', '> Why does it smoke?'],
    ['a quotation and its owner', '> Why does it smoke?  \n> — Ada Byron'],
    ['a list', '- Does it smoke?\n- Does it burn oil?'],
  ])('is told if it is %s', (_, block) => {
    expect(draft(`${LINE}\n\n${block}\n\n${GOES_ON}`)).toBe(`${LINE}\n\n${block}\n\n${GOES_ON}`);
  });

  it('is one quotation if its lines were wrapped', () => {
    const made = told(
      `${LINE}\n\n> What is the difference between lamps of\n> glass? Who lit the first lamp of\n> Brass? Nobody knows.\n\n${GOES_ON}`,
    );
    expect(made.slice(0, 2).join(' ')).toContain(
      'lamps of glass? Who lit the first lamp of Brass? Nobody knows.',
    );
  });

  it('ends an opening, and is read back to the same words', () => {
    const made = draft(`${long(200)} ${LINE}\n\n> Why does it smoke?\n\n## Boats\n\nBoats pass in the fog.`);
    expect(made.endsWith('\n\n> Why does it smoke?')).toBe(true);
    expect(parseDraft(made, { path: null }).blocks.map(({ type }) => type)).toEqual(['paragraph', 'quote']);
  });

  it.each([
    ['long', `> ${long(570)}`],
    ['of a list in a list', '- Oil\n  - Wicks\n- Tin'],
    ['with an address', '> Why does it smoke? See https://e.org/b'],
    ['with the name of an account', '> Why does it smoke, @ada_byron?'],
    ['with code', '> Why does it smoke?\n>\n>     burn(11)'],
    ['with a value of the blog', '> Why does it smoke for {{ years }} years?'],
    ['of a series with this post', '- Oil\n- [Wicks](https://e.org/2) (this post)'],
    ['of the parts of a series', '- [Letter 1](https://e.org/1)\n- [Letter 2](https://e.org/2)'],
    ['of items with links on `here`', '- Oil is [here](https://e.org/b)\n- Tin'],
  ])('is left out with its line if it is %s', (_, block) => {
    const made = told(`${long(200)}\n\n${LINE}\n\n${block}\n\n${GOES_ON}`);
    expect(made).not.toContain(LINE);
    expect(made.join('\n')).not.toContain('smoke');
  });

  it('is told up to an item that can’t be shown, where its line is all that is told', () => {
    const line = 'In that year the harbour bought lamps for all of its boats:';
    const list = '- Ada lit the first\n- Jo trimmed the wicks\n- See https://e.org/all for the rest';
    const shown = ['Ada lit the first', 'Jo trimmed the wicks'];
    expect(told(`${line}\n\n${list}`)).toEqual([line, ...shown]);
    // One item is no answer, and no list is longer than 1.6 posts.
    expect(told(`${line}\n\n${list.slice(list.indexOf('\n') + 1)}`)).toEqual([line]);
    const many = [...'ABCDEFGH'].map((name) => `- ${long(100, name)}`).join('\n');
    expect(told(`${line}\n\n${many}`)).toHaveLength(4);
  });

  it('may be two posts on the network, and not more', () => {
    const line = `${long(200)}\n\n${LINE}`;
    expect(told(`${line}\n\n> ${long(280)}`)).toContain(long(280));
    expect(told(`${line}\n\n> ${long(560)}`)).toContain(long(560));
    expect(told(`${line}\n\n> ${long(561)}`)).not.toContain(long(561));
  });

  it('is left out with the line that is not the last of its paragraph', () => {
    expect(told(`${long(200)}\n\n${LINE} Nobody minds.\n\n> Why?`).join('\n')).not.toContain('Why?');
  });

  it('keeps its line above a first sentence that leans on it, and as the first line of a post', () => {
    const leans = 'They burn whale oil, and have done so since the harbour was built.';
    expect(told(`${LINE}\n\n![A lamp](a.png)\n\n${leans}`).slice(0, 2)).toEqual([LINE, leans]);
    expect(told(`${LINE}\n\n    burn(11)\n\n${leans}`)).toEqual([LINE, leans]);
    expect(told(`${LINE}\n\n    burn(11)\n\n${GOES_ON}`).slice(0, 2)).toEqual([LINE, GOES_ON]);
    const described = 'description: Why it smokes.\n';
    expect(told(`${long(60)}\n\n${LINE}\n\n    burn(11)\n\n${GOES_ON}`, described)).not.toContain(LINE);
    const about = 'This post says how they burn.';
    expect(told(`${long(60)}\n\n${LINE}\n\n    burn(11)\n\n${about}`, described)).not.toContain(LINE);
  });
});

describe('a quotation above the first sentence', () => {
  const quote = '> Sorry, the lamp is out.';

  it('is told if the sentence speaks of it', () => {
    const text = `I get that a lot. ${GOES_ON}`;
    expect(draft(`${quote}\n\n${text}`)).toBe(`${quote}\n\n${text}`);
  });

  it.each([
    ['the sentence does not speak of it', quote, GOES_ON],
    ['the sentence is a single word', quote, `So. ${GOES_ON}`],
    ['it is a remark', '> Note: the lamp is out.', `I get that a lot. ${GOES_ON}`],
    ['it is long', `> ${long(200, 'Boats')}`, `I get that a lot. ${GOES_ON}`],
  ])('is left out if %s', (_, above, text) => {
    expect(draft(`${above}\n\n${text}`)).toBe(text);
  });
});
