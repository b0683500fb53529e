/** What an account shows to its network: four keys of OAuth 1.0a, or one user token of OAuth 2.0. */
export type Credentials =
  | {
      readonly kind: 'oauth1';
      readonly apiKey: string;
      readonly apiSecret: string;
      readonly accessToken: string;
      readonly accessSecret: string;
    }
  | { readonly kind: 'token'; readonly token: string };

/** Variables of the environment, the process's own over those of `.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of an account by what they hold, the account's name in capitals. */
export function secretNames(
  account: string,
): Readonly<Record<'apiKey' | 'apiSecret' | 'accessToken' | 'accessSecret' | 'token', string>> {
  const prefix = `THREADMILL_${account.toUpperCase().replaceAll('-', '_')}`;
  return {
    apiKey: `${prefix}_API_KEY`,
    apiSecret: `${prefix}_API_SECRET`,
    accessToken: `${prefix}_ACCESS_TOKEN`,
    accessSecret: `${prefix}_ACCESS_SECRET`,
    token: `${prefix}_TOKEN`,
  };
}

/** The credentials of an account, or the names of the variables that are missing: all four keys, or the token. */
export type FoundCredentials =
  | { readonly credentials: Credentials }
  | { readonly credentials: null; readonly missing: readonly string[] };

/** Looks an account's credentials up. Four keys win over a token, since they do not expire. */
export function credentialsOf(account: string, env: Environment): FoundCredentials {
  const names = secretNames(account);
  const value = (name: string): string => env[name]?.trim() ?? '';
  const [apiKey, apiSecret, accessToken, accessSecret] = [
    value(names.apiKey),
    value(names.apiSecret),
    value(names.accessToken),
    value(names.accessSecret),
  ];
  if (apiKey !== '' && apiSecret !== '' && accessToken !== '' && accessSecret !== '')
    return { credentials: { kind: 'oauth1', apiKey, apiSecret, accessToken, accessSecret } };
  const token = value(names.token);
  if (token !== '') return { credentials: { kind: 'token', token } };
  const missing = [names.apiKey, names.apiSecret, names.accessToken, names.accessSecret].filter(
    (name) => value(name) === '',
  );
  return { credentials: null, missing: missing.length === 4 ? [names.token] : missing };
}

/** Every secret in an environment: what no output may show. */
export function secretValues(env: Environment): string[] {
  const secret = /^(THREADMILL_\w+_(API_KEY|API_SECRET|ACCESS_TOKEN|ACCESS_SECRET|TOKEN)|DATABASE_URL)$/;
  return Object.entries(env).flatMap(([name, value]) =>
    secret.test(name) && value !== undefined && value.trim() !== '' ? [value.trim()] : [],
  );
}
