import { Refusal } from '../../app/refusal.ts';
import type { Io } from './io.ts';

/** Whether there is a person at a terminal who can read a question and answer it. */
export const canAsk = (io: Io): boolean => io.stdin.isTTY && io.isTTY;

/**
 * Asks a question that is answered with y or n; anything but yes is no.
 *
 * @throws Refusal (usage) where nobody can answer, with what to do instead
 */
export async function askYesNo(question: string, otherwise: string, io: Io): Promise<boolean> {
  if (!canAsk(io)) throw new Refusal('usage', otherwise);
  return /^y(es)?$/i.test((await io.ask(`${question} [y/N] `)).trim());
}
