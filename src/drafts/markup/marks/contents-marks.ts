import { excerptOf } from '../markup-token.ts';
import { type MarkRule, replacing } from './mark-rule.ts';

/** Tables of contents that their authors wrote out. */
export const CONTENTS_MARKS: readonly MarkRule[] = [
  {
    name: 'a table of contents, below its heading',
    why: 'every item jumps to a place on the page, which a thread does not have',
    sample:
      '## Table of Contents\n\n- [Rise](#rise)\n  - [Noon](#noon)\n- `lamp` [Fall](#fall)\n\n## Rise\n\nIt rose.',
    leaves: 'Rise It rose.',
    mayHold: (source) => source.includes('](#'),
    find: replacing(
      /^(?:#{1,6}[ \t]+|\*\*|__)(?:(?:the )?table of contents|contents|toc|on this page|in this (?:post|article)|inhalt(?:sverzeichnis)?|índice|contenido|sommaire|table des matières|indice|目录|目次|содержание|оглавление)[ \t]*:?(?:\*\*|__)?:?[ \t]*(?:\r?\n[ \t]*){1,3}(?:[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]{1,4}[^[\]\n]{0,60}\[[^[\]\n]{1,200}\]\(#[^()\n]{0,200}\)[ \t]*(?:\r?\n|$(?![\s\S]))){2,200}/gim,
      ({ 0: whole, index }, search) => {
        const message = `\`${excerptOf(whole)}\` is a table of contents of the page, and is left out`;
        search.notes.push({ code: 'not-text-dropped', offset: index, message, severity: 'info' });
        return '\n';
      },
    ),
  },
];
