import pg from 'pg';
import { openPostgresJournal } from '../../src/journal/postgres/postgres-journal.ts';
import { JournalError } from '../../src/publishing/journal-error.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';
import type { LabStore } from './run.ts';

let server: Promise<PostgresServer> | undefined;
let made = 0;

/** Stops the server that the stores of this process share. */
export async function stopPostgresStores(): Promise<void> {
  await (await server)?.stop();
}

/** Journals of several workers in one real PostgreSQL, each with connections of its own, in a schema of their own. */
export async function postgresStore(workers: number): Promise<LabStore & { close(): Promise<void> }> {
  server ??= startPostgres();
  const { url } = await server;
  made += 1;
  const schema = `lab_${made}`;
  const journals = await Promise.all(
    Array.from({ length: workers }, () => openPostgresJournal(url, { schema, poolSize: 2 })),
  );
  return {
    journals,
    // Another process can't lock or fill a server's disk at will: what it would say is said for it.
    breakage: (fault) => Promise.reject(new JournalError(fault, `The laboratory's server is ${fault}.`)),
    close: async () => {
      for (const journal of journals) await journal.close();
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`drop schema ${schema} cascade`);
      await client.end();
    },
  };
}
