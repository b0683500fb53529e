import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Block, Emphasis, ImageSource, Note, Run } from '../draft.ts';
import type { Position } from '../finding.ts';
import type { FindingList } from '../finding-list.ts';
import type { Purpose } from '../markup/markup-options.ts';
import type { References } from '../references.ts';
import type { Destinations, Range } from './destinations.ts';

/** A definition and where it stands in the file. */
export type PlacedDefinition = Definition & { readonly at: Position };

/** What the whole draft's text shares while it is converted, chunk by chunk. */
export type DraftText = {
  /** The text as Markdown, without the markup that is no text. */
  readonly source: string;
  readonly purpose: Purpose;
  /** The author wants every line break kept, also where an editor seems to have wrapped. */
  readonly keepsLines: boolean;
  /** The column at which an editor wrapped the text, if one did. */
  readonly wrapColumn: number | undefined;
  readonly findings: FindingList;
  readonly references: References;
  /** Footnotes by identifier. */
  readonly notes: Map<string, Note>;
  /** Definitions of links and images by identifier, and the identifiers that were used. */
  readonly definitions: Map<string, PlacedDefinition>;
  /** Those of other chunks, by identifier. */
  readonly sharedDefinitions: Map<string, Definition>;
  readonly destinations: Destinations;
  readonly usedDefinitions: Set<string>;
  readonly usedNotes: Set<string>;
  /** What relative links are joined to: the site's URL, and the draft's own page for `#places` on it. */
  readonly siteUrl: string | undefined;
  readonly pageUrl: string | undefined;
  readonly positionAt: (offset: number) => Position;
};

/** What a node's handler may ask while a chunk is converted. */
export type Conversion = DraftText & {
  /** Where a node starts and ends in the source. */
  readonly rangeOf: (node: Nodes) => { readonly start: number; readonly end: number };
  readonly blocks: (nodes: readonly RootContent[]) => Block[];
  readonly inline: (nodes: readonly PhrasingContent[]) => InlineContent;
  /** Writes nodes behind what a writer holds. */
  readonly write: (nodes: readonly PhrasingContent[], writer: InlineWriter) => void;
};

/** What stands inside a block: its runs, and the images lifted out of them. */
export type InlineContent = { readonly runs: readonly Run[]; readonly images: readonly ImageSource[] };

/** An `<a href>` that is still open, where its URL is written, and the index of the run that will be its first. */
export type OpenAnchor = {
  readonly url: string;
  readonly at: Position;
  readonly written: Range | undefined;
  readonly firstRun: number;
};

/** A `<sup>` or `<del>` that is still open, and the index of the run that will be its first. */
export type OpenRuns = { readonly at: Position; readonly firstRun: number };

/** Gathers the runs of a block. */
export type InlineWriter = {
  readonly runs: Run[];
  readonly images: ImageSource[];
  readonly emphasis: Emphasis | undefined;
  /** What HTML tags left open, shared by all writers of the block. */
  readonly html: {
    anchor?: OpenAnchor | undefined;
    raised?: OpenRuns | undefined;
    struck?: OpenRuns | undefined;
  };
};

/** Turns one node into blocks. */
export type BlockHandler<Node extends Nodes> = (node: Node, conversion: Conversion) => readonly Block[];
/** Turns one node into runs. */
export type InlineHandler<Node extends Nodes> = (
  node: Node,
  writer: InlineWriter,
  conversion: Conversion,
) => void;

/** The text of a node as its author wrote it. */
export function sourceOf(node: Nodes, conversion: Conversion): string {
  const { start, end } = conversion.rangeOf(node);
  return conversion.source.slice(start, end);
}

/** Where a node starts, as line and column of the file. */
export function placeOf(node: Nodes, conversion: Conversion): Position {
  return conversion.positionAt(conversion.rangeOf(node).start);
}

/** What a link or image refers to by name, and that it did. */
export function useDefinition(identifier: string, conversion: Conversion): Definition | undefined {
  conversion.usedDefinitions.add(identifier);
  return conversion.definitions.get(identifier) ?? conversion.sharedDefinitions.get(identifier);
}

/** Keeps a footnote's text. A second one of the same name gets a name of its own, and a finding: no mark leads to it. */
export function keepNote(node: FootnoteDefinition, conversion: Conversion): void {
  const { notes, findings } = conversion;
  const at = placeOf(node, conversion);
  const blocks = conversion.blocks(node.children);
  if (!notes.has(node.identifier)) {
    notes.set(node.identifier, { id: node.identifier, blocks, at });
    return;
  }
  const id = `${node.identifier}-${notes.size + 1}`;
  notes.set(id, { id, blocks, at });
  conversion.usedNotes.add(id);
  const message = `[^${node.identifier}] has a text already, and the first holds; give this footnote another name`;
  findings.add('note-unused', at, message);
}
