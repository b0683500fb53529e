/**
 * `npm run picture`: runs a real preview and draws what it printed to docs/picture/preview.svg, which the README
 * shows. A test draws it again and compares, so that the picture can not grow old.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
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

/** What the picture's project has in its configuration: whoever works here may have accounts of their own. */
const CONFIG = 'accounts: { sandbox: { network: x, base_url: "http://127.0.0.1:4747" } }\n';

/** What a preview of the draft prints, in a project that has published nothing yet. */
function previewed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'));
  try {
    mkdirSync(join(folder, 'config'));
    writeFileSync(join(folder, 'config/threadmill.yaml'), CONFIG);
    mkdirSync(dirname(join(folder, DRAFT)));
    cpSync(join(ROOT, DRAFT), join(folder, DRAFT));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'src/cli/main.ts'), 'preview', DRAFT, '--color'],
      { cwd: folder, env: { PATH: process.env['PATH'], COLUMNS: String(COLUMNS) }, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`the preview ended with ${status}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs the preview of one draft, in colour, and draws it. */
export async function drawPreview(): Promise<string> {
  const stdout = previewed();
  const lines = readAnsi(stdout.trimEnd());
  const cells = await cellWidthFor([stdout.replace(/\u001b\[[\d;]*m/g, '')]);
  const title = `The terminal after “threadmill preview ${DRAFT}”: each post of the thread on a card with its count, then the cost.`;
  return terminalSvg([PROMPT, [], ...lines], { columns: COLUMNS, title, cells });
}

if (import.meta.main) {
  writeFileSync(PICTURE, await drawPreview());
  console.log(`wrote ${PICTURE}`);
}
