import type { Answer, Billed } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { xAddresses } from './addresses.ts';
import type { XRequest, XTransport } from './request.ts';
import { isRecord, recordsOf } from './timeline.ts';

/**
 * Returns what X bills for a request besides posts (docs.x.com, "Pricing"): the identity, each post in a response, a deletion.
 * Without a body, the response was lost: its posts are unknown, and are booked when they are read again.
 */
export function billOf({ method, path }: Pick<XRequest, 'method' | 'path'>, body?: unknown): Billed[] {
  if (method === 'DELETE') return [{ what: 'remove' }];
  if (method !== 'GET') return [];
  if (path === 'users/me') return [{ what: 'read-account' }];
  const entries = isRecord(body) ? recordsOf(body['data']) : [];
  const ids = entries.flatMap(({ id }) => (typeof id === 'string' && xAddresses.isId(id) ? [id] : []));
  return ids.length === 0 ? [] : [{ what: 'read-post', ids }];
}

/** Runs requests, and returns what they were billed besides posts, even if one of them fails. */
export async function metered<T>(
  transport: XTransport,
  work: (send: XTransport) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const billed: Billed[] = [];
  const send: XTransport = async (request) => {
    const response = await transport(request);
    billed.push(...billOf(request, response.body));
    return response;
  };
  try {
    return { ...(await work(send)), billed };
  } catch (error) {
    throw error instanceof PublishingError ? error.alsoBilled(billed) : error;
  }
}
