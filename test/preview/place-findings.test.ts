import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { placeFindings } from '../../src/preview/place-findings.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

/** The number of the post under which each code is told. */
function placed(source: string): [string, number][] {
  const draft = parseDraft(source, { path: null });
  const thread = buildThread(draft, xProfile());
  return [...placeFindings(draft, thread, draft.findings)].flatMap(([post, findings]) =>
    findings.map(({ code }): [string, number] => [code, post]),
  );
}

describe('a finding is told under the post that shows its place', () => {
  it.each([
    ['table-links', '| Heron | Height |\n| --- | --- |\n| [Grey](https://example.org) | 98 |'],
    ['indented-code', '    The heron is grey and stands in the water.\n    The egret is white.'],
    ['indented-code', '    The heron is grey and stands in the water.'],
    ['formula-as-text', 'Its height is $h_q$.'],
  ])('a %s that opens the second post', (code, block) => {
    expect(placed(`The first post is of herons.\n\n---\n\n${block}`)).toEqual([[code, 2]]);
  });
});
