import type { Block, ImageSource, Run } from '../draft.ts';
import type { Edit } from '../edits.ts';
import type { Position } from '../finding.ts';
import type { DraftText } from '../markdown/conversion.ts';
import { placeKey } from '../markdown/destinations.ts';
import { cleanedUrl, linkTrap } from './link-traps.ts';
import { TEXT_TRAPS } from './text-traps.ts';

/** A title of so many letters that are all capitals is shouted, not named. */
const SHOUTED_LETTERS = 8;

/** Edits of the source by the place of the link that they repair (`placeKey`). */
export type Repairs = ReadonlyMap<string, readonly Edit[]>;

/** What the search for traps asks of the draft's text, and where the repairs of links gather. */
type Search = Pick<DraftText, 'source' | 'destinations' | 'findings'> & {
  readonly repairs: Map<string, readonly Edit[]>;
};

/** Reports what is correct Markdown and will not do what its author thinks; returns how links are repaired. */
export function findTraps(
  blocks: readonly Block[],
  title: { text: string; at: Position } | undefined,
  text: DraftText,
): Repairs {
  const search: Search = { ...text, repairs: new Map() };
  if (title !== undefined && isShouted(title.text)) {
    search.findings.add(
      'shouted-title',
      title.at,
      'the title is all capitals: screen readers may spell it out; write it as a sentence',
    );
  }
  for (const block of blocks) visit(block, search);
  return search.repairs;
}

function visit(block: Block, search: Search): void {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      for (const run of block.runs) visitRun(run, search);
      return;
    case 'list':
      for (const item of block.items) for (const child of item.blocks) visit(child, search);
      return;
    case 'quote':
      for (const child of block.blocks) visit(child, search);
      return;
    case 'image':
      visitImage(block.image, search);
      return;
    default:
  }
}

function visitRun(run: Run, search: Search): void {
  const { findings } = search;
  if (run.type === 'link') visitLink(run, search);
  if (run.type !== 'text' || run.emphasis === 'code') return;
  for (const { code, find } of TEXT_TRAPS) {
    for (const { start, message } of find(run.text)) {
      findings.add(code, { line: run.at.line, column: run.at.column + start }, message);
    }
  }
}

/** `lint --fix` knows no site that a relative link would be joined to. */
const WHOLE_URL = /^(?:(?:https?:)?\/\/|www\.)/i;

function visitLink(
  { url, at }: Extract<Run, { type: 'link' }>,
  { source, destinations, findings, repairs }: Search,
): void {
  const trap = linkTrap(url);
  if (trap === undefined) return;
  if (trap.clean === undefined) {
    findings.add(trap.code, at, trap.message);
    return;
  }
  const places = destinations.of(at);
  const edits = places.map(({ start, end }) => {
    const text = cleanedUrl(source.slice(start, end), url);
    return text === undefined ? undefined : { start, end, text };
  });
  const whole = places.some(({ start, end }) => WHOLE_URL.test(source.slice(start, end)));
  const known = edits.filter((edit) => edit !== undefined);
  const fixable = whole && known.length === edits.length;
  if (fixable) repairs.set(placeKey(at), known);
  const advice = fixable ? `\`lint --fix\` makes it ${trap.clean}` : `link to ${trap.clean} instead`;
  findings.add(trap.code, at, `${trap.message}; ${advice}`, { fixable });
}

function visitImage(image: ImageSource, { findings }: Search): void {
  const name = image.path.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  const alt = image.alt.trim();
  if (alt === '' || !repeatsFile(alt, name)) return;
  findings.add(
    'alt-is-file-name',
    image.at,
    'the alt text only repeats the file’s name; say what the picture shows',
  );
}

/** A picture's name as cameras and screens give it. */
const CAMERA =
  /^(?:img|dsc[nf]?|pxl|image|photo|picture|screenshot|screen shot|capture|untitled|bild)[\s_-]*\d[\d\s_-]*$/i;

/** Words that are also the file's name describe the picture all the same; a name with an ending or signs in it does not. */
function repeatsFile(alt: string, name: string): boolean {
  if (/^[\w-]+\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(alt) || CAMERA.test(alt)) return true;
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim();
  return /[_-]|\d{3}/.test(alt) && !/\s/.test(alt) && plain(alt) === plain(name.replace(/\.[^.]+$/, ''));
}

function isShouted(title: string): boolean {
  const letters = title.match(/\p{L}/gu) ?? [];
  if (letters.length < SHOUTED_LETTERS || title !== title.toUpperCase()) return false;
  // Scripts without capitals can't shout: `AWS を使う` has no small letters to choose. Two words and a year are a name.
  if (/\p{Lo}/u.test(title) || !/\p{Lu}/u.test(title)) return false;
  return !/\p{N}/u.test(title) || (title.match(/\p{Lu}{2,}/gu) ?? []).length > 2;
}
