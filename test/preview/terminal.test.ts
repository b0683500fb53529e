import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderPreview } from '../../src/preview/render-preview.ts';
import { draft, post, samplePreview, thread } from './sample-preview.ts';

const ESCAPE = '\u001b';

describe('a preview in the terminal', () => {
  it.each([60, 80, 200])('looks as agreed at %i columns', async (columns) => {
    const text = await renderPreview(samplePreview(), { columns, color: false });
    await expect(text).toMatchFileSnapshot(`golden/preview-${columns}.txt`);
  });

  it('looks as agreed in colour', async () => {
    const text = await renderPreview(samplePreview(), { columns: 80, color: true });
    await expect(text.replaceAll(ESCAPE, '␛')).toMatchFileSnapshot('golden/preview-80-color.txt');
  });

  it('says the same with colour and without', async () => {
    const plain = await renderPreview(samplePreview(), { columns: 80, color: false });
    const colored = await renderPreview(samplePreview(), { columns: 80, color: true });
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(plain);
    expect(plain).not.toContain(ESCAPE);
  });

  it.each([32, 40, 60, 80, 120])(
    'fits every line into %i columns, whatever is in the posts',
    async (columns) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { maxLength: 4 }),
          async (texts) => {
            const posts = texts.map((text, index) =>
              post(index + 1, `${text} 1/7`, { added: [['1/7', 'number']] }),
            );
            const preview = {
              draft: draft({ title: texts[0] }),
              threads: [{ thread: thread(posts), durationMs: 1000, endsAt: null }],
              findings: texts.map((message, index) => ({
                code: 'sample',
                severity: 'warning' as const,
                message,
                line: index + 1,
                column: 1,
              })),
            };
            const lines = (await renderPreview(preview, { columns, color: false })).split('\n');
            expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('keeps control characters, escape codes and direction marks of a draft away from the terminal', async () => {
    const evil = '\u001b]0;title\u0007\u001b[2J \u009b31m \u202Ereversed\u2066 \rhidden\u0008\u007f';
    const text = await renderPreview(
      {
        draft: draft({ title: `t${evil}`, path: `p${evil}` }),
        threads: [
          {
            thread: thread([post(1, evil, { media: [{ path: evil, alt: evil }] })], { account: evil }),
            durationMs: 0,
            endsAt: null,
          },
        ],
        findings: [{ code: 'c', severity: 'error', message: evil, line: 1, column: 1 }],
      },
      { columns: 80, color: false },
    );
    expect(text.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g)).toBeNull();
    expect(text).toContain('␛]0;title␇␛[2J');
    expect(text).toContain('⟨U+202E⟩reversed');
  });

  it('shows a post over the limit as such', async () => {
    const text = await renderPreview(
      {
        draft: draft(),
        threads: [{ thread: thread([post(1, 'x', { length: 292 })]), durationMs: 0, endsAt: null }],
        findings: [],
      },
      { columns: 80, color: false },
    );
    expect(text).toContain('292/280 (12 over)');
  });

  it('writes out where the links lie on a network that lays them over words', async () => {
    const sample = post(1, 'Read about tail latency. Ünïcode first.', {
      facets: [['tail latency', 'https://example.org/tail']],
    });
    const text = await renderPreview(
      {
        draft: draft(),
        threads: [
          {
            thread: thread([sample], { network: 'bluesky', limit: 300, unit: 'graphemes' }),
            durationMs: 0,
            endsAt: null,
          },
        ],
        findings: [],
      },
      { columns: 80, color: false },
    );
    expect(text).toContain('↗ tail latency: https://example.org/tail');
  });

  it('tells when a thread with a set time will end', async () => {
    const text = await renderPreview(
      {
        draft: draft(),
        threads: [
          {
            thread: thread([post(1, 'x')]),
            durationMs: 0,
            endsAt: '2026-03-09T08:00:05.000Z',
            ends: 'set to end Mon 9 Mar, 09:00 (Europe/Berlin)',
          },
        ],
        findings: [],
      },
      { columns: 80, color: false },
    );
    expect(text).toContain('set to end Mon 9 Mar, 09:00 (Europe/Berlin)');
  });
});
