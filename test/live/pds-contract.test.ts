import { describe, inject } from 'vitest';
import { clientFor, keptPosts } from '../networks/bluesky/pds-harness.ts';
import { pinningClient } from '../networks/bluesky/pinning-client.ts';
import { networkClientContract } from '../networks/contract.ts';
import { makeAccount } from './accounts.ts';
import { faultyProxy } from './faulty-proxy.ts';

const pdsUrl = inject('pdsUrl');

describe.skipIf(pdsUrl === '')('on a real PDS', () => {
  networkClientContract('Bluesky', async () => {
    const account = await makeAccount(pdsUrl);
    const proxy = await faultyProxy(pdsUrl);
    let open = true;
    const close = async (): Promise<void> => {
      if (open) await proxy.close();
      open = false;
    };
    return {
      client: pinningClient(await clientFor({ ...account, url: proxy.url })),
      secret: account.password,
      now: Date.now,
      arrange: async (mishap) => (mishap === 'down' ? close() : proxy.arrange(mishap)),
      kept: () => keptPosts(account),
      close,
    };
  });
});
