import type { Block } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import { flatText } from '../drafts/markdown/inline-writer.ts';
import { tableAlt } from './alt-text.ts';
import type { CardContent, CardSettings, PlannedCard } from './card.ts';
import { parseFenceMeta } from './fence-meta.ts';
import { grammarOf, languageName } from './language-names.ts';
import { drawnText } from './other-scripts.ts';
import { excerptOf, MOST_PLANNED, planCode } from './plan-code.ts';
import { planQuote } from './plan-quote.ts';
import { planTable } from './plan-table.ts';

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

/** A block's cards, and findings that prevent or limit them. */
export type BlockCards = { readonly cards: readonly PlannedCard[]; readonly findings: readonly Finding[] };

type Part = { readonly content: CardContent; readonly source: string };

/**
 * Plans the cards of a block. Pure; linear in the block's length.
 *
 * @throws nothing: problems are findings
 */
export function planCards(block: Block, settings: CardSettings): BlockCards {
  switch (block.type) {
    case 'code':
      return codeCards(block, settings);
    case 'table':
      return numbered(tableParts(block), '', block, settings);
    case 'formula':
      return numbered(
        [{ content: { kind: 'formula', tex: block.source.trim() }, source: block.source.trim() }],
        '',
        block,
        settings,
      );
    case 'quote':
      return block.card === true ? numbered(quoteParts(block), '', block, settings) : NONE;
    default:
      return NONE;
  }
}

const NONE: BlockCards = { cards: [], findings: [] };

function codeCards(block: Of<'code'>, settings: CardSettings): BlockCards {
  const meta = parseFenceMeta(block.meta ?? '');
  const excerpt = excerptOf(block.source, meta);
  if (excerpt === undefined) {
    if (meta.lines === undefined) return NONE;
    const count = block.source.split('\n').length;
    const { from, to } = meta.lines;
    return {
      cards: [],
      findings: [
        finding(
          'card-excerpt',
          'error',
          `lines=${from}-${to} selects no line of this code, which has ${count}; correct the numbers after the fence`,
          block,
        ),
      ],
    };
  }
  const language = (block.language ?? '').toLowerCase();
  const parts = planCode(excerpt, grammarOf(language), meta, meta.numbers ?? settings.lineNumbers);
  return numbered(parts, meta.title ?? languageName(language), block, settings);
}

function tableParts({ aligns, rows }: Of<'table'>): Part[] {
  const drawn = rows.map((cells) => cells.map(drawnText));
  return planTable({ aligns, rows: drawn }).map(({ content, words }) => ({
    content,
    source: tableAlt(words),
  }));
}

/** The speaker: a last paragraph that begins with a dash. */
const BY = /^(?:--|[—–―-])\s*(?=\S)/;

function quoteParts({ blocks }: Of<'quote'>): Part[] {
  const paragraphs = blocks.flatMap(quotedWords).filter((words) => words.trim() !== '');
  const last = paragraphs.at(-1)?.split('\n') ?? [];
  const line = last.at(-1) ?? '';
  const isBy = paragraphs.join('').length > line.length && BY.test(line);
  const by = isBy ? line.replace(BY, '— ') : '';
  const rest = isBy ? last.slice(0, -1).join('\n') : '';
  const words = isBy ? [...paragraphs.slice(0, -1), ...(rest === '' ? [] : [rest])] : paragraphs;
  return planQuote({ paragraphs: words.map(drawnText), by: drawnText(by) }).map(
    ({ content, words: shown }) => ({
      content,
      source: [...shown.paragraphs, ...(shown.by === '' ? [] : [shown.by])].join('\n'),
    }),
  );
}

function quotedWords(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.runs.map((run) => (run.type === 'break' ? '\n' : flatText([run]))).join('')];
    case 'list':
      return [
        block.items
          .map(({ marker, blocks }) => `${marker} ${blocks.flatMap(quotedWords).join('\n')}`)
          .join('\n'),
      ];
    case 'quote':
      return block.blocks.flatMap(quotedWords);
    case 'code':
    case 'table':
    case 'formula':
      return [block.source];
    default:
      return [];
  }
}

const KIND_NAMES = { code: 'code block', table: 'table', formula: 'formula', quote: 'quotation' } as const;

/** Makes numbered cards of parts; too many for the settings are a finding that says what to do. */
function numbered(
  parts: readonly Part[],
  title: string,
  block: Of<'code' | 'table' | 'formula' | 'quote'>,
  { most }: CardSettings,
): BlockCards {
  const cards = parts.slice(0, most).map(
    ({ content, source }, index): PlannedCard => ({
      content,
      title: drawnText(title),
      part: index + 1,
      parts: Math.min(parts.length, most),
      source,
      at: block.at,
    }),
  );
  if (parts.length <= most) return { cards, findings: [] };
  const count = parts.length >= MOST_PLANNED ? `more than ${MOST_PLANNED - 1}` : String(parts.length);
  const raise = 'or raise cards.most in config/threadmill.yaml';
  const wayOut =
    block.type !== 'code'
      ? `shorten it, ${raise}`
      : areLong(block.source)
        ? `its lines are longer than a picture is wide: shorten them, link to the file instead, ${raise}`
        : block.language === undefined
          ? `show a part of it, or link to the file, ${raise}`
          : `show an excerpt (\`lines=1-40\` after the language), ${raise}`;
  const message = `this ${KIND_NAMES[block.type]} needs ${count} cards, and ${most} ${most === 1 ? 'is' : 'are'} allowed; ${wayOut}`;
  return { cards, findings: [finding('too-many-cards', 'error', message, block)] };
}

/** The longest lines, in characters and on average, that a picture shows without many wraps. */
const LONG = 150;

/** Whether code needs many cards because its lines are long, and not because it has many. */
const areLong = (source: string): boolean => {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 && source.length / lines.length > LONG;
};

function finding(code: string, severity: Finding['severity'], message: string, { at }: Block): Finding {
  return { code, severity, message, line: at.line, column: at.column };
}
