import { spawn } from 'node:child_process';
import type { Surroundings } from '../project/project.ts';
import { Refusal } from '../refusal.ts';

/** Limits for a summarizer's time and output. */
const TIME_MS = 5 * 60_000;
const MOST_BYTES = 64 * 1024;
/** How much of its standard error is kept, in bytes, and shown, in characters. */
const COMPLAINT = { kept: 4096, told: 160 } as const;

/**
 * Runs the user's own program with a post on its standard input, and returns its output. No shell is involved; the program gets
 * the process's environment, like every program that the user starts.
 *
 * @throws Refusal (draft) if it can't be started, fails, takes too long or prints too much
 */
export function runSummarizer(
  command: readonly string[],
  post: string,
  around: Pick<Surroundings, 'cwd' | 'signal'>,
): Promise<string> {
  const [program = '', ...args] = command;
  const failed = (why: string, cause?: unknown): Refusal =>
    new Refusal('draft', `The summarizer ‘${program}’ ${why}.`, { cause });
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: around.cwd,
      signal: AbortSignal.any([around.signal, AbortSignal.timeout(TIME_MS)]),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let complaint: Uint8Array = new Uint8Array();
    child.stderr.on('data', (part: Uint8Array) => {
      complaint = Buffer.concat([complaint, part]).subarray(-COMPLAINT.kept);
    });
    const parts: Uint8Array[] = [];
    let size = 0;
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT')
        reject(failed('was not found; see `summarizer:` in the configuration', error));
      else if (error.name === 'AbortError')
        reject(failed('took more than five minutes, or was stopped', error));
      else reject(failed(`could not be started: ${error.message}`, error));
    });
    child.stdout.on('data', (part: Uint8Array) => {
      size += part.length;
      if (size > MOST_BYTES) {
        child.kill();
        reject(failed('printed more than 64 KB, which is not a summary'));
      } else parts.push(part);
    });
    // A program may choose not to read its input.
    child.stdin.on('error', () => undefined);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else reject(failed(`exited with ${code ?? 'a signal'}${saying(complaint)}`));
    });
    child.stdin.end(post);
  });
}

/** Picks the most useful line of a program's standard error: one that begins with an error, else the last. */
function saying(complaint: Uint8Array): string {
  const lines = Buffer.from(complaint)
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line = lines.find((one) => /^(?:\S+:? )?\w*(?:error|fatal|failed)\b/i.test(one)) ?? lines.at(-1);
  return line === undefined ? '' : `: ${line.slice(0, COMPLAINT.told)}`;
}
