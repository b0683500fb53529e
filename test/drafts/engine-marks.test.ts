import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { HOLE } from '../../src/drafts/markup/hole.ts';
import { PANDOC_MARKS } from '../../src/drafts/markup/pandoc-marks.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const parse = (text: string, path = 'a.md') => parseDraft(text, { path, siteUrl: 'https://example.org' });
const words = (text: string, path?: string): string => draftWords(parse(text, path)).join(' ');
const findings = (text: string, path?: string): string[] =>
  parse(text, path).findings.map(({ code }) => code);

describe('marks of one engine leave only the author’s words', () => {
  it.each([...PANDOC_MARKS])('$name', ({ sample, leaves }) => expect(words(sample)).toBe(leaves));

  it.each([
    ['bookdown’s tables', 'Table \\@ref(tab:rain-1) shows it.', `Table ${HOLE} shows it.`],
    ['Quarto’s panels', '::: {#fig-masts layout-ncol=2}\n\nTwo masts.\n:::', 'Two masts.'],
    ['the list of works', 'It rose.\n\n::: {#refs}\n:::', 'It rose.'],
    ['a note with an id', '::: {#tide .callout-tip}\n## Mind it\nIt comes.\n:::', 'Mind it It comes.'],
    ['two classes', '::: {.column-body .wide}\nIt comes.\n:::', 'It comes.'],
    ['colons on both sides', '::: aside :::\nIt comes.\n:::', 'It comes.'],
    [
      'nested divs',
      ':::: {.columns}\n::: {.column width="50%"}\nOne.\n:::\n::: {.column}\nTwo.\n:::\n::::',
      'One. Two.',
    ],
    ['Qiita’s notes', ':::note warn\n潮は速い。\n:::', '潮は速い。'],
    ['Zenn’s messages', ':::message alert\n潮は速い。\n:::', '潮は速い。'],
    [
      'tabs of MkDocs',
      '=== "On a Mac"\n\n    Use the cable.\n\n=== "Linux"\n\n    Use the port.',
      'On a Mac Use the cable. Linux Use the port.',
    ],
  ])('%s', (_, text, expected) => expect(words(text)).toBe(expected));

  it.each([
    ['code that begins with r', 'The call `r x` is code.'],
    ['a note with a title', ':::note Before you go\nDry it.\n:::'],
    ['an address', 'See \\@ref and @ref(x).'],
    ['an underlined heading', 'Radar\n===\n\nIt rose.'],
  ])('%s is left as it is', (_, text) => expect(findings(text)).not.toContain('template-value'));

  it('a number that only the engine knows is reported', () =>
    expect(findings('See Figure \\@ref(fig:mast).')).toEqual(['template-value']));
});
