import { execFileSync, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether tmux is on this machine; said aloud where it is not, since a test is skipped then. */
export function hasTmux(): boolean {
  const found = spawnSync('tmux', ['-V']).status === 0;
  if (!found)
    process.stderr.write(
      'SKIPPED: tmux is not on this machine, so nothing was typed. apt-get install tmux\n',
    );
  return found;
}

/** A terminal in which a person types. */
export type Terminal = {
  /** Types a line, key by key, and presses Enter. */
  type(line: string): Promise<void>;
  /** Presses a key by tmux's name for it: `C-c`. */
  press(key: string): void;
  /** Everything that was shown so far, lines that the terminal wrapped joined again. */
  shown(): string;
  /** Waits until something is shown below what was shown when the last line was typed. @throws after `ms` */
  until(pattern: RegExp, ms?: number): Promise<string>;
};

/** Terminals of one person: a shell in each, with nothing of this process's environment. */
export type Desk = { open(name: string): Terminal; close(): void };

/** Sits down at a desk: `env` is the whole environment of its shells. */
export function desk(folder: string, env: NodeJS.ProcessEnv): Desk {
  const socket = `threadmill-${process.pid}`;
  const tmux = (...args: string[]): string =>
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], {
      encoding: 'utf8',
      env: { ...env, TERM: 'xterm-256color' },
    });
  return {
    open: (name) => {
      const shell = [
        'env',
        '-i',
        ...Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`])),
        'TERM=screen-256color',
        'PS1=$ ',
        'bash',
        '--norc',
        '--noprofile',
      ];
      tmux('new-session', '-d', '-s', name, '-x', '120', '-y', '50', '-c', folder, ...shell);
      tmux('set-option', '-t', name, 'history-limit', '5000');
      const shown = (): string => tmux('capture-pane', '-p', '-J', '-S', '-', '-t', name);
      let before = 0;
      return {
        shown,
        press: (key) => void tmux('send-keys', '-t', name, key),
        type: async (line) => {
          before = shown().trimEnd().length;
          for (const key of line) {
            // tmux takes a semicolon at the end of a word for its own.
            tmux('send-keys', '-t', name, '-l', key === ';' ? '\\;' : key);
            await sleep(8);
          }
          tmux('send-keys', '-t', name, 'Enter');
        },
        until: async (pattern, ms = 30_000) => {
          for (const end = Date.now() + ms; ; ) {
            const text = shown();
            if (pattern.test(text.slice(before))) return text;
            if (Date.now() > end)
              throw new Error(`${pattern} was not shown within ${ms} ms:\n${text.trimEnd()}`);
            await sleep(50);
          }
        },
      };
    },
    close: () => void spawnSync('tmux', ['-L', socket, 'kill-server']),
  };
}
