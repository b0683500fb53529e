import { type MachineZone, machineZone } from '../../time/time-zone.ts';
import type { Surroundings } from './project.ts';

/** The zone of the machine, as its environment and its system have it. */
export function zoneOfMachine({ env }: Pick<Surroundings, 'env'>): MachineZone {
  return machineZone(env['TZ'], new Intl.DateTimeFormat().resolvedOptions().timeZone);
}
