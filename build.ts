import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Plugin } from 'rolldown';
import { licensePlugin } from 'rolldown-license-plugin';
import { builtinModules } from './build/builtin-modules.ts';
import { bundleDeclarations } from './build/declarations.ts';
import { NOTICES, noticesText } from './build/notices.ts';
import { staticClosure } from './build/static-closure.ts';

/** Libraries on the way of a preview; what only another command needs stays in that command's chunk. */
const PREVIEW_LIBRARIES =
  /node_modules\/(yaml|smol-toml|zod\/v4\/(core|mini)|micromark|mdast|unist|gray-matter|decode-named|character-entities|devlop|ccount|markdown-table|longest-streak|escape-string|section-matter|kind-of|extend-shallow|is-extendable|strip-bom)/;

/** What each command loads before anything else: the shell around all of them. */
const SHELL = staticClosure(['src/cli/process/start.ts']);

/** What measuring a text loads. */
const MEASURE = staticClosure(['src/cli/commands/count.ts', 'src/networks/x/profile.ts']);

/** What a preview of a draft loads. */
const PREVIEW = staticClosure(['src/cli/commands/preview.ts', 'src/config/parse-config.ts']);

/**
 * A cold start pays for each file and for each module, so what starts together lies together: the shell, what
 * measures, and what a preview needs on top of both.
 */
const groups = [
  {
    name: 'shell',
    test: (id: string): boolean => SHELL.has(id) || /node_modules\/commander|commander-node:/.test(id),
    priority: 3,
  },
  {
    name: 'measure',
    test: (id: string): boolean => MEASURE.has(id),
    priority: 2,
  },
  {
    name: 'preview',
    test: (id: string): boolean => PREVIEW.has(id) || PREVIEW_LIBRARIES.test(id),
    priority: 1,
  },
];

/** Parts of libraries that are never used here, and that a cold start would pay for. */
const leaveOut: Plugin = {
  name: 'leave-out',
  resolveId: (source, importer) =>
    source === 'node:child_process' && /node_modules\/commander\//.test(importer ?? '')
      ? `\0commander-${source}`
      : null,
  load: (id) => {
    // It starts processes only for commands that are programs of their own, and none of ours is.
    if (id.startsWith('\0commander-')) return 'export default {};';
    // Its engines are a second YAML reader and an `eval`; drafts bring their own engine.
    return /gray-matter\/lib\/engines\.js$/.test(id) ? 'module.exports = {};' : null;
  },
};

/** Lists what the bundle really contains, so that nothing is given away without its licence. */
const notices = licensePlugin({
  done: (packages, context) => {
    context.emitFile({ type: 'asset', fileName: NOTICES, source: noticesText(packages) });
  },
});

/** Native or heavy: a user who wants image cards or photos installs them beside Threadmill. */
const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly peerDependencies: Readonly<Record<string, string>>;
};

const executable: Plugin = { name: 'executable', writeBundle: () => chmodSync('dist/cli.js', 0o755) };

/**
 * The CLI is one entry with lazy chunks, beside the library and the thread of `lint`. Dependencies are bundled, so that a cold
 * start reads few files; comments and spaces are taken out and local variables get short names for the same reason. Functions
 * keep their names, so that a stack trace can be read. Built from here, not by the bundler's command line: that lists every
 * chunk, and `npm ci` would show the list to each newcomer.
 */
await build({
  input: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    // Started by path, so that nothing imports it.
    'lint-thread': 'src/cli/process/lint-thread.ts',
  },
  platform: 'node',
  external: Object.keys(peerDependencies).map((name) => new RegExp(`^${name}(/|$)`)),
  logLevel: 'warn',
  // What the grouping of chunks needs.
  preserveEntrySignatures: 'allow-extension',
  // The shell's own modules are imported both ways on purpose: what a failure needs is in its chunk already.
  checks: { ineffectiveDynamicImport: false },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    cleanDir: true,
    minify: {
      compress: false,
      mangle: { toplevel: false, keepNames: true },
      codegen: { removeWhitespace: true },
    },
    codeSplitting: { includeDependenciesRecursively: false, groups },
  },
  plugins: [leaveOut, builtinModules, executable, notices],
});

// One file of types: the compiler writes one for each source, of which the public ones need a part.
execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
const types = resolve('dist/types');
writeFileSync('dist/index.d.ts', bundleDeclarations(resolve(types, 'index.d.ts')));
rmSync(types, { recursive: true });

// What `demo` shows where a person has no drafts yet, with the settings that find its images.
cpSync('posts', 'dist/posts', { recursive: true });
cpSync('config', 'dist/config', { recursive: true });

// Image cards are drawn with these fonts, which the drawing chunk finds beside its folder.
cpSync('src/cards/fonts', 'dist/fonts', { recursive: true });
