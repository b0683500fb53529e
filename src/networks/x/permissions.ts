import type { Permissions } from '../port.ts';

/**
 * Reads X's `x-access-level` header: an access token keeps the permission that its app had when it was generated. OAuth 2.0
 * tokens have no such header.
 */
export function xPermissions(accessLevel: string | undefined): Permissions | undefined {
  switch (accessLevel) {
    case undefined:
      return undefined;
    case 'read':
      return { mayPublish: false, about: 'read only' };
    case 'read-write':
      return { mayPublish: true, about: 'read and write' };
    default:
      // `read-write-directmessages`, and future values.
      return accessLevel.startsWith('read-write')
        ? { mayPublish: true, about: 'read and write, direct messages too' }
        : undefined;
  }
}
