/** What git must never take: the credentials, and the journal, which belongs to this machine. */
export const PRIVATE_PATHS = ['.env', '.threadmill/'] as const;

/**
 * The text of a `.gitignore` with these paths, each a line at the end; a path that has a line stays where it is. Whether git
 * really ignores a path, by rules elsewhere, is for git to say.
 */
export function withIgnored(text: string, paths: readonly string[]): string {
  const lines = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, '')));
  const missing = paths.filter((path) => !lines.has(path.replace(/^\/|\/$/g, '')));
  if (missing.length === 0) return text;
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  const about = text === '' ? '' : '\n';
  return `${text}${gap}${about}# Threadmill: credentials, and the journal of this machine\n${missing.join('\n')}\n`;
}
