import { TRACKING_PARAMETERS } from '../../text/tracking-parameters.ts';
import type { DraftFindingCode } from '../finding-codes.ts';

const TRACKING = new RegExp(`^(?:${TRACKING_PARAMETERS})$`, 'i');
/** A parameter of such a name in the source of a text, where Markdown may escape its `_`. */
const MAYBE_TRACKING = new RegExp(`(?:[?&]|&amp;)(?:${TRACKING_PARAMETERS.replaceAll('_', '\\\\?_')})`, 'i');

/** Whether a text may hold a link that `cleanedUrl` shortens: a quick look that never says no where there is one. */
export function mayTrack(source: string): boolean {
  return MAYBE_TRACKING.test(source);
}

/** `si` and `ref_src` mean something on other hosts; there they count as tracking only on these. */
const ONLY_ON: Readonly<Record<string, RegExp>> = {
  si: /(?:^|\.)(?:youtu\.be|youtube\.com|spotify\.com)$/,
  ref_src: /(?:^|\.)(?:x\.com|twitter\.com)$/,
  ref_url: /(?:^|\.)(?:x\.com|twitter\.com)$/,
};

/** Hosts that only the author's own machine or network knows (RFC 6761, RFC 1918, RFC 6762). */
const LOCAL =
  /^(?:localhost|.*\.(?:localhost|local|internal|test|lan)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|0\.0\.0\.0|\[::1\])$/i;

/** What is wrong with a link's URL; `clean` is the URL without what tracks, where that is all. */
export type LinkTrap = { readonly code: DraftFindingCode; readonly message: string; readonly clean?: string };

/** What is wrong with a link's URL, if anything. */
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
    message: 'the link tells where readers came from',
    clean,
  };
}

/** What reads otherwise in the source than it is written, and is left to a person: `&#38;`, `&eacute;`, `\?`. */
const WRITTEN_OTHERWISE = /&(?!amp;)(?:#\w+|\w+);|\\(?!_)/;

/**
 * A URL as it is written in the source, without its tracking parameters; `url` is where it leads. `undefined` where
 * nothing in it tracks, or where only a person can tell.
 */
export function cleanedUrl(written: string, url: string): string | undefined {
  if (WRITTEN_OTHERWISE.test(written) || !URL.canParse(url)) return undefined;
  const clean = withoutParameters(written, new URL(url).hostname);
  return clean === written ? undefined : clean;
}

/** A URL without its tracking parameters, otherwise to the letter as it was. */
export function withoutTracking(url: string): string {
  return URL.canParse(url) ? withoutParameters(url, new URL(url).hostname) : url;
}

/** Parameters are kept apart by `&`, which may be written `&amp;` as in HTML; what stays keeps its own. */
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
