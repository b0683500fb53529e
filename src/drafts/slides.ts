import { codeSpans, insideOf } from '../text/code-spans.ts';
import type { FindingList } from './finding-list.ts';
import type { LineTable } from './line-table.ts';

/** A file of slides: its body below the front matter, and what a key of that says. */
type MayBeSlides = { readonly body: string; readonly field: (name: string) => string | undefined };

type SlideFormat = {
  readonly name: string;
  readonly why: string;
  readonly sample: string;
  readonly holds: (file: MayBeSlides) => boolean;
};

/** The rule that begins a slide, and its first property, as remark.js and Slidev write them. */
const PROPERTY =
  /(?:^|\n--?-?[ \t]*\r?\n)(?:class|name|count|template|layout|exclude|background(?:-image)?|transition|clicks): ?[^\n]*\n/g;
/** Properties that a rule closes, as in Slidev. */
const CLOSED = /^(?:[a-zA-Z][\w-]*:[^\n]*\n){0,10}---[ \t]*\r?$/m;
/** The line above what the speaker says, and the rule between two slides. */
const SPOKEN = /^\?\?\?[ \t]*\r?$/gm;
const RULE = /^---[ \t]*\r?$/gm;
/** So many slides with properties, or rules between slides on which the speaker says something, make a file one of slides. */
const MANY = 3;
/** The fewest slides on which the speaker says something, in a file without properties. */
const FEWEST_SPOKEN = 2;

/** Counts the slides with properties, by whether a rule closes them. */
function countSlides(body: string): { readonly open: number; readonly closed: number } {
  const all = [...body.matchAll(PROPERTY)];
  // Most texts have none.
  if (all.length === 0) return { open: 0, closed: 0 };
  const inCode = insideOf(codeSpans(body, 0));
  const found = all.filter(({ index }) => !inCode(index + 1));
  const closed = found.filter(({ index, 0: whole }) => {
    const end = index + whole.length;
    return CLOSED.exec(body.slice(end, end + 2000))?.index === 0;
  }).length;
  return { open: found.length - closed, closed };
}

/** Whether the speaker says something on several slides between rules. */
function isSpoken(body: string): boolean {
  const spoken = [...body.matchAll(SPOKEN)];
  if (spoken.length < FEWEST_SPOKEN) return false;
  const inCode = insideOf(codeSpans(body, 0));
  const isOutside = ({ index }: RegExpExecArray): boolean => !inCode(index);
  return (
    spoken.filter(isOutside).length >= FEWEST_SPOKEN &&
    [...body.matchAll(RULE)].filter(isOutside).length >= MANY
  );
}

/** Programs that show a file as slides, and what tells their files from posts. */
export const SLIDE_FORMATS: readonly SlideFormat[] = [
  {
    name: 'remark.js',
    why: 'slides begin with their properties, and end with what the speaker says',
    sample: 'class: title\n# Gates\n\n???\n\nGood evening.\n\n---\nname: rise\n# How they rise',
    holds: ({ body }) => {
      const { open } = countSlides(body);
      return open >= MANY || (open > 0 && body.search(SPOKEN) !== -1) || isSpoken(body);
    },
  },
  {
    name: 'Slidev',
    why: 'slides begin with their properties between two rules',
    sample:
      '---\ntheme: seriph\n---\n# Gates\n\n---\nlayout: center\n---\n\nThey rise.\n\n---\nlayout: two-cols\n---\n\nThey shut.',
    holds: ({ body, field }) => countSlides(body).closed >= (field('theme') === undefined ? MANY : MANY - 1),
  },
  {
    name: 'Marp',
    why: 'its front matter says so',
    sample: '---\nmarp: true\n---\n# Gates\n\n---\n\nThey rise.',
    holds: ({ field }) => field('marp') === 'true',
  },
  {
    name: 'Quarto',
    why: 'slides are the only form that the file is made into',
    sample: '---\ntitle: Gates\nformat: revealjs\n---\n## How they rise',
    holds: ({ field }) => /^(?:revealjs|beamer|pptx)$/.test(field('format') ?? ''),
  },
  {
    name: 'R Markdown',
    why: 'its output is a talk',
    sample: '---\ntitle: Gates\noutput: xaringan::moon_reader\n---\n## How they rise',
    holds: ({ field }) =>
      /^(?:xaringan::\w+|(?:ioslides|slidy|beamer|powerpoint)_presentation|revealjs::\w+)$/.test(
        field('output') ?? '',
      ),
  },
];

/** Reports a file of slides, which is no text to read: an error at its first line of words. Returns whether it is one. */
export function reportSlides(
  source: string,
  bodyStart: number,
  field: MayBeSlides['field'],
  to: { readonly lines: LineTable; readonly findings: FindingList },
): boolean {
  const body = source.slice(bodyStart).trimStart();
  const format = SLIDE_FORMATS.find(({ holds }) => holds({ body, field }));
  if (format === undefined) return false;
  const message = `this file is slides for ${format.name}, not a text: its signs for slides and what the speaker says would stand in the posts; write the thread in a file of its own`;
  to.findings.add('slides', to.lines.positionAt(source.length - body.length), message);
  return true;
}
