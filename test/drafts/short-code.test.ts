import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const fenced = (source: string, info = ''): string => `Run:\n\n\`\`\`${info}\n${source}\n\`\`\`\n\nIt rose.`;
const posts = (source: string, info?: string): string =>
  postsOnX(parseDraft(fenced(source, info), { path: null }));

describe('two short lines of code that readers copy', () => {
  it.each([
    ['$ npm install mast\n$ mast rise', 'sh'],
    ['comment: public key of the mast\nRWT5+SoQD+dWTeOdNuc4Q/jq2', ''],
    ['> mast rise\n3', 'console'],
  ])('are text: %j in %j', (source, info) =>
    expect(posts(source, info)).toBe(`Run:\n\n${source}\n\nIt rose.`),
  );

  it.each([
    ['of a program', 'const mast = 1;\nrise(mast);', 'js'],
    ['with a sign below another', 'mast rise\n     ^', ''],
    ['in columns', 'mast   3\nfloat  4', ''],
    ['that a phone wraps', `mast rise --to ${'1'.repeat(50)}\nmast`, 'sh'],
    ['with an address', 'curl https://e.org/mast\nmast', 'sh'],
    ['with a title', 'mast rise\nmast fall', 'sh title="a.sh"'],
    ['that begins like an item', '- uses: gate\n- uses: mast', 'text'],
    ['that are three', 'a\nb\nc', 'sh'],
  ])('are a picture %s', (_, source, info) => expect(posts(source, info)).toBe('Run:\n\nIt rose.'));

  it('stay in one post', () => {
    const words = 'It rose at noon and fell again. '.repeat(8);
    expect(
      postsOnX(parseDraft(`${words}\n\n${fenced('mast rise\nmast fall', 'sh')}`, { path: null })),
    ).toContain('Run:\n\nmast rise\nmast fall');
  });

  it.each([
    ['as short as the picture below', ['mast rise', 'mast https://e.org']],
    ['below a picture', ['a\nb\nc', 'mast rise']],
  ])('is a picture beside its sibling %s', (_, [one = '', other = '']) =>
    expect(
      postsOnX(
        parseDraft(`It is either:\n\n\`\`\`text\n${one}\n\`\`\`\n\nor:\n\n\`\`\`text\n${other}\n\`\`\`\n`, {
          path: null,
        }),
      ),
    ).toBe('It is either:\n\nor:'),
  );

  it('stays text above a long picture', () =>
    expect(
      postsOnX(
        parseDraft('Run:\n\n```sh\nmast rise\n```\n\nand then:\n\n```js\na\nb\nc\n```\n', { path: null }),
      ),
    ).toContain('mast rise'));

  it('stays text below words that only begin with another language’s “or”', () =>
    expect(
      postsOnX(
        parseDraft('Veja:\n\n```js\na\nb\nc\n```\n\nO resultado:\n\n```sh\nmast rise\n```\n', { path: null }),
      ),
    ).toContain('mast rise'));

  it('stays text in the next step', () =>
    expect(
      postsOnX(
        parseDraft('Write:\n\n```js\na\nb\nc\n```\n\nand then build it:\n\n```sh\nmast rise\n```\n', {
          path: null,
        }),
      ),
    ).toContain('mast rise'));
});
