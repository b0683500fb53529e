/** Where a command writes. Nothing is thrown when the reader has gone away (`| head`): `closed` turns true instead. */
export interface Output {
  /** Writes text as it is, with every hidden secret replaced. */
  write(text: string): void;
  /** Writes what a draft says as it is: nothing in it is masked, since a secret in a draft is an error of its own. */
  writeDraft(text: string): void;
  /** True once the reader has closed its end; a long listing may stop early, a publication may not. */
  readonly closed: boolean;
  /** Resolves when what was written has been taken over by the system. @throws where the system refused it: a full disk */
  drained(): Promise<void>;
}

/** Where a command reads from. */
export interface Input {
  readonly isTTY: boolean;
  /** The bytes, as they come. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** How a question is put. */
export type AskHow = { readonly isSecret?: boolean; readonly signal?: AbortSignal };

/** Everything a command may know of the world around it, so that tests never touch the process. */
export type Io = {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: Input;
  /** Whether stdout is a terminal. */
  readonly isTTY: boolean;
  /** Width of stdout in cells; 80 where it is no terminal. */
  readonly columns: number;
  /** Whether escape codes for colour may be written. */
  readonly color: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths are meant against: where the user stood, also under `npm run`. */
  readonly cwd: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted by Ctrl-C and by SIGTERM: long-running commands end in good order. */
  readonly signal: AbortSignal;
  /** Makes every later output show `[secret]` in place of these values. */
  readonly hide: (secrets: readonly string[]) => void;
  /**
   * Puts a question to the person at the terminal; the answer without its line end. Only where `stdin.isTTY`. A secret is not
   * shown while it is typed. @throws InterruptedError where the person presses Ctrl-C, or the signal aborts
   */
  readonly ask: (question: string, how?: AskHow) => Promise<string>;
};
