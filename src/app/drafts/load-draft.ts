import { relative, resolve } from 'node:path';
import { decodeDraft } from '../../drafts/decode-draft.ts';
import type { Draft } from '../../drafts/draft.ts';
import type { Finding } from '../../drafts/finding.ts';
import { type ParseOptions, parseDraft } from '../../drafts/parse-draft.ts';
import { asksSite } from '../../drafts/site-lookup.ts';
import type { Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';
import { readDraftBytes } from './draft-files.ts';

/** A draft with the file it came from. */
export type LoadedDraft = {
  /** Absolute; null for standard input. */
  readonly file: string | null;
  /** The text of the file, decoded, without a byte order mark. */
  readonly source: string;
  /** Whether the file opens with a byte order mark. */
  readonly marked: boolean;
  readonly draft: Draft;
};

/** A file that is not text, with the finding that says why. */
export type UndecodedDraft = { readonly undecoded: Finding };

/**
 * Reads and parses a draft, `-` being standard input. Keeps its path as given.
 *
 * @throws Refusal (draft) if the file can't be read; a binary or empty file is returned as such
 */
export async function readDraft(given: string, project: Project): Promise<LoadedDraft | UndecodedDraft> {
  const decoded = decodeDraft(await readDraftBytes(given, project.around));
  if ('finding' in decoded) return { undecoded: decoded.finding };
  const file = given === '-' ? null : resolve(project.around.cwd, given);
  const draft = parseDraft(decoded.text, {
    path: given === '-' ? null : given,
    place: file === null ? undefined : relative(project.root, file),
    ...(await siteOptions(decoded.text, file, project)),
  });
  return {
    file,
    source: decoded.text,
    marked: decoded.note !== undefined,
    draft: decoded.note === undefined ? draft : { ...draft, findings: [decoded.note, ...draft.findings] },
  };
}

/** Returns what is known of a draft's site. Other files are read only if the draft asks for them. */
async function siteOptions(
  text: string,
  file: string | null,
  project: Project,
): Promise<Pick<ParseOptions, 'siteUrl' | 'site'>> {
  if (!asksSite(text)) return { siteUrl: project.config.site.url };
  const { siteAround } = await import('../site/site-around.ts');
  const { url, lookup } = siteAround(file, project);
  return { siteUrl: url, site: lookup };
}

/** Reads a draft for a command that needs one. @throws Refusal (draft) if it can't be read or is not text */
export async function loadDraft(given: string, project: Project): Promise<LoadedDraft> {
  const loaded = await readDraft(given, project);
  if (!('undecoded' in loaded)) return loaded;
  const { line, column, message, code } = loaded.undecoded;
  throw new Refusal('draft', `${given}:${line}:${column} ${message} (${code}).`);
}
