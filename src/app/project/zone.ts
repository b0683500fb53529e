import type { Account } from '../../config/config.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { isOffset, isZone } from '../../time/time-zone.ts';
import type { Project } from './project.ts';

/** What zones are resolved against. */
export type Zones = Pick<Project, 'config' | 'machineZone'>;

/** The zone in which times are read and shown: the account's, else that of the configuration, else the machine's. */
export function zoneOf({ config, machineZone }: Zones, account?: Account): string {
  return account?.zone ?? config.defaults.zone ?? machineZone.zone;
}

/** The zone that a time of an account is shown in: its own, an offset too, where it has one that is known here. */
export function shownZone(zones: Zones, account: Account | undefined, own: string | undefined): string {
  return own !== undefined && (isZone(own) || isOffset(own)) ? own : zoneOf(zones, account);
}

/**
 * The zone that a wall-clock time is read in: the draft's own, else that of its account. An offset is not a zone: clocks
 * may be moved between the time that was written with it and this one.
 */
export function readingZone(zones: Zones, account: Account, own: string | undefined): string {
  return own !== undefined && isZone(own) ? own : zoneOf(zones, account);
}

/** The zone in which the times of a publication are shown: the one that its time was written with, else its account's. */
export function zoneOfRecord(zones: Zones, { account, zone }: PublicationRecord): string {
  return shownZone(zones, zones.config.accounts.get(account), zone);
}
