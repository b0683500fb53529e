import type { Markup } from '../../pages/markup.ts';
import { xLinks } from '../../text/x/links.ts';
import type { Core } from '../core.ts';
import { isVideo } from '../media-type.ts';
import {
  groupThreads,
  type ShownPicture,
  type ShownPost,
  type ShownThread,
  type ShownWindow,
} from '../page/shown.ts';
import { tagged } from '../page/tagged.ts';
import { outsideLink } from '../page/thread-card.ts';
import type { StoredStatus } from './state.ts';
import { statusLength } from './status-length.ts';
import { INSTANCE_WINDOWS, type InstanceWindowName, viewOf } from './windows.ts';

/** Renders a status's words; only a URL with a scheme becomes a link. */
function wordsOf(text: string): Markup[] {
  const parts: Markup[] = [];
  let at = 0;
  for (const { start, end, url, bare } of xLinks(text)) {
    if (bare) continue;
    parts.push(...tagged(text.slice(at, start)), outsideLink(url, text.slice(start, end)));
    at = end;
  }
  return [...parts, ...tagged(text.slice(at))];
}

function picturesOf(core: Core, { mediaIds }: StoredStatus): ShownPicture[] {
  return mediaIds.map((id) => {
    const media = core.store.state.mastodon.media.find((item) => item.id === id);
    const picture = { src: `/media/m-${id}`, alt: media?.description ?? '' };
    return isVideo(media?.mime) ? { ...picture, isVideo: true } : picture;
  });
}

function shownPost(core: Core, status: StoredStatus): ShownPost {
  const { accounts } = core.store.state.mastodon;
  const username = accounts.find(({ id }) => id === status.accountId)?.username ?? 'unknown';
  return {
    id: status.id,
    parentId: status.parentId,
    handle: username,
    href: `/@${username}/${status.id}`,
    at: status.createdAt,
    ...(status.spoiler === '' ? {} : { contentWarning: status.spoiler }),
    words: wordsOf(status.text),
    pictures: picturesOf(core, status),
    length: statusLength(status.text, status.spoiler),
    limit: core.rules.mastodonCharacters,
    unit: 'characters',
    facts: [
      status.visibility,
      ...(status.language === null ? [] : [status.language]),
      ...(status.visibleAt > core.rules.now() ? ['not shown yet'] : []),
    ],
  };
}

/** Returns Mastodon's threads for the page, newest first. */
export function mastodonThreads(core: Core): ShownThread[] {
  return groupThreads(core.store.state.mastodon.statuses, (status) => status.conversationId).map(
    (statuses) => ({ network: 'Mastodon', posts: statuses.map((status) => shownPost(core, status)) }),
  );
}

/** Returns Mastodon's rate windows of all accounts. */
export function mastodonWindows(core: Core): ShownWindow[] {
  const names = Object.keys(INSTANCE_WINDOWS) as InstanceWindowName[];
  return core.store.state.mastodon.accounts.flatMap((account) =>
    names.map((name) => {
      const { limit, left, resetAt } = viewOf(core, account.id, name);
      return {
        account: `Mastodon, @${account.username}`,
        name: INSTANCE_WINDOWS[name].label,
        used: limit - left,
        limit,
        resetAt,
      };
    }),
  );
}
