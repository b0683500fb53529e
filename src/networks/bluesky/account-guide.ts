import type { AccountGuide } from '../account-guide.ts';

/** How to add a Bluesky account. OAuth is not offered, because its logins end after two weeks. */
export const blueskyGuide: AccountGuide = {
  name: 'Bluesky',
  origin: 'https://bsky.social',
  handle: { label: 'your handle', example: 'ada.bsky.social', end: 'IDENTIFIER' },
  methods: [
    {
      id: 'app-password',
      about: 'an app password: it can post, and can’t change your account; revoke it whenever you like',
      steps: [
        'Open https://bsky.app/settings/app-passwords, add one, and name it Threadmill.',
        'Copy it now: Bluesky shows it once. Never give your main password.',
      ],
      fields: [
        {
          end: 'APP_PASSWORD',
          label: 'app password',
          isSecret: true,
          form: {
            pattern: /^[a-z0-9]{4}(?:-[a-z0-9]{4}){3}$/,
            otherwise: 'An app password looks like abcd-efgh-ijkl-mnop. Don’t give your main password.',
          },
        },
      ],
    },
  ],
  refusals: [
    {
      status: 401,
      means: 'The handle or the app password is wrong, or the app password was revoked. Create a new one.',
    },
    { status: 429, means: 'Too many logins: Bluesky takes 30 in 5 minutes and 300 a day. Try again later.' },
  ],
};
