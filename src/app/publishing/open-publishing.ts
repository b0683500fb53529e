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

/** Returns a draft's path as journal and frozen file store it: relative to the project's folder, with `/`. */
export function draftKey(file: string, project: Project): string {
  return relative(project.root, file).replaceAll('\\', '/');
}

/** Opens the project's journal, runs work, and closes it. @throws JournalError, and what the work throws */
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
    // One client per account and process: it asks for the identity once, and keeps the tokens it renewed.
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

/** How the user names a publication: an id, a prefix of one, or its draft's file (with `account`, only for that account). */
export type PublicationName = { readonly word: string; readonly account?: string | undefined };

/**
 * Finds the publication that the user named by id, by prefix, or by its draft's file. For a draft, first imports into the
 * journal what only its frozen file knows.
 *
 * @throws Refusal (usage) if no publication matches, or several do
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

/** Returns the account of a publication, as configured now. @throws Refusal (configuration) AccountError */
export async function publisherFor(
  record: PublicationRecord,
  project: Project,
  publishing: Publishing,
): Promise<Publisher> {
  const account = accountNamed(project.config, record.account);
  if (account.network !== record.network) {
    throw new Refusal(
      'configuration',
      `Publication ${record.id} is for ${record.network}, but account ${account.name} is now on ${account.network}.`,
    );
  }
  return publishing.publisher(account);
}
