import type { Account, Config } from '../../config/config.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';

/** The zone that a time of an account is meant in: its own, the configuration's, the machine's. */
export function zoneOf(config: Config, account?: Account): string {
  return account?.zone ?? config.defaults.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone in which the times of a publication are told: that in which they were meant. */
export function zoneOfRecord(config: Config, { account }: Pick<PublicationRecord, 'account'>): string {
  return zoneOf(config, config.accounts.get(account));
}
