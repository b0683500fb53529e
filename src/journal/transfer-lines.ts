import { JournalError } from '../publishing/journal-error.ts';
import { ThreadmillError } from '../threadmill-error.ts';
import { DAY_MS } from '../time/durations.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Schema } from './schema.ts';

/** A journal's export can't be read. The message names the line. Nothing was imported. */
export class TransferError extends ThreadmillError {
  override readonly name = 'TransferError';
  readonly kind = 'usage';
}

type Kind = 'text' | 'text?' | 'number' | 'number?';
type Columns<T> = Readonly<Record<keyof T, Kind>>;

/** The exported tables, parents first, with the type of each column; `?` means nullable, or missing in an older export. */
const TABLES = {
  publications: {
    id: 'text',
    account: 'text',
    network: 'text',
    draft: 'text',
    state: 'text',
    publish_at: 'number',
    due_at: 'number?',
    reason: 'text?',
    message: 'text?',
    draft_hash: 'text',
    text_hash: 'text',
    frozen_at: 'number',
    after_id: 'text?',
    started_at: 'number?',
    finished_at: 'number?',
    late: 'text?',
    hash_version: 'number',
    languages: 'text?',
    reply_settings: 'text?',
    reply_to: 'text?',
    identity_id: 'text?',
    identity_handle: 'text?',
    learned_at: 'number?',
    zone: 'text?',
    scheduled_at: 'number?',
  },
  posts: {
    publication_id: 'text',
    idx: 'number',
    key: 'text',
    account: 'text',
    state: 'text',
    text: 'text',
    urls: 'text',
    facets: 'text?',
    cost_micro_usd: 'number',
    attempts: 'number',
    attempted_at: 'number?',
    receipt_id: 'text?',
    receipt_url: 'text?',
    receipt_at: 'number?',
    removed_at: 'number?',
    card: 'text?',
    labels: 'text?',
    receipt_ref: 'text?',
    pinned_id: 'text?',
    pinned_record: 'text?',
  },
  media: {
    publication_id: 'text',
    idx: 'number',
    position: 'number',
    path: 'text',
    alt: 'text',
    mime: 'text',
    sha256: 'text',
    bytes: 'number',
    cost_micro_usd: 'number',
    upload_id: 'text?',
    upload_expires_at: 'number?',
    role: 'text',
    width: 'number?',
    height: 'number?',
    focus: 'text?',
    upload_ref: 'text?',
  },
  spending: {
    account: 'text',
    publication_id: 'text',
    idx: 'number',
    what: 'text',
    at: 'number',
    micro_usd: 'number',
  },
  rate_windows: {
    owner: 'text',
    call: 'text',
    name: 'text',
    max: 'number',
    remaining: 'number',
    reset_at: 'number',
    told_at: 'number',
    length_ms: 'number',
  },
  reservations: { owner: 'text', publication_id: 'text' },
  account_apps: { account: 'text', app: 'text' },
  identities: { account: 'text', credentials: 'text', id: 'text', handle: 'text' },
  tokens: {
    account: 'text',
    seed: 'text',
    access_token: 'text',
    refresh_token: 'text',
    expires_at: 'number',
  },
} as const satisfies { readonly [T in Exclude<keyof Schema, 'leases'>]: Columns<Schema[T]> };

export type TableName = keyof typeof TABLES;

const NEWEST = Object.keys(MIGRATIONS).at(-1) ?? '';

/**
 * Version 1 had no end line, so a truncated file could look complete. Version 2 stored rate windows by account, and no whole
 * records.
 */
const VERSION = 3;
const OLDEST = 2;

const QUARTER_MS = 900_000;

type Row = Readonly<Record<string, unknown>>;

/** Applies migration 0005 to rows of an older export; `undefined` drops a row. */
const FROM_VERSION_2: Readonly<Partial<Record<TableName, (row: Row) => Row | undefined>>> = {
  publications: (row) => ({
    hash_version: 1,
    ...row,
    after_id: row['after_id'] === '0' ? '' : row['after_id'],
  }),
  media: (row) => ({ role: 'image', ...row }),
  rate_windows: ({ account, ...row }) =>
    row['name'] === 'app-24h'
      ? undefined
      : { ...row, owner: account, length_ms: row['name'] === '15min' ? QUARTER_MS : DAY_MS },
};

/** Returns the first line of an export. */
export const header = (): string =>
  JSON.stringify({ threadmill: 'journal', version: VERSION, schema: NEWEST });

/** Converts a row to its line. */
export const rowLine = (table: TableName, row: object): string => JSON.stringify({ table, row });

/** Returns the last line, which proves that the export is complete. */
export const endLine = (rows: number): string => JSON.stringify({ end: true, rows });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTable = (name: unknown): name is TableName => typeof name === 'string' && Object.hasOwn(TABLES, name);

function fits(kind: Kind, value: unknown): boolean {
  if (value === null || value === undefined) return kind.endsWith('?');
  return kind.startsWith('text') ? typeof value === 'string' : Number.isSafeInteger(value);
}

function parse(text: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new TransferError(
    `Line ${number} is not a JSON object: this is not an export of a journal, or it is incomplete.`,
  );
}

/**
 * Checks the first line, and returns the version of the export. @throws TransferError, JournalError if a newer version wrote it
 */
export function readHeader(text: string): number {
  const { threadmill, version, schema } = parse(text, 1);
  if (threadmill !== 'journal' || typeof version !== 'number' || typeof schema !== 'string')
    throw new TransferError('Line 1 does not identify this as an export of a journal.');
  if (version < OLDEST)
    throw new TransferError(
      'It was exported by an early version, and can’t be distinguished from an incomplete one. Export the journal again.',
    );
  if (version > VERSION || !Object.hasOwn(MIGRATIONS, schema))
    throw new JournalError(
      'newer',
      `The export was written by a newer version of Threadmill (${schema}). Use that version, or a later one.`,
    );
  return version;
}

/** A row of a table, or the end line with the number of rows. */
export type TransferLine =
  | { readonly table: TableName; readonly row: Record<string, unknown> }
  | { readonly table: 'end'; readonly rows: unknown }
  /** A row that this version no longer stores. */
  | { readonly table: 'dropped' };

/** Parses a line below the first in the format of a version. @throws TransferError */
export function readLine(text: string, number: number, version: number): TransferLine {
  const { table, row: written, end, rows } = parse(text, number);
  if (end === true) return { table: 'end', rows };
  if (!isTable(table) || !isRecord(written))
    throw new TransferError(`Line ${number} is not a row of a known table.`);
  const row = version < VERSION ? (FROM_VERSION_2[table] ?? ((same) => same))(written) : written;
  if (row === undefined) return { table: 'dropped' };
  const columns: Readonly<Record<string, Kind>> = TABLES[table];
  const unknown = Object.keys(row).find((name) => !Object.hasOwn(columns, name));
  if (unknown !== undefined) throw new TransferError(`Line ${number}: ${table} has no column ${unknown}.`);
  const whole: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(columns)) {
    if (!fits(kind, row[name]))
      throw new TransferError(`Line ${number}: ${table}.${name} should be a ${kind.replace('?', '')}.`);
    whole[name] = row[name] ?? null;
  }
  return { table, row: whole };
}
