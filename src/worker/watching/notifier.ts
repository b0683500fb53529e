import { spawn } from 'node:child_process';
import type { Notice } from './notice.ts';

/** Where to send notices, and the timeout. */
export type NotifierOptions = {
  /** A program and its arguments, run without a shell. It gets the notice as JSON on its standard input. */
  readonly command?: readonly string[];
  /** Receives the notice as the JSON body of a POST. */
  readonly webhook?: string;
  /** The timeout after which a program is killed and a request aborted. @default 10000 */
  readonly timeoutMs?: number;
  /** Receives why a notice could not be delivered, without the address, which may be a secret. */
  readonly onFailure: (why: string) => void;
};

/** Sends notices in the background, without delaying the worker. */
export interface Notifier {
  /** Returns at once. */
  tell(notice: Notice): void;
  /** Resolves when all notices so far were delivered or given up. */
  drained(): Promise<void>;
}

const TIMEOUT_MS = 10_000;

/** The maximum number of undelivered notices; further ones are dropped until some are delivered. */
const MOST_AT_ONCE = 16;

function runCommand(
  [program = '', ...args]: readonly string[],
  body: string,
  timeoutMs: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(new Error(signal === null ? `it ended with ${code}` : `it was ended after ${timeoutMs} ms`));
    });
    // A program may close its input without reading it.
    child.stdin.on('error', () => undefined);
    child.stdin.end(body);
  });
}

async function post(url: string, body: string, timeoutMs: number): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`it answered ${response.status}`);
}

/** Describes a failure without the address that `fetch` puts into its message. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for an unknown reason';
  if (error.name === 'TimeoutError') return 'it took too long';
  const code =
    (error.cause as NodeJS.ErrnoException | undefined)?.code ?? (error as NodeJS.ErrnoException).code;
  return code ?? (error.message === 'fetch failed' ? 'the connection failed' : error.message);
}

/** Makes a notifier that runs a program, calls a webhook, does both, or without either does nothing. */
export function makeNotifier(options: NotifierOptions): Notifier {
  const { command, webhook, timeoutMs = TIMEOUT_MS, onFailure } = options;
  const open = new Set<Promise<void>>();
  const begin = (name: string, work: Promise<void>): void => {
    const done = work
      .catch((error: unknown) => onFailure(`Could not notify the ${name}: ${whyOf(error)}.`))
      .finally(() => open.delete(done));
    open.add(done);
  };
  return {
    tell: (notice) => {
      if (command === undefined && webhook === undefined) return;
      if (open.size >= MOST_AT_ONCE) {
        onFailure(`Too many notices are undelivered; this one was dropped: ${notice.text}`);
        return;
      }
      const body = `${JSON.stringify(notice)}\n`;
      if (command !== undefined) begin('command', runCommand(command, body, timeoutMs));
      if (webhook !== undefined) begin('webhook', post(webhook, body, timeoutMs));
    },
    drained: async () => {
      await Promise.all(open);
    },
  };
}
