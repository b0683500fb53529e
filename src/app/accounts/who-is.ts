import type { Account } from '../../config/config.ts';
import { secretName, secretNames } from '../../config/secrets.ts';
import type { AccountGuide } from '../../networks/account-guide.ts';
import type { Identity } from '../../networks/port.ts';
import type { PublishingError } from '../../networks/publishing-error.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { profileOf } from '../drafts/targets.ts';
import type { Project } from '../project/project.ts';
import { withPublishing } from '../publishing/open-publishing.ts';
import { isSameHandle } from './is-same-handle.ts';
import { logIn } from './log-in.ts';
import { LoginError } from './login-error.ts';

/** Converts an account's credentials to values by variable. */
export const credentialVariables = (
  name: string,
  values: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([end, value]) => [secretName(name, end), value]));

/**
 * Finds out the account behind some credentials before they are stored.
 *
 * @throws LoginError if the network refuses them, or they belong to another account
 */
export async function whoIs(
  {
    account,
    values,
    kept,
  }: {
    readonly account: Account;
    /** The credentials to log in with, and those to store, by which later commands recognise the account. */
    readonly values: Readonly<Record<string, string>>;
    readonly kept: Readonly<Record<string, string>>;
  },
  guide: AccountGuide,
  project: Project,
): Promise<Identity> {
  const others = new Set(secretNames(account.name));
  const clean = Object.fromEntries(Object.entries(project.env).filter(([variable]) => !others.has(variable)));
  const { config } = project;
  const { prices } = profileOf({ network: account.network, account }, config);
  try {
    const { clientOf } = await project.wires();
    // Store a session from the login if a journal exists; create one only to book what is billed.
    const { value, permissions } = await withPublishing(
      project,
      async ({ ports }) => {
        const client = await clientOf(
          account,
          { ...clean, ...credentialVariables(account.name, values) },
          ports,
        );
        const env = { ...clean, ...credentialVariables(account.name, kept) };
        return logIn(ports, account, client, { config, env });
      },
      { dryRun: (prices.readAccount ?? 0) === 0 },
    );
    if (!isSameHandle(account.handle, value.handle))
      throw new LoginError(
        `The credentials belong to @${value.handle}, not to @${account.handle}. Nothing was changed.`,
      );
    if (permissions?.mayPublish === false)
      throw new LoginError(
        `The credentials of @${value.handle} may not publish. ${meaningOf(403, guide)}Nothing was changed.`,
      );
    return value;
  } catch (error) {
    if (!isOfKind(error, 'publishing')) throw error;
    const { status } = error as PublishingError;
    throw new LoginError(`${error.message} ${meaningOf(status, guide)}Nothing was changed.`, error);
  }
}

/** Returns what a refusal of a login means, with a trailing space; empty if the guide does not list it. */
function meaningOf(status: number | undefined, { refusals }: AccountGuide): string {
  const means = refusals.find((refusal) => refusal.status === status)?.means;
  return means === undefined ? '' : `${means} `;
}
