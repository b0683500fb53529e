import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { blueskyProfile } from '../../src/networks/bluesky/profile.ts';
import { mastodonProfile } from '../../src/networks/mastodon/profile.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const folder = join(import.meta.dirname, 'cases');
const source = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8');
const postsOf = (name: string, profile = xProfile()): string[] =>
  buildThread(parseDraft(source(name), { path: null }), profile).posts.map(({ text }) => text);

/** How each post opens and ends, on X. */
const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'last-item': [
    ['The ferry company', '- dogs pay'],
    ['The clerk', 'larger sheet.'],
  ],
  'nested-dedent': [
    ['The three meetings', 'in short:'],
    ['1. planks\n  - Mission', '2. lamps\n  - one at the end, one at the steps'],
  ],
  'nested-first-child': [
    ['What I would change', 'before it'],
    ['  - e.g., the lesson', '- I think that the old course was better.'],
  ],
  'lead-in-forces-word-cut': [
    ['Maren Holt', 'for everyone:'],
    ["> you almost certainly can't", '/book'],
  ],
  'lead-in-quote': [
    ["The keeper's notebook", 'downstairs.'],
    ['on fog\n\n> “Fog', 'other side.”'],
    ['on visitors\n\n> “They come', 'whether he does.”'],
  ],
  'list-lead-in-full-stop': [
    ['There are golden rules', 'stand on.'],
    ['Here are four of them that I have kept.\n\n1. Choose', 'more'],
  ],
  'question-answer': [
    ['How does one get', 'at the office.'],
    ['What makes a hand stand out?', 'boats of their own.'],
    ['> There are some', 'a lot of it.'],
    ['What do most of them get wrong?', 'before each.'],
  ],
  'attribution-paragraph': [
    ['> "A lighthouse', '> - A. B. Keeper, The Four Lamps'],
    ['I read this', 'second fare.'],
  ],
  'one-line-quote': [
    ['In her notes', ':'],
    ["> A keeper's care", 'never meet.'],
    ['> Even when she', '/bags'],
  ],
  'lower-case-with-quotes': [
    ['i went down', 'it was a good read.'],
    ["it's another book", "it's the keeping of it that counts."],
    ['on boats\n\n> “Everybody', 'He paints again.”'],
    ['on tides\n\n> “Good', 'no longer with us.”'],
  ],
  'german-ordinals-draft': [
    ['Das Haus stammt', 'der Stadt.'],
    ['Im 3. Stock', 'sie gebaut?'],
  ],
  thai: [
    ['เซ็นเซอร์เรดาร์ไม่', 'ไม่เกินสี่มิลลิเมตร'],
    ['ค่าบำรุงรักษา', 'ด้านบน'],
  ],
  'title-not-in-thread': [['Seven ways to spoil a rope\n\n> Any fool', '/rope']],
};

describe('hard drafts, cut as an editor would', () => {
  it.each(Object.entries(CASES))('%s', (name, expected) => {
    const posts = postsOf(name);
    expect(
      posts.map((post, at) => [
        post.slice(0, expected[at]?.[0].length),
        post.slice(-(expected[at]?.[1].length ?? 0)),
      ]),
    ).toEqual(expected);
  });

  it('has an expectation for each', () => {
    expect(
      readdirSync(folder)
        .map((file) => file.slice(0, -3))
        .sort(),
    ).toEqual(Object.keys(CASES).sort());
  });

  it('holds no half of a list that fits, and no bare quotation, on other networks either', () => {
    for (const profile of [blueskyProfile(), mastodonProfile()]) {
      expect(
        postsOf('last-item', profile).some((post) =>
          post.includes('- the first boat is later\n- no boat on Sundays\n- dogs pay'),
        ),
      ).toBe(true);
      expect(postsOf('attribution-paragraph', profile)[0]).toMatch(/> - A\. B\. Keeper, The Four Lamps/);
      for (const post of postsOf('one-line-quote', profile))
        expect(post).toMatch(/^(?:In her notes|> |the shop)/);
    }
  });
});
