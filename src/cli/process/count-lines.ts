import { Refusal } from '../../app/refusal.ts';
import type { Output } from './io.ts';

const NEWLINE = 0x0a;

/** Splits a stream of bytes into blocks that end at a line break; only the last may end without one. */
async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end === -1) {
      pending.push(chunk);
      continue;
    }
    yield Buffer.concat([...pending, chunk.subarray(0, end + 1)]);
    pending = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
  }
  if (pending.length > 0) yield Buffer.concat(pending);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function badLine(number: number, line: string, cause: unknown): Refusal {
  const shown = line.length > 40 ? `${line.slice(0, 37)}…` : line;
  const what =
    cause instanceof Error
      ? line.trim() === ''
        ? 'is empty'
        : 'is not JSON'
      : `is ${kindOf(cause)}, not a string`;
  const hint = 'every line must be one JSON string, such as "hello"';
  return new Refusal('draft', `Line ${number} ${what}${shown.trim() === '' ? '' : `: ${shown}`}; ${hint}.`, {
    cause,
  });
}

function parseLine(line: string, number: number): string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw badLine(number, line, error);
  }
  if (typeof value !== 'string') throw badLine(number, line, value);
  return value;
}

/**
 * Reads one JSON string per line and writes its length, one number per line, in large blocks: linear time, and constant space
 * for lines of ordinary length. Writes all results before a bad line.
 *
 * @throws Refusal (draft) that names the first line that is not a JSON string
 */
export async function countLines(
  chunks: AsyncIterable<Uint8Array>,
  measure: (text: string) => number,
  output: Output,
): Promise<void> {
  const decoder = new TextDecoder();
  let number = 0;
  for await (const block of wholeLines(chunks)) {
    if (output.closed) return;
    const lines = decoder.decode(block).split('\n');
    if (lines.at(-1) === '') lines.pop();
    let counts = '';
    try {
      for (const line of lines) {
        number += 1;
        counts += `${measure(parseLine(line, number))}\n`;
      }
    } finally {
      output.write(counts);
    }
    await output.drained();
  }
}
