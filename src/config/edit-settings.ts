import { type Document, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import {
  checked,
  flowAddition,
  indentOf,
  keyEnd,
  lineAddition,
  lineEnd,
  lineStart,
  rangeOf,
  readSettings,
  removal,
  type Settings,
  type Splice,
  scalar,
  valuesOf,
  wrong,
} from './settings-splices.ts';

/** A new entry under `accounts:`, by the keys of the file. */
export type AccountEntry = Readonly<Record<string, string | number | boolean>>;

/**
 * Adds an account to the text of settings. Every existing line stays, including comments: the text changes only where the entry
 * goes. An existing account of that name keeps the keys that `entry` does not have. If the settings list default networks, the
 * account's network joins the list.
 *
 * @throws ConfigError if the file or its `accounts` is not a map
 */
export function withAccount(text: string, path: string, name: string, entry: AccountEntry): string {
  const settings = readSettings(text, path);
  const splices = [...entrySplices(settings, name, entry), ...networkSplices(settings, entry['network'])];
  return checked(settings, splices, (document) => {
    if (accountsIn(document, path) === null) document.set('accounts', document.createNode({}));
    for (const [key, value] of Object.entries(entry)) document.setIn(['accounts', name, key], value);
    const networks = networksWith(settings.document, entry['network']);
    if (networks !== null) document.setIn(['defaults', 'networks'], document.createNode(networks));
  });
}

/** Removes an account from the text of settings, and from the defaults if it is the default account. */
export function withoutAccount(text: string, path: string, name: string): string {
  const settings = readSettings(text, path);
  const accounts = accountsIn(settings.document, path);
  const splices: Splice[] = [];
  const pair = accounts?.items.find(({ key }) => isScalar(key) && key.value === name);
  if (accounts !== null && pair !== undefined) {
    splices.push(removal(settings, accounts, pair));
    // A key without a value is an error, so write an empty map.
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
  const gone = pair !== undefined && isMap(pair.value) ? pair.value.get('network') : undefined;
  const networks = isMap(settings.document.contents)
    ? settings.document.getIn(['defaults', 'networks'], true)
    : undefined;
  const isLast = gone !== undefined && !networksOfAccounts(settings.document, name).includes(gone);
  const listed =
    isSeq(networks) && isLast && networks.items.length > 1 ? valuesOf(networks.items).indexOf(gone) : -1;
  if (isSeq(networks) && listed !== -1) splices.push(removal(settings, networks, networks.items[listed]));
  return checked(settings, splices, (document) => {
    document.deleteIn(['accounts', name]);
    if (listed !== -1) document.deleteIn(['defaults', 'networks', listed]);
    if (document.getIn(['defaults', 'account']) !== name) return;
    document.deleteIn(['defaults', 'account']);
    const left = document.get('defaults', true);
    if (isMap(left) && left.items.length === 0) document.delete('defaults');
  });
}

/** Returns the accounts by name; `null` if there are none yet. */
function accountsIn(document: Document, path: string): YAMLMap | null {
  const found = isMap(document.contents) ? document.get('accounts', true) : undefined;
  if (isMap(found)) return found;
  if (found === undefined || (isScalar(found) && found.value === null)) return null;
  throw wrong(path, 'accounts', 'must contain accounts by name.');
}

function pairOf(document: Document, name: string): Pair {
  const { items } = document.contents as YAMLMap;
  const found = items.find(({ key }) => isScalar(key) && key.value === name);
  if (found === undefined) throw new Error(`The settings have no key ${name}.`);
  return found;
}

/** Returns where an entry goes: into an existing account, after the last account, or into a new `accounts` map. */
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
  // For both `accounts:` and `accounts: {}`, replace everything after the colon by the entry.
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

/**
 * Returns the default networks after adding an account on `network`: the existing list with it, or without a list the networks
 * of all accounts; `null` if nothing changes.
 */
function networksWith(document: Document, network: unknown): readonly unknown[] | null {
  if (!isMap(document.contents)) return network === 'x' ? null : [network];
  const listed = document.getIn(['defaults', 'networks'], true);
  if (isSeq(listed)) {
    const known = valuesOf(listed.items);
    return known.includes(network) ? null : [...known, network];
  }
  const all = [...new Set([...networksOfAccounts(document), network])];
  return all.length === 1 && all[0] === 'x' ? null : all;
}

function networksOfAccounts(document: Document, except?: string): unknown[] {
  const accounts = isMap(document.contents) ? document.get('accounts', true) : undefined;
  if (!isMap(accounts)) return [];
  return accounts.items
    .filter(({ key }) => !(isScalar(key) && key.value === except))
    .map(({ value }) => (isMap(value) ? value.get('network') : undefined))
    .filter((network) => network !== undefined);
}

function networkSplices(settings: Settings, network: unknown): Splice[] {
  const { document, text, newline } = settings;
  const wanted = networksWith(document, network);
  if (wanted === null) return [];
  const networks = isMap(document.contents) ? document.getIn(['defaults', 'networks'], true) : undefined;
  if (isSeq(networks)) {
    if (networks.flow === true || networks.items.length === 0)
      return [flowAddition(networks, String(network), settings)];
    const first = networks.items[0] as Node;
    const dash = text.lastIndexOf('-', rangeOf(first)[0]);
    const indent = ' '.repeat(dash - lineStart(text, dash));
    return [lineAddition(settings, networks, `${indent}- ${String(network)}${newline}`)];
  }
  const line = `networks: [${wanted.join(', ')}]`;
  const defaults = isMap(document.contents) ? document.get('defaults', true) : undefined;
  if (isMap(defaults) && defaults.items.length > 0) {
    if (defaults.flow === true) return [flowAddition(defaults, line, settings)];
    return [lineAddition(settings, defaults, `${' '.repeat(indentOf(settings, defaults))}${line}${newline}`)];
  }
  if (defaults !== undefined) return [];
  const gap = text === '' || text.endsWith('\n') ? '' : newline;
  return [{ start: text.length, end: text.length, text: `${gap}defaults:${newline}  ${line}${newline}` }];
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
