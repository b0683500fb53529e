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
import type { ClientPorts, Ports, Publisher } from '../../publishing/ports.ts';
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts';
import type { Profile } from '../../threads/profile.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { PgBossWorkerOptions } from '../../worker/pg-boss-queue.ts';
import type { Metrics, MetricsFacts } from '../../worker/watching/metrics.ts';
import type { MetricsPages, MetricsServer } from '../../worker/watching/metrics-server.ts';
import type { Notifier, NotifierOptions } from '../../worker/watching/notifier.ts';

/** Where a project stores what publishing needs. */
export type Places = {
  /** The project's folder, absolute. */
  readonly root: string;
  /** The journal's file, absolute; unused with a `databaseUrl`. */
  readonly databasePath: string;
  /** `postgres://…` of the journal, which other processes may share. */
  readonly databaseUrl?: string | undefined;
  readonly findImage: FindImage;
  /** Writes nothing: a journal that does not exist yet is not created. */
  readonly dryRun?: boolean;
};

/** How to start a sandbox, with faults in the syntax of `--fault`. */
export type SandboxWish = Omit<SandboxOptions, 'faults'> & { readonly faults: readonly string[] };

/** All adapters that the application uses. `src/compose.ts` creates them. */
export interface Wires {
  /** Opens the project's journal and the other ports of publishing; the caller closes the journal. */
  openPorts(places: Places): Promise<Ports>;
  /** Opens the journal alone. @throws JournalError */
  openJournal(places: Pick<Places, 'databasePath' | 'databaseUrl' | 'dryRun'>): Promise<StoredJournal>;
  /** Makes the client of an account; `ports` store its tokens, if they are renewed. @throws AccountError */
  clientOf(account: Account, env: Environment, ports: ClientPorts | undefined): Promise<NetworkClient>;
  /** Makes an account with its client. `terms` is what its network allows and bills. @throws AccountError */
  publisherOf(
    account: Account,
    terms: Pick<Profile, 'media' | 'prices'>,
    env: Environment,
    ports: ClientPorts,
  ): Promise<Publisher>;
  /** Makes the preparer for an account's threads, if its network has one: it resolves and fetches before freezing. */
  preparerOf(account: Account, signal: AbortSignal): Promise<ThreadPreparer | undefined>;
  /** Checks that the journal's PostgreSQL accepts the login; returns its location and its clock's time. @throws JournalError */
  reachDatabase(databaseUrl: string): Promise<{ readonly place: string; readonly now: EpochMs }>;
  /** Checks that the journal's file is sound; creates nothing. @throws JournalError if it can't be opened */
  isSoundFile(databasePath: string): Promise<boolean>;
  /** Accesses the files of a project's folder. Does not look for images. */
  filesIn(root: string): FileStore;
  /** Whether a process is running on this machine. */
  isAlive(pid: number): boolean;
  /** Draws a planned card as PNG, with the optional packages that are installed. */
  readonly drawCard: typeof drawCard;
  /** Converts a picture to what a network accepts, with sharp. */
  readonly convertPhoto: typeof convertPhoto;
  /** Draws an author's SVG as PNG, with the fonts of the cards. */
  drawSvg(svg: string): Promise<Uint8Array | { readonly problem: string }>;
  /**
   * Fetches the limits of an account's server; `undefined` if its network has the same limits everywhere. @throws
   * PublishingError
   */
  limitsOf(account: Account): Promise<ServerLimits | undefined>;
  /** Fetches a web document. @throws FetchError InterruptedError */
  readonly fetchText: typeof fetchText;
  /** Starts a local server that behaves like X. @throws FaultSyntaxError SandboxPortError SandboxStateError */
  startSandbox(wish: SandboxWish): Promise<Sandbox>;
  /** Runs a worker through pg-boss; any number of workers may run. @throws JournalError */
  workThroughPgBoss(ports: Ports, options: Omit<PgBossWorkerOptions, 'failureOf'>): Promise<void>;
  makeMetrics(facts: MetricsFacts): Promise<Metrics>;
  /** @throws MetricsPortError */
  startMetricsServer(port: number, pages: MetricsPages): Promise<MetricsServer>;
  /** Returns what the user needs to know to add an account of a network. */
  accountGuide(network: NetworkId): Promise<AccountGuide>;
  /** Listens on this machine for the browser that returns from a login. @throws CallbackPortError */
  openLoginCallback(port: number): Promise<LoginCallback>;
  /** Opens an address in the user's browser; returns false if no browser was found. */
  openBrowser(url: string, env: Environment): boolean;
  /** Returns whether git ignores or tracks a file. */
  gitKeeping(folder: string, file: string): Promise<GitKeeping>;
  makeNotifier(options: NotifierOptions): Promise<Notifier>;
}
