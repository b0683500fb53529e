import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KILL_SWITCH } from './app/project/places.ts';
import type { Places, Wires } from './app/project/wires.ts';
import type { Account } from './config/config.ts';
import { type Credentials, credentialsOf, type Environment } from './config/secrets.ts';
import type { NetworkId } from './drafts/network-id.ts';
import type { StoredJournal } from './journal/kysely-journal.ts';
import { openMemoryJournal, openSqliteJournal } from './journal/sqlite/sqlite-journal.ts';
import { nodeFileStore } from './machine/node-file-store.ts';
import { isAlive, processOwner } from './machine/process-owner.ts';
import { systemClock } from './machine/system-clock.ts';
import type { NetworkClient } from './networks/port.ts';
import type { XCredentials } from './networks/x/credentials.ts';
import { newId } from './publishing/ids.ts';
import type { Ports, Publisher, PublishingAccount } from './publishing/ports.ts';
import type { LeasePorts } from './publishing/sending/lease.ts';
import { ThreadmillError } from './threadmill-error.ts';
import type { MediaLimits } from './threads/profile.ts';

/** An account that can't be spoken for: its secrets are missing, or nothing here speaks its network. */
export class AccountError extends ThreadmillError {
  override readonly name = 'AccountError';
  readonly kind = 'account';
  readonly account: string;

  constructor(account: string, message: string) {
    super(message);
    this.account = account;
  }
}

type MakeClient = (
  account: Account,
  credentials: Credentials,
  ports: LeasePorts | undefined,
) => Promise<NetworkClient>;

/** What speaks for an account, by its network. A network is added by one row; its library is loaded when used. */
const CLIENTS: Readonly<Partial<Record<NetworkId, MakeClient>>> = {
  x: async (account, credentials, ports) => {
    const { xClient } = await import('./networks/x/client.ts');
    const { baseUrl, findDelaysMs } = account;
    return xClient({
      credentials: await xCredentials(account, credentials, ports),
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(findDelaysMs === undefined ? {} : { findDelaysMs }),
    });
  },
};

async function xCredentials(
  { name, baseUrl }: Account,
  credentials: Credentials,
  ports: LeasePorts | undefined,
): Promise<XCredentials> {
  switch (credentials.kind) {
    case 'token':
      return { userToken: credentials.token };
    case 'oauth1': {
      const { apiKey, apiSecret, accessToken, accessSecret } = credentials;
      return { appKey: apiKey, appSecret: apiSecret, accessToken, accessSecret };
    }
    case 'renewed': {
      if (ports === undefined) throw new Error('Tokens that are renewed have to be kept somewhere.');
      const [{ renewXToken }, { tokenChain }] = await Promise.all([
        import('./networks/x/token.ts'),
        import('./publishing/sending/token-chain.ts'),
      ]);
      const { clientId, clientSecret, refreshToken } = credentials;
      const secret = clientSecret === undefined ? {} : { clientSecret };
      const app = { baseUrl, clientId, ...secret, now: ports.clock.now };
      const renew = (token: string): ReturnType<typeof renewXToken> => renewXToken(app, token);
      return { tokens: tokenChain(ports, { account: name, first: refreshToken, renew }) };
    }
    default: {
      const forgotten: never = credentials;
      throw new Error(`No client for ${JSON.stringify(Object.keys(forgotten))}.`);
    }
  }
}

/** The client of an account; `ports` keep its tokens, where they are renewed. @throws AccountError */
export async function clientOf(
  account: Account,
  env: Environment,
  ports: LeasePorts | undefined,
): Promise<NetworkClient> {
  const make = CLIENTS[account.network];
  if (make === undefined)
    throw new AccountError(account.name, `This version can’t publish on ${account.network} yet.`);
  const found = credentialsOf(account.name, env);
  if (found.credentials === null) {
    throw new AccountError(
      account.name,
      `The account ${account.name} has no secrets: put ${found.missing.join(', ')} into .env or the environment.`,
    );
  }
  return make(account, found.credentials, ports);
}

/** An account with its client, as publishing needs it. `media` is what its network allows. @throws AccountError */
export async function publisherOf(
  account: Account,
  media: MediaLimits,
  env: Environment,
  ports: LeasePorts,
): Promise<Publisher> {
  const client = await clientOf(account, env, ports);
  return { account: publishingAccount(account, media), client };
}

/** What publishing must know of an account. */
export function publishingAccount(account: Account, media: MediaLimits): PublishingAccount {
  const { name, network, monthlyCapUsd, postsPerHour } = account;
  return {
    name,
    network,
    media,
    ...(monthlyCapUsd === undefined ? {} : { monthlyCapUsd }),
    ...(postsPerHour === undefined ? {} : { postsPerHour }),
  };
}

/**
 * Where the journal's PostgreSQL is, once it has let us in; nothing is made there.
 *
 * @throws JournalError where it does not
 */
export async function reachDatabase(databaseUrl: string): Promise<string> {
  const { postgresPlace, reachPostgres } = await import('./journal/postgres/postgres-journal.ts');
  await reachPostgres(databaseUrl);
  return postgresPlace(databaseUrl);
}

/** Opens the journal of a project, in its file or in PostgreSQL. @throws JournalError */
export async function openJournal({
  databasePath,
  databaseUrl,
  dryRun = false,
}: Pick<Places, 'databasePath' | 'databaseUrl' | 'dryRun'>): Promise<StoredJournal> {
  if (databaseUrl !== undefined) {
    const { openPostgresJournal } = await import('./journal/postgres/postgres-journal.ts');
    return openPostgresJournal(databaseUrl);
  }
  return dryRun && !existsSync(databasePath) ? openMemoryJournal() : openSqliteJournal(databasePath);
}

/** Opens the project's journal and everything else that publishing stands on; the caller closes the journal. */
export async function openPorts(places: Places): Promise<Ports> {
  const { root, findImage } = places;
  const journal = await openJournal(places);
  const killSwitch = resolve(root, KILL_SWITCH);
  return {
    journal,
    files: nodeFileStore(root, findImage, isAlive),
    clock: systemClock,
    owner: processOwner(newId(systemClock)),
    killSwitch: async () => (existsSync(killSwitch) ? join(root, KILL_SWITCH) : undefined),
  };
}

async function isSoundFile(databasePath: string): Promise<boolean> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(databasePath, { readOnly: true });
  try {
    return Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0] === 'ok';
  } finally {
    database.close();
  }
}

/** Everything that the application works with, as this machine has it; what is heavy is loaded when it is used. */
export const wires: Wires = {
  openPorts,
  openJournal,
  clientOf,
  publisherOf,
  reachDatabase,
  isSoundFile,
  filesIn: (root) => nodeFileStore(root, async () => undefined, isAlive),
  isAlive,
  fetchText: async (url, options) => (await import('./fetching/fetch-text.ts')).fetchText(url, options),
  startSandbox: async (wish) => {
    const { parseFault, startSandbox } = await import('./sandbox/sandbox.ts');
    return startSandbox({ ...wish, faults: wish.faults.map(parseFault) });
  },
  workThroughPgBoss: async (ports, options) =>
    (await import('./worker/pg-boss-queue.ts')).workThroughPgBoss(ports, options),
  makeMetrics: async (facts) => (await import('./worker/watching/metrics.ts')).makeMetrics(facts),
  startMetricsServer: async (port, pages) =>
    (await import('./worker/watching/metrics-server.ts')).startMetricsServer(port, pages),
  makeNotifier: async (options) => (await import('./worker/watching/notifier.ts')).makeNotifier(options),
};
