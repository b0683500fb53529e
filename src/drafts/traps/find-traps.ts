import type { Block, ImageSource, Run } from '../draft.ts';
import type { Position } from '../finding.ts';
import type { FindingList } from '../finding-list.ts';
import { linkTrap } from './link-traps.ts';
import { TEXT_TRAPS } from './text-traps.ts';

/** A title of so many letters that are all capitals is shouted, not named. */
const SHOUTED_LETTERS = 8;

/** Reports what is correct Markdown and will not do what its author thinks. */
export function findTraps(
  blocks: readonly Block[],
  title: { text: string; at: Position } | undefined,
  findings: FindingList,
): void {
  if (title !== undefined && isShouted(title.text)) {
    findings.add(
      'shouted-title',
      title.at,
      'the title is all capitals: screen readers may spell it out; write it as a sentence',
    );
  }
  for (const block of blocks) visit(block, findings);
}

function visit(block: Block, findings: FindingList): void {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      for (const run of block.runs) visitRun(run, findings);
      return;
    case 'list':
      for (const item of block.items) for (const child of item.blocks) visit(child, findings);
      return;
    case 'quote':
      for (const child of block.blocks) visit(child, findings);
      return;
    case 'image':
      visitImage(block.image, findings);
      return;
    default:
  }
}

function visitRun(run: Run, findings: FindingList): void {
  if (run.type === 'link') {
    const trap = linkTrap(run.url);
    if (trap !== undefined) findings.add(trap.code, run.at, trap.message);
  }
  if (run.type !== 'text' || run.emphasis === 'code') return;
  for (const { code, find } of TEXT_TRAPS) {
    for (const { start, message } of find(run.text)) {
      findings.add(code, { line: run.at.line, column: run.at.column + start }, message);
    }
  }
}

function visitImage(image: ImageSource, findings: FindingList): void {
  const name = image.path.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  const alt = image.alt.trim().toLowerCase();
  if (alt === '') return;
  const stem = name.replace(/\.[^.]+$/, '').toLowerCase();
  const plain = (text: string): string => text.replace(/[\s_-]+/g, ' ').trim();
  if (
    alt === name.toLowerCase() ||
    plain(alt) === plain(stem) ||
    /^[\w-]+\.(?:png|jpe?g|gif|webp|svg)$/.test(alt)
  ) {
    findings.add(
      'alt-is-file-name',
      image.at,
      `the alt text only repeats the file’s name; say what the picture shows`,
    );
  }
}

function isShouted(title: string): boolean {
  const letters = title.match(/\p{L}/gu) ?? [];
  return letters.length >= SHOUTED_LETTERS && /\p{Lu}/u.test(title) && title === title.toUpperCase();
}
