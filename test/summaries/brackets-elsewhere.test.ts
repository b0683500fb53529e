import { describe, expect, it } from 'vitest';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { told } from './opening-of.ts';

const sentences = (text: string): string[] =>
  postText(readPost(`${text}\n`, { path: 'a.md' }).blocks).sentences.map((one) => one.text);

describe('a bracket that only sends readers elsewhere', () => {
  it.each([
    ['Ada Berg (@ada_keeps) shares what she knows.', 'Ada Berg shares what she knows.'],
    ['Ada Berg ([@ada_keeps](https://e.org/ada)) shares it.', 'Ada Berg shares it.'],
    ['A lid is a lid (via @ada_keeps).', 'A lid is a lid.'],
    ['Ada (@ada on Mastodon) and Jo (aka @jo_tal) light it.', 'Ada and Jo light it.'],
    [
      'The lamp burns all night (see [here](https://e.org/a) and [here](https://e.org/b)).',
      'The lamp burns all night.',
    ],
    [
      'For the fair of the lamps (more on that [here](https://e.org/a)) we built a lid.',
      'For the fair of the lamps we built a lid.',
    ],
  ])('is left out: %s', (text, left) => {
    expect(sentences(text)).toEqual([left]);
  });

  it.each([
    'The lamp (an old one) burns all night.',
    'The lamp `burn(@ada)` is in the code.',
    'Ada keeps it (with @ada_keeps and all of the harbour).',
  ])('is none that says something: %s', (text) => {
    expect(sentences(text)).toEqual([text.replaceAll('`', '')]);
  });

  it('is none that is longer than an aside, or a sentence by itself', () => {
    const long = `(${'oil and wicks, '.repeat(9)}see [here](https://e.org/a))`;
    expect(sentences(`The lamp burns ${long}.`)[0]).toContain('oil and wicks');
    expect(sentences('([here](https://e.org/a)) The lamp burns.')[0]).toContain('here');
  });
});

describe('an account', () => {
  it.each([
    ['The new lid is a gift by @ada_keeps for all.', 'The new lid is a gift by ada_keeps for all.'],
    ['A talk with [@ada_keeps](https://e.org/ada) is here.', 'A talk with ada_keeps is here.'],
    ['Last year, @ada_keeps and @jo-tal got a new lamp.', 'Last year, ada_keeps and jo-tal got a new lamp.'],
  ])('of somebody who did something is a name: %s', (text, plain) => {
    expect(sentences(text)).toEqual([plain]);
  });

  it.each([
    'Follow [@ada_keeps](https://e.org/ada) for more lids.',
    'Our lid is made by @media rules alone.',
    'We wrote about @lamp macros and all of them.',
  ])('is one where nobody does anything: %s', (text) => {
    expect(sentences(text)[0]).toContain('@');
  });
});

describe('a quotation that is the post', () => {
  const quote = (count: number): string =>
    `> ${'The lamp of the harbour burns all night long. '.repeat(count).trim()}`;
  const post = (count: number): string =>
    `From a book on lamps:\n\n${quote(count)}\n\nThink of this where you light one.`;

  it('is told up to the sentence that fits, with what leads up to it', () => {
    const [lead, quoted, last] = told(post(20));
    expect([lead, last]).toEqual(['From a book on lamps:', 'Think of this where you light one.']);
    expect(quoted).toMatch(/^The lamp .* long\.$/);
    expect(quoted?.length).toBeLessThan(560);
  });

  it('is told whole where it fits', () => {
    expect(told(post(3))[1]).toBe('The lamp of the harbour burns all night long. '.repeat(3).trim());
  });
});

describe('what a sentence below a heading points at', () => {
  it('may be what the sentence above it names', () => {
    const body =
      'Today we announce the release of lamp two!\n\n## Fixes\n\nThis release mends a hole in the lid of it.';
    expect(told(body).join(' ')).toContain('This release mends');
  });
});
