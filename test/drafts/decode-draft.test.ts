import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDraft } from '../../src/drafts/decode-draft.ts';
import { LARGEST_DRAFT } from '../../src/drafts/limits.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

describe('a draft is UTF-8 text, and anything else says what it is', () => {
  it.each([
    ['an empty file', bytes(''), 'draft-empty', 1, 1],
    ['white space only', bytes(' \r\n\t\n'), 'draft-empty', 1, 1],
    ['UTF-16, little end first', bytes([0xff, 0xfe, 0x41, 0]), 'draft-utf16', 1, 1],
    ['UTF-16, big end first', bytes([0xfe, 0xff, 0, 0x41]), 'draft-utf16', 1, 1],
    ['a NUL byte', bytes('one\ntwo', [0], 'x'), 'draft-not-text', 2, 4],
    ['Latin-1', bytes('caf', [0xe9], ' noir'), 'draft-not-text', 1, 4],
    ['a byte after umlauts', bytes('ä\nöü', [0xff]), 'draft-not-text', 2, 3],
    ['an overlong form', bytes([0xc0, 0xaf]), 'draft-not-text', 1, 1],
    ['a surrogate', bytes('a', [0xed, 0xa0, 0x80]), 'draft-not-text', 1, 2],
    ['a sequence cut short', bytes('a', [0xe2, 0x82]), 'draft-not-text', 1, 2],
    ['more than the largest draft', new Uint8Array(LARGEST_DRAFT + 1).fill(0x61), 'draft-too-large', 1, 1],
  ])('%s', (_name, input, code, line, column) => {
    const decoded = decodeDraft(input);
    expect('finding' in decoded && decoded.finding).toMatchObject({ code, severity: 'error', line, column });
  });

  it('takes a byte order mark off, and notes it', () => {
    const decoded = decodeDraft(bytes([0xef, 0xbb, 0xbf], 'ahoj'));
    expect(decoded).toMatchObject({ text: 'ahoj', note: { code: 'byte-order-mark', severity: 'info' } });
  });

  it('gives back any text that is not blank', () => {
    const text = fc
      .string({
        unit: fc.integer({ min: 1, max: 0xd7ff }).map((code) => String.fromCodePoint(code)),
        maxLength: 40,
      })
      .filter((value) => value.trim() !== '' && !/[\0\ufeff]/.test(value));
    fc.assert(
      fc.property(text, (value) => {
        expect(decodeDraft(new TextEncoder().encode(value))).toEqual({ text: value });
      }),
      { numRuns: 50 },
    );
  });

  it('refuses what the platform refuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 12 }), (input) => {
        if (
          input.includes(0) ||
          /^\ufffe|^\ufeff/.test(String.fromCharCode(((input[0] ?? 0) << 8) | (input[1] ?? 0)))
        )
          return;
        const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
        let valid = true;
        try {
          strict.decode(input);
        } catch {
          valid = false;
        }
        const decoded = decodeDraft(input);
        const refused = 'finding' in decoded && decoded.finding.code === 'draft-not-text';
        expect(refused).toBe(!valid);
      }),
      { numRuns: 2000 },
    );
  });
});
