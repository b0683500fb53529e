import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DRAFT_FINDINGS } from '../../src/drafts/finding-codes.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/findings.md'), 'utf8');
const entries = [...page.matchAll(/^## `([a-z0-9-]+)`\n\n(Error|Warning|Info)(, fixable)?\. /gm)];

describe('docs/findings.md', () => {
  it('has every code that a draft can be given, with its severity', () => {
    const documented = new Map(entries.map(([, code, severity, fixable]) => [code, { severity, fixable }]));
    for (const [code, entry] of Object.entries(DRAFT_FINDINGS)) {
      const { severity, fixable } = documented.get(code) ?? {};
      expect([code, severity?.toLowerCase()]).toEqual([code, entry.severity]);
      expect([code, fixable !== undefined]).toEqual([code, 'fixable' in entry]);
    }
  });

  it('is in the order of the alphabet, each code once', () => {
    const codes = entries.map(([, code]) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes).toHaveLength(page.match(/^## /gm)?.length ?? 0);
  });
});

describe('the table of findings', () => {
  it('is in the order of the alphabet', () => {
    const codes = Object.keys(DRAFT_FINDINGS);
    expect(codes).toEqual([...codes].sort());
  });
});
