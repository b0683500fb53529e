import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemWords } from '../../disk/system-error.ts';
import { LARGEST_DRAFT } from '../../drafts/limits.ts';
import type { Surroundings } from '../project/project.ts';
import { Refusal } from '../refusal.ts';

const CHUNK_BYTES = 64 * 1024;

const FOLDER = 'it is a folder; name the drafts in it';

function unreadable(given: string, reason: string, cause?: unknown): Refusal {
  return new Refusal('draft', `${given} can’t be read: ${reason}.`, { cause });
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

function tooLarge(given: string, bytes: number | undefined): Refusal {
  const size = bytes === undefined ? 'larger' : megabytes(bytes);
  return unreadable(given, `it is ${size}; a draft may have up to ${megabytes(LARGEST_DRAFT)}`);
}

/** Reads synchronously: opening a stream takes longer than reading a whole ordinary draft. */
function readWhole(given: string, path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const facts = fstatSync(file);
    if (facts.isDirectory()) throw unreadable(given, FOLDER);
    if (facts.size > LARGEST_DRAFT) throw tooLarge(given, facts.size);
    const parts: Uint8Array[] = [];
    let size = 0;
    // A pipe has no size, and a file may grow while it is read, so read until nothing more comes.
    for (;;) {
      const chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, facts.size - size + 1));
      const read = readSync(file, chunk);
      if (read === 0) break;
      size += read;
      if (size > LARGEST_DRAFT) throw tooLarge(given, undefined);
      parts.push(chunk.subarray(0, read));
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  } finally {
    closeSync(file);
  }
}

async function collect(given: string, chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LARGEST_DRAFT) throw tooLarge(given, undefined);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/**
 * Reads the bytes of a draft's file; `-` is standard input.
 *
 * @throws Refusal (draft) with one sentence if the file is missing, a folder, not permitted, or larger than `LARGEST_DRAFT`;
 * the content is not checked
 */
export async function readDraftBytes(given: string, around: Surroundings): Promise<Uint8Array> {
  if (given === '-') return collect('standard input', around.stdin.chunks());
  try {
    return readWhole(given, resolve(around.cwd, given));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'EISDIR' ? FOLDER : systemWords(error);
    if (reason === undefined) throw error;
    throw unreadable(given, reason, error);
  }
}
