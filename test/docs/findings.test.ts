import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DRAFT_FINDINGS } from '../../src/drafts/finding-codes.ts';
import { SUMMARY_FINDINGS } from '../../src/summaries/finding-codes.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/findings.md'), 'utf8');
const entries = [...page.matchAll(/^## `([a-z0-9-]+)`\n\n(Error|Warning|Info)(, fixable)?\. /gm)].map(
  ([, code = '', severity = '', fixable = '']) => ({ code, kind: severity.toLowerCase() + fixable }),
);

/** Codes that stand in the sources as the code of a finding, wherever they are made. */
function codesInSources(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?:drafts|threads|networks|summaries|cli)[\\/].*\.ts$/.test(file),
  );
  const found = files.flatMap((file) => [
    ...readFileSync(join(root, 'src', file), 'utf8').matchAll(
      /\bcode: '([a-z]+(?:-[a-z]+)+|cashtags)'|say\('([a-z-]+)'/g,
    ),
  ]);
  return [...new Set(found.map(([, made, said]) => made ?? said ?? ''))];
}

describe('docs/findings.md', () => {
  it('has an entry for every code', () => {
    const listed = new Set(entries.map(({ code }) => code));
    const known = [...Object.keys(DRAFT_FINDINGS), ...Object.keys(SUMMARY_FINDINGS), ...codesInSources()];
    expect(known.filter((code) => !listed.has(code))).toEqual([]);
  });

  it('is in order, each code once', () => {
    const codes = entries.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it('tells each draft finding’s severity, and whether it is fixable', () => {
    for (const [code, severity] of Object.entries(SUMMARY_FINDINGS)) {
      expect([code, entries.find((entry) => entry.code === code)?.kind]).toEqual([code, severity]);
    }
    for (const [code, { severity, ...rest }] of Object.entries(DRAFT_FINDINGS)) {
      const kind = 'fixable' in rest ? `${severity}, fixable` : severity;
      expect([code, entries.find((entry) => entry.code === code)?.kind]).toEqual([code, kind]);
    }
  });
});
