import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG_FILE, findProject } from '../../config/find-project.ts';
import { NETWORK_IDS } from '../../drafts/network-id.ts';
import { dateIn } from '../../time/zoned-time.ts';
import { type AddWish, addAccount } from '../accounts/add-account.ts';
import { addSandboxAccounts } from '../accounts/add-sandbox-accounts.ts';
import { TRACKED } from '../accounts/keep-out-of-git.ts';
import { changeIgnored, textOf, writeNewFile } from '../accounts/project-files.ts';
import type { Talk } from '../accounts/talk.ts';
import { zoneOfMachine } from '../project/machine-zone.ts';
import { openProject, type Surroundings } from '../project/project.ts';
import type { Wires } from '../project/wires.ts';
import { zoneOf } from '../project/zone.ts';
import { type DetectedSite, detectSite, siteUrl } from './detect-site.ts';
import { firstDraft } from './first-draft.ts';
import { folderView } from './folder-view.ts';
import { PRIVATE_PATHS, withIgnored } from './ignore-lines.ts';
import { settingsText } from './settings-text.ts';

/** What the user specified about a new project. */
export type InitWish = {
  /** The site's address, overriding the detected one. */
  readonly url?: string | undefined;
  /** The folder of its images, overriding the detected one. */
  readonly publicDir?: string | undefined;
  /** The first account: `sandbox` adds one on each network of the local server. Asked for if missing. */
  readonly account?: 'sandbox' | 'none' | Omit<AddWish, 'values'> | undefined;
  readonly values: AddWish['values'];
};

/** A file of the project, and what happened to it. */
export type InitFile = { readonly path: string; readonly state: 'made' | 'changed' | 'kept' };

/** A project after `init`. */
export type InitReport = {
  /** Absolute. */
  readonly root: string;
  readonly site: DetectedSite | null;
  readonly files: readonly InitFile[];
  /** Names of the added accounts. */
  readonly accounts: readonly string[];
  /** The first draft, relative to `root`; `null` if the project already has drafts. */
  readonly draft: string | null;
};

const ENVIRONMENT = `# The credentials of your accounts. Only you can read this file, and git ignores it.
# threadmill accounts add x (or bluesky, mastodon) writes them here.
`;

/** Asks which account to add first. `null` without an interactive user. */
export type ChooseAccount = (() => Promise<NonNullable<InitWish['account']>>) | null;

export type InitParts = {
  readonly around: Surroundings;
  readonly wires: () => Promise<Wires>;
  readonly talk: Talk;
  readonly choose: ChooseAccount;
};

/**
 * Turns a folder into a project: settings for the blog or vault that is detected there, `.env`, `.gitignore`, a first draft,
 * accounts. Existing files stay unchanged, except for lines added to `.gitignore`; so a second run changes nothing. Inside a
 * project, completes that project.
 *
 * @throws Refusal (usage) LoginError PublishingError ConfigError
 */
export async function initProject(wish: InitWish, parts: InitParts): Promise<InitReport> {
  const { around, wires: load, talk } = parts;
  const { root, configPath, config } = await findProject(around.cwd);
  const wires = await load();
  const zone = zoneOf({ config, machineZone: zoneOfMachine(around.env) });
  const site = await siteOf(root, wish);
  const files: InitFile[] = [];
  const make = async (path: string, text: string, mode?: number): Promise<void> => {
    files.push({ path, state: (await made(join(root, path), text, mode)) ? 'made' : 'kept' });
  };
  if (configPath === null) await make(CONFIG_FILE, settingsText({ site, zone }));
  else files.push({ path: CONFIG_FILE, state: 'kept' });
  files.push(await ignored(root, wires, talk));
  await make('.env', ENVIRONMENT, 0o600);
  const hasDrafts = await holdsDrafts(join(root, 'posts'));
  const date = dateIn(around.now(), zone);
  const draft = hasDrafts ? null : `posts/${date}-my-first-thread.md`;
  if (draft !== null) await make(draft, firstDraft(date));

  const accounts = await addAccounts(wish, parts);
  return { root, site, files, accounts, draft };
}

async function siteOf(root: string, { url, publicDir }: InitWish): Promise<DetectedSite | null> {
  const found = await detectSite(folderView(root));
  if (url === undefined && publicDir === undefined) return found;
  const said = {
    generator: 'obsidian',
    name: 'your site',
    mark: 'the flags of init',
    publicDir: publicDir ?? 'public',
  } as const;
  const address = siteUrl(url);
  return {
    ...(found ?? said),
    ...(publicDir === undefined ? {} : { publicDir }),
    ...(address === undefined ? {} : { url: address }),
  };
}

/** Writes a file unless it exists; returns whether it was written. */
async function made(path: string, text: string, mode?: number): Promise<boolean> {
  try {
    await writeNewFile(path, text, mode);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function ignored(root: string, wires: Wires, { tell }: Talk): Promise<InitFile> {
  const open: string[] = [];
  for (const path of PRIVATE_PATHS) {
    const keeping = await wires.gitKeeping(root, path);
    if (keeping === 'tracked' && path === '.env') tell({ type: 'warning', message: TRACKED });
    if (keeping !== 'ignored') open.push(path);
  }
  const path = '.gitignore';
  const before = await textOf(join(root, path));
  const isChanged = await changeIgnored(root, (text) => withIgnored(text, open));
  return { path, state: !isChanged ? 'kept' : before === '' ? 'made' : 'changed' };
}

async function holdsDrafts(folder: string): Promise<boolean> {
  try {
    const names = await readdir(folder);
    return names.some((name) => /\.(?:md|markdown|mdx)$/i.test(name) && !/^readme\.md$/i.test(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function addAccounts(wish: InitWish, { around, wires, talk, choose }: InitParts): Promise<string[]> {
  const project = await openProject(around, wires);
  if (project.config.accounts.size > 0 && wish.account === undefined) return [];
  const account = wish.account ?? (choose === null ? 'sandbox' : await choose());
  if (account === 'none') return [];
  if (account === 'sandbox') return addSandboxAccounts(NETWORK_IDS, project, talk);
  // An existing account was added by an earlier run.
  const name = account.name ?? account.network;
  if (project.config.accounts.has(name)) return [];
  return [(await addAccount({ ...account, values: wish.values }, project, talk)).name];
}
