import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { loadDraft } from '../../../src/app/drafts/load-draft.ts';
import { openProject, type Project } from '../../../src/app/project/project.ts';
import type { Block, Draft, Run } from '../../../src/drafts/draft.ts';
import { fakeIo } from '../../cli/fake-io.ts';

/** A folder with a project for each test; `put` writes a file, `draftOf` reads one as a draft. */
export function siteFolder(): {
  readonly path: (file: string) => string;
  readonly put: (files: Readonly<Record<string, string | Uint8Array>>) => void;
  readonly project: () => Promise<Project>;
  readonly draftOf: (file: string) => Promise<Draft>;
} {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'threadmill-site-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = (file: string): string => join(folder, file);
  const project = (): Promise<Project> =>
    openProject(fakeIo({ cwd: folder }), () => Promise.reject(new Error('no wires')));
  return {
    path,
    put: (files) => {
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(dirname(path(file)), { recursive: true });
        writeFileSync(path(file), content);
      }
    },
    project,
    draftOf: async (file) => (await loadDraft(file, await project())).draft,
  };
}

/** The URLs of a draft's links, in reading order. */
export function urlsOf({ blocks }: Pick<Draft, 'blocks'>): string[] {
  const ofRuns = (runs: readonly Run[]): string[] =>
    runs.flatMap((run) => (run.type === 'link' ? [run.url] : []));
  const ofBlock = (block: Block): string[] => {
    if (block.type === 'paragraph' || block.type === 'heading') return ofRuns(block.runs);
    if (block.type === 'list') return block.items.flatMap((item) => item.blocks.flatMap(ofBlock));
    return block.type === 'quote' ? block.blocks.flatMap(ofBlock) : [];
  };
  return blocks.flatMap(ofBlock);
}

/** The errors of a draft, as `code: message`. */
export const errorsOf = ({ findings }: Pick<Draft, 'findings'>): string[] =>
  findings.flatMap(({ severity, code, message }) => (severity === 'error' ? [`${code}: ${message}`] : []));
