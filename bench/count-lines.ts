/**
 * A million short lines through `count --network x --jsonl`, the whole process timed, beside `twitter-text` on a
 * part of them in a loop that is already warm. Run it alone with `node bench/count-lines.ts`.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtCli } from './built-cli.ts';
import { digits, type Goal, reportGoals, table } from './goals.ts';
import { weigh } from './peers.ts';
import { prose } from './prose.ts';
import { wallMs } from './timing.ts';

const LINES = 1_000_000;
/** Lines that `twitter-text` is given. */
const PART = 20_000;

/** Sentences of prose, each with a number of its own, every fifth with a link. */
function linesOf(count: number): string[] {
  const sentences = prose(100_000).paragraphs.flat();
  return Array.from({ length: count }, (_, index) => {
    const sentence = sentences[index % sentences.length] ?? '';
    return JSON.stringify(
      index % 5 === 0 ? `${sentence} https://example.org/${index}` : `${sentence} ${index}`,
    );
  });
}

/** Times the command and the package; prints a table. */
export async function countLinesBench(): Promise<Goal[]> {
  const cli = builtCli();
  const folder = mkdtempSync(join(tmpdir(), 'threadmill-bench-'));
  try {
    const lines = linesOf(LINES);
    const part = lines.slice(0, PART);
    const [given, answer] = [join(folder, 'lines.jsonl'), join(folder, 'counts.txt')];
    writeFileSync(given, `${lines.join('\n')}\n`);
    const command = (): void => {
      const files = [openSync(given, 'r'), openSync(answer, 'w')];
      const { status } = spawnSync(process.execPath, [cli, 'count', '--network', 'x', '--jsonl'], {
        stdio: [files[0] ?? 'ignore', files[1] ?? 'ignore', 'inherit'],
      });
      files.map(closeSync);
      if (status !== 0) throw new Error(`count ended with ${status}`);
    };
    let theirs: number[] = [];
    const loop = (): void => {
      theirs = part.map((line) => weigh(JSON.parse(line) as string));
    };
    loop();
    const ours: number[] = [];
    const peer: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      ours.push((await wallMs(command)) / LINES);
      peer.push((await wallMs(loop)) / PART);
    }
    const counts = readFileSync(answer, 'utf8').trimEnd().split('\n').map(Number);
    if (counts.length !== LINES) throw new Error(`${counts.length} answers to ${LINES} lines`);
    const wrong = theirs.findIndex((count, index) => count !== counts[index]);
    if (wrong !== -1) throw new Error(`the two disagree on ${part[wrong]}`);
    const [own, other] = [Math.min(...ours), Math.min(...peer)];
    console.log(
      table([
        ['JSON lines', 'lines a second', 'a million, s'],
        ['threadmill count --jsonl, whole process', digits(1000 / own), digits(own * 1000)],
        ['twitter-text in a loop', digits(1000 / other), digits(other * 1000)],
      ]),
    );
    return [
      { what: 'count a million lines', measured: own * 1000, promise: { most: 10 }, unit: ' s' },
      { what: 'count lines over twitter-text', measured: other / own, promise: { least: 1 }, unit: ' ×' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) reportGoals(await countLinesBench());
