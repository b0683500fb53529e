import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { draftsOfUpdates, splitUpdates } from '../../src/drafts/split-updates.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const STREAM = `---
title: Stream
tags: a
---

Above all labels.

[Log] Week one
Read [0].
> item
[0] https://example.org/a
[Log]
Second [sic] line.

\`\`\`
[Not a label]
\`\`\`

[link](https://example.org) is no label, and [1] neither.
`;

describe('a file that holds several updates', () => {
  it('is split at its labels, with the front matter of the whole', () => {
    expect(splitUpdates(STREAM).map(({ opening }) => opening)).toEqual([
      'Above all labels.',
      '[Log] Week one',
      '[Log]',
    ]);
    const [, second] = draftsOfUpdates(STREAM);
    expect(second?.draft).toBe(
      '---\ntags: a\n---\n\n[Log] Week one\nRead [0].\n> item\n[0] https://example.org/a\n',
    );
  });

  it.each([
    ['a link to a definition', 'Words.\n\n[the map] is new.\n\n[The Map]: https://example.org/m\n'],
    ['a footnote’s mark', 'Words.\n\n[^log]\n'],
    ['indented code', 'Words:\n\n    [buoy]\n    driver = x\n'],
  ])('%s is no label', (_, source) => expect(splitUpdates(source)).toHaveLength(1));

  it('is told of, and each update opens a post', () => {
    const draft = parseDraft(STREAM, { path: 'stream.md' });
    expect(draft.findings.filter(({ code }) => code === 'several-updates')).toMatchObject([
      { severity: 'info', line: 8, message: expect.stringContaining('new --split stream.md') },
    ]);
    const opened = buildThread(draft, xProfile()).posts.filter(({ text }) => text.startsWith('[Log]'));
    expect(opened).toHaveLength(2);
  });

  it('is none with one label, or with labels inside text', () => {
    for (const source of [
      '[Log]\nOne.',
      'One [Log] two.',
      '[Log] One.\n\n[0] https://example.org',
      '$$\n[\\mu-2, \\sigma+2]\n[\\mu, \\sigma]\n$$',
      '<pre>\n[server]\n[client]\n</pre>',
      '',
    ])
      expect(splitUpdates(source).length).toBeLessThan(2);
    expect(parseDraft('[Log]\nOne.', { path: null }).findings).toEqual([]);
  });
});
