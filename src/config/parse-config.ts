import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { config as configureZod } from 'zod/mini';
import { eachNetwork, type NetworkId } from '../drafts/network-id.ts';
import { OWNED_KEYS } from '../networks/owned-keys.ts';
import { parseSlots } from '../time/slot-text.ts';
import { type Account, type Config, DEFAULT_CONFIG, type PriceSettings } from './config.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { type ConfigFile, configSchema } from './config-schema.ts';
import { secretNames } from './secrets.ts';

/** Aliases may repeat a value, but must not expand a small file into a huge one. */
const MAX_ALIASES = 50;

// Compiling a check that runs once takes longer than the check.
configureZod({ jitless: true });

type Place = { readonly line: number; readonly column: number };

/** Returns the position of a key's value, or of its nearest existing parent. With `key`, that of the key itself. */
function placeOf(document: Document, lines: LineCounter, path: readonly PropertyKey[], key?: string): Place {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (!isNode(node)) continue;
    const pair =
      key !== undefined && depth === path.length && isMap(node)
        ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)?.key
        : undefined;
    const start = (isNode(pair) ? pair.range : node.range)?.[0];
    if (start === undefined) continue;
    const { line, col } = lines.linePos(start);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
  return { line: 1, column: 1 };
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** Drops undefined values, so that a missing key stays missing. */
function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

type AccountInFile = NonNullable<ConfigFile['accounts']>[string];

/** Collects what an account sets of its network's own keys. */
function optionsOf(file: AccountInFile): Pick<Account, 'options'> {
  const owned = OWNED_KEYS.flatMap(({ key }) => {
    const value: unknown = Reflect.get(file, key);
    return typeof value === 'boolean' || typeof value === 'string' ? [[key, value] as const] : [];
  });
  return owned.length === 0 ? {} : { options: Object.freeze(Object.fromEntries(owned)) };
}

function accountOf(name: string, file: AccountInFile): Account {
  return Object.freeze({
    name,
    network: file.network,
    ...(file.app === undefined ? {} : { app: file.app }),
    ...optionsOf(file),
    ...(file.base_url === undefined ? {} : { baseUrl: withoutSlash(file.base_url) }),
    ...(file.handle === undefined ? {} : { handle: file.handle.replace(/^@/, '') }),
    ...(file.monthly_cap_usd === undefined ? {} : { monthlyCapUsd: file.monthly_cap_usd }),
    ...(file.posts_per_hour === undefined ? {} : { postsPerHour: file.posts_per_hour }),
    ...(file.zone === undefined ? {} : { zone: file.zone }),
    ...(file.slots === undefined ? {} : { slots: parseSlots(file.slots.join(', ')) ?? [] }),
    ...(file.gap_minutes === undefined ? {} : { gapMinutes: file.gap_minutes }),
    ...(file.find_delays_ms === undefined ? {} : { findDelaysMs: file.find_delays_ms }),
  });
}

function pricesOf(file: NonNullable<ConfigFile['prices']>[NetworkId]): PriceSettings | undefined {
  if (file === undefined) return undefined;
  return Object.freeze({
    ...(file.post === undefined ? {} : { post: file.post }),
    ...(file.post_with_url === undefined ? {} : { postWithUrl: file.post_with_url }),
    ...(file.alt_text === undefined ? {} : { altText: file.alt_text }),
    ...(file.read_account === undefined ? {} : { readAccount: file.read_account }),
    ...(file.read_post === undefined ? {} : { readPost: file.read_post }),
    ...(file.remove === undefined ? {} : { remove: file.remove }),
  });
}

/** Converts a file's checked content to the configuration. */
function configOf(file: ConfigFile): Config {
  const accounts = Object.entries(file.accounts ?? {}).map(
    ([name, account]) => [name, accountOf(name, account)] as const,
  );
  return Object.freeze({
    site: Object.freeze({
      ...(file.site?.url === undefined ? {} : { url: withoutSlash(file.site.url) }),
      ...(file.site?.public_dir === undefined ? {} : { publicDir: file.site.public_dir }),
      ...(file.site?.permalinks === undefined ? {} : { permalinks: file.site.permalinks }),
    }),
    feeds: Object.freeze(file.feeds ?? []),
    ...(file.summarizer === undefined ? {} : { summarizer: Object.freeze(file.summarizer) }),
    defaults: Object.freeze({
      networks: Object.freeze(file.defaults?.networks ?? DEFAULT_CONFIG.defaults.networks),
      ...(file.defaults?.account === undefined ? {} : { account: file.defaults.account }),
      ...(file.defaults?.zone === undefined ? {} : { zone: file.defaults.zone }),
      ...(file.defaults?.late === undefined ? {} : { late: file.defaults.late }),
    }),
    accounts: new Map(accounts),
    prices: Object.freeze(compact(eachNetwork((network) => pricesOf(file.prices?.[network])))),
    cards: Object.freeze({
      theme: file.cards?.theme ?? DEFAULT_CONFIG.cards.theme,
      lineNumbers: file.cards?.line_numbers ?? DEFAULT_CONFIG.cards.lineNumbers,
      most: file.cards?.most ?? DEFAULT_CONFIG.cards.most,
    }),
    notify: Object.freeze(
      compact({ command: file.notify?.command, webhook: file.notify?.webhook }),
    ) as Config['notify'],
  });
}

type Twins = { readonly first: string; readonly second: string; readonly variable: string };

/** Finds two accounts that share a variable for their secrets: one would post as the other. */
function sameSecrets(names: readonly string[]): Twins | undefined {
  const owners = new Map<string, string>();
  for (const second of names)
    for (const variable of secretNames(second)) {
      const first = owners.get(variable);
      if (first !== undefined) return { first, second, variable };
      owners.set(variable, second);
    }
  return undefined;
}

/**
 * Parses the text of a configuration file. `path` is only for messages.
 *
 * @throws ConfigError with every problem at its line, and what is accepted there
 */
export async function parseConfig(text: string, path: string): Promise<Config> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const syntax = [...document.errors, ...document.warnings].map((error): ConfigProblem => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      key: '',
      message: `not valid YAML: ${error.message}`,
    };
  });
  if (syntax.length > 0) throw new ConfigError(path, syntax);

  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
  } catch (error) {
    const message = `not usable as YAML: ${error instanceof Error ? error.message : String(error)}`;
    throw new ConfigError(path, [{ line: 1, column: 1, key: '', message }], { cause: error });
  }

  // The schema's reader leaves this name out without a word: it means something to JavaScript.
  const accounts: unknown = document.get('accounts');
  if (isMap(accounts) && accounts.has('__proto__')) {
    const message = 'no name for an account: it takes small letters, digits, - and _, with a letter first';
    const place = placeOf(document, lines, ['accounts'], '__proto__');
    throw new ConfigError(path, [{ ...place, key: 'accounts.__proto__', message }]);
  }

  const checked = configSchema.safeParse(content, { reportInput: true });
  if (!checked.success) {
    // Load the explanations only for an invalid file.
    const { explainIssue } = await import('./explain-issue.ts');
    const problems = checked.error.issues.flatMap((issue) =>
      explainIssue(issue).map(({ path: keyPath, key, message }): ConfigProblem => {
        const place = placeOf(document, lines, keyPath, key);
        return { ...place, key: [...keyPath, ...(key === undefined ? [] : [key])].join('.'), message };
      }),
    );
    problems.sort((a, b) => a.line - b.line || a.column - b.column);
    throw new ConfigError(path, problems, { cause: checked.error });
  }

  const config = configOf(checked.data);
  const twins = sameSecrets([...config.accounts.keys()]);
  if (twins !== undefined) {
    const { first, second, variable } = twins;
    const place = placeOf(document, lines, ['accounts'], second);
    const message = `its secrets would be those of ‘${first}’: both names lead to ${variable}. Rename one.`;
    throw new ConfigError(path, [{ ...place, key: `accounts.${second}`, message }]);
  }
  const wanted = config.defaults.account;
  if (wanted !== undefined && !config.accounts.has(wanted)) {
    const place = placeOf(document, lines, ['defaults', 'account']);
    const names = [...config.accounts.keys()].join(', ') || 'none';
    const message = `no account is named ‘${wanted}’; the accounts are: ${names}.`;
    throw new ConfigError(path, [{ ...place, key: 'defaults.account', message }]);
  }
  return config;
}
