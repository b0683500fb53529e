import type { DetectedSite } from './detect-site.ts';

/** The values for a new project's settings. */
export type SettingsFacts = {
  readonly site: DetectedSite | null;
  /** The IANA zone that times are read in. */
  readonly zone: string;
};

/** Quotes a value so that YAML reads it back as the same text. */
const quoted = (text: string): string => (/^[\w./:-]+$/.test(text) ? text : JSON.stringify(text));

/** Makes a project's first settings, with a comment for each key; unknown values are commented out. */
export function settingsText({ site, zone }: SettingsFacts): string {
  return [
    '# The settings of this project. Every key is optional; an unknown key is an error that names its line.',
    '# Credentials never go here: they are in .env. `threadmill doctor` checks that everything is in place.',
    '',
    ...siteLines(site),
    '',
    'defaults:',
    '  # The time zone of slots, and of times that name no zone.',
    `  zone: ${quoted(zone)}`,
    '  # What to do with a publication whose time was missed: post, skip or ask.',
    '  # late: ask',
    '',
    '# One entry for each login. `threadmill accounts add x` (or bluesky, mastodon) writes one here, and its',
    '# credentials to .env. Further keys of an account:',
    '#   premium: true              # X Premium: a post may have 25,000',
    '#   monthly_cap_usd: 10        # a publication that would exceed it is paused before its first post',
    '#   posts_per_hour: 40         # no more posts than this in any hour',
    '#   slots: [mon-fri 09:00, 17:30]    # `threadmill schedule --next` takes the first that is free',
    'accounts: {}',
    '',
    '# The feeds that `threadmill feed` watches.',
    `# feeds: [${site?.url ?? 'https://your-site.example'}/feed.xml]`,
    '',
  ].join('\n');
}

function siteLines(site: DetectedSite | null): string[] {
  const urlAbout = '  # A draft’s `canonical: /2026/a-post` is joined to this address.';
  const folderAbout =
    '  # Images with a path that starts with a slash, such as /images/a.jpg, are looked for in this folder.';
  if (site === null)
    return [
      '# The blog or site that your drafts belong to, if there is one.',
      '#site:',
      `#${urlAbout.slice(1)}`,
      '#  url: https://your-site.example',
      `#${folderAbout.slice(1)}`,
      '#  public_dir: public',
    ];
  return [
    `# The site that your drafts belong to: ${site.name}, recognised by ${site.mark}.`,
    'site:',
    urlAbout,
    site.url === undefined ? '  # url: https://your-site.example' : `  url: ${quoted(site.url)}`,
    folderAbout,
    `  public_dir: ${quoted(site.publicDir)}`,
    '  # How the site derives a post’s address from its file, for `threadmill summarize`.',
    site.permalinks === undefined
      ? '  # permalinks: /blog/:slug/   # also :year, :month, :day, :title, :categories'
      : `  permalinks: ${quoted(site.permalinks)}`,
  ];
}
