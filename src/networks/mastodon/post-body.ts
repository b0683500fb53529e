import type { AccountOptions } from '../account-options.ts';
import type { Attempt } from '../port.ts';

/** Defaults for an account's posts. */
export type PostHabits = {
  /** Visibility of posts after the first of a public thread: unlisted ones stay out of the public timelines. */
  readonly repliesVisibility: 'public' | 'unlisted';
};

/** Reads an account's habits from its settings. */
export function postHabits(options: AccountOptions = {}): PostHabits {
  return { repliesVisibility: options['replies_visibility'] === 'public' ? 'public' : 'unlisted' };
}

/** Returns `de` for `de-AT`: Mastodon only accepts ISO 639 codes. */
const languageOf = (tag: string): string => (tag.split(/[-_]/)[0] ?? tag).toLowerCase();

/**
 * Builds the body of `POST /api/v1/statuses` (https://docs.joinmastodon.org/methods/statuses/#create). Every retry of an
 * attempt gets the same bytes. Never uses the server's scheduling: instances ignore or lose it.
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
