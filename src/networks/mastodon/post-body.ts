import type { Attempt } from '../port.ts';

/** How an account publishes, where its drafts don't say. */
export type PostHabits = {
  /** Who sees the posts after the first of a public thread: unlisted ones stay out of the public timelines. */
  readonly repliesVisibility: 'public' | 'unlisted';
};

/** `de` of `de-AT`: Mastodon knows languages by ISO 639 alone. */
const languageOf = (tag: string): string => (tag.split(/[-_]/)[0] ?? tag).toLowerCase();

/**
 * The body of `POST /api/v1/statuses` (https://docs.joinmastodon.org/methods/statuses/#create). It is the same,
 * byte for byte, each time that an attempt is sent. Never schedules: instances ignore or lose that.
 */
export function postBody(attempt: Attempt, habits: PostHabits): Readonly<Record<string, unknown>> {
  const { text, media, labels = {}, languages = [], parent, replyTo } = attempt;
  const parentId = (parent ?? replyTo)?.id;
  const asked = labels.visibility ?? 'public';
  const visibility = asked === 'public' && attempt.index > 1 ? habits.repliesVisibility : asked;
  const [language] = languages;
  return {
    status: text,
    visibility,
    ...(parentId === undefined ? {} : { in_reply_to_id: parentId }),
    ...(media.length === 0 ? {} : { media_ids: media.map(({ id }) => id) }),
    ...(labels.sensitive === undefined ? {} : { sensitive: labels.sensitive }),
    ...(labels.contentWarning === undefined ? {} : { spoiler_text: labels.contentWarning }),
    ...(language === undefined ? {} : { language: languageOf(language) }),
  };
}
