/**
 * How many posts of blogs are refused for code, tables or formulas: `node bench/refused.ts FOLDER… [--show]`. Folders are
 * checkouts; nothing of theirs is kept here, only figures go into `docs/cards.md`. Nothing is drawn, but each formula is set.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_CARD_SETTINGS } from '../src/cards/card.ts';
import { draftCards } from '../src/cards/draft-cards.ts';
import { setFormula } from '../src/cards/drawing/set-formula.ts';
import type { Finding } from '../src/drafts/finding.ts';
import { parseDraft } from '../src/drafts/parse-draft.ts';
import { pictureBlocks } from '../src/drafts/shown-as-text.ts';
import { table } from './goals.ts';

/** Errors that a post gets for what it shows as pictures, or for formulas in its sentences. */
const CODES: ReadonlySet<string> = new Set(['too-many-cards', 'card-excerpt', 'card-formula', 'formula']);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false } },
});

type Count = { posts: number; technical: number; refused: number; cards: number; formulas: number };

/** The errors of one post, and what it shows; undefined for a post without code, tables and formulas. */
async function judge(
  file: string,
): Promise<
  { readonly errors: readonly Finding[]; readonly cards: number; readonly formulas: number } | undefined
> {
  const draft = parseDraft(readFileSync(file, 'utf8'), { path: file });
  const inText = draft.findings.filter(({ code }) => code.startsWith('formula'));
  if (pictureBlocks(draft).length === 0 && inText.length === 0) return undefined;
  const { planned, findings } = draftCards(draft, DEFAULT_CARD_SETTINGS);
  const errors = [...inText, ...findings].filter(
    ({ code, severity }) => severity === 'error' && CODES.has(code),
  );
  let formulas = 0;
  for (const { content, at } of planned.values()) {
    if (content.kind !== 'formula') continue;
    formulas += 1;
    const set = await setFormula(content.tex);
    if ('problem' in set)
      errors.push({ code: 'card-formula', severity: 'error', message: set.problem, ...at });
  }
  return { errors, cards: planned.size, formulas };
}

const rows: (readonly [string, Count])[] = [];
for (const folder of positionals) {
  const own: Count = { posts: 0, technical: 0, refused: 0, cards: 0, formulas: 0 };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|mdx|markdown)$/i.test(name) && !name.includes('node_modules'))
    .sort();
  for (const name of files) {
    own.posts += 1;
    const judged = await judge(join(folder, name));
    if (judged === undefined) continue;
    own.technical += 1;
    own.cards += judged.cards;
    own.formulas += judged.formulas;
    if (judged.errors.length === 0) continue;
    own.refused += 1;
    if (values.show)
      for (const { code, line, message } of judged.errors)
        console.log(`${relative(process.cwd(), join(folder, name))}:${line} ${code}: ${message}`);
  }
  rows.push([folder.split('/').slice(-3).join('/'), own]);
}

const all: Count = { posts: 0, technical: 0, refused: 0, cards: 0, formulas: 0 };
for (const [, count] of rows) for (const key of Object.keys(all) as (keyof Count)[]) all[key] += count[key];

const rowOf = (name: string, { posts, technical, refused, cards, formulas }: Count): string[] => [
  name,
  String(posts),
  String(technical),
  String(cards),
  String(formulas),
  String(refused),
  technical === 0 ? '' : `${((1 - refused / technical) * 100).toFixed(1)} %`,
];

console.log(
  table([
    ['', 'posts', 'with code, tables, formulas', 'cards', 'formulas', 'refused', 'not refused'],
    ...rows.map(([name, count]) => rowOf(name, count)),
    rowOf('all', all),
  ]),
);
