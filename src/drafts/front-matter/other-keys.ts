import type { FindingExceptions } from '../finding-codes.ts';
import type { FrontMatterKey } from './schema.ts';

/** A key of another tool or of a network's API, for something that Threadmill calls by another name. */
type OtherKey = {
  /** Lower case, without hyphens and underscores; separated by spaces. */
  readonly names: string;
  readonly ours: FrontMatterKey;
  /** Which values mean it: a blog may use the same name for something else. */
  readonly holds: RegExp;
  readonly severity: NonNullable<FindingExceptions['severity']>;
  readonly why: string;
  /** Front matter with such a key. */
  readonly example: string;
};

const SET = /^(?:true|yes|on|1)$/i;
const WORDS = /\p{L}/u;

/** Each example is a test (`test/drafts/other-keys.test.ts`). */
export const OTHER_KEYS: readonly OtherKey[] = [
  {
    names: 'cw spoilertext contentwarnings triggerwarning',
    ours: 'content_warning',
    holds: WORDS,
    severity: 'error',
    why: 'readers would see the post without its warning',
    example: 'cw: food',
  },
  {
    names: 'nsfw',
    ours: 'sensitive',
    holds: SET,
    severity: 'error',
    why: 'readers would see what was meant to be hidden',
    example: 'nsfw: true',
  },
  {
    names:
      'scheduledat scheduleat scheduledfor schedule scheduled scheduletime scheduledate scheduleddate sendat postat',
    ours: 'publish_at',
    holds: /^(?:next$|\d{4}-\d{2}-\d{2})/i,
    severity: 'error',
    why: 'it would not wait for that time',
    example: 'scheduled_at: 2030-06-01T09:00Z',
  },
  {
    names: 'inreplyto replyingto',
    ours: 'reply_to',
    holds: /^(?:https?|at):\/\//i,
    severity: 'warning',
    why: 'the thread would be separate from that post',
    example: 'in-reply-to: https://social.example/@ana/101',
  },
  {
    names: 'unlisted private hidden followersonly',
    ours: 'visibility',
    holds: SET,
    severity: 'warning',
    why: 'everyone could see it',
    example: 'unlisted: true',
  },
  {
    names: 'whocanreply replypolicy replycontrol repliesfrom',
    ours: 'reply_settings',
    holds: WORDS,
    severity: 'warning',
    why: 'anybody could reply',
    example: 'who_can_reply: following',
  },
  {
    names: 'sponsored paidpromotion advertisement',
    ours: 'paid_partnership',
    holds: SET,
    severity: 'warning',
    why: 'the post would not be marked as paid',
    example: 'sponsored: true',
  },
  {
    names: 'aigenerated madebyai generatedbyai',
    ours: 'made_with_ai',
    holds: SET,
    severity: 'warning',
    why: 'the post would not be marked',
    example: 'ai_generated: true',
  },
  {
    names: 'langs languages',
    ours: 'language',
    holds: /^[a-z]{2,3}(?:-[a-z]{2,4})?$/i,
    severity: 'warning',
    why: 'the language would be guessed from the text',
    example: 'langs: de',
  },
];

const BY_NAME = new Map(OTHER_KEYS.flatMap((row) => row.names.split(' ').map((name) => [name, row])));

/** Returns the row of another tool's key with that value, if there is one. */
export function otherKey(key: string, value: unknown): OtherKey | undefined {
  const row = BY_NAME.get(key.toLowerCase().replace(/[-_ ]/g, ''));
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return row !== undefined && typeof only === 'string' && row.holds.test(only.trim()) ? row : undefined;
}
