/**
 * What an account shows to its network: four keys of OAuth 1.0a; or, of OAuth 2.0, what user tokens are renewed with,
 * or one such token.
 */
export type Credentials =
  | {
      readonly kind: 'oauth1';
      readonly apiKey: string;
      readonly apiSecret: string;
      readonly accessToken: string;
      readonly accessSecret: string;
    }
  | {
      readonly kind: 'renewed';
      readonly clientId: string;
      /** A confidential client has one, a public one has none. */
      readonly clientSecret?: string;
      /** The first of a chain: it is worth something once. */
      readonly refreshToken: string;
    }
  | { readonly kind: 'token'; readonly token: string };

/** Variables of the environment, the process's own over those of `.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

type SecretName =
  | 'apiKey'
  | 'apiSecret'
  | 'accessToken'
  | 'accessSecret'
  | 'clientId'
  | 'clientSecret'
  | 'refreshToken'
  | 'token';

/** The variables of an account by what they hold, the account's name in capitals. */
export function secretNames(account: string): Readonly<Record<SecretName, string>> {
  const prefix = `THREADMILL_${account.toUpperCase().replaceAll('-', '_')}`;
  return {
    apiKey: `${prefix}_API_KEY`,
    apiSecret: `${prefix}_API_SECRET`,
    accessToken: `${prefix}_ACCESS_TOKEN`,
    accessSecret: `${prefix}_ACCESS_SECRET`,
    clientId: `${prefix}_CLIENT_ID`,
    clientSecret: `${prefix}_CLIENT_SECRET`,
    refreshToken: `${prefix}_REFRESH_TOKEN`,
    token: `${prefix}_TOKEN`,
  };
}

/** The credentials of an account, or the names of the variables that are missing of the way that was begun. */
export type FoundCredentials =
  | { readonly credentials: Credentials }
  | { readonly credentials: null; readonly missing: readonly string[] };

/** Looks an account's credentials up: what lasts longest wins, four keys over tokens that are renewed over one token. */
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
  const [clientId, clientSecret, refreshToken] = [
    value(names.clientId),
    value(names.clientSecret),
    value(names.refreshToken),
  ];
  if (clientId !== '' && refreshToken !== '') {
    const secret = clientSecret === '' ? {} : { clientSecret };
    return { credentials: { kind: 'renewed', clientId, refreshToken, ...secret } };
  }
  const token = value(names.token);
  if (token !== '') return { credentials: { kind: 'token', token } };
  if (refreshToken !== '') return { credentials: null, missing: [names.clientId] };
  if (clientId !== '') return { credentials: null, missing: [names.refreshToken] };
  const missing = [names.apiKey, names.apiSecret, names.accessToken, names.accessSecret].filter(
    (name) => value(name) === '',
  );
  return { credentials: null, missing: missing.length === 4 ? [names.token] : missing };
}

/** Every secret in an environment: what no output may show. */
export function secretValues(env: Environment): string[] {
  const secret =
    /^(THREADMILL_\w+_(API_KEY|API_SECRET|ACCESS_TOKEN|ACCESS_SECRET|CLIENT_SECRET|REFRESH_TOKEN|TOKEN)|DATABASE_URL)$/;
  return Object.entries(env).flatMap(([name, value]) =>
    secret.test(name) && value !== undefined && value.trim() !== '' ? [value.trim()] : [],
  );
}
