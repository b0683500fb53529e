import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { draftsOfUpdates } from '../../src/drafts/split-updates.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

const JSON_HEAD = '{\n\t"title": "The lamp: a log",\n  "language": "en",\n  "tags": ["oil", "tin"]\n}';
const parse = (source: string) => parseDraft(source, { path: null });

describe('front matter in JSON', () => {
  it.each([
    ['between lines of ---json', `---json\n${JSON_HEAD}\n---\n\nLamps burn.\n`],
    ['from the first line', `${JSON_HEAD}\n\nLamps burn.\n`],
    ['with Windows line ends', `---json\n${JSON_HEAD}\n---\n\nLamps burn.\n`.replaceAll('\n', '\r\n')],
  ])('is read %s', (_, source) => {
    const { title, settings, blocks, findings } = parse(source);
    expect(title).toBe('The lamp: a log');
    expect(settings.language).toBe('en');
    expect(blocks).toHaveLength(1);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings).toMatchObject([
      { code: 'front-matter-language', severity: 'info' },
      { code: 'title-left-out', severity: 'info' },
    ]);
    expect(readPost(source, { path: 'a.md', canonical: 'https://e.org/a' }).title).toBe('The lamp: a log');
  });

  it('says where a value is wrong', () => {
    const { findings } = parse(
      `---json\n{\n  "title": "Lamps",\n  "publish_at": "some day"\n}\n---\n\nLamps burn.\n`,
    );
    expect(findings.find(({ severity }) => severity === 'error')).toMatchObject({ line: 4 });
  });

  it.each([
    ['is not JSON', '---json\n{ title: 1 + 1 }\n---\n\nLamps burn.\n', 'error'],
    ['is a list', '---json\n["oil"]\n---\n\nLamps burn.\n', 'error'],
  ])('stops a draft where it %s', (_, source, severity) => {
    expect(parse(source).findings).toMatchObject([{ code: 'front-matter-language', severity }]);
  });

  it('is called broken where it is, and not another language', () => {
    const [finding] = parse('---json\n{\n  "title": "Lamps",\n}\n---\n\nLamps burn.\n').findings;
    expect(finding?.message).toContain('not valid JSON');
  });

  it.each([
    ['JSON', `---json\n${JSON_HEAD}\n---\n`],
    ['TOML', '+++\ntitle = "The lamp"\nlanguage = "en"\n+++\n'],
  ])('goes to each part of a file with several updates, without its title: %s', (_, head) => {
    const parts = draftsOfUpdates(`${head}\n[Lamps]\n\nThey burn.\n\n[Bells]\n\nThey ring.\n`);
    expect(parts).toHaveLength(2);
    for (const { draft } of parts) {
      expect(parse(draft).settings.language).toBe('en');
      expect(draft).not.toContain('The lamp');
    }
  });

  it('is text where no key is known', () => {
    const { title, blocks } = parse('{\n  "lamp": 11\n}\n\nLamps burn.\n');
    expect(title).toBeUndefined();
    expect(blocks.length).toBeGreaterThan(1);
  });
});
