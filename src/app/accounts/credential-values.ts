import type { CredentialField } from '../../networks/account-guide.ts';
import { Refusal } from '../refusal.ts';
import { type Talk, TRIES } from './talk.ts';

/** Looks a field's value up before the user is asked. */
export type KnownValue = (end: string) => string | undefined;

/**
 * Collects the values of a method's fields, by variable suffix: known ones first, then the user's answers. `isStrict` checks
 * them against the form of the network's own values.
 *
 * @throws Refusal (usage) that names the missing variables or an invalid value, without showing any
 */
export async function credentialValues(
  fields: readonly CredentialField[],
  known: KnownValue,
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
