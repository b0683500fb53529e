import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { type Mishap, networkClientContract } from '../contract.ts';
import { clientFor, keptPosts, SECRET } from './pds-harness.ts';
import { pinningClient } from './pinning-client.ts';

const FAULTS: Record<Exclude<Mishap, 'down'>, string> = {
  'answer-lost': 'drop-response/bluesky@1',
  'request-lost': 'drop-request/bluesky@1',
  'answer-cut': 'truncate/bluesky@1',
  'rate-limited': 'status:429/bluesky@1',
  unauthorized: 'status:401/bluesky@1',
};

networkClientContract('Bluesky, in the sandbox,', async () => {
  const sandbox = await startSandbox();
  const account = { url: sandbox.url, handle: 'ada.test', password: SECRET };
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await sandbox.close();
    open = false;
  };
  return {
    client: pinningClient(await clientFor(account)),
    secret: SECRET,
    now: Date.now,
    async arrange(mishap) {
      if (mishap === 'down') return close();
      const faults = [FAULTS[mishap]];
      await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
    },
    kept: () => keptPosts(account),
    close,
  };
});
