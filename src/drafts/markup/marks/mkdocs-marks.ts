import { annotations } from './annotations.ts';
import { type MarkRule, noText, replacing } from './mark-rule.ts';

/** How an icon’s name says where an arrow leads. */
const ARROWS: Readonly<Record<string, string>> = { right: '→', left: '←', up: '↑', down: '↓' };

/** Marks of MkDocs and its theme Material, one row per kind. */
export const MKDOCS_MARKS: readonly MarkRule[] = [
  {
    name: 'annotations of Material for MkDocs',
    why: 'a page opens the note at its mark; in a thread it is a footnote',
    sample: 'It rose. (1)\n{ .annotate }\n\n1. In May.',
    leaves: 'It rose.',
    mayHold: (source) => source.includes('.annotate'),
    find: annotations,
  },
  {
    name: 'icons of MkDocs',
    why: 'a drawing without words, named by its set',
    sample: ':material-account-circle: Ana :fontawesome-brands-github:{ .big } rose.',
    leaves: 'Ana rose.',
    mayHold: (source) => ICONS.test(source),
    find: replacing(
      /:(?:material|octicons|fontawesome|simple)-[a-z\d-]+:(?:\{[^{}\n]*\})?[ \t]?/g,
      ({ 0: whole, index }, search) => {
        const arrow = ARROWS[/-arrow-(right|left|up|down)\b/.exec(whole)?.[1] ?? ''];
        const { source } = search;
        const isBetween =
          /[^\s[(|*_:-] $/.test(source.slice(Math.max(0, index - 2), index)) &&
          /^[`"“\p{L}\p{N}]/u.test(source.slice(index + whole.length, index + whole.length + 2)) &&
          whole.endsWith(' ');
        if (arrow !== undefined && isBetween) return `${arrow} `;
        noText(search, search.from, 'an icon such as `:material-home:` is a drawing, not text');
        return '';
      },
    ),
  },
];

const ICONS = /:(?:material|octicons|fontawesome|simple)-/;
