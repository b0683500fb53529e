/** Paths that git must ignore: the credentials, and the journal, which is local to this machine. */
export const PRIVATE_PATHS = ['.env', '.threadmill/'] as const;

/**
 * Adds paths to the text of a `.gitignore`, one line each at the end, unless a line already lists them. Whether git really
 * ignores a path, also by other rules, only git can tell.
 */
export function withIgnored(text: string, paths: readonly string[]): string {
  const lines = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, '')));
  const missing = paths.filter((path) => !lines.has(path.replace(/^\/|\/$/g, '')));
  if (missing.length === 0) return text;
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  const about = text === '' ? '' : '\n';
  return `${text}${gap}${about}# Threadmill: credentials, and the journal of this machine\n${missing.join('\n')}\n`;
}
