import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { xClient } from '../../../src/networks/x/client.ts';
import { originOf } from '../../../src/networks/x/transport.ts';
import { allowed } from '../allowed.ts';
import { attempt, failure } from '../contract.ts';
import { type SandboxHarness, sandboxHarness } from './sandbox-harness.ts';
import { scripted } from './scripted-server.ts';

describe('an answer that does not come', () => {
  let harness: SandboxHarness | undefined;
  afterEach(async () => {
    await harness?.close();
    harness = undefined;
  });

  it.each([
    ['drop-response@1', 1],
    ['drop-request@1', 0],
    ['truncate@1', 1],
    ['status-after:503@1', 1],
    ['delay:3000@1', 0],
  ])('leaves the outcome open under the fault %s', async (fault, kept) => {
    harness = await sandboxHarness({}, { timeoutMs: 250 });
    await harness.client.identify();
    await harness.faults(fault);
    expect((await failure(harness.client.publish([attempt('One')], allowed))).reason).toBe('outcome-unknown');
    expect(await harness.kept()).toHaveLength(kept);
  });

  it('ends a request that trickles on for ever', async () => {
    const server = await scripted(
      (_, response) => {
        response.writeHead(201, { 'content-type': 'application/json' });
        response.write('{"data":');
        const timer = setInterval(() => response.write(' '), 20);
        response.once('close', () => clearInterval(timer));
      },
      { timeoutMs: 200 },
    );
    const error = await failure(server.client.publish([attempt('One')], allowed));
    await server.close();
    expect(error.reason).toBe('outcome-unknown');
  });

  it('is nothing sent where the connection is refused', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const client = xClient({ baseUrl: `http://127.0.0.1:${port}`, credentials: { userToken: 'user-ada' } });
    const error = await failure(client.publish([attempt('One')], allowed));
    expect(error.reason).toBe('transient');
    expect(error.message).toContain('ECONNREFUSED');
    expect(error.message).toContain('Is the sandbox running there?');
  });

  it('is nothing sent where TLS is not spoken', async () => {
    const server = createServer(
      (socket) =>
        void socket
          .on('error', () => undefined)
          .resume()
          .end('no TLS here'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const client = xClient({ baseUrl: `https://127.0.0.1:${port}`, credentials: { userToken: 'user-ada' } });
    const error = await failure(client.publish([attempt('One')], allowed));
    await new Promise((resolve) => server.close(resolve));
    expect(error.reason).toBe('transient');
  });
});

describe('the base URL of an account', () => {
  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['https://api.x.com/', 'https://api.x.com'],
  ])('%s is taken', (given, origin) => {
    expect(originOf(given)).toBe(origin);
  });

  it.each(['ftp://127.0.0.1', 'http://127.0.0.1/2', 'http://me:secret@127.0.0.1', 'http://127.0.0.1?a=1'])(
    '%s is not, and its password is not repeated',
    (given) => {
      expect(() => originOf(given)).toThrow(/base_url is http/);
      expect(() => originOf(given)).not.toThrow(/secret/);
    },
  );

  it('sends posts one a call', async () => {
    const client = xClient({ credentials: { userToken: 'user-ada' } });
    await expect(client.publish([], allowed)).rejects.toThrow(/one post a call/);
    await expect(client.publish([attempt('One'), attempt('Two')], allowed)).rejects.toThrow(
      /one post a call/,
    );
  });
});
