import { Refusal } from '../refusal.ts';
import type { Talk } from './talk.ts';

/** Asks for a text that no flag gave. @throws Refusal (usage) without an interactive user */
export async function given(
  value: string | undefined,
  question: { readonly text: string; readonly fallback?: string; readonly flag: string },
  { ask }: Talk,
): Promise<string> {
  const { text, fallback, flag } = question;
  if (value !== undefined && value.trim() !== '') return value.trim();
  const shown = fallback === undefined ? `${text}: ` : `${text} [${fallback}]: `;
  const answer = ask === null ? '' : (await ask({ text: shown })).trim();
  const said = answer || (fallback ?? '');
  if (said === '') throw new Refusal('usage', `${text} is missing: give it with ${flag}.`);
  return said;
}
