import type { Chunk } from './chunks.ts';

/** Returns the definitions that a chunk uses but other chunks contain, as lines to parse below it. */
export type SharedDefinitions = (chunk: Chunk) => string;

const DEFINITION = /^ {0,3}\[(\^?[^\]\n]{1,999})\]:[^\S\n]*(\S*)[^\n]*$/gm;
const LABEL = /\[(\^?[^[\]]{1,999})\]/g;

const normal = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Finds the definitions of links and footnotes in a source that is parsed in several chunks: `[name]` is a link only if the
 * parser sees `[name]: url`.
 */
export function shareDefinitions(source: string, chunks: readonly Chunk[]): SharedDefinitions {
  if (chunks.length < 2) return () => '';
  const known = new Map<string, { readonly line: string; readonly offset: number }>();
  for (const match of source.matchAll(DEFINITION)) {
    const [, label = '', target = ''] = match;
    const line = `[${label}]: ${label.startsWith('^') ? 'text' : target}`;
    if (!known.has(normal(label))) known.set(normal(label), { line, offset: match.index });
  }
  if (known.size === 0) return () => '';
  return ({ start, end }) => {
    const lines = new Set<string>();
    for (const [, label = ''] of source.slice(start, end).matchAll(LABEL)) {
      const definition = known.get(normal(label));
      if (definition !== undefined && (definition.offset < start || definition.offset >= end))
        lines.add(definition.line);
    }
    return [...lines].map((line) => `\n\n${line}`).join('');
  };
}
