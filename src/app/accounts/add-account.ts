import type { Account } from '../../config/config.ts';
import { ACCOUNT_NAME } from '../../config/config-schema.ts';
import { withAccount } from '../../config/edit-settings.ts';
import { CONFIG_FILE } from '../../config/find-project.ts';
import { secretName, secretNames } from '../../config/secrets.ts';
import type { NetworkId } from '../../drafts/network-id.ts';
import type { AccountGuide, AccountMethod } from '../../networks/account-guide.ts';
import type { AccountOptions } from '../../networks/account-options.ts';
import type { Grant } from '../../networks/code-login.ts';
import { secretForms } from '../../networks/secret-forms.ts';
import type { Project } from '../project/project.ts';
import type { Wires } from '../project/wires.ts';
import { Refusal } from '../refusal.ts';
import { chosenMethod } from './chosen-method.ts';
import { logInByCode } from './code-login.ts';
import { credentialValues } from './credential-values.ts';
import { given } from './given.ts';
import { keepOutOfGit } from './keep-out-of-git.ts';
import { changeEnvironment, changeSettings } from './project-files.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { serverOrigin } from './server-origin.ts';
import type { Talk } from './talk.ts';
import { credentialVariables, whoIs } from './who-is.ts';
import { withoutVariables, withVariables } from './with-variables.ts';

/** What the user specified about an account to add. */
export type AddWish = {
  readonly network: NetworkId;
  /** The account's name in the settings; defaults to the network's id. */
  readonly name?: string | undefined;
  readonly method?: string | undefined;
  readonly handle?: string | undefined;
  /** The instance, or another server with the network's API, such as a sandbox. */
  readonly server?: string | undefined;
  /** What it sets of its network's own keys. */
  readonly options: AccountOptions;
  /** The port of the local callback. */
  readonly port?: number | undefined;
  /** Asks the user for the code instead of waiting for the browser. */
  readonly paste: boolean;
  /** Values by variable suffix: from standard input, or from a flag if not secret. */
  readonly values: Readonly<Record<string, string>>;
};

/** An account that was added. Its credentials were checked and are stored in these variables. */
export type AddedAccount = {
  readonly name: string;
  readonly network: NetworkId;
  readonly handle: string;
  readonly variables: readonly string[];
};

/**
 * Adds an account: asks for what is missing, logs in, checks the identity, and only then writes the credentials to `.env` and
 * the account to the settings, whose other lines stay unchanged. An existing account of that name gets the new credentials.
 *
 * @throws Refusal (usage) LoginError PublishingError ConfigError
 */
export async function addAccount(wish: AddWish, project: Project, talk: Talk): Promise<AddedAccount> {
  const wires = await project.wires();
  const { network, options } = wish;
  refuseForeign(options, network);
  const guide = await wires.accountGuide(network);
  const method = await chosenMethod(
    guide,
    wish.method ?? (await methodThatIsSet(guide, wish, project)),
    talk,
  );
  const baseUrl = await serverOf(wish, guide, talk);
  const name = await nameOf(wish, project, talk);
  const handle = await handleOf(wish, guide, talk);
  const values = await valuesOf({ wish, method, name, baseUrl }, project, talk);

  const grant =
    method.consent === undefined
      ? undefined
      : await consented({ wish, method, baseUrl, values, network: guide.name }, project, wires, talk);
  const kept: Record<string, string> = {
    ...(guide.handle === undefined || handle === undefined ? {} : { [guide.handle.end]: handle }),
    ...values,
  };
  if (grant !== undefined) Object.assign(kept, method.consent?.kept(grant));
  const open = [
    guide.handle?.end,
    ...method.fields.filter(({ isSecret }) => !isSecret).map(({ end }) => end),
  ];
  const secrets = [
    ...Object.entries(kept).flatMap(([end, value]) => (open.includes(end) ? [] : [value])),
    ...(grant === undefined ? [] : [grant.accessToken]),
  ];
  project.around.hide(secrets.flatMap(secretForms));

  // Use the login's access token directly: exchanging its refresh token would use that up.
  const shown = grant === undefined ? kept : { TOKEN: grant.accessToken };
  const account: Account = {
    name,
    network,
    options,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(handle === undefined ? {} : { handle }),
  };
  const identity = await whoIs({ account, values: shown, kept }, guide, project);
  talk.tell({ type: 'checked', identity });

  const variables = credentialVariables(name, kept);
  await keepOutOfGit(project, wires, talk);
  await changeEnvironment(project.root, (text) =>
    withVariables(
      withoutVariables(
        text,
        secretNames(name).filter((one) => !(one in variables)),
      ),
      variables,
    ),
  );
  talk.tell({ type: 'changed', file: '.env', what: `the credentials of ${name}` });
  await changeSettings(project.root, (text, path) =>
    withAccount(text, path, name, {
      network,
      handle: identity.handle,
      ...(baseUrl === undefined ? {} : { base_url: baseUrl }),
      ...options,
    }),
  );
  talk.tell({ type: 'changed', file: CONFIG_FILE, what: `the account ${name}` });
  return { name, network, handle: identity.handle, variables: Object.keys(variables) };
}

/** Picks, without asking the user, the method whose values are all set. */
async function methodThatIsSet(
  guide: AccountGuide,
  wish: AddWish,
  { env }: Project,
): Promise<string | undefined> {
  const name = wish.name ?? wish.network;
  const isSet = (end: string): boolean =>
    (wish.values[end] ?? env[secretName(name, end)] ?? '').trim() !== '';
  return guide.methods.find(
    ({ fields }) =>
      fields.length > 0 && fields.every(({ end, isOptional }) => isOptional === true || isSet(end)),
  )?.id;
}

async function serverOf(wish: AddWish, { server }: AccountGuide, talk: Talk): Promise<string | undefined> {
  if (wish.server !== undefined) return serverOrigin(wish.server);
  if (server === undefined) return undefined;
  const question = { text: `${capital(server.label)}, such as ${server.example}`, flag: '--server' };
  return serverOrigin(await given(undefined, question, talk));
}

async function nameOf(wish: AddWish, { config }: Project, talk: Talk): Promise<string> {
  const question = { text: 'Name of the account in your settings', fallback: wish.network, flag: 'a name' };
  const name = await given(wish.name, question, talk);
  if (!ACCOUNT_NAME.test(name))
    throw new Refusal(
      'usage',
      `‘${name}’ can’t be the name of an account: it takes small letters, digits, - and _, with a letter first.`,
    );
  const known = config.accounts.get(name);
  if (known !== undefined && known.network !== wish.network)
    throw new Refusal(
      'usage',
      `The account ${name} is on ${known.network} already. Choose another name: threadmill accounts add ${wish.network} NAME`,
    );
  const twin = [...config.accounts.keys()].find(
    (other) => other !== name && secretName(other, '') === secretName(name, ''),
  );
  if (twin !== undefined)
    throw new Refusal(
      'usage',
      `The credentials of ${name} would be those of ${twin}: both names lead to ${secretName(name, 'TOKEN')}. Choose another name.`,
    );
  return name;
}

async function handleOf(wish: AddWish, { handle }: AccountGuide, talk: Talk): Promise<string | undefined> {
  if (handle === undefined) return wish.handle?.replace(/^@/, '');
  const question = { text: `${capital(handle.label)}, such as ${handle.example}`, flag: '--handle' };
  return (await given(wish.handle, question, talk)).replace(/^@/, '');
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const LOCAL = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/;

async function valuesOf(
  {
    wish,
    method,
    name,
    baseUrl,
  }: {
    readonly wish: AddWish;
    readonly method: AccountMethod;
    readonly name: string;
    readonly baseUrl: string | undefined;
  },
  { env }: Project,
  talk: Talk,
): Promise<Record<string, string>> {
  const known = (end: string): string | undefined => wish.values[end] ?? env[secretName(name, end)];
  if (talk.ask !== null || method.fields.some(({ end }) => known(end) === undefined))
    talk.tell({ type: 'steps', about: capital(method.about), steps: method.steps });
  const facts = {
    // A local sandbox accepts any value.
    isStrict: baseUrl === undefined || !LOCAL.test(baseUrl),
    variable: (end: string): string => secretName(name, end),
  };
  return credentialValues(method.fields, known, facts, talk);
}

type ConsentParts = {
  readonly wish: AddWish;
  readonly method: AccountMethod;
  readonly baseUrl: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  /** The display name. */
  readonly network: string;
};

async function consented(
  { wish, method, baseUrl, values, network }: ConsentParts,
  { around }: Project,
  wires: Wires,
  { ask, tell }: Talk,
): Promise<Grant> {
  const { consent } = method;
  if (consent === undefined) throw new Error(`The method ${method.id} has no consent page.`);
  if (wish.paste && ask === null)
    throw new Refusal('usage', '--paste needs a terminal to paste the answer into.');
  const port = wish.port ?? consent.listedPort ?? 0;
  const callback = wish.paste ? undefined : await wires.openLoginCallback(port);
  try {
    const redirectUri = callback?.redirectUri ?? consent.shownCode ?? `http://127.0.0.1:${port}/callback`;
    const login = await consent.prepare({ baseUrl, redirectUri, values, now: around.now });
    return await logInByCode(login, network, {
      redirectUri,
      answer: callback?.answer,
      show: (url) => tell({ type: 'page', url, isOpened: !wish.paste && wires.openBrowser(url, around.env) }),
      paste:
        ask === null
          ? undefined
          : (signal) => ask({ text: pasteText(callback !== undefined), signal, isSecret: true }),
      signal: around.signal,
    });
  } finally {
    await callback?.close();
  }
}

const pasteText = (waits: boolean): string =>
  waits
    ? 'Waiting for the browser. If it is on another machine, paste the address of the page that it ends on: '
    : 'Paste the code, or the address of the page that you end on: ';
