import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
