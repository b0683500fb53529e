import { type Mishap, networkClientContract } from '../contract.ts';
import { SECRET, sandboxHarness } from './sandbox-harness.ts';

const FAULTS: Record<Exclude<Mishap, 'down'>, string> = {
  'answer-lost': 'drop-response@1',
  'request-lost': 'drop-request@1',
  'answer-cut': 'truncate@1',
  'rate-limited': 'status:429@1',
  unauthorized: 'status:401@1',
};

networkClientContract('Mastodon', async () => {
  const harness = await sandboxHarness();
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await harness.close();
    open = false;
  };
  return {
    client: harness.client,
    secret: SECRET,
    now: Date.now,
    arrange: (mishap) => (mishap === 'down' ? close() : harness.faults(FAULTS[mishap])),
    kept: harness.kept,
    close,
  };
});
