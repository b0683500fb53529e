import type { drawCard } from '../../cards/drawing/draw-card.ts';
import type { Account } from '../../config/config.ts';
import type { Environment } from '../../config/secrets.ts';
import type { NetworkId } from '../../drafts/network-id.ts';
import type { fetchText } from '../../fetching/fetch-text.ts';
import type { StoredJournal } from '../../journal/kysely-journal.ts';
import type { GitKeeping } from '../../machine/git.ts';
import type { LoginCallback } from '../../machine/login-callback.ts';
import type { FindImage } from '../../machine/node-file-store.ts';
import type { AccountGuide } from '../../networks/account-guide.ts';
import type { ServerLimits } from '../../networks/network.ts';
import type { NetworkClient } from '../../networks/port.ts';
import type { ThreadPreparer } from '../../networks/preparation.ts';
import type { convertPhoto } from '../../photos/convert-photo.ts';
import type { FileStore } from '../../publishing/file-store.ts';
import type { Ports, Publisher } from '../../publishing/ports.ts';
import type { LeasePorts } from '../../publishing/sending/lease.ts';
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts';
import type { Profile } from '../../threads/profile.ts';
import type { PgBossWorkerOptions } from '../../worker/pg-boss-queue.ts';
import type { Metrics, MetricsFacts } from '../../worker/watching/metrics.ts';
import type { MetricsPages, MetricsServer } from '../../worker/watching/metrics-server.ts';
import type { Notifier, NotifierOptions } from '../../worker/watching/notifier.ts';

/** Where a project keeps what publishing needs. */
export type Places = {
  /** The project's folder, absolute. */
  readonly root: string;
  /** The journal's file, absolute; not touched where there is a `databaseUrl`. */
  readonly databasePath: string;
  /** `postgres://…`: the journal is there, and shared with whoever else uses it. */
  readonly databaseUrl?: string | undefined;
  readonly findImage: FindImage;
  /** Nothing is to be written: a journal that is not there yet is not made. */
  readonly dryRun?: boolean;
};

/** How a sandbox starts, with faults as `--fault` takes them. */
export type SandboxWish = Omit<SandboxOptions, 'faults'> & { readonly faults: readonly string[] };

/** Everything outside of the application that it works with. `src/compose.ts` is where it comes from. */
export interface Wires {
  /** Opens the project's journal and everything else that publishing stands on; the caller closes the journal. */
  openPorts(places: Places): Promise<Ports>;
  /** Opens the journal alone. @throws JournalError */
  openJournal(places: Pick<Places, 'databasePath' | 'databaseUrl' | 'dryRun'>): Promise<StoredJournal>;
  /** The client of an account; `ports` keep its tokens, where they are renewed. @throws AccountError */
  clientOf(account: Account, env: Environment, ports: LeasePorts | undefined): Promise<NetworkClient>;
  /** An account with its client. `terms` is what its network allows and bills. @throws AccountError */
  publisherOf(
    account: Account,
    terms: Pick<Profile, 'media' | 'prices'>,
    env: Environment,
    ports: LeasePorts,
  ): Promise<Publisher>;
  /** What resolves and fetches for an account's threads before they are frozen, where its network does that. */
  preparerOf(account: Account, signal: AbortSignal): Promise<ThreadPreparer | undefined>;
  /** Where the journal's PostgreSQL is, once it accepts the login; creates nothing. @throws JournalError */
  reachDatabase(databaseUrl: string): Promise<string>;
  /** Whether the journal's file is sound; creates nothing. @throws where it can't be opened */
  isSoundFile(databasePath: string): Promise<boolean>;
  /** The files of a project's folder. Images are not looked for. */
  filesIn(root: string): FileStore;
  /** Whether a process of this machine is running. */
  isAlive(pid: number): boolean;
  /** Draws a planned card as PNG, with the optional packages that are installed. */
  readonly drawCard: typeof drawCard;
  /** Makes a picture that a network takes, with sharp. */
  readonly convertPhoto: typeof convertPhoto;
  /** Draws an author's SVG as PNG, with the fonts of the cards. */
  drawSvg(svg: string): Promise<Uint8Array | { readonly problem: string }>;
  /** What an account's server says of its limits; `undefined` where its network has the same everywhere. @throws PublishingError */
  limitsOf(account: Account): Promise<ServerLimits | undefined>;
  /** Reads a document of the web. @throws FetchError InterruptedError */
  readonly fetchText: typeof fetchText;
  /** Starts a local server that behaves like X. @throws FaultSyntaxError SandboxPortError SandboxStateError */
  startSandbox(wish: SandboxWish): Promise<Sandbox>;
  /** Works through pg-boss, among any number of workers. @throws JournalError */
  workThroughPgBoss(ports: Ports, options: Omit<PgBossWorkerOptions, 'failureOf'>): Promise<void>;
  makeMetrics(facts: MetricsFacts): Promise<Metrics>;
  /** @throws MetricsPortError */
  startMetricsServer(port: number, pages: MetricsPages): Promise<MetricsServer>;
  /** What a person needs to know to add an account of a network. */
  accountGuide(network: NetworkId): Promise<AccountGuide>;
  /** Waits on this machine for a browser that comes back from a login. @throws CallbackPortError */
  openLoginCallback(port: number): Promise<LoginCallback>;
  /** Shows an address in the person's browser; whether there is one to ask. */
  openBrowser(url: string, env: Environment): boolean;
  /** How git keeps a file of a folder. */
  gitKeeping(folder: string, file: string): Promise<GitKeeping>;
  makeNotifier(options: NotifierOptions): Promise<Notifier>;
}
