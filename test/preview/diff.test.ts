import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { renderDiff } from '../../src/preview/render-diff.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const paragraph = (tag: string): string =>
  `${Array.from({ length: 60 }, (_, at) => `${tag}${at}`).join(' ')}.`.replace(/^./, (first) =>
    first.toUpperCase(),
  );
const source = ['a', 'b', 'c', 'd', 'e'].map(paragraph).join('\n\n');
const build = (text: string, texts: readonly string[] = [], sent = 0) =>
  buildThread(parseDraft(text, { path: null }), xProfile(), { previous: { texts, sent } });
const before = build(source).posts.map(({ text }) => text);

async function diff(edited: string, sent = 0): Promise<string> {
  return renderDiff({ thread: build(edited, before, sent), before, sent }, { columns: 80, color: false });
}

describe('what an edit changed', () => {
  it('is nothing where nothing was edited', async () => {
    expect(await diff(source)).toBe('= 1–5  unchanged\n5 posts, 5 before; 5 unchanged\n');
  });

  it('is shown word by word, under the number of its post, without colour too', async () => {
    const shown = await diff(source.replace('c4 c5', 'c4 fresh'), 2);
    expect(shown).toContain('= 1–2  unchanged, out\n~ 3  changed\n');
    expect(shown).toContain('[-c5-]{+fresh+}');
    expect(shown).toContain('= 4–5  unchanged\n5 posts, 5 before, 2 of them out; 4 unchanged\n');
  });

  it('names posts that came and posts that went', async () => {
    expect(await diff(`${source}\n\n${paragraph('f')}`)).toContain('+ 6  new\n    F0 f1');
    expect(await diff(source.replace(`\n\n${paragraph('d')}`, ''))).toContain('- 4  gone\n    D0 d1');
  });

  it('never passes control characters on', async () => {
    expect(await diff(source.replace('c4', 'c4 \u001b[31mred'))).not.toContain('\u001b');
  });
});
