/**
 * How long a person waits for a preview of a draft with 40 code blocks: with nothing drawn yet, and with all of it in the
 * cache, beside a bare `node -e 0`. Processor time of each process, so that other work on the machine counts little.
 * Run it alone with `node bench/cards.ts`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtCli } from './built-cli.ts';
import { digits, type Goal, reportGoals, table } from './goals.ts';
import { median } from './timing.ts';

const RUNS = 7;
const BLOCKS = 40;

/** Code in four languages; `N` differs from block to block, so that each is a card of its own. */
const CODE: readonly (readonly [string, string])[] = [
  ['python', 'def attention_N(q, k, v):\n    scores = q @ k.T / sqrt(N)\n    return softmax(scores) @ v'],
  [
    'typescript',
    'export function sumN(values: readonly number[]): number {\n  let total = N;\n  for (const value of values) total += value;\n  return total;\n}',
  ],
  ['rust', 'fn sum_N(values: &[u64]) -> u64 {\n    // From N\n    values.iter().map(|v| v * N).sum()\n}'],
  ['bash', 'for i in $(seq 1 N); do\n  echo "run $i of N" | tee -a log.txt\ndone'],
];

const draft = Array.from({ length: BLOCKS }, (_, at) => {
  const [language, code] = CODE[at % CODE.length] ?? ['', ''];
  return `Block ${at + 1} does what the one before it did not do:\n\n\`\`\`${language}\n${code.replaceAll('N', String(at + 1))}\n\`\`\`\n`;
}).join('\n');

/** Makes a process say at its end how much of a processor it used, all of its threads together. */
const TELL = `data:text/javascript,process.on('exit',()=>{const u=process.cpuUsage();process.stderr.write('cpu='+(u.user+u.system)/1000)})`;

type Spent = { readonly cpuMs: number; readonly wallMs: number };

const folder = mkdtempSync(join(tmpdir(), 'bench-cards-'));

function spend(args: readonly string[]): Spent {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELL, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  const wallMs = performance.now() - start;
  const cpu = /cpu=([\d.]+)/.exec(stderr)?.[1];
  if (status !== 0 || cpu === undefined)
    throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { cpuMs: Number(cpu), wallMs };
}

/** Times previews with and without a cache; prints a table. */
export function cardsBench(): Goal[] {
  const cli = builtCli();
  mkdirSync(join(folder, '.threadmill'));
  writeFileSync(join(folder, 'a.md'), draft);
  const preview = (): Spent => spend([cli, 'preview', 'a.md']);
  const spent = { bare: [] as Spent[], cold: [] as Spent[], cached: [] as Spent[] };
  preview();
  for (let run = 0; run < RUNS; run += 1) {
    spent.bare.push(spend(['-e', '0']));
    rmSync(join(folder, '.threadmill/cards'), { recursive: true });
    spent.cold.push(preview());
    spent.cached.push(preview());
  }
  const cpu = (name: keyof typeof spent): number => median(spent[name].map(({ cpuMs }) => cpuMs));
  const rows = Object.entries({
    bare: 'node -e 0',
    cold: 'nothing drawn yet',
    cached: 'all in the cache',
  }).map(([name, label]) => [
    label,
    digits(cpu(name as keyof typeof spent)),
    digits(Math.min(...spent[name as keyof typeof spent].map(({ wallMs }) => wallMs))),
    digits(cpu(name as keyof typeof spent) / cpu('bare')),
  ]);
  console.log(
    table([[`preview, ${BLOCKS} code blocks`, 'median CPU ms', 'best wall ms', 'by bare node'], ...rows]),
  );
  return [
    {
      what: `cold preview of ${BLOCKS} code blocks`,
      measured: cpu('cold') / 1000,
      promise: { most: 3 },
      unit: ' s',
    },
    { what: 'the same, cached', measured: cpu('cached') / 1000, promise: { most: 0.5 }, unit: ' s' },
  ];
}

if (import.meta.main) {
  try {
    reportGoals(cardsBench());
  } finally {
    rmSync(folder, { recursive: true });
  }
}
