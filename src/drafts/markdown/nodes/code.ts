import type { Code } from 'mdast';
import { decodeReferences } from '../../html/character-references.ts';
import { isProse } from '../../is-prose.ts';
import { announcedCode } from '../../markup/announced-gap.ts';
import { excerptOf } from '../../markup/markup-token.ts';
import { shownCode } from '../code-marks.ts';
import { type BlockHandler, type Conversion, placeOf, sourceOf } from '../conversion.ts';
import { splitLanguageLine, withChanges, withoutColours } from '../language-marks.ts';
import { cellOf, onlyShows, shownByCell } from './cell.ts';
import { reportResult, showsNothing } from './cell-results.ts';
import { includeAdvice, shownFence, splitIncludes, withoutMarks, withSingleBraces } from './code-notes.ts';

/** A line that rustdoc and mdBook run, and don’t show. */
const HIDDEN_IN_RUST = /^[ \t]*# .*\n?|^[ \t]*#\n/gm;

const withoutHidden = (source: string, language: string): string =>
  /^(?:rust|rs)\b/i.test(language) ? source.replace(HIDDEN_IN_RUST, '').trimEnd() : source;

/** `<code>` around all of an indented block, which exports of WordPress leave with its colours and references. */
const EXPORTED = /^\s*<code(?:\s[^<>]*)?>([\s\S]*)<\/code>\s*$/;

/** Returns the code of an export without its tags. */
function withoutExport(source: string, isFenced: boolean): string {
  const inside = isFenced ? undefined : EXPORTED.exec(source)?.[1];
  if (inside === undefined || inside.includes('<code')) return source;
  return decodeReferences(inside.replace(/<\/?(?:span|mark)(?:\s[^<>]*)?>/g, '')).trimEnd();
}

/** Reports code of which nothing is left though the words above announce it; false if they don’t. */
function saidGap(node: Code, what: string, conversion: Conversion): boolean {
  const { start, end } = conversion.rangeOf(node);
  const words = conversion.purpose === 'thread' ? announcedCode(conversion.source, start, end) : undefined;
  if (words === undefined) return false;
  const message = `only the blog’s program can make what ${what} shows, but the words above announce it: “${words}”; put a picture of it here, \`![what it shows](FILE)\`, or words`;
  conversion.findings.add('announced-gap', placeOf(node, conversion), message);
  return true;
}

/** Fenced or indented code, and cells of notebooks. */
export const code: BlockHandler<Code> = (node, conversion) => {
  const at = placeOf(node, conversion);
  const fence = shownFence(node);
  if (fence !== undefined) return [{ type: 'code', source: fence, language: 'markdown', at }];
  const cell = cellOf(node, conversion.hidesCells);
  const shown = cell === undefined ? [] : shownByCell(cell, at);
  if (cell !== undefined && showsNothing(node)) return [];
  for (const block of shown)
    if (block.type === 'image' && block.image.alt === '')
      conversion.findings.add(
        'image-without-alt',
        at,
        `the image ${block.image.path} has no alt text; say what it shows: #| fig-alt: "…" above the code`,
      );
  if (cell !== undefined && shown.length === 0) reportResult(node, conversion, cell.hidesCode);
  if (cell?.hidesCode === true && shown.length === 0) return [];
  if (cell !== undefined && shown.length > 0 && (cell.hidesCode || onlyShows(cell))) return shown;
  const isFenced = /^[`~]{3}/.test(sourceOf(node, conversion));
  const named = splitLanguageLine(cell?.source ?? withoutExport(node.value, isFenced));
  const { code: written, files } = splitIncludes(named.code, node.lang ?? '');
  const { source, highlights } = shownCode(
    withSingleBraces(
      withoutMarks(withChanges(withoutColours(withoutHidden(written, node.lang ?? '')), node.lang ?? '')),
    ),
  );
  for (const file of conversion.purpose === 'thread' ? files : []) {
    const message = `\`${excerptOf(file, 60)}\` stands for code of another file, which the page puts there; ${includeAdvice(file)}`;
    conversion.findings.add('embedded-note', at, message);
  }
  if (files.length > 0 && source.trim() === '') return shown;
  if (source.trim() === '') {
    // Code on the line of its fence: "```js return state".
    if (cell === undefined && /\S\s+\S/.test(node.meta ?? '') && !/^\{|\w=/.test(node.meta ?? ''))
      return [
        {
          type: 'code',
          source: (node.meta ?? '').replace(/`{3,}$/, '').trim(),
          language: node.lang ?? '',
          at,
        },
      ];
    const info = `${node.lang ?? ''} ${node.meta ?? ''}`.trim();
    const message = `this code is empty, and makes no picture: \`${info}\``;
    if (shown.length === 0 && !saidGap(node, 'this code', conversion))
      conversion.findings.add('not-text-dropped', at, message);
    return shown;
  }
  if (!isFenced && isProse(source))
    conversion.findings.add(
      'indented-code',
      at,
      'four spaces at the start of a line make it code, which becomes a picture; remove them if it is text',
    );
  const info = cell?.language ?? named.language ?? `${node.lang ?? ''} ${node.meta ?? ''}`.trim();
  // Some authors leave out the space between language and options: `python{2,4}`, `js:title=a.js`.
  const [, language = '', options = ''] = /^([^\s{:=,]*)[:,]?\s*(.*)$/s.exec(info) ?? [];
  const meta = highlights.length === 0 ? options : `${options} {${highlights.join(',')}}`.trim();
  return [
    {
      type: 'code',
      source,
      ...(language === '' ? {} : { language }),
      ...(meta === '' ? {} : { meta }),
      at,
    },
    ...shown,
  ];
};
