import { relative, resolve } from 'node:path';
import type { Account } from '../../config/config.ts';
import { findPublication } from '../../publishing/find-publication.ts';
import type { Ports, Publisher } from '../../publishing/ports.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { restoreLost } from '../../publishing/sending/publish-draft.ts';
import { imageFinder } from '../drafts/image-finder.ts';
import { profileOf } from '../drafts/targets.ts';
import { databaseUrlIn } from '../project/places.ts';
import { accountNamed, type Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';

/** A project with its journal open. */
export type Publishing = {
  readonly ports: Ports;
  /** @throws AccountError */
  readonly publisher: (account: Account) => Promise<Publisher>;
};

/** A draft's path as journal and frozen file know it: seen from the project's folder, with `/` between its parts. */
export function draftKey(file: string, project: Project): string {
  return relative(project.root, file).replaceAll('\\', '/');
}

/** Opens the project's journal for some work, and closes it after. @throws JournalError, and what the work throws */
export async function withPublishing<T>(
  project: Project,
  work: (publishing: Publishing) => Promise<T>,
  options: { readonly dryRun?: boolean } = {},
): Promise<T> {
  const { root, databasePath, config, env } = project;
  const { openPorts, publisherOf } = await project.wires();
  const ports = await openPorts({
    root,
    databasePath,
    databaseUrl: databaseUrlIn(env),
    ...options,
    findImage: imageFinder(project),
  });
  const made = new Map<string, Publisher>();
  const publisher = async (account: Account): Promise<Publisher> => {
    // One for all that a process sends: it asks once who it is, and knows the tokens that it renewed.
    const known = made.get(account.name);
    if (known !== undefined) return known;
    const profile = profileOf({ network: account.network, account }, config);
    const fresh = await publisherOf(account, profile, env, ports);
    made.set(account.name, fresh);
    return fresh;
  };
  try {
    return await work({ ports, publisher });
  } finally {
    await ports.journal.close();
  }
}

/** What a person names a publication by: an id, the beginning of one, or its draft's file; of `account`, for a draft. */
export type PublicationName = { readonly word: string; readonly account?: string | undefined };

/**
 * The publication that a person names by id, by the beginning of one, or by its draft's file. For a draft, what only
 * its frozen file knows is taken into the journal first.
 *
 * @throws Refusal (usage) where there is none, or several
 */
export async function publicationNamed(
  { word, account }: PublicationName,
  project: Project,
  { ports }: Publishing,
): Promise<PublicationRecord> {
  if (account !== undefined) accountNamed(project.config, account);
  const isFile = /[./\\]/.test(word);
  const key = isFile ? draftKey(resolve(project.around.cwd, word), project) : word;
  if (isFile) await restoreLost(ports, key);
  const found = await findPublication(ports.journal, key, account);
  if (!found.ok) throw new Refusal('usage', found.why);
  return found.record;
}

/** The account of a publication, as it is configured now. @throws Refusal (configuration) AccountError */
export async function publisherFor(
  record: PublicationRecord,
  project: Project,
  publishing: Publishing,
): Promise<Publisher> {
  const account = accountNamed(project.config, record.account);
  if (account.network !== record.network) {
    throw new Refusal(
      'configuration',
      `Publication ${record.id} went to ${record.network}, and the account ${account.name} is on ${account.network} now.`,
    );
  }
  return publishing.publisher(account);
}
