import type { NetworkId } from '../drafts/network-id.ts';
import type { CredentialWay } from '../networks/credential-shape.ts';
import { NETWORKS } from '../networks/networks.ts';

/**
 * What an account shows to its network: the way that was found complete (`kind`, as its network's row names it), and
 * its secrets by the ends of their variables (`API_KEY`).
 */
export type Credentials = {
  readonly kind: string;
  readonly way: CredentialWay;
  readonly secrets: Readonly<Record<string, string>>;
};

/** Variables of the environment, the process's own over those of `.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An account, as far as its secrets are named after it. */
export type SecretsOf = {
  readonly name: string;
  readonly network: NetworkId;
  /** On a server of one's own, such as the sandbox, the simplest way will do. */
  readonly baseUrl?: string;
};

/** The variable that holds one of an account's secrets. */
export function secretName(account: string, end: string): string {
  return `THREADMILL_${account.toUpperCase().replaceAll('-', '_')}_${end}`;
}

const WAYS: readonly CredentialWay[] = Object.values(NETWORKS).flatMap(({ credentials }) => credentials);
const endsOf = ({ needs, may = [] }: CredentialWay): readonly string[] => [...needs, ...may];

/** All ends of variables, of all networks. */
const ENDS: readonly string[] = [...new Set(WAYS.flatMap(endsOf))];

/** Those that hold secrets. */
const SECRET_ENDS: readonly string[] = ENDS.filter(
  (end) => !WAYS.some(({ open = [] }) => open.includes(end)),
);

/** Every variable that may belong to an account, whatever its network. */
export function secretNames(account: string): readonly string[] {
  return ENDS.map((end) => secretName(account, end));
}

/** The credentials of an account, or the names of the variables that are missing of the way that was begun. */
export type FoundCredentials =
  | { readonly credentials: Credentials }
  | { readonly credentials: null; readonly missing: readonly string[] };

/** Looks an account's credentials up, by the ways of its network: the first that is complete holds. */
export function credentialsOf({ name, network, baseUrl }: SecretsOf, env: Environment): FoundCredentials {
  const value = (end: string): string => env[secretName(name, end)]?.trim() ?? '';
  const ways = NETWORKS[network].credentials;
  const lacking = ways.map((way) => way.needs.filter((end) => value(end) === ''));
  const whole = lacking.findIndex((missing) => missing.length === 0);
  const way = ways[whole];
  if (way !== undefined) {
    const there = endsOf(way).filter((end) => value(end) !== '');
    const secrets = Object.fromEntries(there.map((end) => [end, value(end)]));
    return { credentials: { kind: way.kind, way, secrets } };
  }
  const begun = lacking.filter((missing, at) => missing.length < (ways[at]?.needs.length ?? 0));
  // Where nothing is there yet: the network's best way, which lasts.
  const usual = baseUrl === undefined ? lacking[0] : lacking.at(-1);
  const nearest = begun.sort((a, b) => a.length - b.length)[0] ?? usual ?? [];
  return { credentials: null, missing: nearest.map((end) => secretName(name, end)) };
}

/** Every secret in an environment: what no output may show. */
export function secretValues(env: Environment): string[] {
  const secret = new RegExp(`^(?:THREADMILL_\\w+_(?:${SECRET_ENDS.join('|')})|DATABASE_URL)$`);
  return Object.entries(env).flatMap(([name, value]) =>
    secret.test(name) && value !== undefined && value.trim() !== '' ? [value.trim()] : [],
  );
}
