import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const src = join(root, 'src');

/** What shells need besides the application: its wiring, and the closed lists and sums that their help and lines show. */
const SHOWN_BY_SHELLS = [
  'compose.ts',
  'drafts/kind.ts',
  'disk/system-error.ts',
  'drafts/network-id.ts',
  'networks/owned-keys.ts',
  'drafts/front-matter/dates.ts',
  'publishing/freezing/plan.ts',
  'publishing/money.ts',
  'text/dollars.ts',
  'time',
  'worker/watching/worker-log.ts',
] as const;

/**
 * Who may import whom: the table of the design, one row a folder, and one for each file directly under `src/`. An
 * entry is a folder, or one file of it. Every kind of import counts: static, lazy and type-only.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  languages: [],
  text: ['languages'],
  drafts: ['text', 'languages'],
  threads: ['text', 'languages', 'drafts'],
  summaries: ['text', 'languages', 'drafts'],
  networks: ['text', 'threads', 'drafts', 'time'],
  cards: ['text', 'drafts'],
  photos: [],
  time: [],
  journal: ['publishing', 'time', 'networks/port.ts', 'drafts/network-id.ts', 'disk'],
  machine: ['publishing', 'disk'],
  disk: [],
  fetching: [],
  worker: ['publishing', 'time'],
  publishing: [
    'networks/port.ts',
    'networks/addresses.ts',
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
  config: ['drafts/network-id.ts', 'networks', 'time', 'disk'],
  app: [
    'text',
    'drafts',
    'threads',
    'summaries',
    'networks',
    'cards',
    'photos',
    'time',
    'publishing',
    'worker',
    'preview',
    'fetching/fetch-error.ts',
    'fetching/interrupted-error.ts',
    'config',
    'disk',
  ],
  cli: ['app', 'preview', ...SHOWN_BY_SHELLS],
  web: ['app', 'preview', 'pages', ...SHOWN_BY_SHELLS],
  'compose.ts': [
    'app',
    'cards',
    'photos',
    'config',
    'fetching',
    'journal',
    'machine',
    'networks',
    'publishing',
    'sandbox',
    'worker',
  ],
  'index.ts': ['text', 'drafts', 'threads', 'summaries', 'networks', 'preview', 'publishing'],
  'threadmill-error.ts': [],
  'result.ts': [],
};

/** Types that may be imported where values may not: what the wires of the application promise, and what shells show. */
const MAY_IMPORT_TYPES: Record<string, readonly string[]> = {
  app: [
    'journal/kysely-journal.ts',
    'machine/git.ts',
    'machine/login-callback.ts',
    'machine/node-file-store.ts',
    'sandbox/sandbox.ts',
    'fetching/fetch-text.ts',
  ],
  cli: ['config', 'networks/account-options.ts', 'drafts', 'summaries', 'publishing', 'worker'],
  web: ['config', 'drafts', 'threads', 'summaries', 'publishing', 'worker'],
  'compose.ts': ['drafts'],
};

/** Directions that the design opens and that nothing takes yet: a page as a second shell, and drafts that know a language. */
const OPEN = ['web -> ', 'drafts -> languages'];

/** Adapters and clients: only `compose.ts` imports them, besides the files of their own folders. */
const isAdapter = (file: string): boolean =>
  /^(?:machine|journal\/sqlite|journal\/postgres)\//.test(file) ||
  /^networks\/\w+\/client\.ts$/.test(file) ||
  [
    'fetching/fetch-text.ts',
    'sandbox/sandbox.ts',
    'worker/pg-boss-queue.ts',
    'worker/watching/metrics-server.ts',
    'worker/watching/metrics.ts',
    'worker/watching/notifier.ts',
  ].includes(file);

/** Two files that say what every folder means by a failure and by a refusal; they import nothing. */
const FOR_ALL: ReadonlySet<string> = new Set(['threadmill-error.ts', 'result.ts']);

/** Folders that hold no I/O, no clock and no randomness; and the profile of every network. */
const isPure = (file: string): boolean =>
  /^(text|languages|drafts|threads|summaries|time)\//.test(file) || /^networks\/\w+\/profile\.ts$/.test(file);

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
/** The folder under `src/` that a file is in; a file directly under `src/` stands for itself. */
const folderOf = (file: string): string => file.split('/')[0] ?? file;

type Edge = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

function edgesOf(file: string, text: string): Edge[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'|(\btypeof\s+)?\bimport\('(\.[^']+)'\)/g;
  return [...text.matchAll(statement)].flatMap(([, type, target, typeOf, lazy]) => {
    const path = target ?? lazy;
    if (path === undefined) return [];
    const to = posix.join(posix.dirname(file), path);
    return [{ from: file, to, typeOnly: type !== undefined || typeOf !== undefined }];
  });
}

const edges = files.flatMap((file) => edgesOf(file, contents.get(file) ?? ''));

describe('the house', () => {
  it('has no source file over 300 lines', () => {
    const long = files.filter((file) => (contents.get(file) ?? '').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('imports only in the directions of the design, by any kind of import', () => {
    const wrong = edges
      .filter(({ from, to, typeOnly }) => {
        const folder = folderOf(from);
        if (folder === folderOf(to) || FOR_ALL.has(to)) return false;
        const allowed = [
          ...(MAY_IMPORT[folder] ?? []),
          ...(typeOnly ? (MAY_IMPORT_TYPES[folder] ?? []) : []),
        ];
        return !allowed.some((entry) => entry === to || entry === folderOf(to));
      })
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual([]);
  });

  it('allows no direction that nothing takes, so that the table is the drawing of today', () => {
    const isTaken = (folder: string, entry: string): boolean =>
      edges.some(({ from, to }) => folderOf(from) === folder && (to === entry || folderOf(to) === entry));
    const idle = [MAY_IMPORT, MAY_IMPORT_TYPES].flatMap((table) =>
      Object.entries(table).flatMap(([folder, entries]) =>
        entries.filter((entry) => !isTaken(folder, entry)).map((entry) => `${folder} -> ${entry}`),
      ),
    );
    expect(idle.filter((one) => !OPEN.some((open) => one.startsWith(open)))).toEqual([]);
  });

  it('wires adapters and clients in compose.ts only', () => {
    const near = (from: string, to: string): boolean => folderOf(from) === folderOf(to);
    const wrong = edges.filter(
      ({ from, to, typeOnly }) => isAdapter(to) && !typeOnly && !near(from, to) && from !== 'compose.ts',
    );
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('has a row for every folder, and for every file directly under src/', () => {
    const unknown = [...new Set(files.map(folderOf))].filter((folder) => !(folder in MAY_IMPORT));
    expect(unknown).toEqual([]);
  });

  it('keeps a command short: it parses, calls and prints', () => {
    const long = files.filter(
      (file) => file.startsWith('cli/commands/') && (contents.get(file) ?? '').split('\n').length > 81,
    );
    expect(long).toEqual([]);
  });

  it('knows nothing of a shell in the application: no terminal, no colour, no exit code', () => {
    const shells = /\bstdout\b|\bstderr\b|isTTY|\bpaint\b|exit-code|\bexitCode\b/;
    const code = (file: string): string =>
      (contents.get(file) ?? '').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const wrong = files.filter((file) => file.startsWith('app/') && shells.test(code(file)));
    expect(wrong.filter((file) => file !== 'app/summaries/run-summarizer.ts')).toEqual([]);
  });

  it('imports only files that exist, by their full name', () => {
    const missing = edges.filter(({ to }) => !contents.has(to)).map(({ from, to }) => `${from} -> ${to}`);
    expect(missing).toEqual([]);
  });

  it('has no import cycle of any kind', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
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
      return /\bprocess\.exit|(?<!\/)\bconsole\./.test(contents.get(file) ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it('exits the process in one file only', () => {
    const exits = files.filter((file) => /\bprocess\.exit\b/.test(contents.get(file) ?? ''));
    expect(exits.filter((file) => file !== 'cli/main.ts')).toEqual([]);
  });

  it('sets a flag of the engine only where nothing is written: set late, it may end the process', () => {
    const sets = files.filter((file) => (contents.get(file) ?? '').includes('setFlagsFromString'));
    expect(sets).toEqual(['cli/process/stop-turbofan.ts']);
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

  it('documents every exported function, port and class', () => {
    const bare: string[] = [];
    for (const file of files) {
      const lines = (contents.get(file) ?? '').split('\n');
      lines.forEach((line, index) => {
        if (
          !/^export (async )?(function|(?:abstract )?class|interface) \w|^export const \w+ = (async )?\(/.test(
            line,
          )
        )
          return;
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
    const folders = [...new Set(files.map(folderOf))].filter((folder) => !folder.endsWith('.ts'));
    expect(folders.filter((folder) => !map.includes(`\`${folder}/\``))).toEqual([]);
  });

  it('never names a path of a machine', () => {
    const named = files.filter((file) => /['"`]\/(home|root|work|Users)\//.test(contents.get(file) ?? ''));
    expect(named.map((file) => relative(root, join(src, file)))).toEqual([]);
  });
});
