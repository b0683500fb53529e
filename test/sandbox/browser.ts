import { expect } from 'vitest';

/** What a person does on a page of consent: reads it, fills in the form as it is there, and presses one button. */
export async function consent(
  url: string,
  decision: 'allow' | 'deny',
  handle = 'gauge_keeper',
): Promise<Response> {
  const shown = await fetch(url);
  expect(shown.status).toBe(200);
  expect(shown.headers.get('content-security-policy')).toContain("script-src 'sha256-");
  const page = await shown.text();
  const form = new URLSearchParams({ handle, decision });
  for (const [, name = '', value = ''] of page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
    form.set(name, value.replaceAll('&amp;', '&'));
  const action = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url);
  const { origin } = action;
  return fetch(action, { method: 'POST', body: form.toString(), redirect: 'manual', headers: { origin } });
}

/** Follows the page's answer to the callback, as a browser does; gives the callback's address. */
export async function comeBack(answer: Response): Promise<string> {
  expect(answer.status).toBe(302);
  const location = answer.headers.get('location') ?? '';
  expect(await (await fetch(location)).text()).toContain('Threadmill');
  return location;
}
