import { relative } from 'node:path';
import { type DemoDrafts, exampleDrafts } from '../../app/demo/demo-drafts.ts';
import { type DemoDraft, mostTelling } from '../../app/demo/publish-to-sandbox.ts';
import { eachDraft } from '../../app/drafts/each-draft.ts';
import { loadDraft } from '../../app/drafts/load-draft.ts';
import { hasErrors, preparePreview } from '../../app/drafts/prepare-preview.ts';
import type { Project } from '../../app/project/project.ts';
import { Refusal } from '../../app/refusal.ts';
import { renderPreview } from '../../preview/render-preview.ts';
import { draftNotices } from '../lines/draft-notice.ts';
import type { Io } from './io.ts';
import { wires } from './open-project.ts';

/** What was shown: the drafts that could be published, and whether the others only lack the author's own words. */
type Shown = { readonly fit: readonly DemoDraft[]; readonly isFresh: boolean };

async function showAll({ project, files }: DemoDrafts, io: Io): Promise<Shown> {
  const fit: DemoDraft[] = [];
  const errors: string[] = [];
  await eachDraft(files, draftNotices(io), async (file) => {
    const loaded = await loadDraft(file, project);
    const shown = { ...loaded, draft: { ...loaded.draft, path: relative(project.root, file) } };
    const preview = await preparePreview(shown, project, { networks: ['x'] });
    io.stdout.writeDraft(`${await renderPreview(preview, io)}\n`);
    errors.push(...preview.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code));
    const thread = preview.threads[0]?.thread;
    if (thread !== undefined && !hasErrors(preview)) fit.push({ file, source: loaded.source, thread });
  });
  return { fit, isFresh: errors.length > 0 && errors.every((code) => code === 'template-text') };
}

/** Shows the project's drafts, or the examples too if it is new; returns the draft to publish, with its project. */
export async function chooseDemoDraft(
  own: DemoDrafts,
  io: Io,
): Promise<{ readonly project: Project; readonly draft: DemoDraft }> {
  const { fit, isFresh } = await showAll(own, io);
  const draft = mostTelling(fit);
  if (draft !== undefined) return { project: own.project, draft };
  if (!isFresh) throw new Refusal('draft', 'None of the drafts can be published: see the errors above.');
  io.stdout.write(
    'This is still the template, which is never published. The demo continues with Threadmill’s examples.\n\n',
  );
  return chooseDemoDraft(await exampleDrafts(io, wires), io);
}
