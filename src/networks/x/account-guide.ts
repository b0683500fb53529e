import type { AccountGuide } from '../account-guide.ts';
import { xLogin } from './login.ts';

/** The port of the callback address that an app on X must register: X accepts no other address, not even another port. */
const CALLBACK_PORT = 7717;

const PORTAL = 'https://console.x.com';

/** How to add an X account (https://docs.x.com/fundamentals/authentication/overview). */
export const xGuide: AccountGuide = {
  name: 'X',
  origin: 'https://api.x.com',
  methods: [
    {
      id: 'keys',
      about: 'four keys (OAuth 1.0a): they don’t expire; the simplest for an account of your own',
      steps: [
        `Open ${PORTAL}, create a project and an app in it (pay per use: a post costs $0.015).`,
        'In the app’s settings, under “User authentication settings”, set “App permissions” to “Read and write”.',
        'Under “Keys and tokens”, generate the API key and secret.',
        'Then, on the same page, generate the access token and secret: after the permissions were set, not before.',
      ],
      fields: [
        {
          end: 'API_KEY',
          label: 'API key',
          isSecret: true,
          form: { pattern: /^\w{10,}$/, otherwise: 'An API key is letters and digits, about 25 of them.' },
        },
        {
          end: 'API_SECRET',
          label: 'API key secret',
          isSecret: true,
          form: {
            pattern: /^\w{20,}$/,
            otherwise: 'An API key secret is letters and digits, about 50 of them.',
          },
        },
        {
          end: 'ACCESS_TOKEN',
          label: 'access token',
          isSecret: true,
          form: {
            pattern: /^\d+-\w{10,}$/,
            otherwise:
              'An access token is a number, a hyphen, and about 40 letters and digits. A bearer token is something else, and can’t post.',
          },
        },
        {
          end: 'ACCESS_SECRET',
          label: 'access token secret',
          isSecret: true,
          form: {
            pattern: /^\w{20,}$/,
            otherwise: 'An access token secret is letters and digits, about 45 of them.',
          },
        },
      ],
    },
    {
      id: 'login',
      about:
        'a login in the browser (OAuth 2.0): tokens that Threadmill renews; for an account whose keys you don’t hold',
      steps: [
        `Open ${PORTAL}, and your app’s “User authentication settings”. Type of app: “Native App” (no secret), or “Web App” (with one).`,
        `List exactly this callback address: http://127.0.0.1:${CALLBACK_PORT}/callback`,
        'Under “Keys and tokens”, copy the OAuth 2.0 client ID.',
      ],
      fields: [
        { end: 'CLIENT_ID', label: 'OAuth 2.0 client ID', isSecret: false },
        {
          end: 'CLIENT_SECRET',
          label: 'OAuth 2.0 client secret (empty for a Native App)',
          isSecret: true,
          isOptional: true,
        },
      ],
      consent: {
        listedPort: CALLBACK_PORT,
        prepare: ({ baseUrl, values, now }) => {
          const secret = values['CLIENT_SECRET'] ?? '';
          const app = { baseUrl, clientId: values['CLIENT_ID'] ?? '', now };
          return Promise.resolve(xLogin(secret === '' ? app : { ...app, clientSecret: secret }));
        },
        kept: ({ refreshToken = '' }) => ({ REFRESH_TOKEN: refreshToken }),
      },
    },
  ],
  refusals: [
    {
      status: 401,
      means:
        'A key was copied wrongly or revoked, or the access token belongs to another app. Generate all four again, from one app.',
    },
    {
      status: 403,
      means:
        'The app may only read. Set “App permissions” to “Read and write”, then generate the access token and secret again: the old ones keep the old permission.',
    },
    { status: 402, means: 'The project has no credits. Add some in the console, under “Billing”.' },
    { status: 429, means: 'X’s rate limit for this account is used up. Try again in 15 minutes.' },
  ],
};
