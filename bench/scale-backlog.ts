import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { POSTGRES } from '../src/journal/postgres/postgres-facts.ts';

/** A backlog: so many publications of one post, of which the first `due` are due at `now`, the others in the month after. */
export type Backlog = {
  readonly publications: number;
  readonly accounts: number;
  readonly due: number;
  readonly now: number;
};

const MONTH_MS = 30 * 24 * 3_600_000;

/** When publication `n` (from 0) is due. */
export function dueAt({ due, now, publications }: Backlog, n: number): number {
  return n < due ? now - due + n : now + 60_000 + Math.floor(((n - due) / publications) * MONTH_MS);
}

/** The same rows for both engines; only how a series of numbers is made differs. */
function statements({ publications, accounts, due, now }: Backlog, series: string, int: string): string[] {
  const id = `'p' || n`;
  const at = `case when n < ${due} then ${now} - ${due} + n else ${now} + 60000 + cast((n - ${due}) * (${MONTH_MS} / ${publications}.0) as ${int}) end`;
  return [
    `insert into publications (id, account, network, draft, state, publish_at, due_at, draft_hash, text_hash, frozen_at)
     select ${id}, 'a' || (n % ${accounts}), 'x', 'posts/' || n || '.md', 'scheduled', ${at}, ${at}, 'd', 't' || n, ${now} from ${series}`,
    `insert into posts (publication_id, idx, key, account, state, text, urls, cost_micro_usd, attempts)
     select ${id}, 1, ${id} || '-1', 'a' || (n % ${accounts}), 'waiting', 'Post ' || n, '[]', 15000, 0 from ${series}`,
  ];
}

/** Fills a journal's file, whose tables are there. */
export function fillSqlite(path: string, backlog: Backlog): void {
  const database = new DatabaseSync(path);
  const series = `(with recursive s(n) as (select 0 union all select n + 1 from s where n + 1 < ${backlog.publications}) select n from s)`;
  for (const statement of statements(backlog, series, 'integer')) database.exec(statement);
  database.exec('analyze');
  database.close();
}

/** Fills a journal in PostgreSQL, whose tables are there. */
export async function fillPostgres(url: string, backlog: Backlog): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set search_path = ${POSTGRES.schema}`);
  const series = `generate_series(0::bigint, ${backlog.publications - 1}) as s(n)`;
  for (const statement of statements(backlog, series, 'bigint')) await client.query(statement);
  await client.query('vacuum analyze publications');
  await client.query('vacuum analyze posts');
  await client.end();
}
