import { expect, it } from 'vitest';
import { draftImages } from '../../../src/app/drafts/draft-images.ts';
import { siteFolder } from './site-folder.ts';

const { put, draftOf } = siteFolder();

const imagesOf = async (file: string) =>
  draftImages(await draftOf(file)).map(({ path, alt }) => ({ path, alt }));

const POST = 'It rose.\n\n{{< imgproc mast Resize 800x >}}\nA mast at dawn\n{{< /imgproc >}}\n\nIt fell.\n';

it.each([
  ['by the beginning of its name', ['mast-at-dawn.png'], 'mast-at-dawn.png'],
  ['by a part of it, in other letters', ['The-MAST.JPG'], 'The-MAST.JPG'],
  ['the first of several', ['mast.png', 'mast-featured.png', 'ebb.png'], 'mast-featured.png'],
  ['in spite of other files', ['mast-at-dawn.md', 'mast.webp'], 'mast.webp'],
])('finds a picture beside index.md %s', async (_how, files, path) => {
  put({
    'content/log/rise/index.md': POST,
    ...Object.fromEntries(files.map((name) => [`content/log/rise/${name}`, ''])),
  });
  expect(await imagesOf('content/log/rise/index.md')).toEqual([{ path, alt: 'A mast at dawn' }]);
});

it.each([
  ['there is none', 'content/log/rise/index.md', ['ebb.png']],
  ['the folder is not the text’s own', 'content/log/rise/rise.md', ['mast.png']],
])('warns where %s', async (_why, file, files) => {
  put({ [file]: POST, ...Object.fromEntries(files.map((name) => [`content/log/rise/${name}`, ''])) });
  const draft = await draftOf(file);
  expect(draftImages(draft)).toEqual([]);
  expect(draft.findings).toContainEqual(
    expect.objectContaining({ code: 'not-text-dropped', severity: 'warning' }),
  );
});

const NAMES =
  'It rose:\n\nmast@2x.png\n\nrise.mp4\n\nSee mast@2x.png there.\n\nebb.png https://example.org/ebb\n';

it('shows the files beside index.md that stand alone as a paragraph', async () => {
  const files = ['mast@2x.png', 'a-mast@2x.png', 'rise.mp4', 'ebb.png'];
  put({
    'content/log/rise/index.md': NAMES,
    ...Object.fromEntries(files.map((name) => [`content/log/rise/${name}`, ''])),
  });
  expect((await imagesOf('content/log/rise/index.md')).map(({ path }) => path)).toEqual([
    'mast@2x.png',
    'rise.mp4',
    'ebb.png',
  ]);
});

it('warns of those that are not there, and leaves their names', async () => {
  put({ 'content/log/rise/index.md': NAMES });
  const draft = await draftOf('content/log/rise/index.md');
  expect(draftImages(draft)).toEqual([]);
  expect(draft.findings.filter(({ code }) => code === 'not-text-dropped')).toHaveLength(3);
});
