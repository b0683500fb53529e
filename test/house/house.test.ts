import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const src = join(root, 'src');

/**
 * Who may import whom: the table of the design, one row a folder. An entry is a folder, or one file of it.
 * `.` stands for the files that lie directly under `src/`: the library's entry and the composition root.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  languages: [],
  text: ['languages'],
  drafts: ['text', 'languages'],
  threads: ['text', 'languages', 'drafts'],
  summaries: ['text', 'languages', 'drafts'],
  networks: ['text', 'threads', 'drafts', 'time', 'fetching'],
  cards: ['text', 'drafts'],
  time: [],
  journal: ['publishing', 'time', 'networks/port.ts', 'drafts/network-id.ts', 'machine/disk-failure.ts'],
  machine: ['publishing', 'time'],
  fetching: [],
  worker: ['journal', 'publishing', 'time', 'networks/port.ts'],
  publishing: [
    'networks/port.ts',
    'networks/preparation.ts',
    'networks/publishing-error.ts',
    'networks/token-source.ts',
    'threads',
    'drafts',
    'time',
    'text',
  ],
  preview: ['threads', 'drafts', 'text'],
  pages: [],
  sandbox: ['text', 'pages'],
  config: ['drafts/network-id.ts', 'networks', 'time'],
};

/** Two files that say what every folder means by a failure and by a refusal; they import nothing. */
const FOR_ALL: ReadonlySet<string> = new Set(['threadmill-error.ts', 'result.ts']);

/** Folders that hold no I/O, no clock and no randomness; and the profile of every network. */
const isPure = (file: string): boolean =>
  /^(text|drafts|threads|summaries)\//.test(file) || /^networks\/\w+\/profile\.ts$/.test(file);

/** Node's modules that touch the world, and the globals that do. */
const IMPURE = [
  /from 'node:(?!util)/,
  /\bfetch\(/,
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\bMath\.random\(/,
  /\bprocess\./,
  /\bperformance\.now\(/,
];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') || name.endsWith('.tsx'))
  .map((name) => name.split(sep).join('/'))
  .sort();

const contents = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]));
const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '.') : '.');

type Edge = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

function edgesOf(file: string, text: string): Edge[] {
  const found: Edge[] = [];
  const statement =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'|\bimport\('(\.[^']+)'\)/g;
  for (const match of text.matchAll(statement)) {
    const target = match[3] ?? match[4];
    if (target === undefined) continue;
    const to = posix.join(posix.dirname(file), target);
    found.push({ from: file, to, typeOnly: match[2] !== undefined || match[4] !== undefined });
  }
  return found;
}

const edges = files.flatMap((file) => edgesOf(file, contents.get(file) ?? ''));

describe('the house', () => {
  it('has no source file over 300 lines', () => {
    const long = files.filter((file) => (contents.get(file) ?? '').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('imports only in the directions of the design', () => {
    const wrong = edges
      .filter(({ from, to }) => {
        const folder = folderOf(from);
        const allowed = MAY_IMPORT[folder];
        if (allowed === undefined || folder === folderOf(to) || FOR_ALL.has(to)) return false;
        return !allowed.some((entry) => entry === to || entry === folderOf(to));
      })
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual([]);
  });

  it('knows every folder', () => {
    const shells = new Set(['.', 'app', 'cli', 'web']);
    const unknown = [...new Set(files.map(folderOf))].filter(
      (folder) => !(folder in MAY_IMPORT) && !shells.has(folder),
    );
    expect(unknown).toEqual([]);
  });

  it('imports only files that exist, by their full name', () => {
    const missing = edges.filter(({ to }) => !contents.has(to)).map(({ from, to }) => `${from} -> ${to}`);
    expect(missing).toEqual([]);
  });

  it('has no import cycle', () => {
    const next = new Map<string, string[]>();
    for (const { from, to, typeOnly } of edges)
      if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('keeps the pure folders pure', () => {
    const impure = files
      .filter(isPure)
      .flatMap((file) =>
        IMPURE.filter((rule) => rule.test(contents.get(file) ?? '')).map((rule) => `${file}: ${rule}`),
      );
    expect(impure).toEqual([]);
  });

  it('touches the process and the console only in the shells', () => {
    const wrong = files.filter((file) => {
      if (['cli', 'web'].includes(folderOf(file))) return false;
      return /\bprocess\.exit|\bconsole\./.test(contents.get(file) ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it('exits the process in one file only', () => {
    const exits = files.filter((file) => /\bprocess\.exit\b/.test(contents.get(file) ?? ''));
    expect(exits.filter((file) => file !== 'cli/main.ts')).toEqual([]);
  });

  it('has no drawer files, no default exports and no escapes from the compiler', () => {
    const drawers = files.filter((file) => /(^|\/)(utils?|helpers?|common|types|misc)(\.ts|\/)/.test(file));
    const defaults = files.filter((file) => /^export default\b/m.test(contents.get(file) ?? ''));
    const escapes = files.filter((file) => {
      const text = contents.get(file) ?? '';
      // "any" is a word of English too: prose about the code is no escape.
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return /\bas any\b|: any\b/.test(code) || /@ts-(ignore|expect-error|nocheck)/.test(text);
    });
    expect({ drawers, defaults, escapes }).toEqual({ drawers: [], defaults: [], escapes: [] });
  });

  it('documents every export', () => {
    const bare: string[] = [];
    for (const file of files) {
      const lines = (contents.get(file) ?? '').split('\n');
      lines.forEach((line, index) => {
        if (!/^export (async )?(function|const|(?:abstract )?class|type|interface) \w/.test(line)) return;
        const above = lines[index - 1]?.trim() ?? '';
        const overload = /^export function (\w+)/.exec(line)?.[1];
        if (overload !== undefined && above.includes(`function ${overload}(`)) return;
        if (!above.endsWith('*/')) bare.push(`${file}:${index + 1}`);
      });
    }
    expect(bare).toEqual([]);
  });

  it('is mapped in docs/architecture.md, one line a folder', () => {
    const map = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const folders = [...new Set(files.map(folderOf))].filter((folder) => folder !== '.');
    expect(folders.filter((folder) => !map.includes(`\`${folder}/\``))).toEqual([]);
  });

  it('never names a path of a machine', () => {
    const named = files.filter((file) => /['"`]\/(home|root|work|Users)\//.test(contents.get(file) ?? ''));
    expect(named.map((file) => relative(root, join(src, file)))).toEqual([]);
  });
});
