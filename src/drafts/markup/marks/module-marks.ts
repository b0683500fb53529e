import type { Edit } from '../../edits.ts';
import { budgetFor } from '../closing-sign.ts';
import { HOLE } from '../hole.ts';
import { moduleEnd } from '../mdx-tokens.ts';
import { isAlone } from '../token-case.ts';
import { type MarkRule, type MarkSearch, noText, replacing } from './mark-rule.ts';

const NAMES =
  /^(?:import\s+([\w$*{][^;"'\n]*?)\s+from\s|export\s+(?:default\s+)?(?:const|let|function)\s+([A-Z]\w*))/;

/** What a page uses of its modules: `<Tabs>`, `{years}`, `{...authors.ana}`. */
const USED = /<([A-Za-z_$][\w$]*)(?=[\s/>.])|\{(?:\.{3})?([A-Za-z_$][\w$]*)(?![\w$])/g;

/** Finds imports and exports of the components that a `.md` file uses, as Docusaurus reads it. */
function modules(search: MarkSearch): Edit[] {
  const { source, from, skip } = search;
  const edits: Edit[] = [];
  const budget = budgetFor(source.length - from);
  const used = new Set([...source.matchAll(USED)].map(([, tag, value]) => tag ?? value));
  const lines = /^(?:import|export)\s/gm;
  lines.lastIndex = from;
  for (let match = lines.exec(source); match !== null; match = lines.exec(source)) {
    const start = match.index;
    const [, imported = '', exported = ''] = NAMES.exec(source.slice(start, start + 500)) ?? [];
    const names = `${imported} ${exported}`.match(/[A-Za-z_$][\w$]*/g) ?? [];
    if (skip(start) || !names.some((name) => used.has(name))) continue;
    const end = moduleEnd(source, start, from, budget);
    if (end === undefined) continue;
    noText(search, start, 'imports and exports are part of the blog’s program, not text');
    edits.push({ start, end, text: '' });
    lines.lastIndex = end;
  }
  return edits;
}

/** Whether a file has a script of Svelte: its blocks, `export let`, or an import of a component. */
const isSvelte = (source: string): boolean =>
  /<script\b|\{#(?:if|each|await|key)\b/.test(source) &&
  /\{[#@/](?:if|each|await|key|html|const)\b|\bexport let \w|\.svelte["']|<svelte:/.test(source);

/** Marks of modules in `.md` files, which MDX and Svelte read. */
export const MODULE_MARKS: readonly MarkRule[] = [
  {
    name: 'blanks of JSX',
    why: '`{" "}` at a line’s end is a space; nobody means the braces',
    sample: 'It rose in{" "}\nMay.',
    leaves: 'It rose in May.',
    notInMdx: true,
    mayHold: (source) => /\{(?:' +'|" +")\}/.test(source),
    find: replacing(/[ \t]*\{(?:' +'|" +")\}[ \t]*(?:\n[ \t]*(?=\S))?/g, () => ' '),
  },
  {
    name: 'imports in a `.md` file',
    why: 'Docusaurus reads it as MDX: what an import names is used as a component below',
    sample:
      "import Tabs from '@theme/Tabs';\nimport people from 'log/people';\n\nIt rose.\n\n<Tabs>\n\nIn May.\n\n</Tabs>\n\n<Person {...people.ana} />",
    leaves: 'It rose. In May.',
    notInMdx: true,
    mayHold: (source) => /^(?:import|export)\s/m.test(source) && /<[A-Z]|=\{/.test(source),
    find: modules,
  },
  {
    name: 'blocks and values of Svelte',
    why: 'what is between braces decides what the page shows, or is computed there',
    sample:
      '<script>\n  export let rain;\n</script>\n\nWe had {rain} mm.\n\n{#if rain}\nIt rose.\n{:else}\nIt fell.\n{/if}',
    leaves: `We had ${HOLE} mm. It rose. It fell.`,
    notInMdx: true,
    mayHold: (source) => source.includes('{') && isSvelte(source),
    find: replacing(
      /\{(?:[#:/](?:if|else|each|await|then|catch|key)\b[^{}\n]{0,200}|@(?:html|const|debug)\b[^{}\n]{0,200}|[A-Za-z_$][\w$.]{0,100}(?:\([^(){}\n]{0,100}\))?)\}/g,
      ({ 0: whole, index }, search) => {
        const isBlock = /^\{[#:/]|^\{@(?:const|debug)/.test(whole);
        const isLost = isBlock || isAlone(search.source, index, index + whole.length);
        const message = isLost
          ? `\`${whole}\` is part of the blog’s program, not text`
          : `only the blog can work out \`${whole}\`; write the words themselves, or put it in backticks to show it as code`;
        search.notes.push({ code: isLost ? 'not-text' : 'template-value', offset: index, message });
        return isLost ? '' : HOLE;
      },
    ),
  },
  {
    name: 'settings of a slide',
    why: 'Slidev writes the layout of a slide between two rules',
    sample: 'It rose.\n\n---\nlayout: center\nclass: big\n---\n\nIn May.',
    leaves: 'It rose. In May.',
    mayHold: (source) => /^---\r?\n(?:layout|class|background|transition|clicks|hideInToc): /m.test(source),
    find: replacing(
      /^---\n(?=(?:[a-z][\w-]*: [^\n]*\n){0,10}?(?:layout|class|background|transition|clicks|hideInToc): )(?:[a-z][\w-]*: [^\n]*\n){1,10}---[ \t]*$/gim,
      ({ index }, search) => {
        noText(search, index, 'the settings of a slide are for the program, not text');
        return '---';
      },
    ),
  },
];
