import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import type { PreviousThread } from '../../src/threads/previous-cuts.ts';

const sentence = (words: number, tag: string): string =>
  `${Array.from({ length: words }, (_, at) => `${tag}${at}`).join(' ')}.`.replace(/^./, (first) =>
    first.toUpperCase(),
  );
const paragraphs = Array.from({ length: 14 }, (_, at) =>
  [8, 14, 11].map((words, part) => sentence(words, `p${at}s${part}w`)).join(' '),
);
const source = paragraphs.join('\n\n');
const build = (text: string, previous?: PreviousThread) =>
  buildThread(parseDraft(text, { path: null }), xProfile(), previous === undefined ? {} : { previous });
const textsOf = (text: string, previous?: PreviousThread) =>
  build(text, previous).posts.map((post) => post.text);

describe('a draft edited after it was cut', () => {
  const before = textsOf(source);

  it('keeps the posts before a small edit as they were', () => {
    for (const words of [
      'An addition.',
      'A rather longer addition, of some more words than that, to push the rest along.',
    ]) {
      const edited = source.replace('P9s1w0', `${words} P9s1w0`);
      const after = textsOf(edited, { texts: before, sent: 0 });
      const touched = before.findIndex((text) => text.includes('P9s1w0'));
      expect(after.slice(0, touched)).toEqual(before.slice(0, touched));
    }
  });

  it('finds its old cuts again after the edit', () => {
    const edited = source.replace('P2s1w0', 'A word or two P2s1w0');
    expect(textsOf(edited, { texts: before, sent: 0 }).slice(-4)).toEqual(before.slice(-4));
  });

  it('leaves what is out as it went, and cuts only the rest', () => {
    const edited = `${source.replace('P9s1w0', 'Something new stands here now. P9s1w0')}\n\nA last word.`;
    const after = textsOf(edited, { texts: before, sent: 5 });
    expect(after.slice(0, 5)).toEqual(before.slice(0, 5));
    expect(after.join(' ')).toContain('A last word.');
  });

  it('keeps cuts of posts that are out even where we would cut elsewhere today', () => {
    const words = source.split(/\s+/);
    const odd = [words.slice(0, 7).join(' '), words.slice(7, 16).join(' ')];
    const after = textsOf(source, { texts: odd, sent: 2 });
    expect(after.slice(0, 2).map((text) => text.split(/\s+/).join(' '))).toEqual(odd);
  });

  it('leaves the number of a post that is out as it went', () => {
    const numbered = `---\nnumbering: 1/7\n---\n${source}`;
    const first = textsOf(numbered);
    const after = textsOf(`${numbered}\n\n${sentence(60, 'x')}`, { texts: first, sent: 3 });
    expect(after.slice(0, 3)).toEqual(first.slice(0, 3));
    expect(after.at(-1)).toMatch(new RegExp(`${after.length}/${after.length}$`));
  });

  it('says so where the words of a post that is out were changed', () => {
    const thread = build(source.replace('P0s0w0', 'Changed'), { texts: before, sent: 1 });
    expect(thread.findings.map(({ code }) => code)).toEqual(['edited-after-sending']);
  });
});
