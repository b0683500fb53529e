import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseSync } from 'rolldown/utils';

/** A node of the parsed file, as far as this file looks at it. */
type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>;

/** What a name of one file stands for: a declaration there, or a name of another file. */
type Target = { readonly file: string; readonly name: string };

/** A top-level declaration: its doc comment and text, and the node that its references are read from. */
type Declaration = {
  readonly kind: 'type' | 'value';
  readonly start: number;
  readonly end: number;
  readonly doc: string;
  readonly node: Node;
};

type Module = {
  readonly source: string;
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly imports: ReadonlyMap<string, Target>;
  readonly exports: ReadonlyMap<string, Target>;
};

/** A place in a declaration's text where another declaration is named. */
type Reference = { readonly start: number; readonly end: number; readonly target: Target };

/**
 * The declaration files that `entry` leads to, as the text of one: what the entry exports, and what those types are
 * made of. Reads the `.d.ts` files that `tsc` writes.
 *
 * @throws where a declaration needs a package, since a user of the library may not have it; and at syntax that `tsc`
 * does not write for our sources (`export *`, default exports).
 */
export function bundleDeclarations(entry: string): string {
  const modules = new Map<string, Module>();
  const moduleOf = (file: string): Module => {
    const known = modules.get(file) ?? readModule(file);
    modules.set(file, known);
    return known;
  };
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const texts: string[] = [];

  const nameOf = (target: Target): string => {
    const { file, name } = declared(target, moduleOf);
    const key = `${file}\0${name}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    let free = name;
    for (let count = 1; taken.has(free); count += 1) free = `${name}$${count}`;
    taken.add(free);
    names.set(key, free);
    texts.push(declarationText(file, name, free));
    return free;
  };

  const declarationText = (file: string, name: string, shown: string): string => {
    const module = moduleOf(file);
    const declaration = module.declarations.get(name);
    if (declaration === undefined) throw new Error(`${file} has no declaration of ${name}.`);
    let text = '';
    let at = declaration.start;
    for (const { start, end, target } of referencesOf(declaration.node, file, module)) {
      text +=
        module.source.slice(at, start) +
        (target.name === name && target.file === file ? shown : nameOf(target));
      at = end;
    }
    text += module.source.slice(at, declaration.end);
    const declares = declaration.kind === 'value' && !text.startsWith('declare ') ? 'declare ' : '';
    return `${declaration.doc}${declares}${text}`;
  };

  const exported = [...moduleOf(entry).exports].map(([name, target]) => {
    const found = declared(target, moduleOf);
    const local = nameOf(found);
    const kind = moduleOf(found.file).declarations.get(found.name)?.kind === 'type' ? 'type ' : '';
    return `  ${kind}${local === name ? name : `${local} as ${name}`},`;
  });
  return `${texts.join('\n')}\nexport {\n${exported.join('\n')}\n};\n`;
}

/** Follows imports and re-exports to the file that declares a name. */
function declared(target: Target, moduleOf: (file: string) => Module): Target {
  if (!target.file.startsWith('/'))
    throw new Error(
      `The public types need ${target.name} of ${target.file}, which a user may not have installed.`,
    );
  const module = moduleOf(target.file);
  if (module.declarations.has(target.name)) return target;
  const next = module.exports.get(target.name) ?? module.imports.get(target.name);
  if (next === undefined) throw new Error(`${target.file} has nothing named ${target.name}.`);
  return declared(next, moduleOf);
}

function readModule(file: string): Module {
  const source = readFileSync(file, 'utf8');
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const declarations = new Map<string, Declaration>();
  const imports = new Map<string, Target>();
  const exports = new Map<string, Target>();
  let before = 0;
  for (const statement of program.body as unknown as Node[]) {
    const doc = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.exec(source.slice(before, statement.start))?.[0] ?? '';
    before = statement.end;
    if (statement.type === 'ImportDeclaration') {
      const from = fileOf(file, statement['source']);
      for (const specifier of statement['specifiers'] as Node[])
        imports.set(nameIn(specifier['local']), { file: from, name: nameIn(specifier['imported']) });
    } else if (statement.type === 'ExportNamedDeclaration' && statement['declaration'] === null) {
      const from = statement['source'] === null ? file : fileOf(file, statement['source']);
      for (const specifier of statement['specifiers'] as Node[])
        exports.set(nameIn(specifier['exported']), { file: from, name: nameIn(specifier['local']) });
    } else {
      const node = (statement['declaration'] ?? statement) as Node;
      for (const name of declaredNames(node, file)) {
        const kind = /^TS(?:TypeAlias|Interface)Declaration$/.test(node.type) ? 'type' : 'value';
        declarations.set(name, { kind, start: node.start, end: node.end, doc, node });
        if (statement !== node) exports.set(name, { file, name });
      }
    }
  }
  return { source, declarations, imports, exports };
}

function declaredNames(node: Node, file: string): string[] {
  if (/^TS(?:TypeAlias|Interface|DeclareFunction)|^(?:Class|TSDeclareFunction|Function)/.test(node.type))
    return [nameIn(node['id'])];
  if (node.type === 'VariableDeclaration') {
    const names = (node['declarations'] as Node[]).map((one) => nameIn(one['id']));
    if (names.length === 1) return names;
  }
  throw new Error(`${file}: can't bundle a statement of the type ${node.type}.`);
}

/** The places in a declaration, in order, that name something of its file or another. */
function referencesOf(root: Node, file: string, module: Module): Reference[] {
  const found: Reference[] = [];
  const own = new Set<string>();
  const add = (node: unknown): void => {
    let left = node as Node;
    while (left.type === 'TSQualifiedName') left = left['left'] as Node;
    if (left.type !== 'Identifier') return;
    const name = nameIn(left);
    const target = module.imports.get(name) ?? (module.declarations.has(name) ? { file, name } : undefined);
    // Not the node's end: that of a variable's name lies behind its type.
    const end = left.start + name.length;
    if (target !== undefined && !own.has(name)) found.push({ start: left.start, end, target });
  };
  const visit = (node: Node): void => {
    if (node.type === 'TSTypeParameter') own.add(nameIn(node['name']));
    if (node.type === 'TSImportType') {
      const qualifier = node['qualifier'] as Node;
      const target = { file: fileOf(file, node['source']), name: nameIn(qualifier) };
      found.push({ start: node.start, end: qualifier.end, target });
    }
    for (const key of ['typeName', 'exprName', 'expression', 'superClass']) {
      const value = node[key];
      if (isNode(value)) add(value);
    }
    if (node['computed'] === true && isNode(node['key'])) add(node['key']);
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child);
  };
  const { id } = root;
  if (isNode(id)) add(id);
  visit(root);
  for (const one of (root['declarations'] ?? []) as Node[]) add(one['id']);
  return found.sort((one, other) => one.start - other.start);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

function nameIn(node: unknown): string {
  if (isNode(node) && typeof node['name'] === 'string') return node['name'];
  throw new Error(`Can't bundle ${isNode(node) ? node.type : String(node)} where a name is expected.`);
}

/** The declaration file that an import in `from` leads to; the name of a package as it is. */
function fileOf(from: string, source: unknown): string {
  const { value } = source as { readonly value: string };
  return value.startsWith('.') ? resolve(dirname(from), value.replace(/\.[jt]s$/, '.d.ts')) : value;
}
