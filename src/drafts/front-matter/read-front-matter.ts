import type { Position } from '../finding.ts';
import type { FindingList } from '../finding-list.ts';
import { NETWORK_IDS, type NetworkId } from '../network-id.ts';
import { isPostKey, isSharedKey } from './blog-keys.ts';
import { isBlogValue } from './blog-values.ts';
import { calendarDate, DATE_KEYS, dateSettledBy } from './dates.ts';
import { excerpt, fieldText, isPassage, plainText, shown, valueIn } from './entry-values.ts';
import { type KnownKeys, knownKeys, nearKey } from './near-key.ts';
import { otherKey } from './other-keys.ts';
import { isPlacedAsPost } from './post-path.ts';
import type { ReadHead } from './read-head.ts';
import { type YamlEntry, YamlLimit, type YamlValue } from './read-yaml.ts';
import {
  ACCEPTED,
  ALIASES,
  type FrontMatter,
  frontMatterSchema,
  type NetworkBlock,
  networkSchema,
} from './schema.ts';
import { otherTitle } from './title-keys.ts';

/** A draft's checked front matter; invalid values became findings, and are missing here. */
export type ReadFrontMatter = {
  readonly values: FrontMatter;
  readonly networks: Partial<Record<NetworkId, NetworkBlock>>;
  /** The place of each known key. */
  readonly places: ReadonlyMap<string, Position>;
  /** Whether it dates or describes the text, as a blog does. */
  readonly isOfBlog: boolean;
  /** Returns the text of any key, ours or a blog's, by its name in lower case. */
  readonly field: (name: string) => string | undefined;
};

/** The result for a file without front matter. */
export const NO_FRONT_MATTER: ReadFrontMatter = {
  values: {},
  networks: {},
  places: new Map(),
  isOfBlog: false,
  field: () => undefined,
};

type Raw = { readonly value: YamlValue; readonly at: Position; readonly written: string };

const KEYS = Object.keys(ACCEPTED);
const NETWORK_KEYS = Object.keys(networkSchema.shape);

/** The keys that are read at one place, and those that a misspelt key there may mean. */
type KeysHere = { readonly keys: readonly string[]; readonly known: KnownKeys };
const AT_THE_TOP: KeysHere = { keys: KEYS, known: knownKeys([...KEYS, ...NETWORK_IDS]) };
const IN_A_NETWORK: KeysHere = { keys: NETWORK_KEYS, known: knownKeys(NETWORK_KEYS) };

const isNetwork = (key: string): key is NetworkId => (NETWORK_IDS as readonly string[]).includes(key);

/**
 * Checks the keys of front matter. `positionAt` maps an offset in its text to a place in the file. A file with a title at the `path`
 * of a post is one, unless a key of ours says that it is a draft. Broken YAML, wrong values and misspelt keys become findings;
 * unknown keys are the blog's own and ignored.
 */
export function readFrontMatter(
  { language, entries, problems }: ReadHead,
  positionAt: (offset: number) => Position,
  findings: FindingList,
  path: string | null,
): ReadFrontMatter {
  for (const { message, offset, isMended } of problems)
    findings.add(
      'front-matter-yaml',
      positionAt(offset),
      `the front matter is not valid ${language}: ${message}`,
      isMended === true ? { severity: 'warning' } : undefined,
    );

  const broken = new Set(
    problems.flatMap(({ offset, isMended }) => (isMended === true ? [] : [positionAt(offset).line])),
  );
  const isTitled = entries.some(({ key }) => /^title$/i.test(key));
  const ofBlog = isOfBlog(entries) || (isPlacedAsPost(path) && isTitled && !entries.some(isForSending));
  const reader = { positionAt, findings, broken, ofBlog };
  const raw = new Map<string, Raw>();
  const networks: Partial<Record<NetworkId, NetworkBlock>> = {};
  const places = new Map<string, Position>();
  for (const written of entries) {
    if (OF_THE_ENGINE.test(plainText(written) ?? '')) continue;
    const entry = inSmallLetters(written);
    if (entry !== written && !capitalises(entries)) {
      const message = `\`${excerpt(written.key)}\` is read as \`${entry.key}\`; write it in small letters, as the other keys`;
      findings.add('setting-near-miss', positionAt(written.keyOffset), message, { severity: 'info' });
    }
    if (isNetwork(entry.key)) {
      if (valueIn(entry) !== null && !isPlaceOnNetwork(entry))
        networks[entry.key] = readNetworkBlock(entry, entry.key, reader, places);
    } else if (Object.hasOwn(NOT_YET, entry.key)) tellNotYet(entry, reader);
    else collect(entry, AT_THE_TOP, raw, reader);
  }
  const dated = raw.get('date');
  const settled = typeof dated?.value === 'string' ? dateSettledBy(path, dated.value) : undefined;
  if (dated !== undefined && settled !== undefined) raw.set('date', { ...dated, value: settled });
  const values = checked(raw, '', (record) => frontMatterSchema.safeParse(record), reader);
  const date = values.date ?? dateOf(entries);
  const title = values.title ?? otherTitle(entries);
  return {
    values: {
      ...values,
      ...(date === undefined ? {} : { date }),
      ...(title === undefined ? {} : { title }),
    },
    networks,
    places: new Map([...places, ...[...raw].map(([key, { at }]): [string, Position] => [key, at])]),
    isOfBlog: ofBlog,
    field: (name) => fieldText(entries, name),
  };
}

/** A value that the blog's engine fills in: a template, or Eleventy's and Quarto's names of dates. */
const OF_THE_ENGINE =
  /\{\{[\s\S]*\}\}|\{%[\s\S]*%\}|^(?:git )?(?:last[ -]modified|created)$|^(?:today|now)$/i;

/** Whether the front matter dates or describes the text, also with values that only the blog's engine understands. */
const isOfBlog = (entries: readonly YamlEntry[]): boolean =>
  entries.some((entry) => isPostKey(entry.key) && valueIn(entry) !== null);

/** Whether a key is a setting of ours, with a value that is meant for us: the file is a draft, wherever it lies. */
function isForSending(written: YamlEntry): boolean {
  const { key } = inSmallLetters(written);
  const name = Object.hasOwn(ALIASES, key) ? (ALIASES[key] ?? key) : key;
  if (isNetwork(name)) return !isPlaceOnNetwork(written);
  const value = KEYS.includes(name) && !isSharedKey(name) ? valueIn(written) : undefined;
  return value !== undefined && value !== null && !isBlogValue(name, value);
}

/** Returns the date of a blog that writes it under a key of its own, such as Astro's `pubDate`. */
const dateOf = (entries: readonly YamlEntry[]): string | undefined =>
  DATE_KEYS.map((key) => calendarDate(fieldText(entries, key.toLowerCase()) ?? '')).find(
    (date) => date !== undefined,
  );

/** Treats `Title:` and `TAGS:` as `title` and `tags`, as Hugo and Pelican do. */
function inSmallLetters(entry: YamlEntry): YamlEntry {
  const key = entry.key.toLowerCase();
  return key !== entry.key && (KEYS.includes(key) || isNetwork(key) || Object.hasOwn(ALIASES, key))
    ? { ...entry, key }
    : entry;
}

/** Whether the file capitalises keys as a habit: several keys have a capital. */
function capitalises(entries: readonly YamlEntry[]): boolean {
  return entries.filter(({ key }) => /^\p{Lu}/u.test(key)).length > 1;
}

type Reader = {
  readonly positionAt: (offset: number) => Position;
  readonly findings: FindingList;
  /** Lines with broken YAML; their apparent content needs no further finding. */
  readonly broken: ReadonlySet<number>;
  readonly ofBlog: boolean;
};

/** Stores an entry's value under its key's canonical name, if it is one of `keys`; reports a key like a `known` one. */
function collect(
  entry: YamlEntry,
  { keys, known }: KeysHere,
  raw: Map<string, Raw>,
  { positionAt, findings }: Reader,
): void {
  const at = positionAt(entry.keyOffset);
  const key = Object.hasOwn(ALIASES, entry.key) ? (ALIASES[entry.key] ?? entry.key) : entry.key;
  if (!keys.includes(key)) {
    const other = otherKey(entry.key, valueIn(entry));
    if (other !== undefined) {
      const message = `\`${excerpt(entry.key)}\` is not read, so ${other.why}; write \`${other.ours}\``;
      findings.add('setting-near-miss', at, message, { severity: other.severity });
      return;
    }
    const near = isPassage(valueIn(entry)) ? undefined : nearKey(entry.key, known);
    if (near !== undefined)
      findings.add(
        'setting-near-miss',
        at,
        `\`${excerpt(entry.key)}\` is not a setting; did you mean \`${near}\`?`,
      );
    return;
  }
  try {
    const value = entry.value();
    if (value !== null && !raw.has(key))
      raw.set(key, { value, at: positionAt(entry.valueOffset), written: entry.key });
  } catch (error) {
    if (!(error instanceof YamlLimit)) throw error;
    findings.add('front-matter-yaml', at, `\`${key}\` can't be read: ${error.message}`);
  }
}

/** Whether a `bluesky: https://…` says where a blog's post was discussed: it is the blog's own key. */
function isPlaceOnNetwork(entry: YamlEntry): boolean {
  const value = plainText(entry);
  return (
    value !== undefined &&
    /^(?:https?:\/\/|at:\/\/|www\.|@)\S+$|^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$|^\d{10,}$|^[2-7a-z]{13}$/i.test(
      value.trim(),
    )
  );
}

/** Features of networks that this version does not support, and how to recognise them by their value. */
const NOT_YET: Readonly<
  Record<string, { readonly holds: (value: YamlValue) => boolean; readonly what: string }>
> = {
  poll: { holds: () => true, what: 'a poll' },
  // A blog's `quote:` may be words; a quoted post is a URL.
  quote: {
    holds: (value) => typeof value === 'string' && /^(?:https?|at):\/\//i.test(value.trim()),
    what: 'a post that quotes another',
  },
};

function tellNotYet(entry: YamlEntry, { positionAt, findings }: Reader): void {
  const value = valueIn(entry);
  const row = NOT_YET[entry.key];
  if (row === undefined || value === undefined || value === null || !row.holds(value)) return;
  const message = `\`${entry.key}\`: ${row.what} can’t be published by this version; remove the key`;
  findings.add('setting-unsupported', positionAt(entry.keyOffset), message);
}

function readNetworkBlock(
  block: YamlEntry,
  network: NetworkId,
  reader: Reader,
  places: Map<string, Position>,
): NetworkBlock {
  const raw = new Map<string, Raw>();
  const entries = block.entries();
  const at = reader.positionAt(block.keyOffset);
  if (entries.length === 0)
    reader.findings.add(
      'setting-value',
      at,
      `\`${network}\` must be a block of keys such as \`numbering: 1/7\``,
    );
  for (const written of entries) {
    const entry = inSmallLetters(written);
    if (KEYS.includes(entry.key) && !NETWORK_KEYS.includes(entry.key)) {
      const message = `\`${entry.key}\` can't differ per network; move it out of \`${network}:\``;
      reader.findings.add('setting-not-per-network', reader.positionAt(entry.keyOffset), message);
    } else if (Object.hasOwn(NOT_YET, entry.key)) tellNotYet(entry, reader);
    else collect(entry, IN_A_NETWORK, raw, reader);
  }
  for (const [key, place] of raw) places.set(`${network}.${key}`, place.at);
  return checked(raw, `${network}: `, (record) => networkSchema.safeParse(record), reader);
}

type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | {
      readonly success: false;
      readonly error: { readonly issues: readonly { readonly path: PropertyKey[] }[] };
    };

/** Returns the valid values; each invalid one becomes a finding. A date changes nothing that is sent, so a wrong one is a warning. */
function checked<T>(
  raw: Map<string, Raw>,
  prefix: string,
  parse: (record: Record<string, YamlValue>) => Parsed<T>,
  { findings, broken, ofBlog }: Reader,
): T {
  for (;;) {
    const result = parse(Object.fromEntries([...raw].map(([key, { value }]) => [key, value])));
    if (result.success) return result.data;
    const wrong = new Map(result.error.issues.map(({ path }) => [String(path[0]), path[1]]));
    for (const [key, index] of wrong) {
      const entry = raw.get(key);
      if (entry === undefined) throw new Error(`the schema refused the key ${key}, which it was not given`);
      const accepted = (ACCEPTED as Record<string, string>)[key] ?? 'text';
      const one = typeof index === 'number' ? namesIn(entry.value)[index] : undefined;
      const refused = one === undefined ? `be ${shown(entry.value)}` : `hold \`${excerpt(one)}\``;
      const isOthers = ofBlog && prefix === '' && isBlogValue(key, entry.value);
      const ignored = isOthers ? 'so it is taken for a key of the blog’s own, and ignored; ours' : 'it';
      const message = `${prefix}\`${entry.written}\` can't ${refused}${isOthers ? ',' : ';'} ${ignored} accepts ${accepted}`;
      const eased = isOthers || key === 'date' ? ({ severity: 'warning' } as const) : undefined;
      if (!broken.has(entry.at.line)) findings.add('setting-value', entry.at, message, eased);
      raw.delete(key);
    }
  }
}

/** Splits a list, or comma-separated text, into entries as the schema does. */
function namesIn(value: YamlValue): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return list.flatMap((name) => (typeof name === 'string' && name.trim() !== '' ? [name.trim()] : []));
}
