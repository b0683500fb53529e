import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { ThreadmillError } from '../../threadmill-error.ts';
import type { AskHow } from './io.ts';

/** A question without an answer: Ctrl-C, the end of the input, or the answer came another way. */
export class UnansweredError extends ThreadmillError {
  override readonly name = 'UnansweredError';
  readonly kind = 'interrupted';

  constructor() {
    super('Stopped: the question was not answered.');
  }
}

/** Lines typed before their questions: the next questions take them. */
const typedAhead: string[] = [];

/**
 * Asks the user at the terminal, on stderr. A secret is neither echoed nor kept in a history. Several pasted lines answer
 * several questions, in order.
 *
 * @throws UnansweredError
 */
export async function askTerminal(
  question: string,
  { isSecret = false, signal }: AskHow = {},
): Promise<string> {
  const above = question.slice(0, question.lastIndexOf('\n') + 1);
  const prompt = question.slice(above.length);
  process.stderr.write(above);
  const ready = typedAhead.shift();
  if (ready !== undefined) {
    process.stderr.write(`${prompt}${isSecret ? '' : ready}\n`);
    return ready;
  }
  // Raw mode stops the terminal's echo; readline's own echo is discarded here.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = isSecret ? silent : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true, historySize: 0, prompt });
  if (isSecret) process.stderr.write(prompt);
  else lines.prompt();
  try {
    return await new Promise<string>((answer, fail) => {
      let isAnswered = false;
      const stop = (): void => fail(new UnansweredError());
      lines.on('line', (line) => {
        if (isAnswered) typedAhead.push(line);
        isAnswered = true;
        answer(line);
      });
      lines.on('SIGINT', stop);
      lines.on('close', stop);
      signal?.addEventListener('abort', stop, { once: true });
      if (signal?.aborted === true) stop();
    });
  } finally {
    lines.close();
    if (isSecret) process.stderr.write('\n');
  }
}
