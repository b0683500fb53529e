import { type MarkRule, replacing } from './mark-rule.ts';

/** Signs that make an aside of a paragraph, one row per family of engines. */
export const ASIDE_MARKS: readonly MarkRule[] = [
  {
    name: 'asides of webpack and Docsify',
    why: 'a box on the page, whose colour comes from the sign',
    sample: 'Words.\n\nW> Mind the gap.\n\n?> Or jump.\n\nT > 2',
    leaves: 'Words. Mind the gap. Or jump. T > 2',
    mayHold: (source) => /^[TW?!~]> /m.test(source),
    find: replacing(/(?<=^|\n[ \t]*\r?\n)[TW?!~]> (?=\S)/g, () => ''),
  },
];
