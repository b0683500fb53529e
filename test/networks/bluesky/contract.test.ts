import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { contractOnSandbox, setFaults } from '../contract-on-sandbox.ts';
import { clientFor, keptPosts, SECRET } from './pds-harness.ts';
import { pinningClient } from './pinning-client.ts';

contractOnSandbox('Bluesky, in the sandbox,', SECRET, async () => {
  const sandbox = await startSandbox();
  const account = { url: sandbox.url, handle: 'ada.test', password: SECRET };
  return {
    client: pinningClient(await clientFor(account)),
    faults: (...faults) => setFaults(sandbox.url, faults),
    kept: () => keptPosts(account),
    close: () => sandbox.close(),
  };
});
