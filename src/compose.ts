import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KILL_SWITCH } from './app/project/places.ts';
import type { Places, Wires } from './app/project/wires.ts';
import { type AccountTerms, publishingAccount } from './app/publishing/publishing-account.ts';
import type { Account } from './config/config.ts';
import { type Credentials, credentialsOf, type Environment } from './config/secrets.ts';
import type { NetworkId } from './drafts/network-id.ts';
import type { StoredJournal } from './journal/kysely-journal.ts';
import { openMemoryJournal, openSqliteJournal } from './journal/sqlite/sqlite-journal.ts';
import { gitKeeping } from './machine/git.ts';
import { nodeFileStore } from './machine/node-file-store.ts';
import { openBrowser } from './machine/open-browser.ts';
import { isAlive, processOwner } from './machine/process-owner.ts';
import { systemClock } from './machine/system-clock.ts';
import type { AccountGuide } from './networks/account-guide.ts';
import type { ServerLimits } from './networks/network.ts';
import { NETWORKS } from './networks/networks.ts';
import type { NetworkClient } from './networks/port.ts';
import type { PreparationPorts, ThreadPreparer } from './networks/preparation.ts';
import { newId } from './publishing/ids.ts';
import type { ClientPorts, Ports, Publisher } from './publishing/ports.ts';
import { present } from './publishing/present.ts';
import { ThreadmillError } from './threadmill-error.ts';

/** An account that can't be used: its secrets are missing, or its network has no client. */
export class AccountError extends ThreadmillError {
  override readonly name = 'AccountError';
  readonly kind = 'account';
  readonly account: string;

  constructor(account: string, message: string) {
    super(message);
    this.account = account;
  }
}

/** How to make a network's client and preparer; each module is loaded on first use. */
type Loader = {
  /** @throws AccountError */
  readonly client: (login: Login) => Promise<NetworkClient>;
  readonly preparer?: (account: Account, ports: PreparationPorts) => Promise<ThreadPreparer>;
  /** Fetches the limits of the account's own server. @throws PublishingError */
  readonly limits?: (account: Account) => Promise<ServerLimits>;
};

/** An account with what its client needs. */
type Login = {
  readonly account: Account;
  /** @throws AccountError if they are missing */
  readonly credentials: () => Credentials;
  /** Where renewed tokens are stored. */
  readonly ports: ClientPorts | undefined;
};

async function loadX({ account, credentials, ports }: Login): Promise<NetworkClient> {
  const [{ xClient }, { xCredentialsOf }, { tokenChain }] = await Promise.all([
    import('./networks/x/client.ts'),
    import('./networks/x/client-credentials.ts'),
    import('./publishing/sending/token-chain.ts'),
  ]);
  const { name, baseUrl, findDelaysMs } = account;
  const login = xCredentialsOf(credentials(), () => {
    if (ports === undefined) throw new Error('Tokens that are renewed have to be kept somewhere.');
    return {
      baseUrl,
      now: ports.clock.now,
      chain: (first, renew) => tokenChain(ports, { account: name, first, renew }),
    };
  });
  return xClient({ credentials: login, ...present({ baseUrl, findDelaysMs }) });
}

async function loadBluesky({ account, credentials, ports }: Login): Promise<NetworkClient> {
  const [{ blueskyClient }, { blueskySession }, { tokenChain }] = await Promise.all([
    import('./networks/bluesky/client.ts'),
    import('./networks/bluesky/session.ts'),
    import('./publishing/sending/token-chain.ts'),
  ]);
  if (ports === undefined) throw new Error('A session has to be kept somewhere.');
  const { journal, clock } = ports;
  const { name, baseUrl, findDelaysMs } = account;
  const { login, first, renew } = blueskySession(credentials().secrets, { baseUrl, now: clock.now });
  return blueskyClient({
    login,
    tokens: tokenChain(ports, { account: name, first, renew, isFirstReusable: true }),
    knownWindows: () => journal.windows(name, clock.now()),
    ...present({ baseUrl, findDelaysMs }),
  });
}

async function loadMastodon({ account, credentials }: Login): Promise<NetworkClient> {
  const { name, baseUrl, findDelaysMs, options } = account;
  if (baseUrl === undefined)
    throw new AccountError(
      name,
      `Account ${name} does not name its instance: set base_url to its address, such as https://mastodon.social.`,
    );
  const { TOKEN: token = '', CLIENT_ID: clientId, CLIENT_SECRET: clientSecret } = credentials().secrets;
  const app = clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
  const [{ mastodonClient }, { postHabits }] = await Promise.all([
    import('./networks/mastodon/client.ts'),
    import('./networks/mastodon/post-body.ts'),
  ]);
  return mastodonClient({ baseUrl, token, habits: postHabits(options), ...present({ findDelaysMs, app }) });
}

async function mastodonLimits({ name, baseUrl }: Account): Promise<ServerLimits> {
  if (baseUrl === undefined) throw new AccountError(name, `Account ${name} does not name its instance.`);
  const { readInstanceLimits } = await import('./networks/mastodon/instance-limits.ts');
  return readInstanceLimits(baseUrl);
}

/** The loaders of clients and preparers, by network. */
const LOADERS: Readonly<Record<NetworkId, Loader>> = {
  x: { client: loadX },
  bluesky: {
    client: loadBluesky,
    preparer: async ({ baseUrl }, ports) =>
      (await import('./networks/bluesky/preparer.ts')).blueskyPreparer({ ...present({ baseUrl }), ports }),
  },
  mastodon: { client: loadMastodon, limits: mastodonLimits },
} satisfies Record<NetworkId, Loader>;

function credentialsFor(account: Account, env: Environment): Credentials {
  const found = credentialsOf(account, env);
  if (found.credentials !== null) return found.credentials;
  throw new AccountError(
    account.name,
    `Credentials missing for account ${account.name}: set ${found.missing.join(', ')} in .env or the environment.`,
  );
}

/** Makes the client of an account; `ports` store its tokens, if they are renewed. @throws AccountError */
export async function clientOf(
  account: Account,
  env: Environment,
  ports: ClientPorts | undefined,
): Promise<NetworkClient> {
  const credentials = (): Credentials => credentialsFor(account, env);
  return LOADERS[account.network].client({ account, credentials, ports });
}

/** Makes the preparer for an account's threads before freezing, if its network has one. Needs no credentials. */
export async function preparerOf(account: Account, signal: AbortSignal): Promise<ThreadPreparer | undefined> {
  const { preparer } = LOADERS[account.network];
  if (preparer === undefined) return undefined;
  const [{ cardDocuments }, { fitPicture }, { convertPhoto }] = await Promise.all([
    import('./fetching/card-documents.ts'),
    import('./app/drafts/fit-picture.ts'),
    import('./photos/convert-photo.ts'),
  ]);
  const fitImage: PreparationPorts['fitImage'] = (image, mostBytes) =>
    fitPicture(image, mostBytes, convertPhoto);
  return preparer(account, { ...cardDocuments({ signal }), fitImage });
}

/** Makes an account with its client for publishing. @throws AccountError */
export async function publisherOf(
  account: Account,
  terms: AccountTerms,
  env: Environment,
  ports: ClientPorts,
): Promise<Publisher> {
  const client = await clientOf(account, env, ports);
  return { account: publishingAccount(account, terms, env), client, unkept: new Set() };
}

/**
 * Checks that the journal's PostgreSQL accepts the login, and returns its location; creates nothing.
 *
 * @throws JournalError if it does not
 */
export async function reachDatabase(databaseUrl: string): ReturnType<Wires['reachDatabase']> {
  const { postgresPlace, reachPostgres } = await import('./journal/postgres/postgres-journal.ts');
  return { now: await reachPostgres(databaseUrl), place: postgresPlace(databaseUrl) };
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

/** Opens the project's journal and the other ports of publishing; the caller closes the journal. */
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

/** The instructions for adding an account, by network; loaded when an account is added. */
const GUIDES: Readonly<Partial<Record<NetworkId, () => Promise<AccountGuide>>>> = {
  x: async () => (await import('./networks/x/account-guide.ts')).xGuide,
  bluesky: async () => (await import('./networks/bluesky/account-guide.ts')).blueskyGuide,
  mastodon: async () => (await import('./networks/mastodon/account-guide.ts')).mastodonGuide,
};

/** Makes a minimal guide for a network without one, from the credentials in its row. */
function plainGuide(network: NetworkId): AccountGuide {
  const { name, credentials } = NETWORKS[network];
  const methods = credentials.map(({ kind, about, needs, may = [], open = [] }) => ({
    id: kind,
    about,
    steps: [],
    fields: [...needs, ...may].map((end) => ({
      end,
      label: end.toLowerCase().replaceAll('_', ' '),
      isSecret: !open.includes(end),
      ...(needs.includes(end) ? {} : { isOptional: true as const }),
    })),
  }));
  const [first, ...rest] = methods;
  if (first === undefined) throw new Error(`Nothing is known of how to log in to ${name}.`);
  return { name, methods: [first, ...rest], refusals: [] };
}

/** All adapters on this machine; heavy ones are loaded on first use. */
export const wires: Wires = {
  openPorts,
  openJournal,
  clientOf,
  limitsOf: async (account) => LOADERS[account.network].limits?.(account),
  publisherOf,
  preparerOf,
  reachDatabase,
  isSoundFile: async (path) => (await import('./journal/sqlite/is-sound-file.ts')).isSoundFile(path),
  filesIn: (root) => nodeFileStore(root, async () => undefined, isAlive),
  isAlive,
  drawCard: async (card, theme, fonts) =>
    (await import('./cards/drawing/draw-card.ts')).drawCard(card, theme, fonts),
  convertPhoto: async (bytes, limits) =>
    (await import('./photos/convert-photo.ts')).convertPhoto(bytes, limits),
  drawSvg: async (svg) => (await import('./cards/drawing/draw-svg.ts')).drawSvg(svg),
  fetchText: async (url, options) => (await import('./fetching/fetch-text.ts')).fetchText(url, options),
  startSandbox: async (wish) => {
    const { parseFault, startSandbox } = await import('./sandbox/sandbox.ts');
    return startSandbox({ ...wish, faults: wish.faults.map(parseFault) });
  },
  workThroughPgBoss: async (ports, options) => {
    const [{ workThroughPgBoss }, { postgresFailure }] = await Promise.all([
      import('./worker/pg-boss-queue.ts'),
      import('./journal/postgres/postgres-journal.ts'),
    ]);
    return workThroughPgBoss(ports, { ...options, failureOf: postgresFailure(options.databaseUrl) });
  },
  makeMetrics: async (facts) => (await import('./worker/watching/metrics.ts')).makeMetrics(facts),
  startMetricsServer: async (port, pages) =>
    (await import('./worker/watching/metrics-server.ts')).startMetricsServer(port, pages),
  accountGuide: async (network) => (await GUIDES[network]?.()) ?? plainGuide(network),
  openLoginCallback: async (port) => (await import('./machine/login-callback.ts')).openLoginCallback(port),
  openBrowser,
  gitKeeping,
  makeNotifier: async (options) => (await import('./worker/watching/notifier.ts')).makeNotifier(options),
};
