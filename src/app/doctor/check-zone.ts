import type { Project } from '../project/project.ts';
import { type Check, check } from './check.ts';

/** Checks that the machine's time zone is valid: `TZ` may be empty, or name a zone that does not exist. */
export function checkZone({ config, machineZone: { problem } }: Project): Check[] {
  if (problem === undefined) return [];
  const { zone } = config.defaults;
  const effect =
    zone === undefined ? 'times without a zone are read as UTC' : `defaults.zone (${zone}) applies`;
  return [
    check(
      'warn',
      'time zone',
      `${problem}: ${effect}`,
      'set TZ to a zone such as Europe/Berlin, or zone: under defaults in config/threadmill.yaml',
    ),
  ];
}
