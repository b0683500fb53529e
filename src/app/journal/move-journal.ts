import { open, unlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { systemWords } from '../../disk/system-error.ts';
import type { StoredJournal } from '../../journal/kysely-journal.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { databaseUrlIn } from '../project/places.ts';
import type { Project } from '../project/project.ts';
import { orNothingSent } from '../publishing/sending-failure.ts';
import { Refusal } from '../refusal.ts';

function withJournal<T>(
  { databasePath, env, wires }: Project,
  work: (journal: StoredJournal) => Promise<T>,
): Promise<T> {
  return orNothingSent(async () => {
    const { openJournal } = await wires();
    const journal = await openJournal({ databasePath, databaseUrl: databaseUrlIn(env) });
    try {
      return await work(journal);
    } finally {
      await journal.close();
    }
  });
}

async function* pieces(journal: StoredJournal, now: number): AsyncGenerator<string> {
  for await (const line of journal.exportLines(now)) yield `${line}\n`;
}

/** Exports the whole journal as lines of JSON, piece by piece. @throws ThreadmillError */
export function exportJournal(project: Project, write: (piece: string) => Promise<void>): Promise<void> {
  return withJournal(project, async (journal) => {
    for await (const piece of pieces(journal, project.around.now())) await write(piece);
  });
}

/** Exports the whole journal to a new file, readable for its owner only. @throws ThreadmillError */
export function exportJournalTo(file: string, project: Project): Promise<void> {
  const { cwd, now } = project.around;
  const path = resolve(cwd, file);
  return withJournal(project, async (journal) => {
    // `wx`: an export never overwrites a file. It holds who posted what and when.
    const handle = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'there is no such folder' : (systemWords(error) ?? error.message);
      throw new Refusal('usage', `Can’t create ${file}: ${why}.`, { cause: error });
    });
    try {
      await handle.writeFile(Readable.from(pieces(journal, now())));
      await handle.sync();
    } catch (error) {
      // Remove a partial export: it looks complete, and would block the next one.
      await unlink(path);
      throw error;
    } finally {
      await handle.close();
    }
  });
}

const unreadable = (file: string, error: Error & { readonly code?: unknown }): Refusal =>
  new Refusal('usage', `${file} can’t be read: ${systemWords(error) ?? error.message}.`, {
    cause: error,
  });

/** Yields the lines of a stream on demand: lines read ahead of the consumer could be lost. */
async function* linesOf(input: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of input) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    throw unreadable(file, error);
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * Imports the publications of an export into a journal, all or none; `-` reads standard input. Returns how many there were.
 *
 * @throws ThreadmillError
 */
export function importJournal(file: string, project: Project): Promise<number> {
  const { cwd, now, stdin } = project.around;
  return withJournal(project, async (journal) => {
    const handle =
      file === '-'
        ? undefined
        : await open(resolve(cwd, file)).catch((error: NodeJS.ErrnoException) => {
            throw unreadable(file, error);
          });
    const input = handle?.createReadStream({ autoClose: false }) ?? stdin.chunks();
    try {
      return await journal.importLines(linesOf(input, file), now());
    } catch (error) {
      if (!isOfKind(error, 'usage') || error instanceof Refusal) throw error;
      throw new Refusal('usage', `${file}: ${error.message} Nothing was imported.`, { cause: error });
    } finally {
      await handle?.close();
    }
  });
}
