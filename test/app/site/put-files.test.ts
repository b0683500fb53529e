import { describe, expect, it } from 'vitest';
import { siteFolder } from './site-folder.ts';

const { put, draftOf } = siteFolder();

const said = async (name: string, files: Readonly<Record<string, string>>): Promise<string[]> => {
  put({
    ...files,
    'notes/2026/gate.md': `---\ntitle: Gate\ndate: 2026-05-04\n---\n\nIt rose.\n\n{{< include ${name} >}}\n\nIt fell.\n`,
  });
  return (await draftOf('notes/2026/gate.md')).findings.flatMap(({ severity, message }) =>
    severity === 'info' ? [] : [message],
  );
};

describe('a file that Quarto puts into a text', () => {
  it.each([
    ['only loads and sets', '../_log.qmd', '```{r}\n#| include: false\nlibrary(gauge)\n```\n'],
    [
      'hides code without a result',
      '/notes/_log.qmd',
      '```{r, echo = FALSE}\nset.seed(3)\n```\n<!-- Ana -->\n',
    ],
    ['is empty below its front matter', '../_log.qmd', '---\ntitle: Log\n---\n'],
    [
      'has the line ends of Windows',
      '../_log.qmd',
      '---\r\ntitle: Log\r\n---\r\n```{r}\r\n#| include: false\r\nx\r\n```\r\n',
    ],
  ])('is passed over if it %s', async (_, name, text) => {
    expect(await said(name, { 'notes/_log.qmd': text })).toEqual([]);
  });

  it.each([
    ['words', 'It rests.'],
    ['code', '```{r}\nlibrary(gauge)\n```'],
    ['code of no engine', '```\nlevel 3\n```'],
    ['a result', '```{r, echo=FALSE}\nplot(level)\n```'],
  ])('is named in a warning if it shows %s', async (_, text) => {
    expect(await said('../_setup.qmd', { 'notes/_setup.qmd': text })).toEqual([
      expect.stringContaining('puts in what `../_setup.qmd` shows, which no post has'),
    ]);
  });

  it('goes by its name where it is not in the project', async () => {
    expect(await said('../_setup.qmd', {})).toEqual([]);
    expect(await said('../../../_log.qmd', {})).toHaveLength(1);
  });
});
