/** The fallback if no valid zone is given. */
export const UTC = 'UTC';

/** Returns an IANA name in the time zone database's spelling; `undefined` for anything else. */
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
 * Whether a zone exists: an IANA name such as `Europe/Berlin`, or `UTC`. Checks settings at every start, so it must not load
 * Temporal.
 */
export const isZone = (name: string): boolean => nameOf(name) !== undefined;

/** Whether a text is an offset from UTC, which a time may have instead of a zone: `+05:30`. */
export const isOffset = (zone: string): boolean => /^[+-](?:0\d|1\d|2[0-3]):[0-5]\d$/.test(zone);

/** Returns the display name of a zone: `Europe/Berlin`, `UTC+05:30`. */
export function zoneName(zone: string): string {
  if (!isOffset(zone)) return zone;
  return /00:00$/.test(zone) ? UTC : `UTC${zone}`;
}

/** The zone of a machine; `problem` says why it is UTC although the machine is configured otherwise. */
export type MachineZone = { readonly zone: string; readonly problem?: string };

/**
 * Determines the zone of a machine. `TZ` is the environment's: a name, a name after a colon, or a file of the zone database.
 * Without it, uses `own`, the system's zone. Anything invalid becomes UTC.
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
