import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

type Manifest = Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>;
const manifest = JSON.parse(read('package.json')) as Manifest;

/** The packages of one table of docs/dependencies.md, by its heading. */
function reasons(heading: string): Map<string, string> {
  const [, section = ''] = read('docs/dependencies.md').split(`## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return new Map(
    [...table.matchAll(/^\| `([^`]+)`\s*\| (.+?)\s*\|$/gm)].map(([, name = '', why = '']) => [name, why]),
  );
}

it.each([
  ['dependencies', 'What Threadmill runs on'],
  ['devDependencies', 'What it is built and tested with'],
] as const)('gives a reason for each of the %s, and for no other package', (kind, heading) => {
  const given = reasons(heading);
  expect([...given.keys()].sort()).toEqual(Object.keys(manifest[kind]).sort());
  expect([...given].filter(([, why]) => why.length < 10)).toEqual([]);
});

it('states every version exactly', () => {
  const versions = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(
    Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
  ).toEqual([]);
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
