import type { Permissions } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import type { MastodonTransport } from './transport.ts';

/** Scopes any of which is enough to publish. */
const PUBLISHING = ['write', 'write:statuses'];

const textsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : String(value ?? '').split(/\s+/)).filter(
    (one): one is string => typeof one === 'string' && /^[\w:.-]{1,60}$/.test(one),
  );

/**
 * Reads the scopes that the app of a token was registered for (https://docs.joinmastodon.org/methods/apps/#verify_credentials);
 * its token can't have more. `undefined` if the server does not report them: scopes are included since Mastodon 4.3.
 *
 * @throws PublishingError
 */
export async function mastodonPermissions(send: MastodonTransport): Promise<Permissions | undefined> {
  try {
    const path = '/api/v1/apps/verify_credentials';
    const { body } = await send({
      method: 'GET',
      path,
      call: 'read',
      once: false,
      doing: 'read its permissions',
    });
    const scopes = textsIn(Reflect.get(Object(body), 'scopes'));
    if (scopes.length === 0) return undefined;
    return { mayPublish: scopes.some((scope) => PUBLISHING.includes(scope)), about: scopes.join(', ') };
  } catch (error) {
    // Some servers don't have the method, or require more rights for it.
    if (!(error instanceof PublishingError) || error.reason === 'transient') throw error;
    return undefined;
  }
}
