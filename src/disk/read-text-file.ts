import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * Reads a text file that has to be a regular one. Anything else that has its name could make the reader wait for ever (a
 * pipe) or never end (a device).
 *
 * @throws a system error, `EFTYPE` for what is no file
 */
export async function readTextFile(path: string): Promise<string> {
  // Without O_NONBLOCK, even opening a pipe waits for somebody who writes. Windows has neither.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = await handle.stat();
    if (!facts.isFile() && !facts.isDirectory())
      throw Object.assign(new Error(`EFTYPE: not a regular file, open '${path}'`), {
        code: 'EFTYPE',
        syscall: 'open',
        path,
      });
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
