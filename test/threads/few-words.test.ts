import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

/** The posts of a text of paragraphs that a blank line parts; `|` is where an editor cuts them. */
const cuts = (marked: string): void => {
  const draft = parseDraft(marked.replaceAll('|', ''), { path: null });
  expect(buildThread(draft, xProfile()).posts.map(({ text }) => text)).toEqual(
    marked.split('|').map((post) => post.trim()),
  );
};

const words = (length: number): string => `${'the boat goes on and '.repeat(20).slice(0, length).trim()}s.`;

describe('a few words of a paragraph do not stand without the rest', () => {
  it('at the end of the post above', () => {
    cuts(`${words(230)}\n\n|We left in May. ${words(120)} |${words(190)}`);
  });

  it('at the start of the post below', () => {
    cuts(`${words(160)} |${words(110)} So it goes.\n\n|${words(200)}`);
  });

  it('but a question may lead to the paragraph below', () => {
    cuts(`${words(120)} ${words(130)} |So what comes?\n\n${words(200)}`);
  });
});

describe('a run of questions', () => {
  it('of three or more stays together', () => {
    const answer = `T${words(230).slice(1)}`;
    cuts(
      `${words(230)}\n\n|When the fog comes, what do you do? Do you wait? Do you sail? Do you call? |${answer}`,
    );
  });

  it('of two ends with the one that is answered', () => {
    cuts(`${words(120)} ${words(130)} |Do you wait? Do you sail? Of course we wait. ${words(160)}`);
  });
});

describe('an item that fits a post', () => {
  const lead = `Here are some of the things that the crews of the harbour told us about it in May:`;
  const item = `- ${words(120)} ${words(110)}`;

  it('is not broken for a lead-in that can stand without it', () => {
    cuts(`${lead}\n\n|${item}\n\n|- ${words(200)}`.replaceAll('\n\n', '\n'));
  });

  it('is not broken for a short lead-in that has another sentence above it', () => {
    cuts(
      `T${words(120).slice(1)} Two of them:\n\n|- ${words(130)} ${words(138)}\n\n|- ${words(200)}`.replaceAll(
        '\n\n',
        '\n',
      ),
    );
  });

  it('is broken where its lead-in would be alone with a few words', () => {
    const draft = parseDraft(`## May\n\n${item} ${words(20)}\n- ${words(200)}`, { path: null });
    expect(buildThread(draft, xProfile()).posts[0]?.text).toContain('May\n\n- the boat');
  });
});

describe('a list that fits a post', () => {
  it('is not broken for a short lead-in that has another sentence above it', () => {
    const list = `- ${words(95)}\n- ${words(90)}\n- ${words(75)}`;
    cuts(`T${words(120).slice(1)} Three of them:\n|${list}`);
  });
});

describe('an emoji behind a sentence', () => {
  it('stays with it', () => {
    cuts(`T${words(150).slice(1)} 😱 |T${words(180).slice(1)}`);
  });

  it('may open the next one', () => {
    cuts(`T${words(150).slice(1)}\n\n|😱 T${words(180).slice(1)}`);
  });
});
