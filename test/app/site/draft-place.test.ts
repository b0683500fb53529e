import { expect, it } from 'vitest';
import { loadDraft } from '../../../src/app/drafts/load-draft.ts';
import { openProject } from '../../../src/app/project/project.ts';
import { fakeIo } from '../../cli/fake-io.ts';
import { siteFolder } from './site-folder.ts';

const { put, path } = siteFolder();

it.each([
  ['posts/ropes.md', undefined],
  ['content/ropes.md', true],
])('%s is or is no post of a blog, however its path is given', async (file, isOfBlog) => {
  put({
    'blog/config/threadmill.yaml': 'site:\n  url: https://gauge.example.org\n',
    [`blog/${file}`]: '---\ntitle: Ropes\n---\n\nAny fool can tie one.\n',
  });
  const project = await openProject(fakeIo({ cwd: path('blog') }), () =>
    Promise.reject(new Error('no wires')),
  );
  for (const given of [file, path(`blog/${file}`)])
    expect((await loadDraft(given, project)).draft.isOfBlog).toBe(isOfBlog);
});
