import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { ConfigError } from './config-error.ts';

/** What a new entry under `accounts:` holds, by the keys of the file. */
export type AccountEntry = Readonly<Record<string, string | number | boolean>>;

/** A change of the file's text: `start` to `end` becomes `text`. Offsets in UTF-16. */
type Splice = { readonly start: number; readonly end: number; readonly text: string };

/** The settings as text and as a document, with the line break that they use. */
type Settings = {
  readonly text: string;
  readonly path: string;
  readonly document: Document;
  readonly newline: string;
};

/**
 * Settings with an account more. Every line that is there stays as it is, comments and all: the text is changed only where
 * the entry goes. An account of that name keeps the keys that `entry` does not have. Where the settings list the networks of
 * drafts that name none, the account's network joins the list.
 *
 * @throws ConfigError where the file is no map, or `accounts` in it is none
 */
export function withAccount(text: string, path: string, name: string, entry: AccountEntry): string {
  const settings = read(text, path);
  const splices = [...entrySplices(settings, name, entry), ...networkSplices(settings, entry['network'])];
  return checked(settings, splices, (document) => {
    if (accountsIn(document, path) === null) document.set('accounts', document.createNode({}));
    for (const [key, value] of Object.entries(entry)) document.setIn(['accounts', name, key], value);
    const networks = document.getIn(['defaults', 'networks'], true);
    if (isSeq(networks) && !valuesOf(networks.items).includes(entry['network']))
      networks.add(entry['network']);
  });
}

/** Settings without that account, and without its name as the account of commands that name none. */
export function withoutAccount(text: string, path: string, name: string): string {
  const settings = read(text, path);
  const accounts = accountsIn(settings.document, path);
  const splices: Splice[] = [];
  const pair = accounts?.items.find(({ key }) => isScalar(key) && key.value === name);
  if (accounts !== null && pair !== undefined) {
    splices.push(removal(settings, accounts, pair));
    // A key without a value is an error: an empty list of accounts has to be written.
    if (accounts.items.length === 1 && accounts.flow !== true) {
      const at = keyEnd(settings, pairOf(settings.document, 'accounts'));
      splices.push({ start: at, end: at, text: ' {}' });
    }
  }
  const defaults = settings.document.get('defaults', true);
  if (isMap(defaults) && defaults.get('account') === name) {
    const wanted = defaults.items.find(({ key }) => isScalar(key) && key.value === 'account');
    if (wanted !== undefined && defaults.items.length > 1) splices.push(removal(settings, defaults, wanted));
    else if (wanted !== undefined)
      splices.push(
        removal(settings, settings.document.contents as YAMLMap, pairOf(settings.document, 'defaults')),
      );
  }
  return checked(settings, splices, (document) => {
    document.deleteIn(['accounts', name]);
    if (document.getIn(['defaults', 'account']) !== name) return;
    document.deleteIn(['defaults', 'account']);
    const left = document.get('defaults', true);
    if (isMap(left) && left.items.length === 0) document.delete('defaults');
  });
}

function read(text: string, path: string): Settings {
  const document = parsed(text);
  const [broken] = document.errors;
  if (broken !== undefined) throw wrong(path, '', `not valid YAML: ${broken.message}`, broken);
  if (document.contents !== null && !isMap(document.contents) && document.toJS() !== null)
    throw wrong(path, '', 'the settings are not keys with values.');
  return { text, path, document, newline: text.includes('\r\n') ? '\r\n' : '\n' };
}

const parsed = (text: string): Document => parseDocument(text, { prettyErrors: false });

/** The accounts by name; `null` where there are none yet. */
function accountsIn(document: Document, path: string): YAMLMap | null {
  const found = isMap(document.contents) ? document.get('accounts', true) : undefined;
  if (isMap(found)) return found;
  if (found === undefined || (isScalar(found) && found.value === null)) return null;
  throw wrong(path, 'accounts', 'must hold accounts by name.');
}

function pairOf(document: Document, name: string): Pair {
  const { items } = document.contents as YAMLMap;
  const found = items.find(({ key }) => isScalar(key) && key.value === name);
  if (found === undefined) throw new Error(`The settings have no key ${name}.`);
  return found;
}

/** Where an entry goes: into an account that is there, behind the last account, or into a list that is made for it. */
function entrySplices(settings: Settings, name: string, entry: AccountEntry): Splice[] {
  const { text, document, path, newline } = settings;
  const accounts = accountsIn(document, path);
  const known = accounts?.get(name, true);
  if (isMap(known))
    return Object.entries(entry).flatMap(([key, value]) => keySplices(settings, known, key, value));
  if (accounts !== null && accounts.items.length > 0) {
    if (accounts.flow === true) return [flowAddition(accounts, `${name}: ${flow(entry)}`, settings)];
    return [lineAddition(settings, accounts, block(name, entry, indentOf(settings, accounts), newline))];
  }
  const lines = block(name, entry, 2, newline);
  if (!isMap(document.contents) || !document.has('accounts')) {
    const gap = text === '' || text.endsWith('\n') ? '' : newline;
    return [{ start: text.length, end: text.length, text: `${gap}accounts:${newline}${lines}` }];
  }
  // `accounts:` and `accounts: {}` alike: what is behind the colon goes, and the entry stands below.
  const at = keyEnd(settings, pairOf(document, 'accounts'));
  const empty = accounts === null ? at : (rangeOf(accounts)[1] ?? at);
  const end = lineEnd(text, empty);
  const gap = end > 0 && text[end - 1] === '\n' ? '' : newline;
  return [
    { start: at, end: empty, text: '' },
    { start: end, end, text: `${gap}${lines}` },
  ];
}

function keySplices(
  settings: Settings,
  account: YAMLMap,
  key: string,
  value: string | number | boolean,
): Splice[] {
  const known = account.get(key, true) as Node | undefined;
  if (isScalar(known) && known.value === value) return [];
  if (isScalar(known)) {
    const [start, end] = rangeOf(known);
    return [{ start, end, text: scalar(value) }];
  }
  if (account.flow === true) return [flowAddition(account, `${key}: ${scalar(value)}`, settings)];
  const line = `${' '.repeat(indentOf(settings, account))}${key}: ${scalar(value)}${settings.newline}`;
  return [lineAddition(settings, account, line)];
}

/** The network joins a list of networks that is there; one that is missing means what the program says. */
function networkSplices(settings: Settings, network: unknown): Splice[] {
  const networks = isMap(settings.document.contents)
    ? settings.document.getIn(['defaults', 'networks'], true)
    : undefined;
  if (!isSeq(networks) || valuesOf(networks.items).includes(network)) return [];
  if (networks.flow === true || networks.items.length === 0)
    return [flowAddition(networks, String(network), settings)];
  const first = networks.items[0] as Node;
  const dash = settings.text.lastIndexOf('-', rangeOf(first)[0]);
  const indent = ' '.repeat(dash - lineStart(settings.text, dash));
  return [lineAddition(settings, networks, `${indent}- ${String(network)}${settings.newline}`)];
}

/** Behind the last entry of a list in brackets or braces. */
function flowAddition(list: Node, text: string, settings: Settings): Splice {
  const items = isCollection(list) ? list.items : [];
  const last = items.at(-1);
  const at = last === undefined ? rangeOf(list)[0] + 1 : contentEnd(last);
  return {
    start: at,
    end: at,
    text: `${last === undefined ? '' : settings.text[at] === ',' ? ',' : ', '}${text}`,
  };
}

/** A whole line, or several, below the last line of what a block holds. */
function lineAddition({ text, newline }: Settings, list: Node, lines: string): Splice {
  const at = lineEnd(text, contentEnd(list));
  return { start: at, end: at, text: `${text[at - 1] === '\n' ? '' : newline}${lines}` };
}

/** Takes an entry away with its lines, or with its comma. */
function removal({ text }: Settings, list: YAMLMap, pair: Pair): Splice {
  const start = rangeOf(pair.key as Node)[0];
  const end = contentEnd(pair);
  if (list.flow !== true) return { start: lineStart(text, start), end: lineEnd(text, end), text: '' };
  const after = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
  const before = after > 0 ? 0 : (/,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  return { start: start - before, end: end + after, text: '' };
}

/** Where the last thing of a node or pair ends, comments not counted. */
function contentEnd(node: unknown): number {
  if (isCollection(node) && node.flow !== true && node.items.length > 0) return contentEnd(node.items.at(-1));
  if (typeof node === 'object' && node !== null && 'key' in node) {
    const { key, value } = node as Pair;
    return isScalar(value) && value.value === null && rangeOf(value)[1] <= rangeOf(value)[0]
      ? rangeOf(key as Node)[1] + 1
      : contentEnd(value ?? key);
  }
  return rangeOf(node as Node)[1];
}

function rangeOf(node: Node): readonly [number, number, number] {
  if (!node.range) throw new Error('A node of the settings has no place.');
  return node.range;
}

/** Behind the colon of a key. */
const keyEnd = ({ text }: Settings, pair: Pair): number =>
  text.indexOf(':', rangeOf(pair.key as Node)[1]) + 1;

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  // A block's end may lie behind its line break already.
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

function indentOf({ text }: Settings, map: YAMLMap): number {
  const start = rangeOf(map.items[0]?.key as Node)[0];
  return start - lineStart(text, start);
}

function block(name: string, entry: AccountEntry, indent: number, newline: string): string {
  const lines = Object.entries(entry).map(
    ([key, value]) => `${' '.repeat(indent * 2)}${key}: ${scalar(value)}`,
  );
  return [`${' '.repeat(indent)}${name}:`, ...lines, ''].join(newline);
}

const flow = (entry: AccountEntry): string =>
  `{ ${Object.entries(entry)
    .map(([key, value]) => `${key}: ${scalar(value)}`)
    .join(', ')} }`;

/** Plain where YAML reads the very same value back, also inside brackets; else in quotes, as in JSON. */
function scalar(value: string | number | boolean): string {
  const plain = String(value);
  const isPlain =
    typeof value !== 'string' ||
    (/^[\w./:@-]+$/.test(value) && parsed(`a: [${plain}]`).getIn(['a', 0]) === value);
  return isPlain ? plain : JSON.stringify(value);
}

const valuesOf = (items: readonly unknown[]): unknown[] =>
  items.map((item) => (isScalar(item) ? item.value : item));

/** The text with the splices; as the YAML library writes it where an odd layout makes that mean something else. */
function checked(
  { text, newline }: Settings,
  splices: readonly Splice[],
  change: (document: Document) => void,
): string {
  let edited = text;
  for (const { start, end, text: put } of splices.toSorted(
    (one, other) => other.start - one.start || other.end - one.end,
  ))
    edited = `${edited.slice(0, start)}${put}${edited.slice(end)}`;
  const meant = parsed(text);
  change(meant);
  const wanted: unknown = parsed(meant.toString()).toJS();
  const got = parsed(edited);
  const isSame = got.errors.length === 0 && isDeepStrictEqual(got.toJS() ?? {}, wanted ?? {});
  return isSame ? edited : meant.toString({ lineWidth: 0 }).replace(/\r?\n/g, newline);
}

const wrong = (path: string, key: string, message: string, cause?: unknown): ConfigError =>
  new ConfigError(path, [{ line: 1, column: 1, key, message }], cause === undefined ? {} : { cause });
