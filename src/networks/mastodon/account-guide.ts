import type { AccountGuide } from '../account-guide.ts';
import { mastodonLogin, registerMastodonApp, SHOWN_CODE } from './login.ts';

/** How to add a Mastodon account. */
export const mastodonGuide: AccountGuide = {
  name: 'Mastodon',
  server: { label: 'the instance that your account is on', example: 'mastodon.social' },
  methods: [
    {
      id: 'login',
      about: 'a login in the browser; the token doesn’t expire',
      steps: [
        'Log in on the page that opens, and authorise Threadmill: it may read and write posts, and nothing else.',
      ],
      fields: [],
      consent: {
        shownCode: SHOWN_CODE,
        prepare: async ({ baseUrl, redirectUri }) => {
          if (baseUrl === undefined) throw new Error('A login to Mastodon needs its instance.');
          const redirectUris = [...new Set([redirectUri, SHOWN_CODE])];
          return mastodonLogin(baseUrl, await registerMastodonApp({ instance: baseUrl, redirectUris }));
        },
        kept: ({ accessToken, app }) => ({
          TOKEN: accessToken,
          ...(app === undefined ? {} : { CLIENT_ID: app.clientId, CLIENT_SECRET: app.clientSecret }),
        }),
      },
    },
    {
      id: 'token',
      about: 'a token that you created on the instance',
      steps: [
        'On your instance, open Preferences → Development → New application.',
        'Tick read:accounts, read:statuses, write:statuses and write:media, submit, and open the application.',
        'Copy “Your access token”.',
      ],
      fields: [
        {
          end: 'TOKEN',
          label: 'access token',
          isSecret: true,
          form: { pattern: /^\S{10,}$/, otherwise: 'An access token is one word of about 43 letters.' },
        },
      ],
    },
  ],
  refusals: [
    { status: 401, means: 'The token is wrong or was revoked. Log in again.' },
    {
      status: 403,
      means:
        'The token may not do that. It needs read:accounts, read:statuses, write:statuses and write:media.',
    },
    {
      status: 404,
      means: 'That server does not speak Mastodon’s API. Give the address of the instance itself.',
    },
  ],
};
