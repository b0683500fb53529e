import type { Attempt, NetworkClient, PinnedRecord } from '../../../src/networks/port.ts';

/** A client that keeps pins as the journal does: made before the first request for a post, and used for every later one. */
export function pinningClient(client: NetworkClient): NetworkClient {
  const pins = new Map<string, PinnedRecord>();
  const pinned = (attempt: Attempt): Attempt => {
    const pin = attempt.pinned ?? pins.get(attempt.key);
    return pin === undefined ? attempt : { ...attempt, pinned: pin };
  };
  return {
    ...client,
    async publish(attempts, allowed) {
      const known = attempts.map(pinned);
      const made = (await client.pin?.(known)) ?? [];
      attempts.forEach(({ key }, at) => {
        const pin = made[at];
        if (pin !== undefined) pins.set(key, pin);
      });
      return client.publish(attempts.map(pinned), allowed);
    },
    find: (attempt, call) => client.find(pinned(attempt), call),
  };
}
