import type { VideoFacts } from './video-facts.ts';

/** What a network accepts as a video. */
export type VideoRules = {
  readonly types: readonly string[];
  readonly bytes: number;
  readonly seconds?: { readonly least?: number; readonly most: number };
  readonly framesPerSecond?: number;
  readonly pixels?: number;
  readonly stretch?: number;
};

/** Why a video can't be sent; the sentence continues after its path. */
export type VideoProblem = {
  readonly code: 'media-video' | 'media-too-large' | 'media-broken';
  readonly why: string;
};

const NAMES: Readonly<Record<string, string>> = {
  'video/mp4': 'MP4',
  'video/quicktime': 'QuickTime (MOV)',
  'video/webm': 'WebM',
};
const nameOf = (mime: string): string => NAMES[mime] ?? mime;

const MB = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
const inSeconds = (seconds: number): string => `${Number(seconds.toFixed(1))} s`;

/** One rule for videos: the problem and what to do, or undefined. Unknown numbers break no rule. */
type Rule = (facts: VideoFacts, size: number, limits: VideoRules) => VideoProblem | undefined;

const RULES: readonly Rule[] = [
  ({ isWhole }) =>
    isWhole
      ? undefined
      : { code: 'media-broken', why: 'is damaged: the file ends too early; export or download it again' },
  ({ mime }, _, { types }) => {
    if (types.includes(mime)) return undefined;
    const taken = types.map(nameOf).join(' and ');
    // MP4 and QuickTime contain the same streams, so only the container changes.
    const how = mime === 'video/quicktime' ? ' (ffmpeg -i clip.mov -c copy clip.mp4)' : '';
    return {
      code: 'media-video',
      why: `is ${nameOf(mime)} video, and only ${taken} is taken; convert it to MP4${how}`,
    };
  },
  (_, size, { bytes }) =>
    size <= bytes
      ? undefined
      : {
          code: 'media-too-large',
          why: `has ${MB(size)}, of ${MB(bytes)} that a video may have; make it shorter or smaller`,
        },
  ({ seconds }, _, limits) => {
    const { least = 0, most = Number.POSITIVE_INFINITY } = limits.seconds ?? {};
    if (seconds === 0 || (seconds >= least && seconds <= most)) return undefined;
    return seconds > most
      ? {
          code: 'media-video',
          why: `lasts ${inSeconds(seconds)}, of ${inSeconds(most)} that a video may last; cut it`,
        }
      : {
          code: 'media-video',
          why: `lasts ${inSeconds(seconds)}; a video lasts ${inSeconds(least)} at least`,
        };
  },
  // Frame rates are measured: 60.02 counts as 60.
  ({ framesPerSecond: rate }, _, { framesPerSecond: most = Number.POSITIVE_INFINITY }) =>
    rate <= most + 0.5
      ? undefined
      : {
          code: 'media-video',
          why: `has ${Math.round(rate)} frames a second, of ${most} that a video may have; export it with fewer`,
        },
  ({ width, height }, _, { pixels = Number.POSITIVE_INFINITY }) =>
    width * height <= pixels
      ? undefined
      : {
          code: 'media-too-large',
          why: `has ${width} × ${height} pixels, of ${pixels.toLocaleString('en')} that a video may have; export it smaller`,
        },
  ({ width, height }, _, { stretch = Number.POSITIVE_INFINITY }) => {
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    return long <= short * stretch
      ? undefined
      : {
          code: 'media-video',
          why: `has ${width} × ${height} pixels; one side may be ${stretch} times as long as the other`,
        };
  },
];

/** Returns the first rule of a network that a video breaks, or undefined. Pure. */
export function videoProblem(facts: VideoFacts, size: number, limits: VideoRules): VideoProblem | undefined {
  for (const rule of RULES) {
    const problem = rule(facts, size, limits);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
