import type { Io, Output } from '../../src/cli/process/io.ts';
import { makeRedactor } from '../../src/cli/process/redactor.ts';

/** What a fake world is made of; everything has a quiet default. */
export type FakeWorld = {
  cwd?: string;
  env?: Record<string, string | undefined>;
  stdin?: string | Uint8Array;
  columns?: number;
  color?: boolean;
  isTTY?: boolean;
  now?: () => number;
  signal?: AbortSignal;
  /** Answers to the questions, in order. */
  answers?: readonly string[];
};

/** An `Io` that keeps what was written. */
export type FakeIo = Io & { readonly out: () => string; readonly err: () => string };

function output(redact: (text: string) => string): Output & { readonly text: () => string } {
  const parts: string[] = [];
  return {
    write: (text) => void parts.push(redact(text)),
    writeDraft: (text) => void parts.push(text),
    closed: false,
    drained: () => Promise.resolve(),
    text: () => parts.join(''),
  };
}

/** A world without a process: no terminal, 80 columns, no colour, a clock that stands still. */
export function fakeIo(world: FakeWorld = {}): FakeIo {
  const redactor = makeRedactor();
  const stdout = output(redactor.redact);
  const stderr = output(redactor.redact);
  const answers = [...(world.answers ?? [])];
  const bytes = typeof world.stdin === 'string' ? new TextEncoder().encode(world.stdin) : world.stdin;
  // As of a pipe, nothing is left for whoever reads it again.
  let left = bytes;
  return {
    stdout,
    stderr,
    stdin: {
      isTTY: bytes === undefined,
      chunks: async function* () {
        const own = left;
        left = undefined;
        if (own !== undefined) yield own;
      },
    },
    isTTY: world.isTTY ?? false,
    columns: world.columns ?? 80,
    color: world.color ?? false,
    env: world.env ?? {},
    cwd: world.cwd ?? process.cwd(),
    now: world.now ?? (() => Date.UTC(2026, 1, 3, 9, 0, 0)),
    signal: world.signal ?? new AbortController().signal,
    hide: redactor.hide,
    ask: (question) => {
      stderr.write(question);
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`no answer prepared for: ${question}`);
      return Promise.resolve(answer);
    },
    out: stdout.text,
    err: stderr.text,
  };
}
