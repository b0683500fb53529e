import type { Block, Draft } from '../../drafts/draft.ts';
import { openingTitle } from '../../drafts/opening-title.ts';
import type { DraftTerms, ThreadSettings } from '../../drafts/settings.ts';
import { BREAK } from '../../text/break-list.ts';
import { type CardsOf, oneCardEach } from '../cards-of.ts';
import { followable } from '../followable.ts';
import { type LaidOutText, LayoutWriter } from '../laid-out-text.ts';
import type { Profile } from '../profile.ts';
import type { NumberedSource, SourcePlan } from '../sources.ts';
import { lastOf } from './block-lines.ts';
import { layoutBlocks } from './blocks.ts';
import { marksDollars } from './code-backticks.ts';
import type { Context } from './context.ts';
import { breaksAtClauses } from './hard-wrapped.ts';
import { announces } from './lead-ins.ts';
import { hasSoftEnds } from './soft-ends.ts';

/** For which network, and how, a draft is laid out. */
type LayoutTerms = {
  readonly settings: ThreadSettings & DraftTerms;
  readonly profile: Profile;
  readonly sources: SourcePlan;
  /** @default one card for each block that needs one */
  readonly cardsOf?: CardsOf;
};

/** Lays out a whole draft as one text for one network, with numbered sources at the end if they go there. */
export function layoutDraft(
  draft: Draft,
  { settings, profile, sources, cardsOf = oneCardEach }: LayoutTerms,
): LaidOutText {
  const writer = new LayoutWriter();
  const context: Context = {
    writer,
    draft,
    settings,
    profile,
    sources,
    cardsOf,
    breaksAtClauses: settings.lineBreaks === 'unwrap' && breaksAtClauses(draft.blocks),
    hasSoftEnds: settings.lineBreaks === 'unwrap' && hasSoftEnds(draft),
    marksDollars: marksDollars(draft.blocks),
    indent: '',
    quote: '',
    depth: 0,
    spaced: false,
  };
  const title = openingTitle(draft, settings.openWith ?? draft.settings.openWith);
  if (title !== undefined) {
    writer.add(title, 'title');
    writer.keepWhole(0);
    // A heading below it stays with its text rather than with the title.
    writer.breakLine('\n\n', draft.blocks[0]?.type === 'heading' ? BREAK.posed : BREAK.leadIn, 0);
  }
  layoutBlocks(draft.blocks, context);
  for (const { blocks } of sources.wordless.values()) layoutBlocks(blocks, context);
  const listed = sources.sources.filter((source) => source.type === 'note' || settings.footnotes !== 'post');
  const content = draft.blocks.filter(({ type }) => type !== 'separator');
  const isPicture = (block: Block): boolean =>
    block.type === 'image' || cardsOf(block, profile) !== undefined;
  const joins = content.findLast((block) => !isPicture(block))?.type === 'sources';
  // Sources would come between a lead-in and the picture that it announces, also at the end of an item.
  const last = innermost(content);
  const lastWords = last.findLast((block) => !isPicture(block));
  const isAnnounced =
    lastWords !== undefined && lastWords !== last.at(-1) && announces(lastOf(lastWords), 'text');
  listed.forEach((source, at) => {
    if (at > 0 || joins) writer.breakLine('\n', BREAK.source, 0);
    else if (writer.length > 0) writer.breakLine('\n\n', isAnnounced ? BREAK.forced : BREAK.sources, 0);
    layoutSource(source, context);
  });
  return writer.finish();
}

/** Returns the last blocks of a text: those of the last item, if it ends with a list. */
function innermost(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  return last?.type === 'list' ? innermost(last.items.at(-1)?.blocks ?? []) : blocks;
}

function layoutSource(source: NumberedSource, context: Context): void {
  const { writer, draft } = context;
  const start = writer.length;
  if (source.type === 'url') {
    const title = source.title === undefined ? '' : `${source.title}: `;
    writer.add(`[${source.number}] ${title}${followable(source.url)}`, 'source');
    writer.keepWhole(start);
    return;
  }
  writer.add(`[${source.number}] `, 'mark');
  const note = draft.notes.find(({ id }) => id === source.id);
  if (note === undefined) return;
  writer.group('unit', () => layoutBlocks(note.blocks, { ...context, indent: '' }));
}
