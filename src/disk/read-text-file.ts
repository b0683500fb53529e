import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * Reads a regular text file. Reading anything else could block forever (a pipe) or never end (a device).
 *
 * @throws a system error, `EFTYPE` if it is not a regular file
 */
export async function readTextFile(path: string): Promise<string> {
  // Without O_NONBLOCK, opening a pipe blocks until there is a writer. Windows has neither.
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
