import { join, relative } from 'node:path';
import type { Account } from '../../config/config.ts';
import type { Identity } from '../../networks/port.ts';
import type { PublishingError } from '../../networks/publishing-error.ts';
import { overBudget } from '../../publishing/limits/budget.ts';
import { microUsd, usd } from '../../publishing/money.ts';
import type { Publisher } from '../../publishing/ports.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { isSameHandle } from '../accounts/is-same-handle.ts';
import { logIn } from '../accounts/log-in.ts';
import type { Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';
import type { Offer } from './offers.ts';
import type { Publishing } from './open-publishing.ts';

/** What came of asking a network about an account's credentials before scheduling. */
export type SenderNotice =
  /** The network was asked, and billed it. */
  | {
      readonly type: 'asked';
      readonly account: Account;
      readonly handle: string;
      readonly costUsd: number;
    }
  /** The network could not be asked; scheduling goes on, because the worker asks again. */
  | { readonly type: 'not-asked'; readonly account: Account; readonly why: string };

type Tell = (notice: SenderNotice) => void | Promise<void>;

/** An account that can't send, and why: what is wrong, and what to do. */
type Unable = { readonly account: Account; readonly why: string; readonly cause?: unknown };

/**
 * The accounts that this process paid to ask about and that can't send. The journal keeps nothing about read-only credentials,
 * because a later command may find them replaced; `feed --schedule`, which schedules many drafts, must not pay for each.
 */
const paidFor = new WeakMap<Project, Map<string, Unable>>();

/** Whether a network has judged the credentials; other failures (no connection, a full window, no credits) pass. */
const isJudged = ({ reason }: PublishingError): boolean => reason === 'auth' || reason === 'rejected';

const otherHandle = ({ name, network, handle }: Account, found: string): string =>
  `the credentials of account ${name} belong to @${found}, not to @${handle}. Give it the right ones (threadmill accounts add ${network} ${name}), or correct its handle in the settings.`;

/**
 * Asks the network about an account whose credentials the journal does not know.
 *
 * @returns why the account can't send; `undefined` if it can, or if it could not be asked
 * @throws JournalError
 */
async function judge(
  { account, publisher }: { readonly account: Account; readonly publisher: Publisher },
  project: Project,
  { ports }: Publishing,
  tell: Tell,
): Promise<Unable | undefined> {
  const { name, network } = account;
  const { account: known, client } = publisher;
  const { journal, clock } = ports;
  const ofOther = ({ handle }: Identity): Unable | undefined =>
    isSameHandle(account.handle, handle) ? undefined : { account, why: otherHandle(account, handle) };
  const kept = known.credentials === undefined ? undefined : await journal.identity(name, known.credentials);
  if (kept !== undefined) return ofOther(kept);
  const earlier = paidFor.get(project)?.get(name);
  if (earlier !== undefined) return earlier;
  const price = known.prices?.readAccount ?? 0;
  const over = price > 0 ? await overBudget(journal, known, microUsd(price), clock.now()) : undefined;
  if (over !== undefined) {
    await tell({ type: 'not-asked', account, why: over.message });
    return undefined;
  }
  const { refusals } = await (await project.wires()).accountGuide(network);
  const meaning = (status: number | undefined): string =>
    refusals.find((refusal) => refusal.status === status)?.means ?? '';
  try {
    const { value, permissions, billed = [] } = await logIn(ports, account, client, project);
    const cost = usd(billed.filter(({ what }) => what === 'read-account').length * microUsd(price));
    if (cost > 0) await tell({ type: 'asked', account, handle: value.handle, costUsd: cost });
    const mayOnlyRead: Unable | undefined =
      permissions?.mayPublish === false
        ? {
            account,
            why: `the credentials of account ${name} may not publish (${permissions.about}). ${meaning(403)}`.trim(),
          }
        : undefined;
    const unable = ofOther(value) ?? mayOnlyRead;
    if (unable !== undefined && cost > 0)
      paidFor.set(project, (paidFor.get(project) ?? new Map()).set(name, unable));
    return unable;
  } catch (error) {
    if (!isOfKind(error, 'publishing')) throw error;
    const failure = error as PublishingError;
    if (isJudged(failure)) {
      const why = `the network refuses the credentials of account ${name}. ${failure.message} ${meaning(failure.status)}`;
      return { account, why: why.trim(), cause: error };
    }
    await tell({ type: 'not-asked', account, why: failure.message });
    return undefined;
  }
}

function refusal(unable: readonly Unable[], found: readonly Offer[], { root, around }: Project): Refusal {
  const names = new Set(unable.map(({ account }) => account.name));
  const drafts = new Set(
    found.filter(({ account }) => names.has(account.name)).map(({ fresh }) => fresh.draft),
  );
  const [only] = unable;
  const why = unable.map((one) => `${one.why.slice(0, 1).toUpperCase()}${one.why.slice(1)}`).join(' ');
  const files = [...drafts].map((draft) => relative(around.cwd, join(root, draft)));
  return new Refusal(
    'configuration',
    `${why} Nothing was scheduled. To write the frozen file for a machine that has the keys: threadmill freeze ${files.join(' ')}`,
    { cause: only?.cause },
  );
}

/**
 * Refuses accounts that can't send before anything is scheduled; otherwise it would only show when the time comes. Looks for
 * missing credentials first, and asks nobody if some are missing. Then asks each network once whose credentials they are,
 * unless the journal knows it.
 *
 * @throws Refusal (configuration) JournalError
 */
export async function refuseUnable(
  found: readonly Offer[],
  project: Project,
  publishing: Publishing,
  tell: Tell,
): Promise<void> {
  const accounts = new Map(found.map(({ account }) => [account.name, account]));
  const publishers = new Map<string, Publisher>();
  const without: Unable[] = [];
  for (const account of accounts.values()) {
    try {
      publishers.set(account.name, await publishing.publisher(account));
    } catch (error) {
      if (!isOfKind(error, 'account')) throw error;
      without.push({ account, why: error.message, cause: error });
    }
  }
  if (without.length > 0) throw refusal(without, found, project);
  const unable: Unable[] = [];
  // A draft that is refused anyway is no reason for a billed call.
  const going = new Set(
    found.filter(({ outlook }) => outlook.plan.do !== 'refuse').map(({ account }) => account.name),
  );
  for (const [name, publisher] of publishers) {
    const account = accounts.get(name);
    if (account === undefined || !going.has(name)) continue;
    const one = await judge({ account, publisher }, project, publishing, tell);
    if (one !== undefined) unable.push(one);
  }
  if (unable.length > 0) throw refusal(unable, found, project);
}
