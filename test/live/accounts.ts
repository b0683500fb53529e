import type { PdsAccount } from '../networks/bluesky/pds-harness.ts';

let made = 0;

/** Makes an account on a real PDS, and an app password for it: what `THREADMILL_…_APP_PASSWORD` holds. */
export async function makeAccount(url: string): Promise<PdsAccount> {
  made += 1;
  const handle = `u${process.pid}-${Date.now().toString(36)}-${made}.test`
    .slice(-24)
    .replace(/^[^a-z]+/, 'u');
  const call = async (method: string, body: unknown, token?: string): Promise<Record<string, string>> => {
    const answer = await fetch(`${url}/xrpc/com.atproto.server.${method}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method}: ${answer.status} ${text}`);
    return JSON.parse(text) as Record<string, string>;
  };
  const account = { handle, email: `${handle}@example.org`, password: 'the-main-password' };
  const { accessJwt } = await call('createAccount', account);
  const { password } = await call('createAppPassword', { name: `test ${made}` }, accessJwt);
  if (password === undefined) throw new Error('No app password was made.');
  return { url, handle, password };
}
