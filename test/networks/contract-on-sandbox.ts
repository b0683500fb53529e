import type { NetworkClient } from '../../src/networks/port.ts';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type KeptPost, type Mishap, networkClientContract } from './contract.ts';

/** What the contract needs of a sandbox and a client that talks to it. */
export type ContractSandbox = {
  readonly client: NetworkClient;
  /** Puts faults in force, as `sandbox --fault` takes them. */
  faults(...faults: string[]): Promise<void>;
  kept(): Promise<readonly KeptPost[]>;
  close(): Promise<void>;
};

/** The sandbox's fault for each mishap; it hits the next request that publishes. */
const FAULTS: Readonly<Record<Exclude<Mishap, 'down'>, string>> = {
  'answer-lost': 'drop-response@1',
  'request-lost': 'drop-request@1',
  'answer-cut': 'truncate@1',
  'rate-limited': 'status:429@1',
  unauthorized: 'status:401@1',
};

/** A client on a sandbox of its own: what the contract needs, and what the sandbox holds of its network. */
export type ClientOnSandbox<View> = ContractSandbox & { readonly url: string; view(): Promise<View> };

/** How a client is made, and how what it sent is read from the sandbox's state. */
export type SandboxReading<State, View> = {
  readonly client: (url: string) => NetworkClient;
  readonly viewIn: (state: State) => View;
  /** The posts in a view, with the alt texts of their media. */
  readonly keptIn: (view: View) => readonly KeptPost[];
};

/** Starts a sandbox on a free port, and a client of it. */
export async function clientOnSandbox<State, View>(
  options: SandboxOptions,
  { client, viewIn, keptIn }: SandboxReading<State, View>,
): Promise<ClientOnSandbox<View>> {
  const { url, close } = await startSandbox(options);
  const view = async (): Promise<View> =>
    viewIn((await (await fetch(`${url}/sandbox/state`)).json()) as State);
  return {
    url,
    client: client(url),
    view,
    faults: (...faults) => setFaults(url, faults),
    kept: async () => keptIn(await view()),
    close,
  };
}

/** The alt text of each medium of a post, by the media that the sandbox holds. */
export function altsOf(ids: readonly string[], media: readonly { id: string; alt: string }[]): string[] {
  return ids.map((id) => media.find((one) => one.id === id)?.alt ?? 'no such upload');
}

/** Puts faults in force on a running sandbox. */
export async function setFaults(url: string, faults: readonly string[]): Promise<void> {
  const answer = await fetch(`${url}/sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Holds a network's client to the contract on the sandbox; `secret` is what its messages must not hold. */
export function contractOnSandbox(name: string, secret: string, start: () => Promise<ContractSandbox>): void {
  networkClientContract(name, async () => {
    const sandbox = await start();
    let open = true;
    const close = async (): Promise<void> => {
      if (open) await sandbox.close();
      open = false;
    };
    return {
      client: sandbox.client,
      secret,
      now: Date.now,
      arrange: (mishap) => (mishap === 'down' ? close() : sandbox.faults(FAULTS[mishap])),
      kept: () => sandbox.kept(),
      close,
    };
  });
}
