import { Refusal } from '../../app/refusal.ts';
import { calendarDate } from '../../drafts/front-matter/dates.ts';
import type { SummaryLength } from '../../summaries/writing/summarise.ts';

const LENGTH_NAMES = ['auto', 'short', 'medium', 'long'] as const satisfies readonly SummaryLength[];

/** The options of `summarize`. */
export const summariseOptions = {
  length: {
    flags: '--length <length>',
    about: 'how many points: up to 3, 5 or 7; auto: the author’s description, or the opening as it stands',
    choices: LENGTH_NAMES,
    default: 'auto',
  },
  posts: { flags: '--posts <number>', about: 'make exactly this many posts, if there is enough to say' },
  since: { flags: '--since <date>', about: 'of a folder or a saved feed, only posts of that day or later' },
  roundUp: {
    flags: '--round-up',
    about: 'make one thread of all the posts, an item with its link for each',
  },
  url: { flags: '--url <address>', about: 'the post’s own address, if it can’t be worked out' },
  out: { flags: '--out <folder>', about: 'where drafts go, instead of posts/' },
  stdout: { flags: '--stdout', about: 'print the draft, and write nothing' },
  force: { flags: '--force', about: 'overwrite an existing summary' },
  drafts: { flags: '--drafts', about: 'include posts that the blog itself does not show yet' },
  publish: { flags: '--publish', about: 'publish the drafts at once' },
  schedule: {
    flags: '--schedule <when>',
    about: 'schedule the drafts: next for the next free slot, or a time',
  },
  account: {
    flags: '--account <name>',
    about: 'with --publish or --schedule: as this account (repeatable)',
    repeat: true,
  },
  yes: { flags: '--yes', about: 'with --publish: do not ask' },
  sentences: {
    flags: '--sentences',
    about: 'print the post’s sentences with their numbers, and make nothing; * marks those of its summary',
  },
  choose: {
    flags: '--choose <numbers>',
    about: 'tell these sentences and no others, by their numbers, such as 1,4-6; 0 is the description',
  },
  propose: {
    flags: '--propose',
    about: 'let the `summarizer` of the configuration propose the words; they are checked',
  },
  allowPrivate: {
    flags: '--allow-private',
    about: 'include pages of this machine and of private networks',
  },
  json: { flags: '--json', about: 'print an array with one object for each summary' },
} as const;

/** Parses `--since`. @throws Refusal (usage) if it is not a date */
export function sinceDate(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const date = calendarDate(written);
  if (date !== undefined) return date;
  throw new Refusal('usage', `--since takes a date such as 2026-01-31, not ‘${written}’.`);
}
