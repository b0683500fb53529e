import type { AccountGuide, AccountMethod, CredentialField } from '../../networks/account-guide.ts';
import { Refusal } from '../refusal.ts';
import type { Talk } from './talk.ts';

/** How often the user may retry an invalid answer. */
const TRIES = 3;

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

/**
 * Returns the origin of a server as users write it: `mastodon.social`, `https://mastodon.social/@ada`. @throws Refusal (usage)
 */
export function serverOrigin(written: string): string {
  const text = /^[a-z][\w+.-]*:\/\//i.test(written) ? written : `https://${written}`;
  const url = URL.parse(text);
  const isLocal = url !== null && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (
    url === null ||
    url.username !== '' ||
    !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))
  )
    throw new Refusal(
      'usage',
      `‘${written.replace(/\/\/[^@/]*@/, '//')}’ is not the address of a server, such as https://mastodon.social.`,
    );
  return url.origin;
}

/** Looks a field's value up before the user is asked. */
export type Known = (end: string) => string | undefined;

/**
 * Collects the values of a method's fields, by variable suffix: known ones first, then the user's answers. `isStrict` checks
 * them against the form of the network's own values.
 *
 * @throws Refusal (usage) that names the missing variables or an invalid value, without showing any
 */
export async function credentialValues(
  fields: readonly CredentialField[],
  known: Known,
  facts: { readonly isStrict: boolean; readonly variable: (end: string) => string },
  talk: Talk,
): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  const missing: string[] = [];
  for (const field of fields) {
    const value = known(field.end)?.trim() ?? '';
    const wrong = problemOf(field, value, facts.isStrict);
    if (value !== '' && wrong !== undefined)
      throw new Refusal('usage', `${facts.variable(field.end)} can’t be right: ${wrong}`);
    if (value !== '') values[field.end] = value;
    else if (talk.ask !== null) Object.assign(values, await asked(field, facts.isStrict, talk));
    else if (field.isOptional !== true) missing.push(facts.variable(field.end));
  }
  if (missing.length > 0)
    throw new Refusal(
      'usage',
      `Nobody can be asked here. Set ${missing.join(', ')} in the environment or in .env, or give them on standard input with --stdin, as NAME=value lines.`,
    );
  return values;
}

async function asked(
  field: CredentialField,
  isStrict: boolean,
  { ask, tell }: Talk,
): Promise<Record<string, string>> {
  for (let tries = 0; ask !== null && tries < TRIES; tries += 1) {
    const answer = (await ask({ text: `${field.label}: `, isSecret: field.isSecret })).trim();
    if (answer === '' && field.isOptional === true) return {};
    const wrong = answer === '' ? 'Nothing was given.' : problemOf(field, answer, isStrict);
    if (wrong === undefined) return { [field.end]: answer };
    tell({ type: 'wrong', why: wrong });
  }
  throw new Refusal('usage', `No ${field.label} was given. Nothing was changed.`);
}

function problemOf({ form }: CredentialField, value: string, isStrict: boolean): string | undefined {
  if (/[\s\p{Cc}]/u.test(value)) return 'It has a space or a line break in it.';
  return isStrict && form !== undefined && !form.pattern.test(value) ? form.otherwise : undefined;
}
