import { openPorts } from '../src/compose.ts';
import { xClient } from '../src/networks/x/client.ts';
import { GAP_MS } from '../src/time/late.ts';
import { work } from '../src/worker/worker.ts';

// One worker as a process of its own: sends all that is due to a sandbox, and ends.
const [root = '', databasePath = '', databaseUrl = '', baseUrl = ''] = process.argv.slice(2);
const ports = await openPorts({
  root,
  databasePath,
  ...(databaseUrl === '' ? {} : { databaseUrl }),
  findImage: async () => undefined,
});
process.send?.('ready');
await new Promise((resolve) => process.once('message', resolve));
await work(ports, {
  stop: new AbortController().signal,
  once: true,
  amongOthers: databaseUrl !== '',
  late: 'post',
  gapMs: () => GAP_MS,
  tell: (event) => {
    if (event.type === 'bug' || event.type === 'trouble') console.error(event.error);
  },
  publisherFor: async ({ account }) => ({
    ok: true,
    publisher: {
      account: {
        name: account,
        network: 'x',
        media: { perPost: 4, altLength: 1_000, imageBytes: 5_000_000 },
        refusesRepeatsForMs: 12 * 3_600_000,
      },
      client: xClient({ baseUrl, credentials: { userToken: `user-${account}` } }),
    },
  }),
});
await ports.journal.close();
process.disconnect?.();
