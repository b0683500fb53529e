import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, it } from 'vitest';
import { parsedWhole, parseMarkdown } from '../../src/drafts/markdown/parse-markdown.ts';

/** Pieces that open, close, interrupt and nest every kind of block and span. */
const PIECES =
  'a|b c|word|\n|\n\n|- |* |+ |1. |2) |# |## |> |`|```|```js|~~~|*|**|_|__|[|](u)|](http://e.org)|]|[x]|[ ] |!|<b>|<|>|&amp;|\\|  |    |\t|:|~|~~|$|$$|---|===|www.e.org|http://e.org|a@b.de|(|)|"|.|é|文|。|[^1]|[^1]: n|[a]: u|\n  |\n    |\n- |\n1. |\n> |\n#|\n```\n|\u00a0'.split(
    '|',
  );

function bare(node: Nodes): unknown {
  const { position, ...rest } = node;
  const entries = Object.entries(rest)
    .map(([key, value]) => [key, key === 'children' ? (value as Nodes[]).map(bare) : value] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...Object.fromEntries(entries), from: position?.start.offset, to: position?.end.offset };
}

it('reads 20,000 tangles of signs as the parser alone does', () => {
  const tangle = fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 16 });
  fc.assert(
    fc.property(tangle, (pieces) => {
      const text = pieces.join('');
      expect(parseMarkdown(text).children.map(bare)).toEqual(parsedWhole(text).children.map(bare));
    }),
    { numRuns: 20_000 },
  );
});
