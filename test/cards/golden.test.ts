import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CARD_REVISION } from '../../src/cards/card.ts';
import { draftCards } from '../../src/cards/draft-cards.ts';
import { drawCard } from '../../src/cards/drawing/draw-card.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const golden = join(import.meta.dirname, 'golden');
const images = join(import.meta.dirname, '../../docs/images/cards');
const fonts = readdirSync(join(import.meta.dirname, 'fonts'))
  .filter((name) => name.endsWith('.ttf'))
  .map((name) => join(import.meta.dirname, 'fonts', name));

/** Every card of a draft, by the name of its picture. */
async function drawn(name: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const text = readFileSync(join(golden, `${name}.md`), 'utf8');
  const theme = name.includes('dark') ? 'dark' : 'light';
  const { planned, findings } = draftCards(parseDraft(text, { path: null }), {
    theme,
    lineNumbers: false,
    most: 4,
  });
  expect(findings).toEqual([]);
  const pictures = new Map<string, Uint8Array>();
  for (const card of planned.values()) {
    const result = await drawCard(card, theme, { files: fonts, missing: '' });
    if ('problem' in result) throw new Error(result.problem);
    pictures.set(card.parts === 1 ? `${name}.png` : `${name}-${card.part}.png`, result.png);
  }
  return pictures;
}

/** Cards as they were looked at, one by one; `UPDATE=1` draws them anew, to be looked at again. */
describe('a card is drawn as it was looked at, byte for byte', () => {
  const names = readdirSync(golden).map((name) => name.replace(/\.md$/, ''));
  it('has 24 of them', () => expect(names).toHaveLength(24));
  it.each(names)(
    '%s',
    async (name) => {
      const pictures = await drawn(name);
      expect(pictures.size).toBeGreaterThan(0);
      for (const [file, png] of pictures) {
        const path = join(images, file);
        if (process.env['UPDATE'] === '1') writeFileSync(path, png);
        expect(existsSync(path), file).toBe(true);
        expect(Buffer.from(png).equals(readFileSync(path)), file).toBe(true);
      }
    },
    60_000,
  );
});

/** The revision under which the goldens were looked at last, and a hash over all of their bytes. */
type Looked = { readonly revision: number; readonly sha256: string };

/** Whether the revision has to be raised; undefined where it says what the goldens say. */
function revisionProblem(looked: Looked, revision: number, sha256: string): string | undefined {
  if (looked.sha256 === sha256)
    return revision === looked.revision ? undefined : 'CARD_REVISION was raised, and no golden changed';
  return revision > looked.revision
    ? undefined
    : `goldens changed: raise CARD_REVISION above ${looked.revision}, or the cache shows cards as they were`;
}

describe('cards that come out otherwise are drawn anew', () => {
  const path = join(import.meta.dirname, 'golden-revision.json');
  const hash = createHash('sha256');
  for (const name of readdirSync(images).sort()) hash.update(name).update(readFileSync(join(images, name)));
  const sha256 = hash.digest('hex');

  it('because their revision was raised with the goldens', () => {
    const looked = JSON.parse(readFileSync(path, 'utf8')) as Looked;
    expect(revisionProblem(looked, CARD_REVISION, sha256)).toBeUndefined();
    if (process.env['UPDATE'] === '1')
      writeFileSync(path, `${JSON.stringify({ revision: CARD_REVISION, sha256 }, null, 2)}\n`);
    else expect(looked, 'run this test with UPDATE=1').toEqual({ revision: CARD_REVISION, sha256 });
  });

  it.each<[string, Looked, number, RegExp | undefined]>([
    ['nothing changed', { revision: 4, sha256: 'a' }, 4, undefined],
    ['both changed', { revision: 3, sha256: 'b' }, 4, undefined],
    ['the bytes alone', { revision: 4, sha256: 'b' }, 4, /raise CARD_REVISION above 4/],
    ['the number alone', { revision: 3, sha256: 'a' }, 4, /no golden changed/],
  ])('and this is noticed: %s', (_, looked, revision, problem) => {
    const found = revisionProblem(looked, revision, 'a');
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(problem);
  });
});
