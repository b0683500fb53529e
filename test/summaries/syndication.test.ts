import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSyndication } from '../../src/summaries/writing/add-syndication.ts';

const A = 'https://x.com/me/status/1';
const B = 'https://bsky.app/profile/me/post/2';
const written = (source: string, ...urls: readonly string[]): string => {
  const result = addSyndication(source, urls);
  if ('refused' in result) throw new Error(result.refused);
  return result.text;
};

describe('addresses of what went out, written into a post', () => {
  it.each([
    ['a new key', '---\ntitle: A\n---\nText\n', `---\ntitle: A\nsyndication:\n  - "${A}"\n---\nText\n`],
    [
      'a new key below a list',
      '---\ntags:\n- a\n- b\n---\nText',
      `---\ntags:\n- a\n- b\nsyndication:\n  - "${A}"\n---\nText`,
    ],
    [
      'a list',
      '---\nsyndication:\n    -   https://a.example/1  # first\ntitle: A\n---\n',
      `---\nsyndication:\n    -   https://a.example/1  # first\n    -   "${A}"\ntitle: A\n---\n`,
    ],
    [
      'a list in brackets',
      '---\nsyndication: [ https://a.example/1 ]\n---\n',
      `---\nsyndication: [ https://a.example/1, "${A}" ]\n---\n`,
    ],
    ['an empty list', '---\nsyndication: []\n---\n', `---\nsyndication: ["${A}"]\n---\n`],
    [
      'one address',
      '---\nsyndication: https://a.example/1\ntitle: A\n---\n',
      `---\nsyndication:\n  - "https://a.example/1"\n  - "${A}"\ntitle: A\n---\n`,
    ],
    [
      'one address with a comment',
      '---\nsyndication: https://a.example/1  # mine\ntitle: A\n---\n',
      `---\nsyndication:  # mine\n  - "https://a.example/1"\n  - "${A}"\ntitle: A\n---\n`,
    ],
    [
      'one address in quotes',
      `---\nsyndication:   'https://a.example/#1' # mine\ntitle: A\n---\n`,
      `---\nsyndication: # mine\n  - "https://a.example/#1"\n  - "${A}"\ntitle: A\n---\n`,
    ],
    [
      'nothing but a comment',
      '---\r\nsyndication:  # to fill\r\ntitle: A\r\n---\r\n',
      `---\r\nsyndication:  # to fill\r\n  - "${A}"\r\ntitle: A\r\n---\r\n`,
    ],
    ['a null', '---\nsyndication: ~ # none\n---\n', `---\nsyndication: # none\n  - "${A}"\n---\n`],
    ['nothing', '---\nsyndication:\ntitle: A\n---\n', `---\nsyndication:\n  - "${A}"\ntitle: A\n---\n`],
    [
      'Windows line ends',
      '---\r\ntitle: A\r\n---\r\nText\r\n',
      `---\r\ntitle: A\r\nsyndication:\r\n  - "${A}"\r\n---\r\nText\r\n`,
    ],
    [
      'odd spacing and comments',
      '---\n# mine\ntitle:   "A"   # so\n\n---  \n\n\nText  \n',
      `---\n# mine\ntitle:   "A"   # so\n\nsyndication:\n  - "${A}"\n---  \n\n\nText  \n`,
    ],
    ['TOML', '+++\ntitle = "A"\n+++\nText\n', `+++\ntitle = "A"\nsyndication = ["${A}"]\n+++\nText\n`],
    [
      'TOML with a table',
      '+++\ntitle = "A"\ntags = [\n  "a",\n]\n[params]\n  mood = "b"\n+++\n',
      `+++\ntitle = "A"\ntags = [\n  "a",\n]\nsyndication = ["${A}"]\n[params]\n  mood = "b"\n+++\n`,
    ],
    [
      'a TOML list',
      '+++\nsyndication = [\n  "https://a.example/1",\n]\n+++\n',
      `+++\nsyndication = [\n  "https://a.example/1","${A}"\n]\n+++\n`,
    ],
    [
      'a file with a byte order mark',
      '\ufeff---\ntitle: A\n---\nText\n',
      `\ufeff---\ntitle: A\nsyndication:\n  - "${A}"\n---\nText\n`,
    ],
    ['no front matter', 'Text\n', `---\nsyndication:\n  - "${A}"\n---\n\nText\n`],
  ])('go into %s, and leave the rest as it is', (_, source, wanted) => {
    expect(written(source, A)).toBe(wanted);
  });

  it('are not added twice', () => {
    const once = written('---\ntitle: A\n---\n', A, A, B);
    expect(once).toBe(`---\ntitle: A\nsyndication:\n  - "${A}"\n  - "${B}"\n---\n`);
    expect(written(once, B, A)).toBe(once);
  });

  it.each([
    ['what is no address', '---\ntitle: A\n---\n', ['javascript:alert(1)']],
    [
      'an address that would break out of its quotes',
      '---\ntitle: A\n---\n',
      ['https://a.example/"\nevil: true'],
    ],
    ['JSON', '{\n"title": "A"\n}\n', [A]],
    ['front matter that is no list of keys', '---\n{title: A, b: 1}\n---\nText\n', [A]],
    ['a block of keys', '---\nsyndication:\n  x: 1\n---\n', [A]],
    ['an alias', '---\na: &a [x]\nsyndication: *a\n---\n', [A]],
    ['broken front matter', '---\ntitle: [\n---\nText\n', [A]],
  ])('are refused for %s, with a reason', (_, source, urls) => {
    const result = addSyndication(source, urls);
    expect(result).toHaveProperty('refused');
  });

  it('leave every byte of every other line as it was', () => {
    const line = fc.constantFrom(
      'title: A',
      'tags: [a, b]',
      '# note',
      'x:',
      '  - 1',
      'y: |',
      '  text',
      'syndication: []',
      'z: "q"  ',
      '',
      'syndication:',
      '  - https://a.example/1',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.string(),
        fc.constantFrom('\n', '\r\n'),
        (lines, text, end) => {
          const source = `---${end}${lines.map((one) => one + end).join('')}---${end}${text}`;
          const result = addSyndication(source, [A]);
          if ('refused' in result) return;
          const before = source.split('\n');
          const now = result.text.split('\n');
          expect(result.text.endsWith(`---${end}${text}`)).toBe(true);
          const kept = before.filter((one) => !/syndication/.test(one) && !/a\.example/.test(one));
          let at = 0;
          for (const one of now) if (one === kept[at]) at += 1;
          expect(at).toBe(kept.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
