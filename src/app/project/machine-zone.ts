import type { Environment } from '../../config/secrets.ts';
import { type MachineZone, machineZone } from '../../time/time-zone.ts';

/** Determines the machine's zone from its environment and its system. */
export function zoneOfMachine(env: Environment): MachineZone {
  return machineZone(env['TZ'], new Intl.DateTimeFormat().resolvedOptions().timeZone);
}
