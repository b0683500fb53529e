import type { Edit } from '../../edits.ts';
import { HOLE } from '../hole.ts';
import { excerptOf } from '../markup-token.ts';
import { isMyst } from '../myst-directives.ts';
import { type MarkRule, type MarkSearch, noText, replacing } from './mark-rule.ts';

/** Marks of MyST inside its text, one row per kind. */
export const MYST_MARKS: readonly MarkRule[] = [
  {
    name: 'MyST’s roles',
    why: 'the name in braces says what the code behind it is',
    sample: 'The {kbd}`Esc` key, {doc}`the log <log>`, H{sub}`2`O and {cite:p}`smith2020`.',
    leaves: 'The Esc key, the log, H2O and.',
    notInMdx: true,
    mayHold: (source) => source.includes('}`'),
    find: roles,
  },
  {
    name: 'MyST’s targets, breaks and comments',
    why: 'names for links, ends of cells, and notes to oneself',
    sample: '(gate)=\n\nWords.\n\n+++\n\n% not for readers',
    leaves: 'Words.',
    notInMdx: true,
    mayHold: isMyst,
    find: replacing(
      /^(?:\([\w:-]+\)=|\+{3}(?:[ \t]*\{[^\n]*)?|%[ \t][^\n]*)[ \t]*$/gm,
      ({ index }, search) => {
        noText(search, index, 'a target, a break or a comment of MyST is not text');
        return '';
      },
    ),
  },
];

const ROLE = /\{([a-z][\w:-]*)\}(`+)([^`\n]{1,300})\2(?!`)/g;

/** Replaces each role with its words: the backticks behind a role’s name do not mark code. */
function roles({ source, from, skip, notes }: MarkSearch): Edit[] {
  if (!isMyst(source)) return [];
  ROLE.lastIndex = from;
  return [...source.matchAll(ROLE)].flatMap(({ 0: whole, 1: name = '', 3: inside = '', index }) => {
    if (skip(index)) return [];
    const end = index + whole.length;
    const words = inside.replace(/\s*<[^<>]*>$/, '').trim();
    const isNamed = words !== inside.trim();
    if (/^(?:cite|footcite)/.test(name)) {
      notes.push({
        code: 'not-text-dropped',
        offset: index,
        message: `\`${excerptOf(whole)}\` cites a work by its key, which only the blog can look up; it is left out`,
      });
      const space = /[^\S\n]?$/.exec(source.slice(0, index))?.[0].length ?? 0;
      return [{ start: index - space, end, text: '' }];
    }
    const hasNumber = /%s|\{(?:number|name)\}/.test(words);
    if (/^(?:ref|numref|eq|prf:ref)$/.test(name) && (!isNamed || hasNumber)) {
      notes.push({
        code: 'template-value',
        offset: index,
        message: `only the engine can work out \`${whole}\`; write what it points to in words`,
      });
      return [{ start: index, end, text: HOLE }];
    }
    return [{ start: index, end, text: textOf(name, words) }];
  });
}

function textOf(name: string, words: string): string {
  if (name === 'math') return `$${words}$`;
  if (name === 'sup' || name === 'superscript') return `<sup>${words}</sup>`;
  if (name === 'abbr') return words.replace(/\s*\([^()]*\)$/, '');
  return /^(?:code|samp|file|command|program|py:.*|func|class|meth|mod)$/.test(name) ? `\`${words}\`` : words;
}
