/**
 * How long a person waits: `preview` of one draft by a new process, beside a bare `node -e 0`, in pairs. Node's
 * compile cache is warm after the first run, as it is for anybody but a first-time user; without it, in a row of
 * its own. Run it alone with `node bench/cold.ts`.
 */
import { spawnSync } from 'node:child_process';
import { builtCli, ROOT } from './built-cli.ts';
import { digits, type Goal, reportGoals, table } from './goals.ts';
import { median, ratioInTurn, timeInTurn, wallMs } from './timing.ts';

const PAIRS = 25;

const DRAFT = 'posts/update-gauge-log-9.md';

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): () => void {
  return () => {
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
    });
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  };
}

/** Times cold starts in turn; prints a table. */
export async function coldBench(): Promise<Goal[]> {
  const cli = builtCli();
  const works = {
    'node -e 0': start(['-e', '0']),
    [`preview ${DRAFT}`]: start([cli, 'preview', DRAFT]),
    '… without compile cache': start([cli, 'preview', DRAFT], { NODE_DISABLE_COMPILE_CACHE: '1' }),
    'count "some words"': start([cli, 'count', 'some words']),
    '--version': start([cli, '--version']),
  };
  const times = await timeInTurn(Object.values(works), PAIRS, wallMs);
  const [bare = []] = times;
  const ratios = times.map((own) => ratioInTurn(own, bare));
  const rows = Object.keys(works).map((name, index) => [
    name,
    digits(median(times[index] ?? [])),
    digits(Math.min(...(times[index] ?? []))),
    digits(ratios[index] ?? 0),
  ]);
  console.log(table([['a new process', 'median ms', 'best ms', 'by bare node'], ...rows]));
  return [{ what: 'cold preview by bare node', measured: ratios[1] ?? 0, promise: { most: 5 }, unit: ' ×' }];
}

if (import.meta.main) reportGoals(await coldBench());
