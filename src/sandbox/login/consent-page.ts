import { html } from 'hono/html';
import type { Markup } from '../../pages/markup.ts';
import { pageLayout } from '../../pages/page-layout.ts';
import { pagePolicy } from '../../pages/page-policy.ts';
import { PAGE_STYLE } from '../../pages/page-style.ts';

const STYLE = `${PAGE_STYLE}
form { display: grid; gap: .8rem; max-width: 24rem; }
label { display: grid; gap: .2rem; }
input { font: inherit; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--ink); }
button { font: inherit; padding: .5rem .9rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--ink); cursor: pointer; }
button[value=allow] { background: var(--fill); border-color: var(--fill); color: #fff; }
`;

const FRAME = {
  heading: 'Sandbox',
  lead: 'Behaves like the networks. Nothing here leaves this machine.',
  style: STYLE,
  script: '',
};

/** The policy of a login page: its form is sent here, and redirects to a local program. */
export const CONSENT_POLICY = pagePolicy(STYLE, '').replace(
  "form-action 'none'",
  "form-action 'self' http://127.0.0.1:* http://localhost:*",
);

/** The question on a network's consent page. */
export type ConsentQuestion = {
  readonly network: string;
  readonly app: string;
  readonly scopes: readonly string[];
  /** The form's action, and the fields of the request that it repeats. */
  readonly action: string;
  readonly fields: ReadonlyMap<string, string>;
};

/** Renders the page on which an account gives an app access, or declines. */
export function consentPage({ network, app, scopes, action, fields }: ConsentQuestion): Markup {
  const hidden = [...fields].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return pageLayout(
    FRAME,
    `Log in to ${network}`,
    html`<h2>Log in to ${network}</h2>
    <p><b>${app}</b> asks to act for your account: ${scopes.join(', ')}.</p>
    <form method="post" action="${action}">
      ${hidden}
      <label>Account<input name="handle" value="you" pattern="[A-Za-z0-9_]{1,15}" required></label>
      <button name="decision" value="allow">Authorise</button>
      <button name="decision" value="deny" formnovalidate>Decline</button>
    </form>`,
  );
}

/** Renders the page with a code to copy, for an app without an address. */
export function codePage(code: string): Markup {
  return pageLayout(
    FRAME,
    'Authorisation code',
    html`<h2>Authorisation code</h2><p>Copy it into the terminal. It works once.</p><p><code>${code}</code></p>`,
  );
}

/** Renders the page for an invalid request; nothing is sent back to the app. */
export function refusedPage(network: string, why: string): Markup {
  return pageLayout(FRAME, `Not logged in to ${network}`, html`<h2>Something went wrong</h2><p>${why}</p>`);
}
