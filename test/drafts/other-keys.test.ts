import { describe, expect, it } from 'vitest';
import { OTHER_KEYS } from '../../src/drafts/front-matter/other-keys.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const findings = (yaml: string) =>
  parseDraft(`---\n${yaml}\n---\n\nThe lamp is lit.`, { path: null }).findings;

describe('a key that people know from other tools', () => {
  it.each(OTHER_KEYS.map(({ example, ours, severity, why }) => [example, ours, severity, why] as const))(
    '%s is told to be %s',
    (example, ours, severity, why) => {
      expect(findings(example)).toMatchObject([{ code: 'setting-near-miss', severity, line: 2, column: 1 }]);
      expect(findings(example)[0]?.message).toContain(`so ${why}; write \`${ours}\``);
    },
  );

  it.each([
    'Spoiler_Text: food',
    'spoiler-text: food',
    'CW: food',
    'scheduledAt: 2030-06-01',
    'scheduled: next',
    'langs: [de]',
  ])('is known in other spellings: %s', (yaml) =>
    expect(findings(yaml)).toMatchObject([{ code: 'setting-near-miss' }]),
  );

  it.each(['schedule: Mondays', 'hidden: false', 'nsfw: no', 'private:', 'spoiler: How it ends'])(
    'is the blog’s own where its value is another: %s',
    (yaml) => expect(findings(yaml)).toEqual([]),
  );
});

it.each(['draft: true', 'published: false'])('%s is said to be not ready', (yaml) => {
  expect(findings(yaml)).toMatchObject([{ code: 'marked-draft', line: 2 }]);
  expect(findings(yaml)[0]?.message).toContain(`\`${yaml}\``);
});
