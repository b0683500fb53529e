import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsedWhole, parseMarkdown } from '../../src/drafts/markdown/parse-markdown.ts';
import { bareBlocks } from '../drafts/bare-blocks.ts';

/** Pieces that open, close, interrupt and nest every kind of block and span. */
const PIECES =
  'a|b c|word|\n|\n\n|- |* |+ |1. |2) |# |## |> |`|```|```js|~~~|*|**|_|__|[|](u)|](http://e.org)|]|[x]|[ ] |!|<b>|<|>|&amp;|\\|  |    |\t|:|~|~~|$|$$|---|===|www.e.org|http://e.org|a@b.de|(|)|"|.|é|文|。|[^1]|[^1]: n|[a]: u|\n  |\n    |\n- |\n1. |\n> |\n#|\n```\n|\u00a0'.split(
    '|',
  );

it('reads 20,000 tangles of signs as the parser alone does', () => {
  const tangle = fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 16 });
  fc.assert(
    fc.property(tangle, (pieces) => {
      const text = pieces.join('');
      expect(bareBlocks(parseMarkdown(text))).toEqual(bareBlocks(parsedWhole(text)));
    }),
    { numRuns: 20_000 },
  );
});
