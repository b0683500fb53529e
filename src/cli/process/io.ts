/** Where a command writes. If the reader closes its end (`| head`), nothing is thrown, and `closed` becomes true. */
export interface Output {
  /** Writes text, with every known secret redacted. */
  write(text: string): void;
  /** Writes a draft's content without redaction, since a secret in a draft is an error that is reported separately. */
  writeDraft(text: string): void;
  /** True once the reader has closed its end; a long listing may then stop early, a publication may not. */
  readonly closed: boolean;
  /** Resolves when the system has accepted all output. @throws if it can't be written, as on a full disk */
  drained(): Promise<void>;
}

/** Where a command reads from. */
export interface Input {
  readonly isTTY: boolean;
  /** The bytes, as they arrive. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Options of a question. */
export type AskHow = { readonly isSecret?: boolean; readonly signal?: AbortSignal };

/** The process's environment as a command sees it, so that tests never touch the real process. */
export type Io = {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: Input;
  /** Whether stdout is a terminal. */
  readonly isTTY: boolean;
  /** Width of stdout in cells; 80 if it is not a terminal. */
  readonly columns: number;
  /** Whether escape codes for colour may be written. */
  readonly color: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The base of relative paths: the user's working folder, even under `npm run`. */
  readonly cwd: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted by Ctrl-C and by SIGTERM, so that long-running commands can end cleanly. */
  readonly signal: AbortSignal;
  /** Redacts these values as `[secret]` in every later output. */
  readonly hide: (secrets: readonly string[]) => void;
  /**
   * Asks the user at the terminal, and returns the answer without its line end. Requires `stdin.isTTY`. A secret is not echoed.
   * @throws InterruptedError if the user presses Ctrl-C, or the signal aborts
   */
  readonly ask: (question: string, how?: AskHow) => Promise<string>;
};
