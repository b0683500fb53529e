import { open, unlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { Refusal } from '../../app/refusal.ts';
import { databaseUrlIn, openJournal } from '../../compose.ts';
import type { StoredJournal } from '../../journal/kysely-journal.ts';
import { TransferError } from '../../journal/transfer-lines.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { fileReason } from '../file-reason.ts';
import type { Io } from '../io.ts';
import { openProject } from '../project.ts';
import { orNothingSent } from '../sending-failure.ts';

async function* pieces(journal: StoredJournal, now: number): AsyncGenerator<string> {
  for await (const line of journal.exportLines(now)) yield `${line}\n`;
}

async function exportTo(journal: StoredJournal, file: string, io: Io): Promise<string> {
  if (file === '-') {
    for await (const piece of pieces(journal, io.now())) {
      io.stdout.write(piece);
      await io.stdout.drained();
    }
    return 'The journal was written out.';
  }
  // `wx`: an export never takes another file's place. It says who posted what and when, so it is its owner's alone.
  const handle = await open(resolve(io.cwd, file), 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'ENOENT' ? 'there is no such folder' : (fileReason(error.code) ?? error.message);
    throw new Refusal('usage', `${file} can’t be made: ${why}.`, { cause: error });
  });
  try {
    await handle.writeFile(Readable.from(pieces(journal, io.now())));
    await handle.sync();
  } catch (error) {
    // Half an export looks like a whole one, and would stand in the way of the next.
    await unlink(resolve(io.cwd, file));
    throw error;
  } finally {
    await handle.close();
  }
  return `The journal was written to ${file}.`;
}

const unreadable = (file: string, error: Error & { readonly code?: unknown }): Refusal =>
  new Refusal('usage', `${file} can’t be read: ${fileReason(error.code) ?? error.message}.`, {
    cause: error,
  });

/** The lines of a stream, read as they are asked for: what is read ahead of its reader could be lost. */
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

async function importFrom(journal: StoredJournal, file: string, io: Io): Promise<string> {
  const handle =
    file === '-'
      ? undefined
      : await open(resolve(io.cwd, file)).catch((error: NodeJS.ErrnoException) => {
          throw unreadable(file, error);
        });
  const input = handle?.createReadStream({ autoClose: false }) ?? io.stdin.chunks();
  try {
    const count = await journal.importLines(linesOf(input, file), io.now());
    return `${count} ${count === 1 ? 'publication is' : 'publications are'} in the journal now.`;
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
    throw new Refusal('usage', `${file}: ${error.message} Nothing was taken in.`, { cause: error });
  } finally {
    await handle?.close();
  }
}

/** `threadmill journal export|import FILE`: moves the journal between its file and PostgreSQL. */
export const command = defineCommand({
  name: 'journal',
  description:
    'Write the whole journal out as lines of JSON, or take such a file into a new journal: to move it from its file to PostgreSQL or back, or to keep a copy. The journal is the one that DATABASE_URL names, else the file .threadmill/threadmill.db. Workers have to be stopped. The newest tokens of accounts that renew them are in it: keep it to yourself, and delete it once it is taken in.',
  arguments: {
    action: { form: '<action>', about: 'export or import', choices: ['export', 'import'] },
    file: { form: '<file>', about: 'a file of JSON lines, or - for the terminal’s pipe' },
  },
  options: {},
  examples: [
    { line: 'journal export journal.jsonl', about: 'write it out' },
    { line: 'journal import journal.jsonl', about: 'take it in, with DATABASE_URL set to the new place' },
  ],
  run: async ({ action, file }, _options, io) => {
    const { databasePath, env } = await openProject(io);
    return orNothingSent(async () => {
      const journal = await openJournal({ databasePath, databaseUrl: databaseUrlIn(env) });
      try {
        const done = await (action === 'export' ? exportTo : importFrom)(journal, file, io);
        io.stderr.write(`${done}\n`);
        return EXIT.done;
      } finally {
        await journal.close();
      }
    });
  },
});
