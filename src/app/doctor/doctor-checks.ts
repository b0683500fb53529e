import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Account } from '../../config/config.ts';
import { credentialsOf } from '../../config/secrets.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { databaseUrlIn, foreignDatabase, KILL_SWITCH } from '../project/places.ts';
import { type Project, shownPath } from '../project/project.ts';
import { type Check, check } from './check.ts';
import { checkDisk } from './machine-checks.ts';

/** How long to wait for an account's server, in ms. */
const REACH_MS = 3000;

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

/** Checks that a file with secrets or the journal is readable for its owner only. Windows has no such mode bits. */
export async function checkPrivate(path: string, cwd: string): Promise<Check[]> {
  const facts = await statOf(path);
  if (facts === null || process.platform === 'win32') return [];
  const shown = shownPath(path, cwd);
  const mode = facts.mode & 0o777;
  if ((mode & 0o077) === 0) return [check('ok', shown, 'is private')];
  const seen = mode.toString(8).padStart(4, '0');
  return [check('fail', shown, `other users can read it (mode ${seen}): chmod 600 ${shown}`)];
}

/** Checks that `site.public_dir` is a folder. */
export async function checkPublicDir({ root, config }: Project): Promise<Check[]> {
  const { publicDir } = config.site;
  if (publicDir === undefined) return [];
  const facts = await statOf(resolve(root, publicDir));
  return [
    facts?.isDirectory() === true
      ? check('ok', 'site.public_dir', `${publicDir} is there`)
      : check('fail', 'site.public_dir', `${publicDir} is not a folder in ${root}`),
  ];
}

/** Checks that an account has its secrets, by the names of their variables; never shows one. */
export function checkSecrets(account: Account, { env }: Project): Check {
  const about = `account ${account.name}`;
  const found = credentialsOf(account, env);
  const add = `threadmill accounts add ${account.network} ${account.name}`;
  if (found.credentials === null)
    return check(
      'fail',
      about,
      `lacks ${found.missing.join(', ')}: put ${found.missing.length === 1 ? 'it' : 'them'} in .env or the environment`,
      add,
    );
  const { way } = found.credentials;
  const has = `has ${way.about} for ${account.network}`;
  // Tokens of a local server such as the sandbox don't expire.
  if (way.endsAfterMs === undefined || account.baseUrl !== undefined) return check('ok', about, has);
  const hours = Math.round(way.endsAfterMs / 3_600_000);
  return check('warn', about, `${has}, which ends after ${hours} hours, and publishing with it`, add);
}

/** With a larger clock error, in ms, posts go out at the wrong time, and X rejects signatures. */
const CLOCK_MS = 30_000;

/** Checks that a server answers, and that this machine's clock agrees with its clock. */
async function checkServer(about: string, url: string): Promise<Check[]> {
  try {
    const before = Date.now();
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(REACH_MS) });
    await answer.body?.cancel();
    const theirs = Date.parse(answer.headers.get('date') ?? '');
    const off = Math.round((Date.now() + before) / 2 - theirs);
    const responds = check('ok', about, `${url} responds`);
    if (Number.isNaN(theirs) || Math.abs(off) <= CLOCK_MS) return [responds];
    const seconds = Math.round(Math.abs(off) / 1000);
    const clock = `this machine is ${seconds} s ${off > 0 ? 'ahead of' : 'behind'} ${url}`;
    return [responds, check('warn', 'clock', clock, 'set the clock, or let it follow a time server (NTP)')];
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const { code, name } = cause as NodeJS.ErrnoException;
    const hint = /127\.0\.0\.1|localhost/.test(url) ? '; is the sandbox running?' : '';
    return [check('warn', about, `${url} doesn’t respond (${code ?? name})${hint}`)];
  }
}

/** Checks that an account's server answers. Without a `base_url`, only if `online` is set. */
export async function checkReachable(
  account: Account,
  online: boolean,
  { wires }: Project,
): Promise<Check[]> {
  const about = `account ${account.name}`;
  if (account.baseUrl !== undefined) return checkServer(about, account.baseUrl);
  const origin = online ? (await (await wires()).accountGuide(account.network)).origin : undefined;
  return origin === undefined ? [] : checkServer(about, origin);
}

/** Checks that the journal's and the frozen files' folders are writable. */
export async function checkWritable({ root, databasePath }: Project, cwd: string): Promise<Check[]> {
  const folders = new Set([
    await nearestFolder(dirname(databasePath)),
    await nearestFolder(join(root, 'posts')),
  ]);
  const checks: Check[] = [];
  for (const folder of folders) checks.push(...(await checkDisk(folder, `${shownPath(folder, cwd)}/`)));
  return checks;
}

async function nearestFolder(path: string): Promise<string> {
  const above = dirname(path);
  return (await statOf(path)) !== null || above === path ? path : nearestFolder(above);
}

/** Checks whether the kill switch forbids sending. */
export async function checkKillSwitch({ root }: Project, cwd: string): Promise<Check[]> {
  const path = join(root, KILL_SWITCH);
  if ((await statOf(path)) === null) return [];
  return [check('warn', shownPath(path, cwd), 'stops all sending; to allow it again: threadmill stop --end')];
}

/** Runs all checks of the accounts. */
export async function checkAccounts(project: Project, online: boolean): Promise<Check[]> {
  const accounts = [...project.config.accounts.values()];
  if (accounts.length === 0)
    return [
      check(
        'warn',
        'accounts',
        'none yet: previews work, publishing needs one',
        'threadmill accounts add x, or sandbox to try it',
      ),
    ];
  const checks: Check[] = [];
  for (const account of accounts)
    checks.push(checkSecrets(account, project), ...(await checkReachable(account, online, project)));
  return checks;
}

async function checkDatabase(url: string, { wires }: Project): Promise<Check> {
  const { reachDatabase } = await wires();
  try {
    return check('ok', 'journal', `${await reachDatabase(url)} accepts the login`);
  } catch (error) {
    if (!isOfKind(error, 'journal')) throw error;
    return check('fail', 'journal', error.message);
  }
}

/** Checks that an existing journal opens; creates nothing. */
export async function checkJournal(project: Project, cwd: string): Promise<Check[]> {
  const { env } = project;
  const url = databaseUrlIn(env);
  if (url !== undefined) return [await checkDatabase(url, project)];
  const note = foreignDatabase(env);
  const checks = note === undefined ? [] : [check('warn', 'journal', note)];
  return [...checks, ...(await checkFile(project, cwd))];
}

async function checkFile({ databasePath, wires }: Project, cwd: string): Promise<Check[]> {
  const shown = shownPath(databasePath, cwd);
  if ((await statOf(databasePath)) === null)
    return [check('ok', shown, 'not there yet: the first publish creates it')];
  const { isSoundFile } = await wires();
  try {
    const isSound = await isSoundFile(databasePath);
    return [isSound ? check('ok', shown, 'opens and is sound') : check('fail', shown, 'is damaged')];
  } catch (error) {
    return [
      check('fail', shown, `can’t be opened: ${error instanceof Error ? error.message : String(error)}`),
    ];
  }
}

/** Files that must be private, besides the database's own side files. */
export function privateFiles({ root, databasePath }: Project): string[] {
  return [join(root, '.env'), databasePath, `${databasePath}-wal`];
}
