import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  parseFault,
  type Sandbox,
  type SandboxOptions,
  SandboxPortError,
  SandboxStateError,
  startSandbox,
} from '../../src/sandbox/sandbox.ts';

let folder: string;
let running: Sandbox[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterEach(async () => {
  await Promise.all(running.map((sandbox) => sandbox.close()));
  running = [];
  rmSync(folder, { recursive: true });
});

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  running.push(sandbox);
  return sandbox;
}

async function stop(sandbox: Sandbox): Promise<void> {
  running = running.filter((other) => other !== sandbox);
  await sandbox.close();
}

const headers = { authorization: 'Bearer user-ada', 'content-type': 'application/json' };
const post = (sandbox: Sandbox, text: string): Promise<Response> =>
  fetch(`${sandbox.url}/2/tweets`, { method: 'POST', headers, body: JSON.stringify({ text }) });

async function texts(sandbox: Sandbox): Promise<string[]> {
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { posts: { text: string }[] };
  return state.posts.map(({ text }) => text);
}

/** How a request ended: its status and body, or the code of the error. */
function raw(sandbox: Sandbox, body: string): Promise<{ status?: number; text: string; error?: string }> {
  return new Promise((resolve) => {
    const outgoing = request(`${sandbox.url}/2/tweets`, { method: 'POST', headers }, (response) => {
      let text = '';
      const end = (error?: string): void =>
        resolve({ status: response.statusCode ?? 0, text, ...(error === undefined ? {} : { error }) });
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => end());
      response.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ text: '', error: error.code ?? 'unknown' }),
    );
    outgoing.end(body);
  });
}

describe('the server', () => {
  it('listens on 127.0.0.1 and closes', async () => {
    const sandbox = await start();
    expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await post(sandbox, 'One')).status).toBe(201);
    await stop(sandbox);
    await expect(post(sandbox, 'Two')).rejects.toThrow('fetch failed');
  });

  it('says which port is taken', async () => {
    const port = Number(new URL((await start()).url).port);
    await expect(startSandbox({ port })).rejects.toThrow(SandboxPortError);
    await expect(startSandbox({ port })).rejects.toThrow(`port ${port}`);
  });

  it.each([
    ['drop-response', { text: '', error: 'ECONNRESET' }, 1],
    ['drop-request', { text: '', error: 'ECONNRESET' }, 0],
    ['truncate', { status: 201, error: 'ECONNRESET', text: expect.stringMatching(/^\{"data"/) }, 1],
    ['status:503', { status: 503, text: expect.stringContaining('Service Unavailable') }, 0],
    ['status:over-capacity', { status: 503, text: expect.stringContaining('<html>') }, 0],
    ['status-after:500', { status: 500, text: expect.stringContaining('Something is broken') }, 1],
  ])('does to a connection what the fault %s says', async (fault, seen, kept) => {
    const sandbox = await start({ faults: [parseFault(fault)] });
    expect(await raw(sandbox, '{"text":"One"}')).toEqual(seen);
    expect(await texts(sandbox)).toHaveLength(kept);
  });

  it('goes on after a dropped connection, with its headers in place', async () => {
    const sandbox = await start({ faults: [parseFault('drop-response@1')] });
    await raw(sandbox, '{"text":"One"}');
    const answer = await fetch(sandbox.url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('holds a request back for as long as the fault delay says', async () => {
    const sandbox = await start({ faults: [parseFault('delay:150@1')] });
    const before = performance.now();
    await post(sandbox, 'One');
    expect(performance.now() - before).toBeGreaterThanOrEqual(145);
  });
});

describe('the state file', () => {
  it('brings everything back after a restart: posts, images, windows, the bill, ids', async () => {
    const stateFile = join(folder, 'deep/state.json');
    const now = (): number => 1_760_000_000_000;
    const before = await start({ stateFile, now });
    await post(before, 'One');
    const description = { media_type: 'image/gif', total_bytes: 6 };
    const json = async (path: string, body: unknown): Promise<{ data: { id: string } }> =>
      (await (
        await fetch(before.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
      ).json()) as { data: { id: string } };
    const { id } = (await json('/2/media/upload/initialize', description)).data;
    const form = new FormData();
    form.set('segment_index', '0');
    form.set('media', new Blob(['GIF89a']));
    const { authorization } = headers;
    await fetch(`${before.url}/2/media/upload/${id}/append`, {
      method: 'POST',
      headers: { authorization },
      body: form,
    });
    const state = async (sandbox: Sandbox): Promise<unknown> =>
      await (await fetch(`${sandbox.url}/sandbox/state`)).json();
    const held = await state(before);
    await stop(before);
    const after = await start({ stateFile, now });
    expect(await state(after)).toEqual(held);
    expect(await (await fetch(`${after.url}/media/${id}`)).text()).toBe('GIF89a');
    expect((await post(after, 'One')).status).toBe(403);
    expect((await post(after, 'Two')).headers.get('x-rate-limit-remaining')).toBe('97');
    expect(await texts(after)).toEqual(['One', 'Two']);
  });

  it('is whole at any moment: what was answered is in it, without a clean end', async () => {
    const stateFile = join(folder, 'state.json');
    const sandbox = await start({ stateFile });
    for (let index = 0; index < 20; index += 1) {
      await post(sandbox, `Post ${index}`);
      const kept = JSON.parse(readFileSync(stateFile, 'utf8')) as { posts: unknown[] };
      expect(kept.posts).toHaveLength(index + 1);
    }
    expect(existsSync(`${stateFile}.new`)).toBe(false);
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
  });

  it('takes no harm from a file that was being written when the power went', async () => {
    const stateFile = join(folder, 'state.json');
    const before = await start({ stateFile });
    await post(before, 'One');
    await stop(before);
    writeFileSync(`${stateFile}.new`, '{"version":1,"po');
    expect(await texts(await start({ stateFile }))).toEqual(['One']);
  });

  it.each([
    ['no JSON', '{"version":1,', 'is not JSON'],
    ['another program’s', '{"version":1,"name":"x"}', 'was not written by this version'],
    ['a newer version’s', '{"version":2,"posts":[]}', 'was not written by this version'],
  ])('is left alone where it is %s', async (_, content, sentence) => {
    const stateFile = join(folder, 'state.json');
    writeFileSync(stateFile, content);
    await expect(startSandbox({ stateFile })).rejects.toThrow(SandboxStateError);
    await expect(startSandbox({ stateFile })).rejects.toThrow(sentence);
    expect(readFileSync(stateFile, 'utf8')).toBe(content);
  });

  it('says at its start that a state file can’t be written', async () => {
    const blocked = join(folder, 'state.json');
    mkdirSync(`${blocked}.new`);
    await expect(startSandbox({ stateFile: blocked })).rejects.toThrow(/state\.json cannot be written\./);
  });

  it('is named where it can not be read or written', async () => {
    await expect(startSandbox({ stateFile: folder })).rejects.toThrow(`${folder} cannot be read`);
    writeFileSync(join(folder, 'a-file'), '');
    const sandbox = await start({ stateFile: join(folder, 'a-file/state.json') }).catch(
      (error: unknown) => error,
    );
    expect(sandbox).toBeInstanceOf(SandboxStateError);
  });
});
