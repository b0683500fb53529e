import { liteAdaptor } from '@mathjax/src/mjs/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from '@mathjax/src/mjs/handlers/html.js';
import { TeX } from '@mathjax/src/mjs/input/tex.js';
import '@mathjax/src/mjs/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/mjs/input/tex/amscd/AmsCdConfiguration.js';
import '@mathjax/src/mjs/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/mjs/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/mjs/input/tex/braket/BraketConfiguration.js';
import '@mathjax/src/mjs/input/tex/bussproofs/BussproofsConfiguration.js';
import '@mathjax/src/mjs/input/tex/cancel/CancelConfiguration.js';
import '@mathjax/src/mjs/input/tex/cases/CasesConfiguration.js';
import '@mathjax/src/mjs/input/tex/centernot/CenternotConfiguration.js';
import '@mathjax/src/mjs/input/tex/color/ColorConfiguration.js';
import '@mathjax/src/mjs/input/tex/configmacros/ConfigMacrosConfiguration.js';
import '@mathjax/src/mjs/input/tex/enclose/EncloseConfiguration.js';
import '@mathjax/src/mjs/input/tex/extpfeil/ExtpfeilConfiguration.js';
import '@mathjax/src/mjs/input/tex/gensymb/GensymbConfiguration.js';
import '@mathjax/src/mjs/input/tex/mathtools/MathtoolsConfiguration.js';
import '@mathjax/src/mjs/input/tex/newcommand/NewcommandConfiguration.js';
import '@mathjax/src/mjs/input/tex/textmacros/TextMacrosConfiguration.js';
import '@mathjax/src/mjs/input/tex/upgreek/UpgreekConfiguration.js';
import { MathJaxNewcmFont } from '@mathjax/mathjax-newcm-font/mjs/svg.js';
import { mathjax } from '@mathjax/src/mjs/mathjax.js';
import { SVG } from '@mathjax/src/mjs/output/svg.js';
import { INNER_HEIGHT, INNER_WIDTH } from '../card.ts';
import type { FormulaShape } from '../layout-formula.ts';

/** A formula that TeX can't read, or that is too wide for a card: a sentence about it. */
export type Unset = { readonly problem: string };

/** Letters that are loaded if a formula has them; the card fonts draw others as far as they can. */
const LETTERS: Readonly<Record<string, () => Promise<unknown>>> = {
  accents: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/accents.js'),
  'accents-b-i': () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/accents-b-i.js'),
  arrows: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/arrows.js'),
  calligraphic: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/calligraphic.js'),
  'double-struck': () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/double-struck.js'),
  fraktur: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/fraktur.js'),
  marrows: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/marrows.js'),
  math: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/math.js'),
  monospace: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/monospace.js'),
  mshapes: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/mshapes.js'),
  'sans-serif-b': () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/sans-serif-b.js'),
  'sans-serif-r': () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/sans-serif-r.js'),
  script: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/script.js'),
  shapes: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/shapes.js'),
  symbols: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/symbols.js'),
  variants: () => import('@mathjax/mathjax-newcm-font/mjs/svg/dynamic/variants.js'),
};

const PACKAGES = [
  'base',
  'ams',
  'amscd',
  'boldsymbol',
  'braket',
  'bussproofs',
  'cancel',
  'cases',
  'centernot',
  'color',
  'configmacros',
  'enclose',
  'extpfeil',
  'gensymb',
  'mathtools',
  'newcommand',
  'textmacros',
  'upgreek',
];

/** Commands that KaTeX and MediaWiki define beyond TeX, which authors use on their own pages. */
const MACROS: Readonly<Record<string, string | readonly [string, number]>> = {
  R: '\\mathbb{R}',
  N: '\\mathbb{N}',
  Z: '\\mathbb{Z}',
  Q: '\\mathbb{Q}',
  C: '\\mathbb{C}',
  Reals: '\\mathbb{R}',
  reals: '\\mathbb{R}',
  natnums: '\\mathbb{N}',
  cnums: '\\mathbb{C}',
  Complex: '\\mathbb{C}',
  argmax: '\\operatorname*{arg\\,max}',
  argmin: '\\operatorname*{arg\\,min}',
  plim: '\\mathop{\\operatorname{plim}}\\limits',
  and: '\\land',
  or: '\\lor',
  isin: '\\in',
  exist: '\\exists',
  empty: '\\emptyset',
  infin: '\\infty',
  sub: '\\subset',
  sube: '\\subseteq',
  supe: '\\supseteq',
  larr: '\\leftarrow',
  rarr: '\\rightarrow',
  harr: '\\leftrightarrow',
  lArr: '\\Leftarrow',
  rArr: '\\Rightarrow',
  hArr: '\\Leftrightarrow',
  bm: ['\\boldsymbol{#1}', 1],
};

/** The longest formula that is drawn, in UTF-16 units: a card holds fewer letters. */
const LONGEST = 4_000;

/** Sizes of a formula in layout units, largest first. At 19, its first indices are 26 px in the PNG. */
const SIZES = [30, 26, 22, 19] as const;
/** The smallest size of a formula that can't be broken into lines: its own letters are then 26 px. */
const LEAST_SIZE = 13;

/** MathJax's font without the files that are not shipped: the card fonts draw their characters. */
class CardFont extends MathJaxNewcmFont {
  static leaveOut(): void {
    for (const name of Object.keys(CardFont.dynamicFiles))
      if (!(name in LETTERS)) delete CardFont.dynamicFiles[name];
  }
}

/** A TeX error, as MathJax throws it. */
class TexProblem extends Error {}

function makeDocument(): { convert(tex: string, widthEm?: number): Promise<string> } {
  mathjax.asyncLoad = async (name: string): Promise<void> => {
    await LETTERS[name.replace(/^.*\/|\.js$/g, '')]?.();
  };
  CardFont.leaveOut();
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const input = new TeX({
    packages: PACKAGES,
    macros: MACROS,
    tags: 'none',
    maxMacros: 2_000,
    maxBuffer: 8_000,
    formatError: (_: unknown, error: Error): never => {
      throw new TexProblem(error.message);
    },
  });
  const options = { fontCache: 'none', fontData: CardFont, mtextFont: '' };
  const output = new SVG({ ...options, displayOverflow: 'overflow' });
  const breaking = new SVG({ ...options, displayOverflow: 'linebreak', linebreaks: { width: '100%' } });
  const whole = mathjax.document('', { InputJax: input, OutputJax: output });
  const broken = mathjax.document('', { InputJax: input, OutputJax: breaking });
  return {
    convert: async (tex, widthEm) => {
      input.reset(0);
      const document = widthEm === undefined ? whole : broken;
      const node = await document.convertPromise(tex, {
        display: true,
        em: 10,
        ex: 5,
        containerWidth: (widthEm ?? 1_000) * 10,
      });
      const svg = adaptor.tags(node, 'svg')[0];
      if (svg === undefined) throw new Error('MathJax gave no SVG');
      return adaptor.outerHTML(svg);
    },
  };
}

let made: ReturnType<typeof makeDocument> | undefined;
/** MathJax keeps state while it works, so formulas are drawn one after the other. */
let queue: Promise<unknown> = Promise.resolve();

/** Converts a formula to SVG paths: as large as it fits, broken into lines if it is too wide. */
export function setFormula(tex: string): Promise<FormulaShape | Unset> {
  const result = queue.then(() => set(tex));
  queue = result.catch(() => undefined);
  return result;
}

async function set(tex: string): Promise<FormulaShape | Unset> {
  if (tex.length > LONGEST) return { problem: `it has ${tex.length} characters, of ${LONGEST} at most` };
  made ??= makeDocument();
  try {
    const whole = boxOf(await made.convert(tex));
    const size = SIZES.find((one) => fits(whole, one));
    if (size !== undefined) return shapeOf(whole, size);
    if (isHopeless(whole)) return TOO_LARGE;
    const smallest = SIZES.at(-1) ?? LEAST_SIZE;
    const broken = boxOf(await made.convert(tex, INNER_WIDTH / smallest));
    if (fits(broken, smallest)) return shapeOf(broken, smallest);
    const scaled = Math.min(INNER_WIDTH / whole.widthEm, INNER_HEIGHT / whole.heightEm);
    if (scaled >= LEAST_SIZE) return shapeOf(whole, scaled);
    const narrow = boxOf(await made.convert(tex, INNER_WIDTH / LEAST_SIZE));
    if (fits(narrow, LEAST_SIZE)) return shapeOf(narrow, LEAST_SIZE);
    return TOO_LARGE;
  } catch (error) {
    // MathJax recurses for each level of a formula.
    if (error instanceof RangeError) return { problem: 'it is nested too deeply' };
    if (error instanceof TexProblem) return { problem: `TeX can’t read it: ${error.message}` };
    throw error;
  }
}

const TOO_LARGE: Unset = {
  problem: 'it is too large for a card; break it into lines with `\\\\`, or into several formulas',
};

/** Whether a formula exceeds a card even at its smallest size: breaking it takes long and can't help. */
const isHopeless = ({ widthEm, heightEm }: Box): boolean =>
  widthEm * heightEm * LEAST_SIZE ** 2 > INNER_WIDTH * INNER_HEIGHT;

type Box = {
  readonly paths: string;
  readonly viewBox: string;
  readonly widthEm: number;
  readonly heightEm: number;
};

function boxOf(svg: string): Box {
  const [, viewBox = '', width = '0', height = '0'] =
    /viewBox="([-\d.e]+ [-\d.e]+ ([\d.e+-]+) ([\d.e+-]+))"/.exec(svg) ?? [];
  const paths = svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    // MathJax's attributes for editors and screen readers; the alt text replaces them.
    .replace(/ data-[a-z-]+="[^"]*"/g, '')
    .replaceAll('font-family="serif"', 'font-family="Inter"');
  return { paths, viewBox, widthEm: Number(width) / 1000, heightEm: Number(height) / 1000 };
}

const fits = ({ widthEm, heightEm }: Box, size: number): boolean =>
  widthEm * size <= INNER_WIDTH + 0.5 && heightEm * size <= INNER_HEIGHT;

function shapeOf({ paths, viewBox, widthEm, heightEm }: Box, size: number): FormulaShape {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { paths, viewBox, width: round(widthEm * size), height: round(heightEm * size) };
}
