import { Refusal } from '../../app/refusal.ts';
import type { Io } from './io.ts';

/** Whether a user at a terminal can read a question and answer it. */
export const canAsk = (io: Io): boolean => io.stdin.isTTY && io.isTTY;

/**
 * Asks a question to be answered with y or n; anything but yes counts as no.
 *
 * @throws Refusal (usage) without an interactive user, with what to do instead
 */
export async function askYesNo(question: string, otherwise: string, io: Io): Promise<boolean> {
  if (!canAsk(io)) throw new Refusal('usage', otherwise);
  return /^y(es)?$/i.test((await io.ask(`${question} [y/N] `)).trim());
}
