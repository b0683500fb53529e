import type { Edit } from '../../edits.ts';
import { PICTURE_FILE } from '../../picture-file.ts';
import type { SiteLookup } from '../../site-lookup.ts';
import type { MarkupNote } from '../markup-options.ts';
import { excerptOf } from '../markup-token.ts';

/** One kind of mark: a quick test, and what to do with each. */
export type MarkRule = {
  readonly name: string;
  readonly why: string;
  readonly sample: string;
  /** The words that remain of the sample. */
  readonly leaves: string;
  /** Braces have another meaning in MDX. */
  readonly notInMdx?: true;
  readonly mayHold: (source: string) => boolean;
  readonly find: (search: MarkSearch) => Edit[];
};

/** Where to look for marks, and where to record what is lost. */
export type MarkSearch = {
  readonly source: string;
  readonly from: number;
  readonly skip: (offset: number) => boolean;
  readonly notes: MarkupNote[];
  /** Finds a picture or video beside the text by its name or a part of it; missing if the site’s files can’t be asked. */
  readonly picture?: SiteLookup['picture'] | undefined;
};

/** Returns the replacement for one mark; `undefined` keeps it. */
type Becomes = (match: RegExpExecArray, search: MarkSearch) => string | undefined;

/** Makes a rule’s search of a pattern and what replaces each match. */
export function replacing(pattern: RegExp, becomes: Becomes): MarkRule['find'] {
  return (search) => {
    const edits: Edit[] = [];
    pattern.lastIndex = search.from;
    for (let match = pattern.exec(search.source); match !== null; match = pattern.exec(search.source)) {
      if (search.skip(match.index)) continue;
      const text = becomes(match, search);
      if (text !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, text });
    }
    return edits;
  };
}

/** Reports markup that is no text. */
export const noText = (search: MarkSearch, offset: number, message: string): void => {
  search.notes.push({ code: 'not-text', offset, message });
};

/** What the notes of a text say of its attributes: they name the first. */
const said = new WeakMap<MarkSearch['notes'], string>();

/** Reports attributes at their place, with one message for all of a text. */
export function noAttributes(search: MarkSearch, offset: number, written: string): void {
  const message =
    said.get(search.notes) ??
    `attributes such as \`${excerptOf(written.trim(), 40)}\` are for the page, not text`;
  said.set(search.notes, message);
  noText(search, offset, message);
}

/** Reports another text that a mark shows, which a post can’t. */
export const embedded = ({ notes }: MarkSearch, offset: number, written: string): void => {
  const isPicture = PICTURE_FILE.test(written.replace(/["'\s]+$/, ''));
  const message = isPicture
    ? `\`${excerptOf(written, 80)}\` puts a picture there; write it as one, \`![what it shows](FILE)\``
    : `\`${excerptOf(written, 40)}\` embeds another text, which a post can’t show; write its words here, or remove it`;
  notes.push({ code: 'embedded-note', offset, message });
};
