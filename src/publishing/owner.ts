/** This process as it signs leases: the name says where it runs, so that a lease of a dead process can be taken over. */
export interface Owner {
  /** `process 123 on host #…`: what is behind the `#` tells it from others of that number and that host's name. */
  readonly name: string;
  /** Whether the process of a lease's owner is known to be dead; false if that can't be told from here. */
  isDead(owner: string): boolean;
}

/** An owner's name as a person reads it: `process 123 on host`. */
export const shownOwner = (name: string): string => name.split(' #', 1)[0] ?? name;
