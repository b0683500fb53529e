import type { NetworkId } from '../drafts/network-id.ts';
import type { CredentialWay } from '../networks/credential-shape.ts';
import { NETWORKS } from '../networks/networks.ts';

/**
 * An account's credentials: the complete way (`kind`, as its network's row names it), and its secrets by variable suffix
 * (`API_KEY`).
 */
export type Credentials = {
  readonly kind: string;
  readonly way: CredentialWay;
  readonly secrets: Readonly<Record<string, string>>;
};

/** Environment variables; the process's own take precedence over those of `.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The parts of an account that determine the names of its secrets. */
export type SecretsOf = {
  readonly name: string;
  readonly network: NetworkId;
  /** On a local server such as the sandbox, the simplest way is enough. */
  readonly baseUrl?: string;
};

/** Returns the variable for one of an account's secrets. */
export function secretName(account: string, end: string): string {
  return `THREADMILL_${account.toUpperCase().replaceAll('-', '_')}_${end}`;
}

const WAYS: readonly CredentialWay[] = Object.values(NETWORKS).flatMap(({ credentials }) => credentials);
const endsOf = ({ needs, may = [] }: CredentialWay): readonly string[] => [...needs, ...may];

/** All variable suffixes, of all networks. */
const ENDS: readonly string[] = [...new Set(WAYS.flatMap(endsOf))];

/** The suffixes of secrets. */
const SECRET_ENDS: readonly string[] = ENDS.filter(
  (end) => !WAYS.some(({ open = [] }) => open.includes(end)),
);

/** Lists every variable that may belong to an account, on any network. */
export function secretNames(account: string): readonly string[] {
  return ENDS.map((end) => secretName(account, end));
}

/** The credentials of an account, or the missing variables of the way that was begun. */
export type FoundCredentials =
  | { readonly credentials: Credentials }
  | { readonly credentials: null; readonly missing: readonly string[] };

/** Finds an account's credentials: the first complete way of its network. */
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
  // If nothing is set yet, suggest the network's best way, which lasts.
  const usual = baseUrl === undefined ? lacking[0] : lacking.at(-1);
  const nearest = begun.sort((a, b) => a.length - b.length)[0] ?? usual ?? [];
  return { credentials: null, missing: nearest.map((end) => secretName(name, end)) };
}

/** Lists every secret in an environment, for redaction. */
export function secretValues(env: Environment): string[] {
  const secret = new RegExp(`^(?:THREADMILL_\\w+_(?:${SECRET_ENDS.join('|')})|DATABASE_URL)$`);
  return Object.entries(env).flatMap(([name, value]) =>
    secret.test(name) && value !== undefined && value.trim() !== '' ? [value.trim()] : [],
  );
}
