import type { Attempt } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';

/**
 * Reply settings in a draft's words and in X's (openapi.json v2.167, `reply_settings`); `everyone` is X's default without the
 * field.
 */
export const X_REPLY_SETTINGS: Readonly<Record<string, string | undefined>> = {
  everyone: undefined,
  following: 'following',
  mentioned: 'mentionedUsers',
  mentionedUsers: 'mentionedUsers',
  subscribers: 'subscribers',
  verified: 'verified',
};

function replySettingsOf({ index, replySettings }: Attempt): { reply_settings?: string } {
  // The first post sets the rule for the whole conversation.
  if (replySettings === undefined || index > 1) return {};
  if (!Object.hasOwn(X_REPLY_SETTINGS, replySettings)) {
    const known = Object.keys(X_REPLY_SETTINGS).join(', ');
    throw new PublishingError(
      'rejected',
      `X knows no reply setting ${replySettings}; it takes ${known}. Nothing was sent.`,
    );
  }
  const word = X_REPLY_SETTINGS[replySettings];
  return word === undefined ? {} : { reply_settings: word };
}

/** Builds the body of `POST /2/tweets` for an attempt. @throws PublishingError `rejected` for a setting that X lacks */
export function postBody(attempt: Attempt): Readonly<Record<string, unknown>> {
  const { text, media, labels } = attempt;
  const parent = attempt.parent ?? attempt.replyTo;
  return {
    text,
    ...(parent === undefined ? {} : { reply: { in_reply_to_tweet_id: parent.id } }),
    ...(media.length === 0 ? {} : { media: { media_ids: media.map(({ id }) => id) } }),
    ...replySettingsOf(attempt),
    ...(labels?.madeWithAi === true ? { made_with_ai: true } : {}),
    ...(labels?.paidPartnership === true ? { paid_partnership: true } : {}),
  };
}
