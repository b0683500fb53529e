import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Block, Emphasis, ImageSource, Note, Run } from '../draft.ts';
import type { Position } from '../finding.ts';
import type { FindingList } from '../finding-list.ts';
import type { Purpose } from '../markup/markup-options.ts';
import type { References } from '../references.ts';
import type { SiteLookup } from '../site-lookup.ts';
import type { Destinations, Range } from './destinations.ts';

/** A definition and its place in the file. */
export type PlacedDefinition = Definition & { readonly at: Position };

/** The state shared by all chunks while a draft's text is converted. */
export type DraftText = {
  /** The text as Markdown, with other markup removed. */
  readonly source: string;
  readonly purpose: Purpose;
  /** The text’s own file; `null` for a text without one. */
  readonly path: string | null;
  /** Whether it is a post of a blog, whose page shows a line end as a space. */
  readonly ofBlog: boolean;
  /** Whether the front matter hides the code of all cells that do not show it themselves. */
  readonly hidesCells: boolean;
  /** Whether the front matter lets the engine run the cells. */
  readonly runsCells: boolean;
  /** Whether the author wants every line break kept, even if an editor seems to have wrapped. */
  readonly keepsLines: boolean;
  /** The column at which an editor wrapped the text, if one did. */
  readonly wrapColumn: number | undefined;
  readonly findings: FindingList;
  readonly references: References;
  /** Footnotes by identifier. */
  readonly notes: Map<string, Note>;
  /** Definitions of links and images by identifier, and the identifiers in use. */
  readonly definitions: Map<string, PlacedDefinition>;
  /** Definitions of other chunks, by identifier. */
  readonly sharedDefinitions: Map<string, Definition>;
  readonly destinations: Destinations;
  readonly usedDefinitions: Set<string>;
  readonly usedNotes: Set<string>;
  /** The base of relative links: the site's URL, and the draft's own page for `#fragments`. */
  readonly siteUrl: string | undefined;
  readonly pageUrl: string | undefined;
  /** What the site's other files say; missing if they can't be asked. */
  readonly site?: SiteLookup | undefined;
  /** Returns the alt text that the front matter has for a picture. */
  readonly altOf?: ((path: string) => string | undefined) | undefined;
  readonly positionAt: (offset: number) => Position;
  /** Returns what the author wrote, from the start of a place’s line on: some hundred characters. */
  readonly writtenAt: (at: Position) => string;
};

/** What a node's handler may use while a chunk is converted. */
export type Conversion = DraftText & {
  /** Returns where a node starts and ends in the source. */
  readonly rangeOf: (node: Nodes) => { readonly start: number; readonly end: number };
  readonly blocks: (nodes: readonly RootContent[]) => Block[];
  readonly inline: (nodes: readonly PhrasingContent[]) => InlineContent;
  /** Appends nodes to a writer. */
  readonly write: (nodes: readonly PhrasingContent[], writer: InlineWriter) => void;
};

/** The content of a block: its runs, and the images moved out of them. */
export type InlineContent = { readonly runs: readonly Run[]; readonly images: readonly ImageSource[] };

/** An open `<a href>`: its target, where that is written, and the indexes of its first run and image. */
export type OpenAnchor = {
  readonly target: string;
  /** Its classes and its role. */
  readonly called: string;
  readonly at: Position;
  /** Where it begins in the text, if it has a place there. */
  readonly from: number | undefined;
  readonly written: Range | undefined;
  readonly firstRun: number;
  readonly firstImage: number;
};

/** An open `<sup>` or `<del>`, and the index of its first run. */
export type OpenRuns = { readonly at: Position; readonly firstRun: number };

/** An open `<strong>`, `<em>` or `<code>`. */
export type OpenEmphasis = { readonly emphasis: Emphasis; readonly firstRun: number };

/** Collects the runs of a block. */
export type InlineWriter = {
  readonly runs: Run[];
  readonly images: ImageSource[];
  readonly emphasis: Emphasis | undefined;
  /** Open HTML tags, shared by all writers of the block. */
  readonly html: {
    anchor?: OpenAnchor | undefined;
    raised?: OpenRuns | undefined;
    struck?: OpenRuns | undefined;
    readonly emphases: OpenEmphasis[];
  };
};

/** Converts one node to blocks. */
export type BlockHandler<Node extends Nodes> = (node: Node, conversion: Conversion) => readonly Block[];
/** Converts one node to runs. */
export type InlineHandler<Node extends Nodes> = (
  node: Node,
  writer: InlineWriter,
  conversion: Conversion,
) => void;

/** Returns the text of a node as its author wrote it. */
export function sourceOf(node: Nodes, conversion: Conversion): string {
  const { start, end } = conversion.rangeOf(node);
  return conversion.source.slice(start, end);
}

/** Returns where a node starts, as line and column of the file. */
export function placeOf(node: Nodes, conversion: Conversion): Position {
  return conversion.positionAt(conversion.rangeOf(node).start);
}

/** Returns the definition that a link or image refers to, and marks it as used. */
export function useDefinition(identifier: string, conversion: Conversion): Definition | undefined {
  conversion.usedDefinitions.add(identifier);
  return conversion.definitions.get(identifier) ?? conversion.sharedDefinitions.get(identifier);
}

/** Stores a footnote's text. A second one with the same name is renamed and reported, because no mark leads to it. */
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
  const message = `[^${node.identifier}] already has a text, and the first one counts; give this footnote another name`;
  findings.add('note-unused', at, message);
}
