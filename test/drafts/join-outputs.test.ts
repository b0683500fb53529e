import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { isPicture } from '../../src/drafts/shown-as-text.ts';

const fence = (source: string, info = ''): string => `\`\`\`${info}\n${source}\n\`\`\`\n`;

/** The sources of the draft's code, in order. */
const sourcesOf = (...fences: readonly string[]): string[] =>
  parseDraft(fences.join('\n'), { path: null }).blocks.flatMap((block) =>
    block.type === 'code' ? [block.source] : [block.type],
  );

const COMMAND = fence('nrow(out)', 'r');
const SHORT = fence('## 20');
const LONG = fence('## 20\n## 40\n## 60');
const LOOP = fence('for (i in 1:2)\n  nrow(out)', 'r');

describe('code and its output are one picture, as soon as one of them needs a picture', () => {
  it.each<[why: string, fences: string[], sources: string[]]>([
    ['an output of several lines', [COMMAND, LONG], ['nrow(out)\n\n## 20\n## 40\n## 60']],
    ['code of several lines', [LOOP, SHORT], ['for (i in 1:2)\n  nrow(out)\n\n## 20']],
    ['both short: both stay text', [COMMAND, SHORT], ['nrow(out)', '## 20']],
    [
      'a short command below a picture, and its output',
      [COMMAND, LONG, COMMAND, LONG],
      ['nrow(out)\n\n## 20\n## 40\n## 60\n\nnrow(out)\n\n## 20\n## 40\n## 60'],
    ],
    [
      'two commands with their outputs',
      [LOOP, LONG, LOOP, SHORT],
      ['for (i in 1:2)\n  nrow(out)\n\n## 20\n## 40\n## 60', 'for (i in 1:2)\n  nrow(out)\n\n## 20'],
    ],
    [
      'a short line below a picture of the same language',
      [LOOP, COMMAND],
      [`for (i in 1:2)\n  nrow(out)\n\nnrow(out)`],
    ],
    ['two pieces of code of the same language', [LOOP, LOOP], Array(2).fill('for (i in 1:2)\n  nrow(out)')],
    ['a short command above other code', [COMMAND, LOOP], ['nrow(out)', 'for (i in 1:2)\n  nrow(out)']],
    ['another language', [LOOP, fence('a: 1', 'yaml')], ['for (i in 1:2)\n  nrow(out)', 'a: 1']],
    ['a title is about one block', [fence('a\nb', 'js title="a.js"'), SHORT], ['a\nb', '## 20']],
    [
      'words between them',
      [LOOP, 'It prints:\n', SHORT],
      ['for (i in 1:2)\n  nrow(out)', 'paragraph', '## 20'],
    ],
  ])('%s', (_, fences, sources) => {
    expect(sourcesOf(...fences)).toEqual(sources);
  });

  it('one line of another language below a picture is a picture, too, since pictures stand below a post', () => {
    const { blocks } = parseDraft(
      [LOOP, fence('a: 1', 'yaml'), 'It ran:\n', fence('b: 1', 'yaml')].join('\n'),
      { path: null },
    );
    expect(blocks.map(isPicture)).toEqual([true, true, false, false]);
  });

  it('also inside an item', () => {
    const item = `- Count:\n\n${(COMMAND + LONG).replaceAll(/^/gm, '  ')}`;
    const [list] = parseDraft(item, { path: null }).blocks;
    expect(list?.type === 'list' && list.items[0]?.blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'code',
    ]);
  });
});
