import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { fontOptions } from './rasterise.ts';

/** Width of an author's drawing in pixels, and its maximum height. */
const DRAWING_WIDTH = 1_600;
const DRAWING_HEIGHT = 4_096;
/** The time limit of a drawing: filters and references can require hours. */
const LONGEST_MS = 15_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** The script of the drawing process: reads SVG on standard input, writes PNG to standard output. */
const SCRIPT = `
const [module, options] = [process.argv[1], JSON.parse(process.argv[2])];
const { Resvg } = await import(module);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const svg = Buffer.concat(chunks).toString('utf8');
const { width, height } = new Resvg(svg, options);
const scale = Math.min(${DRAWING_WIDTH} / width, ${DRAWING_HEIGHT} / height);
const wide = Math.round(width * scale);
if (!(wide >= 1 && height * scale >= 1)) throw new Error('it is a line of no width or height');
process.stdout.write(new Resvg(svg, { ...options, fitTo: { mode: 'width', value: wide } }).render().asPng());
`;

/** An `href` attribute with any prefix. */
const HREF = /(?<![\w.-])(?:[^\s=<>"'/:]+:)?href\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Allowed targets: a part of the drawing itself, or an embedded picture. */
const WITHIN = /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,])/i;
/** Elements that draw their target; a link does not. */
const DRAWS = /<(?:[^\s<>/:]+:)?(?:image|feImage|use)\b[^<]*/g;

const outside = (text: string): boolean =>
  [...text.matchAll(HREF)].some(([, double, single]) => !WITHIN.test(double ?? single ?? ''));

/**
 * Removes references to other files from an SVG, because resvg would read any file of the machine that an `image` names. A
 * drawing that needs such a file, or declares entities, which could hide one, is a problem.
 */
function selfContained(svg: string): string | { readonly problem: string } {
  if (/<!ENTITY/i.test(svg)) return { problem: 'declares entities; export it without them, or as PNG' };
  if ([...svg.matchAll(DRAWS)].some(([tag]) => outside(tag)))
    return { problem: 'shows files outside of itself, which are not read; embed them, or export it as PNG' };
  return svg.replace(HREF, (written, double, single) => (WITHIN.test(double ?? single ?? '') ? written : ''));
}

/** A drawing as PNG, or a sentence that continues after its path. */
export type DrawnSvg = Uint8Array | { readonly problem: string };

/**
 * Draws an author's SVG as PNG on white, with the fonts of the cards. Reads no other file. Runs in a separate process, which is
 * killed if it takes too long.
 */
export async function drawSvg(source: string, mostMs: number = LONGEST_MS): Promise<DrawnSvg> {
  const svg = selfContained(source);
  if (typeof svg !== 'string') return svg;
  const module = pathToFileURL(createRequire(import.meta.url).resolve('@resvg/resvg-js')).href;
  const options = JSON.stringify({ font: fontOptions([]), background: '#ffffff' });
  const args = ['--input-type=module', '-e', SCRIPT, module, options];
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      args,
      { encoding: 'buffer', timeout: mostMs, killSignal: 'SIGKILL', maxBuffer: MOST_BYTES, env: {} },
      (error, png, said) => {
        if (error === null) resolve(new Uint8Array(png));
        else if (error.killed === true)
          resolve({ problem: `takes more than ${mostMs / 1000} s to draw; export it as PNG` });
        else if (typeof error.code === 'number') resolve({ problem: problemOf(said.toString('utf8')) });
        else reject(error);
      },
    );
    // A process that ends early closes its input; its exit code says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(svg);
  });
}

/** Returns the message of the error that ended the process, without its stack. */
function problemOf(said: string): string {
  const why = /^(?:\w*Error: )?([^\n]*\S)$/m.exec(
    said.split('\n').find((line) => /Error: /.test(line)) ?? '',
  )?.[1];
  return `is no SVG that can be drawn${why === undefined ? '' : ` (${why})`}`;
}
