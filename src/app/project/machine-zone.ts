import type { Environment } from '../../config/secrets.ts';
import { type MachineZone, machineZone } from '../../time/time-zone.ts';

/** The zone of the machine, as its environment and its system have it. */
export function zoneOfMachine(env: Environment): MachineZone {
  return machineZone(env['TZ'], new Intl.DateTimeFormat().resolvedOptions().timeZone);
}
