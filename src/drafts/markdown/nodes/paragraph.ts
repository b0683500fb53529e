import type { Paragraph, PhrasingContent, Text } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import { formulaText } from '../../../text/formula-text.ts';
import type { Block, Run } from '../../draft.ts';
import { isProse } from '../../is-prose.ts';
import { areTerms } from '../../labels.ts';
import { aroundStruck } from '../around-struck.ts';
import { brokenTable } from '../broken-table.ts';
import type { Conversion, InlineContent } from '../conversion.ts';
import { type BlockHandler, placeOf, sourceOf } from '../conversion.ts';
import { emoticonOf } from '../emoticons.ts';
import { withoutFormulaEscapes } from '../escaped-formula.ts';
import { pageOfPicture } from '../page-of-picture.ts';
import { isFilled } from '../wrap-column.ts';
import { joinWrappedLines } from '../wrapped-lines.ts';
import { isDisplayed, isTex } from './inline-math.ts';

/** The shortest line that is a sentence of a wrapped text, in characters. */
const SHORTEST_SENTENCE = 40;

/** The longest paragraph of nothing but code in backticks, in characters, that is words; a longer one is a block of code. */
const LONGEST_IN_LINE = 240;

/** Signs alone on a line that part a text as a rule does: `\*\*\*`, `**`, `~ ~ ~`, `⁂`. */
const PARTING = /^(?:⁂|\*\*|([*~·•—–])(?:\s*\1){2,})$/;

const linesOfCode = (node: Paragraph, conversion: Conversion): string =>
  sourceOf(node, conversion)
    .trim()
    .replace(/^(`+)[ \t]*\n?([\s\S]*?)\s*\1$/, '$2')
    // Lines inside a quotation.
    .replace(/\n>[ \t]?/g, '\n');

/** Words, followed by their images as separate blocks; images that open the paragraph precede them. A formula on its own line splits the words. */
export const paragraph: BlockHandler<Paragraph> = (node, conversion) => {
  const [only, ...others] = node.children;
  const broken = conversion.purpose === 'thread' ? brokenTable(sourceOf(node, conversion)) : undefined;
  if (broken !== undefined) conversion.findings.add('table-broken', placeOf(node, conversion), broken);
  const isCode = only?.type === 'inlineCode' && others.length === 0 && only.value.length > LONGEST_IN_LINE;
  if (only?.type === 'text' && others.length === 0 && PARTING.test(only.value.trim()))
    return [{ type: 'separator', at: placeOf(node, conversion) }];
  if (isCode && !isProse(only.value))
    return [{ type: 'code', source: linesOfCode(node, conversion), at: placeOf(node, conversion) }];
  if (!node.children.some(({ type }) => type === 'inlineMath'))
    return wordBlocks(node.children, node, conversion);
  const blocks: Block[] = [];
  let words: PhrasingContent[] = [];
  const isInline = setsDollarsInline(node, conversion);
  for (const child of node.children) {
    if (
      child.type !== 'inlineMath' ||
      !standsAlone(child, node, conversion) ||
      (isInline &&
        isDollars(child, conversion) &&
        formulaText(withoutFormulaEscapes(child.value, 'line'))?.isExact === true)
    ) {
      const isBelow = words.length === 0 && blocks.at(-1)?.type === 'formula' && child.type === 'text';
      words.push(isBelow ? withoutStop(child) : child);
      continue;
    }
    blocks.push(...wordBlocks(words, words[0] ?? node, conversion));
    blocks.push({
      type: 'formula',
      source: withoutFormulaEscapes(child.value.trim(), 'block'),
      at: placeOf(child, conversion),
    });
    words = [];
  }
  return [...blocks, ...wordBlocks(words, words[0] ?? node, conversion)];
};

const isDollars = (formula: InlineMath, conversion: Conversion): boolean =>
  sourceOf(formula, conversion).startsWith('$$');

/** Whether a paragraph has `$$` inside a line, as kramdown writes formulas of a sentence: at a line’s end, they are no display, either. */
const setsDollarsInline = (node: Paragraph, conversion: Conversion): boolean =>
  node.children.some(
    (child) =>
      child.type === 'inlineMath' &&
      isDollars(child, conversion) &&
      isTex(child, conversion) &&
      !standsAlone(child, node, conversion),
  );

/** Drops the mark that ends the sentence of a formula above, on the formula's line: a picture has none. */
const withoutStop = (text: Text): Text => ({
  ...text,
  value: text.value.replace(/^[^\S\n]*[.,;][^\S\n]*\n/, '\n'),
});

/**
 * Whether a formula is on its own line: `$$…$$` and `\[…\]` with only punctuation beside them; `$…$` too, if it can't be
 * written as text.
 */
function standsAlone(formula: InlineMath, { children }: Paragraph, conversion: Conversion): boolean {
  if (!isTex(formula, conversion)) return false;
  if (
    !isDisplayed(formula, conversion) &&
    formulaText(withoutFormulaEscapes(formula.value, 'line'))?.isExact === true
  )
    return false;
  const at = children.indexOf(formula);
  const before = children[at - 1];
  const after = children[at + 1];
  const opensLine =
    before === undefined ||
    before.type === 'break' ||
    (before.type === 'text' && (at === 1 ? /(?:\n|^)[^\S\n]*$/ : /\n[^\S\n]*$/).test(before.value));
  const endsLine =
    after === undefined ||
    after.type === 'break' ||
    (after.type === 'text' &&
      (at === children.length - 2 ? /^[^\S\n]*[.,;]?[^\S\n]*(?:\n|$)/ : /^[^\S\n]*[.,;]?[^\S\n]*\n/).test(
        after.value,
      ));
  return opensLine && endsLine;
}

function wordBlocks(
  written: readonly PhrasingContent[],
  node: Paragraph | PhrasingContent,
  conversion: Conversion,
): Block[] {
  if (written.length === 0) return [];
  const children = written.map(asPage);
  const inline = conversion.inline(
    aroundStruck(children.flatMap((child, at) => withPlace(child, children, at))),
  );
  const { images } = inline;
  const runs = conversion.keepsLines
    ? inline.runs
    : joinWrappedLines(inline.runs, isFilledHere(inline.runs, node, conversion));
  // The end of a sentence of which a picture, or a formula, was all: `![A mast](a.png).`
  const isPunctuation =
    (node.type !== 'paragraph' || images.length > 0) &&
    runs.every((run) => run.type === 'text' && /^[\s.,;]*$/.test(run.text));
  // `![](a.png) | ![](b.png)` is a row of pictures.
  const isRowOfPictures =
    images.length > 1 &&
    runs.every((run) => run.type === 'break' || (run.type === 'text' && /^[\s|]*$/.test(run.text)));
  const words: Block[] =
    runs.length === 0 || isPunctuation || isRowOfPictures
      ? []
      : (conversion.keepsLines ? [runs] : atBlankLines(runs)).map((own, index) => {
          const first = index === 0 ? undefined : own.find((run) => 'at' in run);
          const at = first !== undefined && 'at' in first ? first.at : placeOf(node, conversion);
          return { type: 'paragraph', runs: own, at };
        });
  const opening = words.length === 0 ? 0 : openingImages(children);
  return [
    ...imageBlocks(images.slice(0, opening)).map((block) => ({ ...block, opens: true as const })),
    ...words,
    ...imageBlocks(images.slice(opening)),
  ];
}

/** Parts a paragraph at its empty lines, `<br><br>`: they are its author’s paragraphs. */
function atBlankLines(runs: readonly Run[]): readonly (readonly Run[])[] {
  const parts: Run[][] = [[]];
  runs.forEach((run, at) => {
    const isBlank =
      run.type === 'break' && (runs[at - 1]?.type === 'break' || runs[at + 1]?.type === 'break');
    if (!isBlank) parts.at(-1)?.push(run);
    else if (parts.at(-1)?.length !== 0) parts.push([]);
  });
  return parts.filter((part) => part.length > 0);
}

/** Makes a link of the mark of a picture that leads to a page: `in ![the log](https://example.org/log/)`. */
function asPage(child: PhrasingContent, at: number, children: readonly PhrasingContent[]): PhrasingContent {
  if (child.type !== 'image') return child;
  const before = children[at - 1];
  const isInWords = before?.type === 'text' && /\S[^\S\n]*$/.test(before.value);
  const url = pageOfPicture(child.url, isInWords);
  if (url === undefined) return child;
  const { alt, title, position } = child;
  const words: Text[] = alt ? [{ type: 'text', value: alt }] : [];
  return { type: 'link', url, title: title ?? null, children: words, ...(position && { position }) };
}

/** Counts the images before a paragraph’s first words. */
function openingImages(children: readonly PhrasingContent[]): number {
  let count = 0;
  for (const child of children) {
    // `[![A mast](a.png)](address)` and `<a href="…"><img …></a>`.
    const shown = child.type === 'link' ? child.children : [child];
    if (!shown.every((one) => isPicture(one) || isWordless(one))) break;
    count += shown.filter(isPicture).length;
  }
  return count;
}

/** Whether something has no words: white space, or a tag around a picture. */
const isWordless = (child: PhrasingContent): boolean =>
  child.type === 'html'
    ? /^<\/?(?:a|span|picture|source)\b/i.test(child.value)
    : 'value' in child && child.value.trim() === '';

const isPicture = (child: PhrasingContent): boolean =>
  child.type === 'image' || (child.type === 'html' && /^<img\b/i.test(child.value));

/** Whether an editor wrapped the lines of a paragraph, by the column at which the whole text is wrapped. */
function isFilledHere(
  runs: readonly Run[],
  node: Paragraph | PhrasingContent,
  { wrapColumn, ofBlog, source, rangeOf }: Conversion,
): boolean {
  if (wrapColumn === undefined || !runs.some(({ type }) => type === 'break')) return false;
  const { start, end } = rangeOf(node);
  const indent = /[^\r\n]*$/.exec(source.slice(Math.max(0, start - wrapColumn), start))?.[0] ?? '';
  const lines = (indent + source.slice(start, end)).split(/\r\n|\n|\r/);
  return isFilled(lines, wrapColumn) || (ofBlog && endAtSentences(lines) && !areTerms(lines));
}

/** Whether each line but the last is a sentence, or the end of one: shorter ones may be a list without marks. */
function endAtSentences(lines: readonly string[]): boolean {
  return lines.every(
    (line, at) =>
      /^[ \t>]*[\p{L}`"“'(*_[]/u.test(line) &&
      (at === lines.length - 1 ||
        (line.trim().length >= SHORTEST_SENTENCE && /[.!?…][)"”’*_`]*$/.test(line))),
  );
}

/** Replaces a picture between words of one line by its alt text: `press the [gear] on the left`. */
function withPlace(
  child: PhrasingContent,
  children: readonly PhrasingContent[],
  at: number,
): PhrasingContent[] {
  if (child.type !== 'image' || !/\p{L}[\p{L}\p{M}]/u.test(child.alt ?? '')) return [child];
  if (emoticonOf(child.url, child.alt ?? '') !== undefined) return [child];
  const before = children[at - 1];
  const after = children[at + 1];
  const inLine =
    before?.type === 'text' &&
    /[\p{L}\p{N},(“"][^\S\n]*$/u.test(before.value) &&
    after?.type === 'text' &&
    /^[^\S\n]*\p{L}/u.test(after.value);
  const { position } = child;
  return inLine
    ? [child, { type: 'text', value: child.alt ?? '', ...(position === undefined ? {} : { position }) }]
    : [child];
}

/** Makes a block for each image moved out of a text. */
export function imageBlocks(images: InlineContent['images']): Extract<Block, { type: 'image' }>[] {
  return images.map((image) => ({ type: 'image', image, at: image.at }));
}
