import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

type Manifest = Readonly<
  Record<'peerDependencies' | 'devDependencies', Readonly<Record<string, string>>> & {
    dependencies?: Readonly<Record<string, string>>;
    peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
  }
>;
const manifest = JSON.parse(read('package.json')) as Manifest;

/** The packages of one table of docs/dependencies.md, by its heading. */
function reasons(heading: string): Map<string, string> {
  const [, section = ''] = read('docs/dependencies.md').split(`## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return new Map(
    [...table.matchAll(/^\| `([^`]+)`\s*\| (.+?)\s*\|$/gm)].map(([, name = '', why = '']) => [name, why]),
  );
}

/** The packages that the sources import, except for their types alone. */
function imported(): Set<string> {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const found = new Set<string>();
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const source = read(join('src', file))
      .replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
      .replace(/\b(?:import|export) type [^;]*?from '[^']+'/g, '');
    const imports = source.matchAll(
      /(?:\bfrom |\bimport |\bimport\(\s*)'((?:@[\w.-]+\/)?[\w][\w.-]*)(?:\/[^']*)?'/g,
    );
    for (const [, name = ''] of imports) found.add(name);
  }
  return found;
}

const bundled = reasons('What is bundled');
const optional = reasons('Optional: installed by those who need it');
const development = reasons('What it is built and tested with');

it('makes npm install nothing beside the package', () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(Object.keys(manifest.peerDependenciesMeta).sort()).toEqual(
    Object.keys(manifest.peerDependencies).sort(),
  );
  expect(Object.values(manifest.peerDependenciesMeta).filter(({ optional }) => !optional)).toEqual([]);
});

it('gives a reason for each package, in one table, and for no other package', () => {
  const given = [...bundled, ...optional, ...development];
  expect(given.map(([name]) => name).sort()).toEqual(Object.keys(manifest.devDependencies).sort());
  expect(given.filter(([, why]) => why.length < 10)).toEqual([]);
  expect([...optional.keys()].sort()).toEqual(Object.keys(manifest.peerDependencies).sort());
});

it('lists as bundled what the sources import, and nothing else', () => {
  const names = Object.keys(manifest.devDependencies);
  const used = [...imported()].filter((name) => names.includes(name) && !optional.has(name));
  expect([...bundled.keys()].sort()).toEqual(used.sort());
});

it('states every version exactly', () => {
  expect(
    Object.entries(manifest.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    ),
  ).toEqual([]);
});

it('was built against the versions of the optional packages that it accepts', () => {
  for (const [name, range] of Object.entries(manifest.peerDependencies))
    expect(range, name).toBe(`^${manifest.devDependencies[name]}`);
});

/** What the lock file says of one installed package. */
type Locked = {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** Where the package that is installed at `path` finds another, as Node looks for it: inside first, then outwards. */
function nearest(packages: Readonly<Record<string, Locked>>, path: string, name: string): Locked | undefined {
  const around = path.split(/(?:^|\/)node_modules\//).slice(1);
  for (let depth = around.length; depth >= 0; depth -= 1) {
    const inside = around.slice(0, depth).map((outer) => `node_modules/${outer}/`);
    const found = packages[`${inside.join('')}node_modules/${name}`];
    if (found !== undefined) return found;
  }
  return undefined;
}

it('locks the packages of every platform, so that `npm ci` works on a fresh machine', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Readonly<Record<string, Locked>>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => {
        const version = nearest(packages, path, name)?.version;
        return version === undefined || (/^\d/.test(wanted) && version !== wanted);
      })
      .map(([name, wanted]) => `${path} wants ${name} ${wanted}`),
  );
  expect(missing).toEqual([]);
});
