import type { Draft } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import type { Profile } from './profile.ts';
import { runsOf } from './sources.ts';

/**
 * Percent-encodes non-ASCII letters of a URL, except those of the host, so that every network links all of it. X ends a link at
 * the first of them, which leads to another page.
 */
export function followable(url: string): string {
  const [, host = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?(.*)$/is.exec(url) ?? [];
  return host + rest.toWellFormed().replace(/[^\x00-\x7f]+/gu, encodeURIComponent);
}

/** Finds URLs in an author's own words of which the network links only a part, which leads to another page. */
export function shortenedLinks(draft: Draft, profile: Profile): Finding[] {
  // Mastodon's links and Bluesky's facets accept any letter.
  if (profile.linkStyle !== 'sources' || draft.settings.silence.includes('shortened-link')) return [];
  const written = [
    ...runsOf(draft.blocks).flatMap((run) => (run.type === 'link' && run.auto ? [run] : [])),
    ...draft.references.map(({ url, at }) => ({ text: url, url, at })),
  ];
  return written.flatMap(({ text, at }): Finding[] => {
    const encoded = followable(text);
    if (encoded === text) return [];
    const link = profile.links(text)[0];
    if (link?.start === 0 && link.end === text.length) return [];
    const part = link === undefined ? 'nothing' : `only ${link.url}`;
    const message = `${profile.name} links ${part} of this address, which is another page; write it as ${encoded}`;
    return [{ code: 'shortened-link', severity: 'warning', message, line: at.line, column: at.column }];
  });
}
