import { TRACKING_PARAMETERS } from '../../text/tracking-parameters.ts';
import type { DraftFindingCode } from '../finding-codes.ts';

const TRACKING = new RegExp(`^(?:${TRACKING_PARAMETERS})$`, 'i');
/** A tracking parameter in the source of a text, where Markdown may escape its `_`. */
const MAYBE_TRACKING = new RegExp(`(?:[?&]|&amp;)(?:${TRACKING_PARAMETERS.replaceAll('_', '\\\\?_')})`, 'i');

/** Whether a text may contain a link that `cleanedUrl` shortens: a quick test without false negatives. */
export function mayTrack(source: string): boolean {
  return MAYBE_TRACKING.test(source);
}

/** `si` and `ref_src` have other meanings elsewhere; they count as tracking only on these hosts. */
const ONLY_ON: Readonly<Record<string, RegExp>> = {
  si: /(?:^|\.)(?:youtu\.be|youtube\.com|spotify\.com)$/,
  ref_src: /(?:^|\.)(?:x\.com|twitter\.com)$/,
  ref_url: /(?:^|\.)(?:x\.com|twitter\.com)$/,
};

/** Hosts that only exist on the author's own machine or network (RFC 6761, RFC 1918, RFC 6762). */
const LOCAL =
  /^(?:localhost|.*\.(?:localhost|local|internal|test|lan)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|0\.0\.0\.0|\[::1\])$/i;

/** A problem with a link's URL; `clean` is the URL without tracking, if that is the only problem. */
export type LinkTrap = { readonly code: DraftFindingCode; readonly message: string; readonly clean?: string };

/** Finds a problem with a link's URL, if any. */
export function linkTrap(url: string): LinkTrap | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) return undefined;
  if (LOCAL.test(parsed.hostname)) {
    return {
      code: 'local-link',
      message: `${parsed.hostname} is each reader’s own machine or network; link to a public address if you meant one`,
    };
  }
  const clean = withoutTracking(url);
  if (clean === url) return undefined;
  return {
    code: 'tracking-parameter',
    message: 'the link tracks where readers came from',
    clean,
  };
}

/** Source that differs from the characters it stands for, and is left to the author: `&#38;`, `&eacute;`, `\?`. */
const WRITTEN_OTHERWISE = /&(?!amp;)(?:#\w+|\w+);|\\(?!_)/;

/**
 * Removes the tracking parameters from a URL as written in the source; `url` is its target. `undefined` if there are none, or
 * it needs judgement.
 */
export function cleanedUrl(written: string, url: string): string | undefined {
  if (WRITTEN_OTHERWISE.test(written) || !URL.canParse(url)) return undefined;
  const clean = withoutParameters(written, new URL(url).hostname);
  return clean === written ? undefined : clean;
}

/** Removes the tracking parameters from a URL, otherwise unchanged. */
export function withoutTracking(url: string): string {
  return URL.canParse(url) ? withoutParameters(url, new URL(url).hostname) : url;
}

/** Removes parameters separated by `&`, which HTML writes as `&amp;`; the rest keeps its own separators. */
function withoutParameters(url: string, hostname: string): string {
  const [, base = '', query, hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  if (query === undefined) return url;
  const kept = [...query.matchAll(/(^|&(?:amp;)?)((?:(?!&).)*)/gs)].filter(([, , pair = '']) => {
    const name = (pair.split('=')[0] ?? '').replaceAll('\\_', '_').toLowerCase();
    return !TRACKING.test(name) || ONLY_ON[name]?.test(hostname) === false;
  });
  const parameters = kept.map(([, sign = '', pair = ''], index) => (index === 0 ? pair : sign + pair));
  return `${base}${kept.length === 0 ? '' : `?${parameters.join('')}`}${hash}`;
}
