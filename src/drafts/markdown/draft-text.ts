import type { Position } from '../finding.ts';
import type { FindingList } from '../finding-list.ts';
import { createReferences } from '../references.ts';
import type { DraftText } from './conversion.ts';
import { createDestinations } from './destinations.ts';

/** Makes the state in which the text of a draft, or the HTML of a page, is converted. */
export function createDraftText(
  source: string,
  positionAt: (offset: number) => Position,
  findings: FindingList,
  {
    path,
    siteUrl,
    pageUrl,
    purpose,
    ofBlog,
    hidesCells,
    runsCells,
    keepsLines,
    wrapColumn,
    site,
    writtenAt,
    altOf,
  }: Pick<
    DraftText,
    | 'path'
    | 'siteUrl'
    | 'pageUrl'
    | 'purpose'
    | 'ofBlog'
    | 'hidesCells'
    | 'runsCells'
    | 'keepsLines'
    | 'wrapColumn'
    | 'site'
    | 'writtenAt'
    | 'altOf'
  >,
): DraftText {
  return {
    source,
    path,
    purpose,
    ofBlog,
    hidesCells,
    runsCells,
    keepsLines,
    wrapColumn,
    findings,
    positionAt,
    writtenAt,
    altOf,
    references: createReferences(positionAt),
    notes: new Map(),
    definitions: new Map(),
    destinations: createDestinations(source),
    sharedDefinitions: new Map(),
    usedDefinitions: new Set(),
    usedNotes: new Set(),
    siteUrl,
    pageUrl,
    site,
  };
}
