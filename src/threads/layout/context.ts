import type { Draft } from '../../drafts/draft.ts';
import type { ThreadSettings } from '../../drafts/settings.ts';
import type { CardsOf } from '../cards-of.ts';
import type { LayoutWriter } from '../laid-out-text.ts';
import type { Profile } from '../profile.ts';
import type { SourcePlan } from '../sources.ts';

/** What every block needs for its layout. */
export type Context = {
  readonly writer: LayoutWriter;
  readonly draft: Draft;
  readonly settings: ThreadSettings;
  readonly profile: Profile;
  readonly sources: SourcePlan;
  readonly cardsOf: CardsOf;
  /** Whether the lines of the draft's paragraphs end where clauses end. */
  readonly breaksAtClauses: boolean;
  /** Whether all line ends are blanks but those of paragraphs that are set in lines. */
  readonly hasSoftEnds: boolean;
  /** Whether code that begins with a dollar sign has backticks. */
  readonly marksDollars: boolean;
  /** Spaces before every line, inside lists. */
  readonly indent: string;
  /** The prefix of every line inside a quotation: `> `, once per level. */
  readonly quote: string;
  /** How many lists deep. */
  readonly depth: number;
  /** Whether empty lines part the paragraphs of this item. */
  readonly spaced: boolean;
};
