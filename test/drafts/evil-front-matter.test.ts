import { afterEach, describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const ran = globalThis as { evil?: boolean };
afterEach(() => {
  delete ran.evil;
});

describe('front matter never runs, whatever it is', () => {
  it.each([
    'js',
    ' js',
    'javascript',
    'JS',
    'coffee',
    'coffeescript',
    'cson',
    'json',
    'toml',
    'xml',
    'constructor',
  ])('---%s', (language) => {
    const text = `---${language}\n{ a: (globalThis.evil = true) }\n---\nwords`;
    const { findings, blocks } = parseDraft(text, { path: null });
    expect(findings).toMatchObject([
      {
        code: 'front-matter-language',
        severity: 'error',
        line: 1,
        message: expect.stringMatching(new RegExp(language.trim(), 'i')),
      },
    ]);
    expect(blocks).toMatchObject([{ runs: [{ text: 'words' }] }]);
    expect(ran.evil).toBeUndefined();
  });

  it('is not TOML between plus signs either', () => {
    const { findings, blocks } = parseDraft('+++\nlang = "en"\n+++\nwords', { path: null });
    expect(findings).toMatchObject([{ code: 'front-matter-language', line: 1 }]);
    expect(blocks).toHaveLength(1);
  });

  it.each([
    'summary: !!js/function "function () { globalThis.evil = true }"',
    'summary: !!js/undefined ""',
    'summary: !<tag:yaml.org,2002:js/regexp> /a/',
  ])('%s', (yaml) => {
    const { findings } = parseDraft(`---\n${yaml}\n---\nwords`, { path: null });
    expect(findings).toMatchObject([{ code: 'front-matter-yaml', line: 2 }]);
    expect(ran.evil).toBeUndefined();
  });

  it('does not expand a billion laughs', () => {
    const levels = 'bcdefghij'.split('').map((name, index) => {
      const before = 'abcdefghij'.charAt(index);
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
    });
    const yaml = ['a: &a [lol]', ...levels, 'tags: *j'].join('\n');
    const { findings, settings } = parseDraft(`---\n${yaml}\n---\nwords`, { path: null });
    expect(findings).toMatchObject([
      { code: 'front-matter-yaml', message: expect.stringContaining('aliases') },
    ]);
    expect(settings.tags).toEqual([]);
  });

  it.each(['tags: &a [*a]', 'tags: &a {b: *a}', 'cover: &c {image: *c}'])('survives a loop: %s', (yaml) => {
    expect(parseDraft(`---\n${yaml}\n---\nwords`, { path: null }).findings).toHaveLength(1);
  });

  it('leaves prototypes alone', () => {
    const yaml =
      '__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\nhasOwnProperty: x\ntoString: y';
    const parsed = parseDraft(`---\n${yaml}\nx: {__proto__: {style: tight}}\n---\nwords`, { path: null });
    expect(parsed.findings).toEqual([]);
    expect(parsed.settings.perNetwork.x).toEqual({});
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    ['brackets', `a: ${'['.repeat(60_000)}`],
    ['braces', `a: ${'{a: '.repeat(15_000)}`],
    ['dashes', '- '.repeat(30_000)],
    ['questions', '? '.repeat(30_000)],
    ['indentation', Array.from({ length: 340 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['length', 'a: b\n'.repeat(100_000)],
    ['keys', Array.from({ length: 3000 }, (_, index) => `k${index}:`).join('\n')],
  ])('is not brought down by %s', (_name, yaml) => {
    const { blocks } = parseDraft(`---\nt: x\n${yaml}\n---\nwords`, { path: null });
    expect(blocks.at(-1)).toMatchObject({ runs: [{ text: 'words' }] });
  });

  it('gives a broken file its findings every time, not only the first', () => {
    const parse = () => parseDraft('---\ntitle: [\n---\nwords', { path: null }).findings;
    expect(parse()).toEqual(parse());
    expect(parse()).not.toEqual([]);
  });
});
