import type { AccountGuide, AccountMethod } from '../../networks/account-guide.ts';
import { Refusal } from '../refusal.ts';
import { type Talk, TRIES } from './talk.ts';

/** Returns the method with that id; asks if none is named and there are several. @throws Refusal (usage) */
export async function chosenMethod(
  guide: AccountGuide,
  wanted: string | undefined,
  { ask, tell }: Talk,
): Promise<AccountMethod> {
  const { methods } = guide;
  const ids = methods.map(({ id }) => id).join(', ');
  if (wanted !== undefined) {
    const found = methods.find(({ id }) => id === wanted);
    if (found === undefined) throw new Refusal('usage', `There is no method ‘${wanted}’; there is: ${ids}.`);
    return found;
  }
  if (ask === null || methods.length === 1) return methods[0];
  const steps = methods.map(({ about }, index) => `${index + 1}. ${about}`);
  tell({ type: 'steps', about: 'How do you want to log in?', steps });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = (await ask({ text: `Method [1]: ` })).trim() || '1';
    const found = methods.find(({ id }, index) => answer === String(index + 1) || answer === id);
    if (found !== undefined) return found;
    tell({ type: 'wrong', why: `Give a number from 1 to ${methods.length}.` });
  }
  throw new Refusal('usage', `No method was chosen. Name one with --method: ${ids}.`);
}
