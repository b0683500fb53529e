import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/drafts/kind.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const LINKS =
  '- [One](https://example.org/1)\n- [Two](https://example.org/2)\n- [Three](https://example.org/3)\n';

describe('a draft is of the kind that it looks like', () => {
  it.each<[string, Kind, string | undefined]>([
    ['[Paper Reading: Lantern]\nwords', 'paper', 'Paper Reading: Lantern'],
    ['[Two papers] words', 'paper', 'Two papers'],
    ['[ML Grind]\nwords', 'update', 'ML Grind'],
    ['[Workshop Log] Day two\nwords', 'update', 'Workshop Log'],
    ['[Log]: shipped it', 'update', 'Log'],
    ['**[Log]** words', 'update', 'Log'],
    ['[Log](https://example.org) words', 'post', undefined],
    ['[log]: https://example.org\n\nwords [log]', 'post', undefined],
    ['[0] https://example.org', 'post', undefined],
    ['[ ] todo', 'post', undefined],
    ['[^1] words\n\n[^1]: note', 'post', undefined],
    [LINKS, 'links', undefined],
    [`# Finds\n\nfive words in the intro\n\n${LINKS}`, 'links', 'Finds'],
    [`${'Many more words than in the list. '.repeat(9)}\n\n${LINKS}`, 'post', undefined],
    ['- One [link](https://example.org) among words\n- Two\n- Three', 'post', undefined],
    ['---\ntitle: A\npermalink: /a\n---\nwords', 'article', 'A'],
    ['---\nlayout: post\n---\n# Heading\n\nwords', 'article', 'Heading'],
    ['---\nslug: a\nkind: post\n---\nwords', 'post', undefined],
    [`---\npermalink: /a\n---\n${LINKS}`, 'links', undefined],
    ['---\ncanonical: https://example.org/a\n---\n[Log] words', 'update', 'Log'],
    ['---\ntitle: A\ntags: b\n---\nwords', 'post', 'A'],
    ['words', 'post', undefined],
  ])('%j is %s, titled %s', (text, kind, title) => {
    const draft = parseDraft(text, { path: null });
    expect([draft.kind, draft.title]).toEqual([kind, title]);
  });
});
