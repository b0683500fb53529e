import { PICTURE_FILE } from '../picture-file.ts';

/** A function of Go’s templates and what it is called with: strings, and calls that give one. */
const CALL = /^\s*[A-Z]\w*\s+(?=["`(])/;
/** One string of a call. */
const STRING = /"((?:[^"\\\n]|\\.){0,1000})"|`([^`]{0,1000})`/g;

/**
 * Returns the attributes of the picture that a function of Go’s templates shows, with its caption first; undefined for any other call.
 *
 *     {{Figure "The old mast." (Image "/masts/old.png" "A mast with two sails." "wide")}}
 *              └─ caption ──┘         └─── path ────┘  └──────── alt ────────┘
 */
export function calledPicture(call: string): string | undefined {
  if (!CALL.test(call)) return undefined;
  const strings = [...call.matchAll(STRING)].map(
    ([, quoted, raw]) => raw ?? (quoted ?? '').replace(/\\(.)/g, '$1'),
  );
  const index = strings.findIndex((one) => PICTURE_FILE.test(one) && !/\s/.test(one));
  const path = strings[index];
  if (path === undefined) return undefined;
  const caption = index === 0 ? '' : (strings[0] ?? '');
  const behind = strings[index + 1] ?? '';
  // The last string may be the name of a style: `"wide"`.
  const alt = /\s/.test(behind) ? behind : '';
  return `src=${quoted(path)} alt=${quoted(alt)} caption=${quoted(caption)}`;
}

const quoted = (words: string): string => `"${words.replace(/[\\"]/g, '\\$&')}"`;
