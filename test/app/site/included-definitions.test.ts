import { expect, it } from 'vitest';
import { siteFolder, urlsOf } from './site-folder.ts';

const { put, draftOf } = siteFolder();

const SITE = {
  '_config.yml': 'url: https://gauge.example.io\n',
  '_includes/references.md':
    '{% comment %} all {% endcomment %}\nNot a word of this.\n[the log]: /log/ "Log"\n[Gate]: https://gate.example.io/\n[1]: https://one.example\n[odd]: {{ page.odd }}\n',
};

const found = async (text: string): Promise<{ urls: string[]; findings: string[]; words: string }> => {
  put({ ...SITE, '_posts/2026-01-05-a.md': text });
  const draft = await draftOf('_posts/2026-01-05-a.md');
  const findings = draft.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  return { urls: urlsOf(draft), findings, words: JSON.stringify(draft.blocks) };
};

it('takes the definitions of links from a text that the draft includes, and nothing else', async () => {
  const { urls, findings, words } = await found(
    'We read [the log][], and [it][gate] shut.\n\n{% include references.md %}\n',
  );
  expect(urls).toEqual(['https://gauge.example.io/log/', 'https://gate.example.io/']);
  expect(findings).toEqual([]);
  expect(words).not.toContain('Not a word');
});

it('goes by the draft’s own definitions first', async () => {
  const { urls, findings } = await found(
    'We read [the log][].\n\n{% include references.md %}\n\n[the log]: https://own.example/\n',
  );
  expect(urls).toEqual(['https://own.example/']);
  expect(findings).toEqual([]);
});

it.each([
  ['a number, which is a mark of the text', '[it][1]'],
  ['an address that only the blog can work out', '[it][odd]'],
])('does not take %s', async (_, link) => {
  expect((await found(`We read ${link} twice.\n\n{% include references.md %}\n`)).urls).toEqual([]);
});

it.each([
  ['a file that is not there', '{% include others.md %}'],
  ['a file outside the site’s folder', '{% include ../../a.md %}'],
  ['another way to include', '{% include_relative references.md %}'],
])('keeps the words of a link with %s', async (_, tag) => {
  const { urls, findings } = await found(`We read [the log][] twice.\n\n${tag}\n`);
  expect({ urls, findings }).toEqual({ urls: [], findings: ['link-without-target'] });
});

it('puts no definition into code that is not closed', async () => {
  const { words } = await found('We read [the log][].\n\n{% include references.md %}\n\n```\nlog();\n');
  expect(words).not.toContain('/log/');
});
