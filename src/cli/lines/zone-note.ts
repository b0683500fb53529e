import { zoneOf } from '../../app/project/zone.ts';
import type { Config } from '../../config/config.ts';

/** The zone of the times shown, in a line of its own; none where the project knows only one zone. */
export function zoneNote(config: Config, zone: string): string[] {
  const zones = new Set([
    zone,
    zoneOf(config),
    ...config.accounts.values().map((one) => zoneOf(config, one)),
  ]);
  return zones.size === 1 ? [] : [`Times are in ${zone}.`];
}
