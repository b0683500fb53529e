import { fstatSync, writeSync } from 'node:fs';
import type { Input, Io, Output } from './io.ts';
import { makeRedactor } from './redactor.ts';

/** What the system says when the reader has gone away. */
const CLOSED: ReadonlySet<string | undefined> = new Set(['EPIPE', 'EIO']);

/** A failure to write, for a person: Node knows a path only of files that it has opened itself. */
const named = (error: Error): Error => Object.assign(error, { path: 'the output' });

/** An `Output` over a terminal or whatever else only a stream can write to. */
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
      // The stream tells of a failure only after it has called back.
      await new Promise((done) => setImmediate(done));
      if (failure !== undefined) throw failure;
    },
  };
}

/**
 * An `Output` over a file or a pipe, written at once: opening the process's stream takes as long as a quarter of
 * Node's own start. A pipe that is full and does not wait is handed over to the stream.
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

/** True for a file or a pipe, which can be written to without a stream. */
function isPlain(fd: 1 | 2): boolean {
  const facts = fstatSync(fd);
  return facts.isFile() || facts.isFIFO();
}

/** An output that is opened at the first word. */
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

/** Colour by flag, then `NO_COLOR`, then `FORCE_COLOR`, then whether there is a terminal to show it. */
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

/** The folder a person stood in: npm runs scripts from the package's folder and keeps the other in `INIT_CWD`. */
export function standingFolder(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  const fromNpm = env['npm_lifecycle_event'] === 'threadmill' ? env['INIT_CWD'] : undefined;
  return fromNpm === undefined || fromNpm === '' ? cwd : fromNpm;
}

/** The world of a real run: the process's streams, environment, folder and signals. */
export function processIo(argv: readonly string[]): Io {
  const redactor = makeRedactor();
  const stop = new AbortController();
  const interrupt = (): void => {
    // The second Ctrl-C must always work: the default handler comes back after the first.
    stop.abort();
    process.removeListener('SIGINT', interrupt);
    process.removeListener('SIGTERM', interrupt);
  };
  const stdin: Input = {
    // Asked for only where it is needed: the first look at standard input opens it, which takes time.
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
      // Taken over only by commands that look at it: all others keep ending at the first Ctrl-C.
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
