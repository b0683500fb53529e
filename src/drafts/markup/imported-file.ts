/** A file that only a program names: `src={noon}`, `src={noon.src}`, `src={require('./noon.mp4')}`. */
const OF_PROGRAM =
  /\bsrc=\{(?:([A-Za-z_$][\w$]{0,80})(?:\.src)?|require\(["'](\.[^"'\n]{1,300})["']\)(?:\.default)?)\}/g;
/** How far from the start of a file imports are looked for, in UTF-16 units. */
const FARTHEST_IMPORT = 20_000;

/**
 * Writes out the files in a tag’s text that its page imports:
 *
 *     import noon from './noon.mp4'      <Video src={noon} />   →   <Video src="./noon.mp4" />
 */
export const withImports = (text: string, source: string): string =>
  text.replace(OF_PROGRAM, (whole, name?: string, required?: string) => {
    const path = required ?? (name === undefined ? undefined : importOf(name, source));
    return path === undefined ? whole : `src="${path}"`;
  });

const importOf = (name: string, source: string): string | undefined =>
  new RegExp(`^import\\s+${name.replaceAll('$', '\\$')}\\s+from\\s+["'](\\.[^"'\\n]+)["']`, 'm').exec(
    source.slice(0, FARTHEST_IMPORT),
  )?.[1];
