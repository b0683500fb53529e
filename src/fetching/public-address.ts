import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is on the public internet: not this machine, not a private or link-local network, not a cloud's
 * metadata service, and not an address that maps to any of these (IPv4 inside IPv6, 6to4, NAT64, Teredo). An unparsable address
 * is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` turns `::ffff:127.0.0.1` into 127.0.0.1; every other special range has its own name.
  return ipaddr.process(address).range() === 'unicast';
}

/**
 * Whether an address is link-local, as cloud metadata services are (169.254.169.254): never a blog's, even if private networks
 * are allowed.
 */
export function isLinkLocal(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'linkLocal';
}
