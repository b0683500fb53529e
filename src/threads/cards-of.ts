import type { Block } from '../drafts/draft.ts';
import { isPicture } from '../drafts/shown-as-text.ts';
import type { Profile } from './profile.ts';
import type { Media } from './thread.ts';

/** Plans the cards of a block for one network, in order; undefined for a block that is shown as text. Pure. */
export type CardsOf = (block: Block, profile: Profile) => readonly Media[] | undefined;

/** Makes one card for each block that is a picture, for callers that plan none. */
export const oneCardEach: CardsOf = (block) => {
  if (!isPicture(block) || !('source' in block || block.type === 'quote')) return undefined;
  const { line } = block.at;
  const alt = 'source' in block ? block.source : '';
  return [{ path: `card-${line}.png`, alt, card: { kind: block.type, part: 1, parts: 1, line } }];
};
