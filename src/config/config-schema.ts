import * as z from 'zod/mini';
import { eachNetwork, NETWORK_IDS } from '../drafts/network-id.ts';
import { hasKey, OWNED_KEYS } from '../networks/owned-keys.ts';
import { LATE_POLICIES } from '../time/late-policy.ts';
import { parseSlots } from '../time/slot-text.ts';
import { isZone } from '../time/time-zone.ts';

/** Descriptions of keys for editors; they go into the JSON Schema and don't slow the checks down. */
export const DESCRIPTIONS = new Map<z.ZodMiniType, string>();

/** Makes an optional key with its description. */
function key<T extends z.ZodMiniType>(about: string, schema: T): z.ZodMiniOptional<T> {
  const optional = z.optional(schema);
  DESCRIPTIONS.set(optional, about);
  return optional;
}

const money = (): z.ZodMiniNumber => z.number().check(z.minimum(0));
const text = (pattern: RegExp, accepted: string): z.ZodMiniString =>
  z.string().check(z.regex(pattern, { error: accepted }));

/** Makes a schema for a text that one of our parsers accepts. */
const read = (isGood: (text: string) => boolean, accepted: string): z.ZodMiniString =>
  z
    .string()
    .check(
      z.refine((value) => isGood(value), { error: ({ input }) => `‘${String(input)}’ is not ${accepted}.` }),
    );

const zone = (): z.ZodMiniString => read(isZone, 'a time zone, such as Europe/Berlin');

const WEB_ADDRESS = /^https?:\/\/[^/?#@\s]+(?:[/?#]\S*)?$/;
const ORIGIN = /^https?:\/\/[^/?#@\s]+\/?$/;

/** The keys that only accounts of one network have. */
const ownedKeys: Readonly<Record<never, z.ZodMiniType>> = Object.fromEntries(
  OWNED_KEYS.map(({ key: name, about, accepts }) => [
    name,
    key(about, accepts === 'boolean' ? z.boolean() : z.enum(accepts)),
  ]),
);

/** The name of an account, which is used in file names, on command lines and in the names of its secrets. */
export const ACCOUNT_NAME = /^[a-z][a-z0-9_-]*$/;

const anyAccount = z.strictObject({
  network: z.enum(NETWORK_IDS),
  handle: key(
    'The name of the account on its network, for links and the preview.',
    text(/^@?[\w.-]+$/, 'a handle, such as ada or @ada'),
  ),
  base_url: key(
    'The address of the API, if it is not the network’s own: for example a sandbox.',
    text(ORIGIN, 'a scheme, a host and a port, such as http://127.0.0.1:4747'),
  ),
  app: key(
    'A name for the app that its credentials belong to: accounts that name the same one share its rate windows. Needed only for a bare token; keys and client ids identify the app themselves.',
    text(/^[\w.-]+$/, 'a name of letters, digits, ., - and _'),
  ),
  ...ownedKeys,
  monthly_cap_usd: key(
    'A publication that would exceed this sum in a calendar month is paused before its first post.',
    money(),
  ),
  posts_per_hour: key('At most this many posts in any hour.', z.int().check(z.minimum(1))),
  find_delays_ms: key(
    'Waits between searches for a post with an unknown outcome, in ms.',
    z.array(z.int().check(z.minimum(0))).check(z.minLength(1)),
  ),
  zone: key('The time zone of its slots and of times that name none, such as Europe/Berlin.', zone()),
  slots: key(
    'Weekly times for publications that are scheduled for the next one, such as `mon-fri 09:00, 17:30`.',
    // As one text, so that a list in brackets, which YAML splits at every comma, is read as intended.
    z.array(z.string()).check(
      z.minLength(1),
      z.refine((lines) => parseSlots(lines.join(', ')) !== undefined, {
        error: ({ input }) => `‘${String(input)}’ is not slots, such as mon-fri 09:00, 17:30.`,
      }),
    ),
  ),
  gap_minutes: key(
    'The minimum time between two missed publications, after a time when nothing ran.',
    z.int().check(z.minimum(1)),
  ),
});

/** An account with only the keys of its own network. */
const account = anyAccount.check(({ value, issues }) => {
  for (const name of Object.keys(value)) {
    if (hasKey(value.network, name)) continue;
    const owners = OWNED_KEYS.flatMap((one) => (one.key === name ? [one.network] : []));
    const message = `only accounts on ${owners.join(' and ')} have this key, and this one is on ${value.network}.`;
    issues.push({ code: 'custom', input: value, path: [name], message });
  }
});

const prices = z.strictObject({
  post: key('A post without a URL.', money()),
  post_with_url: key('A post with a URL.', money()),
  alt_text: key('The alt text of one image.', money()),
  read_account: key('Reading the account’s identity.', money()),
  read_post: key(
    'Reading one post of the account; on X, 0.005 if the app belongs to somebody else.',
    money(),
  ),
  remove: key('Deleting a post.', money()),
});

const PRICES = 'What the network charges, in US dollars, where it differs from the dated defaults.';

/** The schema of `config/threadmill.yaml`. Uses zod's small build, because it is loaded at every start. */
export const configSchema = z.strictObject({
  site: key(
    'The blog or site that drafts belong to.',
    z.strictObject({
      url: key(
        'The address that canonical paths are joined to.',
        text(WEB_ADDRESS, 'a web address, such as https://example.org'),
      ),
      public_dir: key(
        'The folder that images with a root-relative path are found under.',
        z.string().check(z.minLength(1)),
      ),
      permalinks: key(
        'How the site derives a post’s address from its file: `/blog/:slug/`, with `:year`, `:month`, `:day`, `:slug`, `:title`, `:categories`.',
        text(/^\/\S*$/, 'a path with placeholders, such as /blog/:slug/'),
      ),
    }),
  ),
  feeds: key(
    'The feeds that `threadmill feed` watches.',
    z.array(text(WEB_ADDRESS, 'a web address, such as https://example.org/feed.xml')),
  ),
  summarizer: key(
    'Your own program that proposes summaries, and its arguments, one entry each; it gets the post on its standard input, without a shell. Its words are checked, and marked as not yours.',
    z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  ),
  defaults: key(
    'Defaults, if neither the draft nor the command line says otherwise.',
    z.strictObject({
      networks: key(
        'The networks for drafts that name none.',
        z.array(z.enum(NETWORK_IDS)).check(z.minLength(1)),
      ),
      account: key('The account for commands that name none.', z.string()),
      zone: key('The time zone of accounts without one of their own. Default: the machine’s.', zone()),
      late: key(
        'What to do with a publication whose time was missed: `post`, `skip` or `ask`. Default: post if it is less than 6 hours late, otherwise ask.',
        z.enum(LATE_POLICIES),
      ),
    }),
  ),
  accounts: key(
    'Accounts by name: one login each on one network. Their secrets are in the environment or in .env.',
    z.record(text(ACCOUNT_NAME, 'small letters, digits, - and _, with a letter first'), account),
  ),
  prices: key(
    'Prices by network.',
    z.strictObject({
      ...eachNetwork(() => key(PRICES, prices)),
    }),
  ),
  cards: key(
    'How code, tables, formulas and marked quotations look as pictures.',
    z.strictObject({
      theme: key('The colours: `light` (the default) or `dark`.', z.enum(['light', 'dark'])),
      line_numbers: key('Whether lines of code are numbered; a fence can override it.', z.boolean()),
      most: key('The most cards for one block. Default: 4.', z.int().check(z.minimum(1), z.maximum(20))),
    }),
  ),
  notify: key(
    'Whom to notify when a publication pauses or fails, or its outcome is unknown, while `threadmill run` is running.',
    z.strictObject({
      command: key(
        'A program and its arguments, one entry each; it gets the message as JSON on its standard input, without a shell.',
        z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
      ),
      webhook: key(
        'An address that the message is sent to as JSON. A secret address belongs in THREADMILL_NOTIFY_WEBHOOK.',
        text(WEB_ADDRESS, 'a web address, such as https://example.org'),
      ),
    }),
  ),
});

/** The configuration as written in the file. */
export type ConfigFile = z.infer<typeof configSchema>;
