import { describe, expect, it } from 'vitest';
import { sandboxApp } from '../../../src/sandbox/app.ts';

describe('the token endpoint', () => {
  let now = 1_780_000_000_000;
  const app = sandboxApp({ now: () => now });
  const exchange = async (form: Record<string, string>): Promise<[number, Record<string, unknown>]> => {
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'app', ...form }).toString();
    const answer = await app.request('/2/oauth2/token', { method: 'POST', body });
    return [answer.status, (await answer.json()) as Record<string, unknown>];
  };
  const me = async (token: string): Promise<number> =>
    (await app.request('/2/users/me', { headers: { authorization: `Bearer ${token}` } })).status;

  it('gives a new pair for a refresh token, once, and ends the token before', async () => {
    const [status, one] = await exchange({ refresh_token: 'refresh-ada' });
    expect(status).toBe(200);
    expect(one).toMatchObject({
      access_token: 'access-ada-1',
      refresh_token: 'refresh-ada-1',
      expires_in: 7200,
    });
    expect(await me('access-ada-1')).toBe(200);
    expect((await exchange({ refresh_token: 'refresh-ada' }))[0]).toBe(400);
    expect((await exchange({ refresh_token: 'refresh-ada-1' }))[1]).toMatchObject({
      access_token: 'access-ada-2',
    });
    expect(await me('access-ada-1')).toBe(401);
    now += 7_200_000;
    expect(await me('access-ada-2')).toBe(401);
  });

  it.each([
    [{ refresh_token: 'nonsense' }, 'invalid_request'],
    [{ refresh_token: 'refresh-bob-7' }, 'invalid_request'],
    [{ refresh_token: 'refresh-bob', grant_type: 'password' }, 'unsupported_grant_type'],
    [{ refresh_token: 'refresh-bob', client_id: '' }, 'invalid_request'],
  ])('refuses %o', async (form, error) => {
    expect(await exchange(form)).toEqual([400, expect.objectContaining({ error })]);
  });
});
