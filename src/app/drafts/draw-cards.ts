import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CARD_REVISION, type PlannedCard } from '../../cards/card.ts';
import type { DraftCards } from '../../cards/draft-cards.ts';
import { type OtherScript, scriptsMissing } from '../../cards/other-scripts.ts';
import type { Finding } from '../../drafts/finding.ts';
import type { CardPicture } from '../../preview/card-picture.ts';
import type { Project } from '../project/project.ts';
import { findPackage } from './find-package.ts';
import { cacheFolder, keepCached, readCached } from './made-cache.ts';

/** The cards of a draft that could be drawn, by name, and the findings. */
export type DrawnCards = {
  readonly pictures: ReadonlyMap<string, CardPicture>;
  readonly findings: readonly Finding[];
};

/** The optional packages for drawing, and which cards need them. */
const DRAWING_PACKAGES = [
  { name: '@resvg/resvg-js', needs: (_: PlannedCard): boolean => true },
  { name: 'shiki', needs: ({ content }: PlannedCard): boolean => content.kind === 'code' },
] as const;

/** Cards drawn concurrently. */
const AT_ONCE = 4;

const findingAt = (
  { at }: PlannedCard,
  code: string,
  severity: Finding['severity'],
  message: string,
): Finding => ({ code, severity, message, line: at.line, column: at.column });

/** Reports missing packages once, at the first card that needs them. */
function missingPackages(cards: readonly PlannedCard[]): Finding[] {
  const missing = DRAWING_PACKAGES.filter(
    ({ name, needs }) => cards.some(needs) && findPackage(name) === undefined,
  ).map(({ name }) => name);
  const [first] = cards;
  if (missing.length === 0 || first === undefined) return [];
  const kinds = { code: 'code', table: 'a table', formula: 'a formula', quote: 'a quotation' } as const;
  const message = `${kinds[first.content.kind]} is shown as a picture, and the packages for drawing it are not installed: npm install ${missing.join(' ')}`;
  return [findingAt(first, 'card-packages', 'error', message)];
}

type Fonts = {
  readonly files: readonly string[];
  /** Characters that no font here has; each is drawn as an empty box. */
  readonly missing: string;
  readonly findings: readonly Finding[];
};

/** Finds font files for scripts that the package's own fonts lack; a script without a font is a finding. */
function fontsFor(cards: readonly PlannedCard[], root: string): Fonts {
  const files = new Set<string>();
  const missing = new Set<string>();
  const lacking = new Map<OtherScript | undefined, { card: PlannedCard; characters: Set<string> }>();
  for (const card of cards) {
    if (card.content.kind === 'formula') continue;
    for (const [script, characters] of scriptsMissing(`${card.title}${card.source}`)) {
      const folder = script === undefined ? undefined : findPackage(script.package, root);
      const file = folder === undefined || script === undefined ? undefined : join(folder, script.file);
      if (file !== undefined && existsSync(file)) {
        files.add(file);
        continue;
      }
      const entry = lacking.get(script) ?? { card, characters: new Set() };
      lacking.set(script, entry);
      for (const character of characters) {
        entry.characters.add(character);
        if (script === undefined || script.isSigns) missing.add(character);
      }
    }
  }
  return {
    files: [...files].sort(),
    missing: [...missing].sort().join(''),
    findings: [...lacking].map(([script, { card, characters }]) =>
      fontFinding(script, card, [...characters]),
    ),
  };
}

function fontFinding(
  script: OtherScript | undefined,
  card: PlannedCard,
  characters: readonly string[],
): Finding {
  const shown = characters.slice(0, 12).join(' ');
  if (script === undefined)
    return findingAt(
      card,
      'card-characters',
      'warning',
      `no font is known for ${shown}: the picture shows an empty box, the alt text has it`,
    );
  const install = `npm install ${script.package}`;
  return script.isSigns
    ? findingAt(
        card,
        'card-characters',
        'warning',
        `the picture shows an empty box for ${shown}, until there is a font for ${script.name}: ${install}`,
      )
    : findingAt(
        card,
        'card-font',
        'error',
        `a picture needs a font for ${script.name} (${shown}): ${install}`,
      );
}

function keyOf(card: PlannedCard, theme: string, { files, missing }: Fonts): string {
  const { content, title, part, parts } = card;
  const names = files.map((file) => file.slice(file.lastIndexOf('/') + 1));
  return createHash('sha256')
    .update(JSON.stringify([CARD_REVISION, theme, names, missing, content, title, part, parts]))
    .digest('hex')
    .slice(0, 32);
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_END = Buffer.from('IEND');

/** Reads the size of a complete PNG from its first chunk; undefined for anything else. */
function pictureOf(png: Buffer): CardPicture | undefined {
  if (png.length < 45 || !png.subarray(0, 8).equals(PNG) || !png.subarray(-8, -4).equals(PNG_END))
    return undefined;
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), png };
}

/**
 * Draws the cards of a draft, or reads them from the project's cache. A card that can't be drawn becomes a finding. Loads
 * nothing for a draft without cards.
 *
 * @param options.onlyFindings - draw only what may fail: formulas.
 */
export async function drawCards(
  { planned }: DraftCards,
  project: Project,
  { onlyFindings = false }: { readonly onlyFindings?: boolean } = {},
): Promise<DrawnCards> {
  if (planned.size === 0) return { pictures: new Map(), findings: [] };
  const cards = [...planned.values()];
  const missing = missingPackages(cards);
  const fonts = fontsFor(cards, project.root);
  const findings = [...missing, ...fonts.findings];
  if (missing.length > 0) return { pictures: new Map(), findings };

  const pictures = new Map<string, CardPicture>();
  const cache = cacheFolder(project, 'cards');
  const { theme } = project.config.cards;
  const drawOne = async ([name, card]: readonly [string, PlannedCard]): Promise<void> => {
    const path = cache === undefined ? undefined : join(cache, `${keyOf(card, theme, fonts)}.png`);
    const kept = path === undefined ? undefined : await readCached(path);
    const known = kept === undefined ? undefined : pictureOf(kept);
    if (known !== undefined) {
      pictures.set(name, known);
      return;
    }
    const { drawCard } = await project.wires();
    const drawn = await drawCard(card, theme, fonts);
    if ('problem' in drawn) {
      findings.push(
        findingAt(card, 'card-formula', 'error', `this formula can’t be drawn: ${drawn.problem}`),
      );
      return;
    }
    const picture = pictureOf(Buffer.from(drawn.png));
    if (picture === undefined) throw new Error('a drawn card is not a PNG');
    pictures.set(name, picture);
    if (path !== undefined) await keepCached(path, drawn.png);
  };
  const entries = [...planned].filter(([, { content }]) => !onlyFindings || content.kind === 'formula');
  for (let at = 0; at < entries.length; at += AT_ONCE)
    await Promise.all(entries.slice(at, at + AT_ONCE).map(drawOne));
  // In reading order, not in the order of completion.
  const ordered = entries.flatMap(([name]) => {
    const picture = pictures.get(name);
    return picture === undefined ? [] : [[name, picture] as const];
  });
  return { pictures: new Map(ordered), findings };
}
