import { describe, expect, it } from 'vitest';
import { SHOWN_ON_PAGE } from '../../src/drafts/markup/only-on-page.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string) => parseDraft(text, { path: text.includes('/>') ? 'a.mdx' : 'a.md' });
const codes = (text: string): string[] =>
  parse(text).findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code]));

describe('a tag without words that only its page can show', () => {
  it.each(SHOWN_ON_PAGE)('is said, because $reason', ({ sample }) =>
    expect(codes(`It rose.\n\n${sample}\n\nSo.\n`)).toEqual([
      expect.stringMatching(/^(?:not-text-dropped|announced-gap)$/),
    ]),
  );

  it.each([
    ['the frame of a page', 'It rose.\n\n{{< give >}}\n\nSo.'],
    ['a table of contents', 'See the list below.\n\n{{< toc >}}\n\nSo.'],
    ['an icon', 'It rose {{< icon "rain" >}} in May.'],
    ['a mark that leads to a figure', 'It rose (see <Ref id="2" />).'],
    ['a tag that sets something', 'It rose. {% assign depth = 5 %}'],
    ['a tag without a value', 'It rose {{< clear >}} in May.'],
  ])('is silent: %s', (_, text) => expect(codes(text)).toEqual([]));

  it.each([
    ['- {{< label name="old gate" >}} Shut at 6 {{< pr 12 >}} Rain stayed. {{< pr id=13 by="Ana" >}}', 2],
    ['The gate shut {% issue 5 %} in May.', 1],
    ['The gate shut <Issue id={5} /> in May.', 1],
  ])('is said once for each name: %s', (text, count) => expect(codes(text)).toHaveLength(count));

  it('leaves one blank between the words around it', () =>
    expect(postsOnX(parse('It shut {{< issue 5 >}} in May {{< issue 6 >}}.'))).toBe('It shut in May.'));
});
