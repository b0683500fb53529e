import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageSource } from '../../drafts/draft.ts';
import type { Finding } from '../../drafts/finding.ts';
import { mediaType } from '../../photos/media-type.ts';
import { type PhotoFacts, photoFacts } from '../../photos/photo-facts.ts';
import { type Change, type PhotoLimits, planPhoto } from '../../photos/plan-photo.ts';
import { stripMetadata } from '../../photos/strip-metadata.ts';
import { codePoints } from '../../text/code-points.ts';
import type { MediaLimits, Profile } from '../../threads/profile.ts';
import type { Post } from '../../threads/thread.ts';
import type { Project } from '../project/project.ts';
import { findPackage } from './find-package.ts';
import { cacheFolder, keepCached, readCached } from './made-cache.ts';
import { findMedia, type MediaPlaces } from './media-files.ts';

/** A picture as it will go out instead of its file. */
type Photo = { readonly mime: string; readonly bytes: Uint8Array };

/** The pictures of a draft for one network: those that are changed, what is said of them, and what is wrong. */
export type Photos = {
  readonly changed: ReadonlyMap<string, Photo>;
  readonly notes: ReadonlyMap<string, string>;
  /** Paths of moving GIFs. */
  readonly moving: ReadonlySet<string>;
  readonly findings: readonly Finding[];
};

const USUAL_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/** Raised whenever the same picture would be converted to other bytes. */
const PHOTO_REVISION = 1;

const SAID: Readonly<Record<Change, string>> = {
  upright: 'turned upright',
  metadata: 'camera notes removed',
  type: 'converted',
  smaller: 'made smaller',
  still: 'first frame only',
};

type Outcome =
  | { readonly kept: true }
  | { readonly photo: Photo; readonly note: string }
  | { readonly code: string; readonly problem: string; readonly severity?: 'warning' };

const kB = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`;

/** Looks at the pictures of a draft and makes of each what a network takes. The files themselves are never changed. */
export async function preparePhotos(
  images: readonly ImageSource[],
  places: MediaPlaces,
  { media, name }: Profile,
  project: Project,
): Promise<Photos> {
  const changed = new Map<string, Photo>();
  const notes = new Map<string, string>();
  const moving = new Set<string>();
  const findings: Finding[] = [];
  for (const { path, alt, at } of images) {
    const add = (code: string, severity: Finding['severity'], message: string): void => {
      findings.push({ code, severity, message, line: at.line, column: at.column });
    };
    const altLength = codePoints(alt);
    if (altLength > media.altLength)
      add(
        'alt-too-long',
        'error',
        `the alt text of ${path} has ${altLength} characters; ${name} takes ${media.altLength}`,
      );
    const found = await findMedia(path, places);
    if ('code' in found) {
      add(found.code, 'error', found.message);
      continue;
    }
    const read = await readPhoto(found.file, path);
    if ('problem' in read) {
      add(read.code, 'error', read.problem);
      continue;
    }
    const { bytes, facts } = read;
    if (facts.mime === 'image/gif' && facts.frames > 1) moving.add(path);
    if (facts.hasLocation)
      add(
        'photo-location',
        'info',
        `${path} holds the place where it was taken, which is removed from what goes out`,
      );
    const outcome = await prepared(bytes, facts, media, project);
    if ('problem' in outcome) add(outcome.code, outcome.severity ?? 'error', `${path} ${outcome.problem}`);
    else if ('photo' in outcome) {
      changed.set(path, outcome.photo);
      notes.set(path, outcome.note);
    }
  }
  return { changed, notes, moving, findings };
}

type Read =
  | { readonly bytes: Uint8Array; readonly facts: PhotoFacts }
  | { readonly code: string; readonly problem: string };

async function readPhoto(file: string, path: string): Promise<Read> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { code: 'media-unreadable', problem: `${path} can’t be read (${code})` };
  }
  const facts = photoFacts(bytes);
  if (facts !== undefined) return { bytes, facts };
  const isVideo = mediaType(bytes)?.startsWith('video/') === true;
  return isVideo
    ? {
        code: 'media-video',
        problem: `${path} is a video, which this version can’t send; show a picture of it, and link to the video`,
      }
    : {
        code: 'media-type',
        problem: `${path} is not a JPEG, PNG, GIF or WebP file, whatever its name says`,
      };
}

async function prepared(
  bytes: Uint8Array,
  facts: PhotoFacts,
  media: MediaLimits,
  project: Project,
): Promise<Outcome> {
  const limits: PhotoLimits = { ...media, imageTypes: media.imageTypes ?? USUAL_TYPES };
  const plan = planPhoto(facts, bytes.length, limits);
  switch (plan.do) {
    case 'keep':
      return { kept: true };
    case 'refuse':
      return { code: plan.code, problem: plan.why };
    case 'strip': {
      const stripped = stripMetadata(bytes, facts.mime);
      return { photo: { mime: facts.mime, bytes: stripped }, note: SAID.metadata };
    }
    case 'convert':
      return converted(bytes, facts, plan.changes, limits, project);
    default:
      throw new Error(`no such plan: ${JSON.stringify(plan satisfies never)}`);
  }
}

async function converted(
  bytes: Uint8Array,
  facts: PhotoFacts,
  changes: readonly Change[],
  limits: PhotoLimits,
  project: Project,
): Promise<Outcome> {
  const isDrawing = facts.mime === 'image/svg+xml';
  const needed = ['sharp', ...(isDrawing ? ['@resvg/resvg-js'] : [])].filter(
    (name) => findPackage(name) === undefined,
  );
  if (needed.length > 0) {
    const why = changes.map((change) => SAID[change]).join(', ');
    return {
      code: 'photo-packages',
      problem: `has to be changed (${why}), and what does that is not installed: npm install ${needed.join(' ')}`,
    };
  }
  const { imageBytes, imagePixels, imageSide } = limits;
  const wanted = { revision: PHOTO_REVISION, imageBytes, imagePixels, imageSide };
  const key = createHash('sha256').update(JSON.stringify(wanted)).update(bytes).digest('hex').slice(0, 32);
  const folder = cacheFolder(project, 'photos');
  const path = folder === undefined ? undefined : join(folder, key);
  const known = path === undefined ? undefined : await readCached(path);
  const knownFacts = known === undefined ? undefined : photoFacts(known);
  const note = ({ width, height }: { width: number; height: number }, size: number): string =>
    `${changes.map((change) => SAID[change]).join(', ')}: ${width} × ${height} · ${kB(size)}`;
  if (known !== undefined && knownFacts?.isWhole === true)
    return { photo: { mime: knownFacts.mime, bytes: known }, note: note(knownFacts, known.length) };
  const { convertPhoto, drawSvg } = await project.wires();
  const source = isDrawing ? await drawSvg(new TextDecoder().decode(bytes)) : bytes;
  if ('problem' in source) return { code: 'media-type', problem: source.problem };
  const result = await convertPhoto(source, limits);
  if ('problem' in result) return { code: 'media-broken', problem: result.problem };
  if (path !== undefined) await keepCached(path, result.bytes);
  return { photo: { mime: result.mime, bytes: result.bytes }, note: note(result, result.bytes.length) };
}

/** Posts in which something stands beside a moving GIF that has to be alone. */
export function crowdedGifs(
  posts: readonly Post[],
  images: readonly ImageSource[],
  { media, name }: Profile,
  moving: ReadonlySet<string>,
): Finding[] {
  if (media.gif?.alone !== true) return [];
  return posts.flatMap((post): Finding[] => {
    const gif = post.media.find(({ path }) => moving.has(path));
    if (gif === undefined || post.media.length === 1) return [];
    const at = images.find(({ path }) => path === gif.path)?.at ?? { line: 1, column: 1 };
    const message = `${name} takes one moving GIF in a post and nothing beside it; part ${gif.path} from the other pictures with a line \`---\``;
    return [{ code: 'gif-beside', severity: 'error', message, line: at.line, column: at.column }];
  });
}
