import { xLinks } from '../../text/x/links.ts';
import type { Core } from '../core.ts';
import { isVideo, MEDIA_TYPES } from '../media-type.ts';
import type { StoredAccount, StoredAttachment, StoredStatus } from './state.ts';

type Entity = Readonly<Record<string, unknown>>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** Renders a status's text as HTML: paragraphs, line breaks, and links for URLs with a scheme. */
function contentOf(text: string): string {
  let html = '';
  let at = 0;
  for (const { start, end, url, bare } of xLinks(text)) {
    if (bare) continue;
    html += `${escaped(text.slice(at, start))}<a href="${escaped(url)}" target="_blank" rel="nofollow noopener">${escaped(url)}</a>`;
    at = end;
  }
  html += escaped(text.slice(at));
  return html === '' ? '' : `<p>${html.replaceAll(/\n\n+/g, '</p><p>').replaceAll('\n', '<br>')}</p>`;
}

/** Converts an account to its API form. `origin` is the address that the request was sent to. */
export function accountEntity({ id, username }: StoredAccount, origin: string): Entity {
  return {
    id,
    username,
    acct: username,
    display_name: username,
    locked: false,
    bot: false,
    url: `${origin}/@${username}`,
    uri: `${origin}/users/${username}`,
    source: { privacy: 'public', sensitive: false, language: null },
  };
}

/** Converts an upload to its API form, without a `url` while it is processed. */
export function mediaEntity(media: StoredAttachment, origin: string, now: number): Entity {
  const ready = media.readyAt !== null && media.readyAt <= now;
  return {
    id: media.id,
    type: media.mime.startsWith('image/') ? 'image' : isVideo(media.mime) ? 'video' : 'unknown',
    url: ready ? `${origin}/media/m-${media.id}` : null,
    preview_url: ready ? `${origin}/media/m-${media.id}` : null,
    remote_url: null,
    meta: { focus: media.focus },
    description: media.description === '' ? null : media.description,
    blurhash: null,
  };
}

/** Converts a status to its API form. */
export function statusEntity(core: Core, status: StoredStatus, origin: string): Entity {
  const { accounts, media, statuses } = core.store.state.mastodon;
  const account = accounts.find(({ id }) => id === status.accountId);
  if (account === undefined) throw new Error(`Status ${status.id} has no account`);
  const parent = statuses.find(({ id }) => id === status.parentId);
  const attached = status.mediaIds.flatMap((id) => media.find((item) => item.id === id) ?? []);
  const now = core.rules.now();
  return {
    id: status.id,
    created_at: new Date(status.createdAt).toISOString(),
    in_reply_to_id: status.parentId,
    in_reply_to_account_id: parent?.accountId ?? null,
    sensitive: status.sensitive,
    spoiler_text: status.spoiler,
    visibility: status.visibility,
    language: status.language,
    uri: `${origin}/users/${account.username}/statuses/${status.id}`,
    url: `${origin}/@${account.username}/${status.id}`,
    replies_count: statuses.filter(({ parentId }) => parentId === status.id).length,
    reblogs_count: 0,
    favourites_count: 0,
    edited_at: null,
    content: contentOf(status.text),
    reblog: null,
    account: accountEntity(account, origin),
    media_attachments: attached.map((item) => mediaEntity(item, origin, now)),
    mentions: [],
    tags: [],
    emojis: [],
    card: null,
    poll: null,
  };
}

/** Makes the response of `GET /api/v2/instance`. */
export function instanceEntity(core: Core, origin: string): Entity {
  return {
    domain: new URL(origin).host,
    title: 'Sandbox',
    version: '4.7.2',
    source_url: 'https://github.com/mastodon/mastodon',
    description: 'A server on this machine that behaves like Mastodon',
    usage: { users: { active_month: core.store.state.mastodon.accounts.length } },
    languages: ['en'],
    configuration: {
      urls: { streaming: null },
      accounts: { max_featured_tags: 10 },
      statuses: {
        max_characters: core.rules.mastodonCharacters,
        max_media_attachments: 4,
        characters_reserved_per_url: 23,
      },
      media_attachments: {
        supported_mime_types: MEDIA_TYPES,
        description_limit: 1500,
        image_size_limit: 16_777_216,
        image_matrix_limit: 33_177_600,
        video_size_limit: 103_809_024,
        video_matrix_limit: 8_294_400,
        video_frame_rate_limit: 120,
      },
    },
    registrations: { enabled: false },
    api_versions: { mastodon: 7 },
    contact: { email: '', account: null },
    rules: [],
  };
}
