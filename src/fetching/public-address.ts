import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet: not this machine, not a private or a link-local network, not a
 * cloud's metadata service, not an address that maps to any of these (IPv4 inside IPv6, 6to4, NAT64, Teredo). What
 * can't be read is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` turns `::ffff:127.0.0.1` into 127.0.0.1; every other special range has a name of its own.
  return ipaddr.process(address).range() === 'unicast';
}

/**
 * Whether an address is link-local, as the metadata services of clouds are (169.254.169.254): never a blog's, even
 * where private networks may be read.
 */
export function isLinkLocal(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'linkLocal';
}
