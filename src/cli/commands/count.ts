import { countText, MEASURED_NETWORKS, measureOf } from '../../app/drafts/count-text.ts';
import { parseNetworks } from '../../app/drafts/targets.ts';
import { Refusal } from '../../app/refusal.ts';
import { safeJson } from '../../preview/visible.ts';
import { defineCommand } from '../process/command.ts';
import { countLines } from '../process/count-lines.ts';
import { EXIT } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';

async function textFrom(io: Io): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of io.stdin.chunks()) parts.push(chunk);
  // An editor or `echo` adds the final line break; it is not part of the text.
  return new TextDecoder().decode(Buffer.concat(parts)).replace(/\r?\n$/, '');
}

/** `threadmill count [TEXT|-]`: the length of a text as each network counts it. */
export const command = defineCommand({
  name: 'count',
  description: 'Measure a text exactly as each network does.',
  arguments: { text: { form: '[text]', about: 'the text, or - for standard input' } },
  options: {
    network: {
      flags: '--network <list>',
      about: `networks, separated by commas: ${MEASURED_NETWORKS.join(', ')}`,
    },
    json: { flags: '--json', about: 'print JSON' },
    jsonl: {
      flags: '--jsonl',
      about: 'read one JSON string a line from standard input, print one number a line (with one --network)',
    },
  },
  examples: [
    {
      line: "count 'Read https://example.org/a/long/path'",
      about: 'a URL counts 23 on X, whatever its length',
    },
    { line: 'count - < note.txt', about: 'from a file' },
    { line: 'count --network x --jsonl < texts.jsonl', about: 'a million texts in seconds' },
  ],
  run: async (args, options, io) => {
    const networks = options.network === undefined ? MEASURED_NETWORKS : parseNetworks(options.network);
    if (options.jsonl) {
      const [network, ...others] = networks;
      if (options.network === undefined || network === undefined || others.length > 0)
        throw new Refusal('usage', 'count --jsonl measures for one network: name it with --network x.');
      if (args.text !== undefined && args.text !== '-')
        throw new Refusal('usage', 'count --jsonl reads standard input; leave the text out.');
      await countLines(io.stdin.chunks(), measureOf(network), io.stdout);
      return EXIT.done;
    }
    if ((args.text === undefined || args.text === '-') && io.stdin.isTTY)
      throw new Refusal('usage', 'count needs a text, or - and a text on standard input.');
    const text = args.text === undefined || args.text === '-' ? await textFrom(io) : args.text;
    const counts = countText(text, networks);
    if (options.json) io.stdout.write(`${safeJson(counts)}\n`);
    else
      for (const { network, length, limit } of counts) {
        const over = length > limit ? ` (${length - limit} over)` : '';
        io.stdout.write(`${network.padEnd(9)}${length}/${limit}${over}\n`);
      }
    return EXIT.done;
  },
});
