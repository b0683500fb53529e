/** This process as the owner of leases. The name says where it runs, so that the lease of a dead process can be taken over. */
export interface Owner {
  /** `process 123 on host #…`: the part after `#` distinguishes processes with the same pid and host name. */
  readonly name: string;
  /** Whether the owner of a lease is known to be a dead process; false if unknown. */
  isDead(owner: string): boolean;
}

/** Shortens an owner's name for display: `process 123 on host`. */
export const shownOwner = (name: string): string => name.split(' #', 1)[0] ?? name;
