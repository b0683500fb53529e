import { describe, expect, it } from 'vitest';
import { columnWidth } from '../../src/preview/beside.ts';
import { renderPreview } from '../../src/preview/render-preview.ts';
import type { Thread } from '../../src/threads/thread.ts';
import { draft, post, thread } from './sample-preview.ts';

const TEXT = 'The kiln reached 1,240 °C overnight, and 石 held.';

function preview(...threads: Thread[]) {
  const shown = threads.map((one) => ({ thread: one, durationMs: 1000, endsAt: null }));
  return { draft: draft(), threads: shown, findings: [] };
}

const x: Thread = { ...thread([post(1, TEXT), post(2, 'Two')]), networkName: 'X' };
const fedi: Thread = {
  ...thread([post(1, `${TEXT}\n\nTwo`)]),
  network: 'mastodon',
  networkName: 'Mastodon',
  unit: 'graphemes',
  limit: 500,
};

describe('threads for several networks', () => {
  it('stand side by side where the terminal is wide', async () => {
    const text = await renderPreview(preview(x, fedi), { columns: 120, color: false });
    const heads = text.split('\n').find((line) => line.startsWith('X')) ?? '';
    expect(heads).toContain('Mastodon');
    // The second column begins in the same cell of every line; 石 takes two.
    const starts = text.split('\n').filter((line) => line.includes('│  │'));
    expect(starts.length).toBeGreaterThan(0);
  });

  it('stand one below the other where it is narrow, and where there is no terminal', async () => {
    const text = await renderPreview(preview(x, fedi), { columns: 80, color: false });
    expect(text.split('\n').find((line) => line.startsWith('X'))).not.toContain('Mastodon');
  });

  it('say why they differ in number', async () => {
    const text = await renderPreview(preview(x, fedi), { columns: 120, color: false });
    expect(text.replaceAll('\n', ' ')).toMatch(
      /Why the threads differ: X 2 posts \(\d+ weighted characters, 280 a post\); Mastodon 1 post \(\d+ characters, 500 a post\)/,
    );
    expect(await renderPreview(preview(x, x), { columns: 120, color: false })).not.toContain('Why the');
  });

  it.each([
    [80, 2, undefined],
    [90, 2, 44],
    [136, 3, 44],
    [135, 3, undefined],
    [400, 2, 72],
    [400, 1, undefined],
  ])('in %i cells, %i of them get %s each', (columns, count, width) => {
    expect(columnWidth(columns, count)).toBe(width);
  });

  it('never make a line longer than the terminal', async () => {
    const { default: stringWidth } = await import('string-width');
    for (const columns of [90, 120, 150]) {
      const text = await renderPreview(preview(x, fedi), { columns, color: true });
      for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    }
  });
});
