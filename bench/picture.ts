/**
 * `npm run picture`: runs a real preview and draws what it printed to docs/picture/preview.svg, which the README
 * shows. A test draws it again and compares, so that the picture can not grow old.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cellWidthFor } from '../src/preview/cell-width.ts';
import { type AnsiRun, readAnsi } from './ansi.ts';
import { terminalSvg } from './terminal-svg.ts';

const ROOT = resolve(import.meta.dirname, '..');
const DRAFT = 'posts/update-gauge-log-9.md';
const COLUMNS = 80;

/** Where the picture is kept. */
export const PICTURE = join(ROOT, 'docs/picture/preview.svg');

/** What is typed above the output, as a person would. */
const PROMPT: readonly AnsiRun[] = readAnsi(
  `\u001b[2m$\u001b[22m npm run -s threadmill -- preview ${DRAFT}`,
).flat();

/** Runs the preview of one draft, in colour, and draws it. */
export async function drawPreview(): Promise<string> {
  const { NO_COLOR: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/main.ts', 'preview', DRAFT, '--color'],
    { cwd: ROOT, env: { ...env, COLUMNS: String(COLUMNS) }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the preview ended with ${status}: ${stderr}`);
  const lines = readAnsi(stdout.trimEnd());
  const cells = await cellWidthFor([stdout.replace(/\u001b\[[\d;]*m/g, '')]);
  const title = `The terminal after “threadmill preview ${DRAFT}”: each post of the thread on a card with its count, then the cost.`;
  return terminalSvg([PROMPT, [], ...lines], { columns: COLUMNS, title, cells });
}

if (import.meta.main) {
  writeFileSync(PICTURE, await drawPreview());
  console.log(`wrote ${PICTURE}`);
}
