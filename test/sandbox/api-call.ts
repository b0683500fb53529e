import { sandboxApp } from '../../src/sandbox/app.ts';
import type { SandboxOptions } from '../../src/sandbox/options.ts';
import type { SandboxHono } from '../../src/sandbox/sandbox-hono.ts';

/** An answer of the sandbox: its body is JSON, or text where it is none. */
export type ApiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON came, and fails where it reads wrongly.
  readonly body: any;
};

/** A sandbox without a socket, called with a token. */
export type Api = {
  readonly app: SandboxHono;
  call(method: string, path: string, body?: unknown, token?: string): Promise<ApiAnswer>;
  /** Posts a text, as a reply where a parent is given. */
  post(text: string, parent?: string, token?: string): Promise<ApiAnswer>;
};

/** Makes one. */
export function api(options: SandboxOptions = {}): Api {
  const app = sandboxApp(options);
  const call: Api['call'] = async (method, path, body, token = 'user-ada') => {
    const answer = await app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    app,
    call,
    post: (text, parent, token) =>
      call(
        'POST',
        '/2/tweets',
        parent === undefined ? { text } : { text, reply: { in_reply_to_tweet_id: parent } },
        token,
      ),
  };
}
