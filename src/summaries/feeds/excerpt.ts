import type { Block, Run } from '../../drafts/draft.ts';
import { runsText } from '../../drafts/draft-words.ts';

/** What WordPress and others append to an excerpt or a whole post, one pattern per habit. */
const ADDED_BLOCKS: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: /^the post .{0,300} (?:first )?appeared (?:first )?on .{1,200}$/i,
    reason: 'WordPress: `The post … appeared first on …`',
  },
  {
    pattern:
      /^(?:der beitrag .{0,300} erschien zuerst (?:auf|bei)|l[’']article .{0,300} est apparu en premier sur|la entrada .{0,300} (?:se publicó primero|apareció primero) en|o post .{0,300} apareceu primeiro em|l[’']articolo .{0,300} (?:proviene da|sembra essere il primo su)|(?:сообщение|запись) .{0,300} (?:появились сначала|впервые появилась) (?:на|в)) .{1,200}$/i,
    reason: 'WordPress in German, French, Spanish, Portuguese, Italian and Russian',
  },
  {
    pattern:
      /^(?:\(?continue reading\b|keep reading\b|read (?:more|on|the (?:rest|full)|full)\b|more\s*[…»→]|weiterlesen\b|mehr lesen\b|lire la suite\b|leer más\b|leia mais\b|continue (?:lendo|a ler)\b|leggi (?:tutto|di più)\b|continua a leggere\b|читать (?:далее|дальше|полностью)|続きを読む|阅读(?:全文|更多)).{0,200}$/i,
    reason: 'a link to the rest',
  },
  {
    pattern: /^(?:filed under|posted in|tagged|tags|categories|share this|related posts?)\b.{0,200}$/i,
    reason: 'what a theme puts below a post',
  },
];

/** What ends an excerpt in the middle of a paragraph. */
const ADDED_END =
  /\s*(?:\[?\(?(?:continue|keep) reading\b.{0,200}|\[?\(?read (?:more|on|the (?:rest|full)[^.]{0,60})(?:\s*[…»→>]*|\.{3})?\]?\)?|weiterlesen\b.{0,80}|lire la suite\b.{0,80}|leer más\b.{0,80}|leia mais\b.{0,80}|continue lendo\b.{0,80}|leggi tutto\b.{0,80}|continua a leggere\b.{0,80}|читать (?:далее|дальше|полностью).{0,80}|続きを読む.{0,20}|阅读(?:全文|更多).{0,20})\s*$/i;

/** Where a program cut an excerpt: dots in brackets, or dots at the very end. */
const CUT_END = /\s*(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3})\s*$/;

const SENTENCE_END = /[.!?。！？][\])"”»’']*$/u;

/** Removes what a program added to a feed's text: "read more" links, and "appeared first on" lines. */
export function withoutAdditions(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'paragraph') return [block];
    const text = runsText(block.runs).replace(/\s+/g, ' ').trim();
    if (ADDED_BLOCKS.some(({ pattern }) => pattern.test(text))) return [];
    const end = ADDED_END.exec(text);
    if (end === null) return [block];
    const kept = text.slice(0, end.index).trimEnd();
    return kept === '' ? [] : [{ ...block, runs: shortened(block.runs, kept) }];
  });
}

/** Cuts the runs of a paragraph after some of its words. */
function shortened(runs: readonly Run[], kept: string): Run[] {
  let left = kept.replace(/\s+/g, '').length;
  const found: Run[] = [];
  for (const run of runs) {
    if (left <= 0) break;
    if (!('text' in run)) {
      found.push(run);
      continue;
    }
    let text = '';
    for (const sign of run.text) {
      if (left <= 0) break;
      if (!/\s/.test(sign)) left -= sign.length;
      text += sign;
    }
    found.push({ ...run, text });
  }
  return found;
}

/**
 * Drops the sentence of an excerpt that a program cut off: marked by dots in brackets, or by a last paragraph without a full
 * stop.
 */
export function withoutCutSentence(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex(({ type }) => type === 'paragraph');
  const block = blocks[last];
  if (block?.type !== 'paragraph') return [...blocks];
  const text = runsText(block.runs).replace(/\s+/g, ' ').trim();
  if (!CUT_END.test(text) && SENTENCE_END.test(text)) return [...blocks];
  const bare = text.replace(CUT_END, '');
  // The last complete sentence; the rest was cut.
  const end = [...bare.matchAll(/[.!?。！？][\])"”»’']*(?=\s|$)/gu)].at(-1);
  const kept = end === undefined ? '' : bare.slice(0, end.index + end[0].length);
  const runs = kept === '' ? [] : shortened(block.runs, kept);
  return blocks.flatMap((one, index) =>
    index !== last ? [one] : runs.length === 0 ? [] : [{ ...block, runs }],
  );
}
