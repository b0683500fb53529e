import type { Block, Draft } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import { pictureBlocks } from '../drafts/shown-as-text.ts';
import { codePoints } from '../text/code-points.ts';
import { fitAlt } from './alt-text.ts';
import type { CardKind, CardSettings, PlannedCard } from './card.ts';
import { planCards } from './plan-cards.ts';

/** A card as a post's media: `path` is its name among the draft's cards. */
export type CardMedia = {
  readonly path: string;
  readonly alt: string;
  readonly card: {
    readonly kind: CardKind;
    readonly part: number;
    readonly parts: number;
    readonly line: number;
  };
};

/** The parts of a network that planning needs. */
type Network = { readonly media: { readonly altLength: number } };

/** All cards of a draft, planned once for all its networks. */
export type DraftCards = {
  /** Keyed by the path of the media, in reading order. */
  readonly planned: ReadonlyMap<string, PlannedCard>;
  readonly findings: readonly Finding[];
  /** Returns a block's cards for one network; undefined for a block that is shown as text. */
  readonly cardsOf: (block: Block, network: Network) => readonly CardMedia[] | undefined;
};

/** Plans the cards of a draft. Pure. */
export function draftCards(draft: Pick<Draft, 'blocks' | 'notes'>, settings: CardSettings): DraftCards {
  const planned = new Map<string, PlannedCard>();
  const byBlock = new Map<Block, readonly string[]>();
  const findings: Finding[] = [];
  for (const block of pictureBlocks(draft)) {
    const { cards, findings: found } = planCards(block, settings);
    findings.push(...found);
    byBlock.set(
      block,
      cards.map((card) => {
        const name = `card-${planned.size + 1}.png`;
        planned.set(name, card);
        return name;
      }),
    );
  }
  return {
    planned,
    findings,
    cardsOf: (block, { media }) => {
      const names = byBlock.get(block);
      return names?.map((path) => mediaOf(path, planned.get(path), media.altLength));
    },
  };
}

function mediaOf(path: string, card: PlannedCard | undefined, altLength: number): CardMedia {
  if (card === undefined) throw new Error(`no card is named ${path}`);
  const { content, part, parts, source, at } = card;
  return {
    path,
    alt: fitAlt(source, altLength, codePoints),
    card: { kind: content.kind, part, parts, line: at.line },
  };
}
