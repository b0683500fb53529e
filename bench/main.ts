/**
 * `npm run bench`: every benchmark in one run, each in a process of its own, so that none inherits another's warm or
 * spoiled machine code; then what the design promises beside what was measured.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Goal, goalTable } from './goals.ts';

/** The benchmarks, in order. Each is a program too: `node bench/NAME.ts`. */
const BENCHES = ['measure', 'split', 'linear', 'hostile', 'count-lines', 'cold'] as const;

async function run(name: string): Promise<Goal[]> {
  const child = fork(join(import.meta.dirname, `${name}.ts`), { execArgv: ['--max-old-space-size=4096'] });
  const goals: Goal[] = [];
  child.on('message', (message) => goals.push(...(message as Goal[])));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`bench/${name}.ts ended with ${code}`);
  return goals;
}

console.log(`Node ${process.versions.node}, ${availableParallelism()} cores`);
const goals: Goal[] = [];
for (const name of BENCHES) {
  console.log('');
  goals.push(...(await run(name)));
}
console.log(`\n${goalTable(goals)}`);
