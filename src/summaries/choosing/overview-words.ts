import type { Block, Run } from '../../drafts/draft.ts';
import { finds } from '../../languages/phrases.ts';
import { OVERVIEWS } from '../../languages/purposes.ts';

/** The fewest commas of an overview: it names three things. */
const FEWEST_COMMAS = 2;
/** What separates the things that it names. */
const COMMAS = /[,;、，；]/gu;
/** The sign before the name of an account; not that of a package: `@lamp/oil`. */
const SIGN = /(?<![\p{L}\p{N}_/.-])@(?=\p{L}[\p{L}\p{N}_-]{0,38}(?![\p{L}\p{N}_/-]))/gu;

/** Whether a text begins with a sentence in which a newsletter says what its issue holds. */
export const isOverview = (text: string): boolean =>
  OVERVIEWS.some((rule) => finds(rule, text)) && (text.match(COMMAS)?.length ?? 0) >= FEWEST_COMMAS;

/**
 * Returns blocks with the names of accounts without their sign where a newsletter says what its issue holds: `a talk with @ada`. They
 * are names on another site, and a post would mention somebody else.
 */
export const withoutMentions = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => {
    if (block.type !== 'paragraph') return block;
    if (!block.runs.some((run) => 'text' in run && run.text.includes('@'))) return block;
    const [first] = block.runs;
    if (first?.type !== 'text' || !isOverview(textOf(block.runs))) return block;
    return { ...block, runs: block.runs.map(withoutMention) };
  });

/** Returns text or a link with the names of accounts without their sign; code as it is: `@supports`. */
export const withoutMention = (run: Run): Run =>
  run.type === 'link' || (run.type === 'text' && run.emphasis !== 'code')
    ? { ...run, text: run.text.replace(SIGN, '') }
    : run;

const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => ('text' in run ? run.text : run.type === 'break' ? ' ' : '')).join('');
