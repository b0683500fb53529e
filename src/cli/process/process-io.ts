import { fstatSync, writeSync } from 'node:fs';
import type { Input, Io, Output } from './io.ts';
import { makeRedactor } from './redactor.ts';

/** Error codes that mean that the reader has closed its end. */
const CLOSED: ReadonlySet<string | undefined> = new Set(['EPIPE', 'EIO']);

/** Gives a write error the path `the output`, because Node only knows paths of files that it opened itself. */
const named = (error: Error): Error => Object.assign(error, { path: 'the output' });

/** Makes an `Output` for a terminal or anything else that needs a stream. */
function streamOutput(stream: NodeJS.WriteStream, redact: (text: string) => string): Output {
  let closed = false;
  let failure: Error | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (CLOSED.has(error.code)) closed = true;
    else failure ??= named(error);
  });
  const put = (text: string): void => {
    if (!closed && failure === undefined) stream.write(text);
  };
  return {
    write: (text) => put(redact(text)),
    writeDraft: put,
    get closed() {
      return closed;
    },
    drained: async () => {
      if (!closed && failure === undefined) await new Promise<void>((done) => stream.write('', () => done()));
      // The stream reports a failure only after its callback.
      await new Promise((done) => setImmediate(done));
      if (failure !== undefined) throw failure;
    },
  };
}

/**
 * Makes an `Output` that writes to a file or a pipe synchronously, because opening the process's stream takes a quarter of
 * Node's own start time. Falls back to the stream if a non-blocking pipe is full.
 */
function directOutput(fd: 1 | 2, open: () => NodeJS.WriteStream, redact: (text: string) => string): Output {
  let closed = false;
  let stream: Output | undefined;
  const put = (text: string): void => {
    if (stream !== undefined) {
      stream.writeDraft(text);
      return;
    }
    let rest: Uint8Array = Buffer.from(text);
    while (rest.length > 0 && !closed) {
      try {
        rest = rest.subarray(writeSync(fd, rest));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (CLOSED.has(code)) closed = true;
        else if (code === 'EAGAIN') {
          const waiting = open();
          stream = streamOutput(waiting, redact);
          waiting.write(rest);
          return;
        } else throw named(error as Error);
      }
    }
  };
  return {
    write: (text) => put(redact(text)),
    writeDraft: put,
    get closed() {
      return stream?.closed ?? closed;
    },
    drained: () => stream?.drained() ?? Promise.resolve(),
  };
}

/** Whether the output is a file or a pipe, which need no stream. */
function isPlain(fd: 1 | 2): boolean {
  const facts = fstatSync(fd);
  return facts.isFile() || facts.isFIFO();
}

/** Makes an output that opens on the first write. */
function lazyOutput(open: () => Output): Output {
  let opened: Output | undefined;
  const output = (): Output => {
    opened ??= open();
    return opened;
  };
  return {
    write: (text) => output().write(text),
    writeDraft: (text) => output().writeDraft(text),
    get closed() {
      return opened?.closed ?? false;
    },
    drained: () => opened?.drained() ?? Promise.resolve(),
  };
}

/** Decides about colour: by flag, then `NO_COLOR`, then `FORCE_COLOR`, then whether the output is a terminal. */
export function wantsColor(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  isTTY: boolean,
): boolean {
  const flag = argv.findLast((word) => word === '--color' || word === '--no-color');
  if (flag !== undefined) return flag === '--color';
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = env as Record<string, string | undefined>;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined && force !== '') return force !== '0';
  return isTTY && terminal !== 'dumb';
}

/** Returns the user's working folder: npm runs scripts in the package's folder and keeps the original in `INIT_CWD`. */
export function standingFolder(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  const fromNpm = env['npm_lifecycle_event'] === 'threadmill' ? env['INIT_CWD'] : undefined;
  return fromNpm === undefined || fromNpm === '' ? cwd : fromNpm;
}

/** Makes the environment of a real run: the process's streams, variables, folder and signals. */
export function processIo(argv: readonly string[]): Io {
  const redactor = makeRedactor();
  const stop = new AbortController();
  const interrupt = (): void => {
    // A second Ctrl-C must always work: the first one restores the default handler.
    stop.abort();
    process.removeListener('SIGINT', interrupt);
    process.removeListener('SIGTERM', interrupt);
  };
  const stdin: Input = {
    // A getter, because the first access to standard input opens it, which takes time.
    get isTTY() {
      return process.stdin.isTTY === true;
    },
    chunks: () => process.stdin as AsyncIterable<Uint8Array>,
  };
  const output = (fd: 1 | 2): Output => {
    const open = (): NodeJS.WriteStream => (fd === 1 ? process.stdout : process.stderr);
    return isPlain(fd) ? directOutput(fd, open, redactor.redact) : streamOutput(open(), redactor.redact);
  };
  const isTTY = !isPlain(1) && process.stdout.isTTY === true;
  return {
    stdout: output(1),
    stderr: lazyOutput(() => output(2)),
    stdin,
    isTTY,
    columns: isTTY ? process.stdout.columns || 80 : 80,
    color: wantsColor(argv, process.env, isTTY),
    env: process.env,
    cwd: standingFolder(process.env, process.cwd()),
    now: Date.now,
    get signal() {
      // Handle the signal only for commands that use it; all others end at the first Ctrl-C.
      if (!stop.signal.aborted && !process.listeners('SIGINT').includes(interrupt)) {
        process.on('SIGINT', interrupt);
        process.on('SIGTERM', interrupt);
      }
      return stop.signal;
    },
    hide: redactor.hide,
    ask: async (question, how) => (await import('./ask-terminal.ts')).askTerminal(question, how),
  };
}
