import { Refusal } from '../refusal.ts';

/**
 * Returns the origin of a server as users write it: `mastodon.social`, `https://mastodon.social/@ada`. @throws Refusal (usage)
 */
export function serverOrigin(written: string): string {
  const text = /^[a-z][\w+.-]*:\/\//i.test(written) ? written : `https://${written}`;
  const url = URL.parse(text);
  const isLocal = url !== null && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (
    url === null ||
    url.username !== '' ||
    !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))
  )
    throw new Refusal(
      'usage',
      `‘${written.replace(/\/\/[^@/]*@/, '//')}’ is not the address of a server, such as https://mastodon.social.`,
    );
  return url.origin;
}
