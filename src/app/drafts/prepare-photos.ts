import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageSource } from '../../drafts/draft.ts';
import type { Finding } from '../../drafts/finding.ts';
import { type PhotoFacts, photoFacts } from '../../photos/photo-facts.ts';
import { type Change, type PhotoLimits, planPhoto } from '../../photos/plan-photo.ts';
import { stripMetadata } from '../../photos/strip-metadata.ts';
import { codePoints } from '../../text/code-points.ts';
import type { FactsByPath, MediaFacts } from '../../threads/media-facts.ts';
import type { MediaLimits, Profile } from '../../threads/profile.ts';
import type { Post } from '../../threads/thread.ts';
import type { Project } from '../project/project.ts';
import { findPackage } from './find-package.ts';
import { cacheFolder, keepCached, readCached } from './made-cache.ts';
import { findMedia, type MediaPlaces } from './media-files.ts';
import { type PreparedVideo, prepareVideo } from './prepare-video.ts';

/** A picture or video to send instead of the original file. */
type Photo = { readonly mime: string; readonly bytes: Uint8Array };

/** The pictures and videos of a draft for one network: changed ones, their facts, and problems. */
export type Photos = {
  readonly changed: ReadonlyMap<string, Photo>;
  readonly facts: FactsByPath;
  readonly findings: readonly Finding[];
};

const USUAL_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/** Increase it whenever the same picture would be converted to different bytes. */
const PHOTO_REVISION = 2;

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

/** Reports a finding about a medium, at its place in the draft. */
type Say = (code: string, severity: Finding['severity'], message: string) => void;

/** The facts about one medium, and the bytes to send if they differ from its file's. */
type Prepared = { readonly facts: MediaFacts; readonly photo?: Photo };

/** One medium of a draft, and for whom it is prepared. */
type Medium = {
  readonly image: ImageSource;
  readonly profile: Profile;
  readonly project: Project;
  readonly say: Say;
};

/** Converts the pictures and videos of a draft to what a network accepts. Never changes the files themselves. */
export async function preparePhotos(
  images: readonly ImageSource[],
  places: MediaPlaces,
  profile: Profile,
  project: Project,
): Promise<Photos> {
  const changed = new Map<string, Photo>();
  const facts = new Map<string, MediaFacts>();
  const findings: Finding[] = [];
  for (const image of images) {
    const { path, at } = image;
    const say: Say = (code, severity, message) => {
      findings.push({ code, severity, message, line: at.line, column: at.column });
    };
    const prepared = await prepareOne({ image, profile, project, say }, places);
    if (prepared === undefined) continue;
    facts.set(path, prepared.facts);
    if (prepared.photo !== undefined) changed.set(path, prepared.photo);
  }
  return { changed, facts, findings };
}

async function prepareOne(medium: Medium, places: MediaPlaces): Promise<Prepared | undefined> {
  const { image, profile, say } = medium;
  const { path } = image;
  const { media } = profile;
  const found = await findMedia(path, places);
  if ('code' in found) {
    sayAlt(medium, media.altLength);
    say(found.code, 'error', found.message);
    return undefined;
  }
  try {
    const video = await prepareVideo(found.file, found.size, profile);
    sayAlt(medium, (video === undefined ? undefined : media.video?.altLength) ?? media.altLength);
    if (video !== undefined) return asMedium(path, video, say);
    const bytes = await readFile(found.file);
    return await preparePhoto(medium, bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    say('media-unreadable', 'error', `${path} can’t be read (${code})`);
    return undefined;
  }
}

function sayAlt({ image: { path, alt }, profile: { name }, say }: Medium, most: number): void {
  const length = codePoints(alt);
  if (length <= most) return;
  if (most === 0)
    say(
      'video-alt',
      'info',
      `${name} takes no alt text for videos, so that of ${path} is not sent there; say in the post what the video shows`,
    );
  else
    say('alt-too-long', 'error', `the alt text of ${path} has ${length} characters; ${name} takes ${most}`);
}

function asMedium(path: string, video: PreparedVideo, say: Say): Prepared {
  if ('problem' in video) {
    say(video.code, 'error', `${path} ${video.problem}`);
    return { facts: { alone: true, video: { width: 0, height: 0 } } };
  }
  const { facts, note, stripped } = video;
  if (facts.hasLocation) say('photo-location', 'info', located(path));
  return {
    facts: { note, alone: true, video: { width: facts.width, height: facts.height } },
    ...(stripped === undefined ? {} : { photo: { mime: facts.mime, bytes: stripped } }),
  };
}

const located = (path: string): string =>
  `${path} contains the place where it was taken, which is removed before it is sent`;

async function preparePhoto(
  { image: { path }, profile: { media, name }, project, say }: Medium,
  bytes: Uint8Array,
): Promise<Prepared | undefined> {
  const facts = photoFacts(bytes);
  if (facts === undefined) {
    say('media-type', 'error', `${path} is not a JPEG, PNG, GIF or WebP file, whatever its name says`);
    return undefined;
  }
  if (facts.hasLocation) say('photo-location', 'info', located(path));
  const outcome = await prepared(bytes, facts, media, project);
  const isMoving = facts.mime === 'image/gif' && facts.frames > 1;
  if ('problem' in outcome) say(outcome.code, outcome.severity ?? 'error', `${path} ${outcome.problem}`);
  else if (isMoving && media.gif === undefined)
    say(
      'gif-still',
      'warning',
      `${name} shows no animated GIFs, only the first frame of ${path}; for ${name}, make it an MP4 video (ffmpeg -i a.gif -pix_fmt yuv420p a.mp4)`,
    );
  const alone = isMoving && media.gif?.alone === true ? { alone: true as const } : {};
  return 'photo' in outcome
    ? { facts: { ...alone, note: outcome.note }, photo: outcome.photo }
    : { facts: alone };
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
      return converted(bytes, facts, { changes: plan.changes, limits }, project);
    default:
      throw new Error(`no such plan: ${JSON.stringify(plan satisfies never)}`);
  }
}

async function converted(
  bytes: Uint8Array,
  facts: PhotoFacts,
  { changes, limits }: { readonly changes: readonly Change[]; readonly limits: PhotoLimits },
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
      problem: `must be converted (${why}), and the packages for that are not installed: npm install ${needed.join(' ')}`,
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

/** Finds posts with another medium beside a moving GIF or a video: kept from earlier cuts. */
export function crowdedMedia(
  posts: readonly Post[],
  images: readonly ImageSource[],
  { name }: Profile,
): Finding[] {
  return posts.flatMap((post): Finding[] => {
    const single = post.media.find(({ alone }) => alone === true);
    if (single === undefined || post.media.length === 1) return [];
    const at = images.find(({ path }) => path === single.path)?.at ?? { line: 1, column: 1 };
    const what = single.video === undefined ? 'moving GIF' : 'video';
    const message = `${name} accepts one ${what} in a post and nothing beside it; separate ${single.path} from the other pictures with a line \`---\``;
    return [{ code: 'gif-beside', severity: 'error', message, line: at.line, column: at.column }];
  });
}
