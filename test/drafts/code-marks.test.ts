import { describe, expect, it } from 'vitest';
import { CODE_MARKS } from '../../src/drafts/markdown/code-marks.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const blocks = (code: string) => parseDraft(`\`\`\`js\n${code}\n\`\`\`\n`, { path: 'a.md' }).blocks;

describe('orders to a highlighter are not drawn', () => {
  it.each(CODE_MARKS)('$why', ({ example, shows }) =>
    expect(blocks(example)).toMatchObject([{ type: 'code', source: shows, language: 'js' }]),
  );

  it.each([
    ['// [!code highlight:2]\nrise();\nfall();\nstop();', '{1,2}'],
    ['rise(); // [!code focus]\nfall();', '{1}'],
    ['rise();\n// highlight-next-line\nfall();', '{2}'],
    ['rise();\n// highlight-start\nfall();\nstop();\n// highlight-end\nrise();', '{2,3}'],
  ])('and mark lines of the picture: %s', (code, meta) => expect(blocks(code)).toMatchObject([{ meta }]));

  it.each([
    ['a comment', '// @ts-check\n// see [it] and ---cut\nrise();'],
    ['a file’s name', '// @filename: rise.ts\nrise();'],
    ['a pattern', 'rise(/^?/); // ^? is a pattern'],
  ])('%s stays', (_, code) => expect(blocks(code)).toMatchObject([{ source: code }]));
});
