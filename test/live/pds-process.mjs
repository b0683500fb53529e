// Runs under Node 20, outside the checkout: a PDS with its directory of identities, on ports of this machine.
// Prints one line of JSON when it is up, and ends when its standard input does.
import { TestNetworkNoAppView } from '@atproto/dev-env';

const network = await TestNetworkNoAppView.create({});
process.stdout.write(`${JSON.stringify({ url: network.pds.url })}\n`);
process.stdin.resume();
process.stdin.on('end', async () => {
  await network.close();
  process.exit(0);
});
