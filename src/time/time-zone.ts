/** The zone where nobody names one that can be understood. */
export const UTC = 'UTC';

/** An IANA name in the case of the time zone database, `undefined` for what isn't one. */
function nameOf(written: string): string | undefined {
  if (!/^[A-Za-z][\w+/-]*$/.test(written)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions();
    return timeZone.toLowerCase() === written.toLowerCase() ? timeZone : written;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Whether there is such a zone: an IANA name such as `Europe/Berlin`, or `UTC`. Settings are checked with it at every
 * start, so nothing here loads Temporal.
 */
export const isZone = (name: string): boolean => nameOf(name) !== undefined;

/** An offset from UTC in place of a zone, as a time may name it: `+05:30`. */
export const isOffset = (zone: string): boolean => /^[+-](?:0\d|1\d|2[0-3]):[0-5]\d$/.test(zone);

/** What a zone is called on screen: `Europe/Berlin`, `UTC+05:30`. */
export function zoneName(zone: string): string {
  if (!isOffset(zone)) return zone;
  return /00:00$/.test(zone) ? UTC : `UTC${zone}`;
}

/** The zone of a machine; `problem` says why that is UTC although the machine asks for something else. */
export type MachineZone = { readonly zone: string; readonly problem?: string };

/**
 * The zone that a machine is in. `TZ` is the environment's, as a name, a name after a colon, or a file of the zone
 * database; without it, `own` is what the system says. What can't be understood is UTC.
 */
export function machineZone(TZ: string | undefined, own: string | undefined): MachineZone {
  if (TZ === undefined) {
    const zone = own === undefined ? undefined : nameOf(own);
    return zone === undefined ? { zone: UTC, problem: 'The zone of this machine is unknown' } : { zone };
  }
  const zone = nameOf(TZ.replace(/^:/, '').replace(/^.*\/zoneinfo\//, ''));
  if (zone !== undefined) return { zone };
  return { zone: UTC, problem: TZ === '' ? 'TZ is empty' : `TZ is ‘${TZ}’, which is not a time zone` };
}
