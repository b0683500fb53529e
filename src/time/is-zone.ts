/**
 * Whether there is such a time zone: an IANA name such as `Europe/Berlin`, or `UTC`. An offset such as `+02:00` is no
 * zone: it knows no summer time. In a file of its own, since reading settings must not load Temporal.
 */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
