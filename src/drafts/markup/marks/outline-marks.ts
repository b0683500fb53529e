import { excerptOf } from '../markup-token.ts';
import { embedded, type MarkRule, noText, replacing } from './mark-rule.ts';

/** Properties that outliners keep for themselves. */
const OF_THE_PROGRAM =
  /^(?:id|collapsed|title|tags|alias|aliases|public|type|template|template-including-parent|icon|filters|created-at|updated-at|heading|background-color|exclude-from-graph-view|(?:ls|hl|card|logseq|query)[-.][\w.-]+)$/i;

/** Marks of outliners such as Logseq and Roam, one row per kind. */
export const OUTLINE_MARKS: readonly MarkRule[] = [
  {
    name: 'properties of an outline',
    why: 'Logseq keeps the names and states of blocks in them; those of the author are words',
    sample: '- Words.\n  id:: 64a1b2c3\n- level:: 2.4',
    leaves: 'Words. level: 2.4',
    mayHold: (source) => source.includes(':: '),
    find: replacing(
      /(?:^|\n)([ \t]*(?:[-*+][ \t]+)?)([A-Za-z][\w.-]{0,60}):: ([^\n]*)/g,
      ({ 0: whole, 1: lead = '', 2: key = '', 3: value = '', index }, search) => {
        const end = whole.startsWith('\n') ? '\n' : '';
        if (!OF_THE_PROGRAM.test(key)) return `${end}${lead}${key}: ${value}`;
        noText(search, index + end.length, `properties such as \`${key}::\` are for the program, not text`);
        return /\S/.test(lead) ? end : '';
      },
    ),
  },
  {
    name: 'references to blocks',
    why: 'Logseq and Roam show another block there',
    sample: 'See ((64a1b2c3-d4e5-f607-1829-3a4b5c6d7e8f)) there.',
    leaves: 'See there.',
    mayHold: (source) => source.includes('(('),
    find: replacing(/\(\([0-9a-f]{4,8}-[0-9a-f-]{4,40}\)\)[ \t]?/g, ({ 0: whole, index }, search) => {
      embedded(search, index, whole);
      return '';
    }),
  },
  {
    name: 'Logseq’s plans',
    why: 'when a task is due is for the program',
    sample: '- Write it\n  SCHEDULED: <2026-01-01 Thu>',
    leaves: 'Write it',
    mayHold: (source) => /^[ \t]*(?:SCHEDULED|DEADLINE): </m.test(source),
    find: replacing(
      /\n[ \t]*(?:SCHEDULED|DEADLINE): <[^>\n]{4,60}>[ \t]*$/gm,
      ({ 0: whole, index }, search) => {
        noText(search, index + 1, `\`${excerptOf(whole)}\` is for the program, not text`);
        return '';
      },
    ),
  },
];
