import type { Account, Config } from '../config/config.ts';

/** The zone that a time of an account is meant in: its own, the configuration's, the machine's. */
export function zoneOf(config: Config, account?: Account): string {
  return account?.zone ?? config.defaults.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
