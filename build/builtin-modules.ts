import type { Plugin } from 'rolldown';

/** `import a, { b as c } from "node:fs";` or `import * as a from "node:fs";` at the start of a line of a chunk. */
const IMPORT =
  /^import\s*(?:([\w$]+)\s*,?\s*)?(?:\*\s*as\s+([\w$]+)|\{([^}]*)\})?\s*from\s*["'](node:[\w/]+)["'];?$/gm;

/** Rewrites a chunk's imports of Node's own modules; see {@link builtinModules}. */
export function withoutBuiltinImports(code: string): string {
  return code.replace(IMPORT, (_, byDefault?: string, whole?: string, names?: string, id?: string) => {
    const got = `process.getBuiltinModule("${id}")`;
    return [
      ...[byDefault, whole].flatMap((name) => (name === undefined ? [] : [`const ${name} = ${got};`])),
      ...(names === undefined ? [] : [`const {${names.replace(/\s+as\s+/g, ': ')}} = ${got};`]),
    ].join(' ');
  });
}

/**
 * Gets Node's own modules without importing them: for an import, Node reads every name that the module exports, and so
 * loads all that these lazily lead to, such as the streams behind `node:fs`. That is a thirtieth of a cold start.
 */
export const builtinModules: Plugin = {
  name: 'builtin-modules',
  renderChunk: (code) => withoutBuiltinImports(code),
};
