import type { Account } from '../../config/config.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { isOffset, isZone } from '../../time/time-zone.ts';
import type { Project } from './project.ts';

/** The facts that a zone is determined from. */
export type Zones = Pick<Project, 'config' | 'machineZone'>;

/** Returns the zone for reading and showing times: the account's, else the configuration's, else the machine's. */
export function zoneOf({ config, machineZone }: Zones, account?: Account): string {
  return account?.zone ?? config.defaults.zone ?? machineZone.zone;
}

/** Returns the zone for showing a time of an account: the time's own, which may be an offset, if it is valid here. */
export function shownZone(zones: Zones, account: Account | undefined, own: string | undefined): string {
  return own !== undefined && (isZone(own) || isOffset(own)) ? own : zoneOf(zones, account);
}

/**
 * Returns the zone for reading a wall-clock time: the draft's own, else the account's. An offset is not a zone, because
 * daylight saving may change between the two times.
 */
export function readingZone(zones: Zones, account: Account, own: string | undefined): string {
  return own !== undefined && isZone(own) ? own : zoneOf(zones, account);
}

/** Returns the zone for showing the times of a publication: the one that its time was written in, else its account's. */
export function zoneOfRecord(zones: Zones, { account, zone }: PublicationRecord): string {
  return shownZone(zones, zones.config.accounts.get(account), zone);
}
