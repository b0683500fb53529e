import type { Delete, Emphasis, PhrasingContent, Strong } from 'mdast';
import type { Emphasis as EmphasisName } from '../../draft.ts';
import { type Conversion, type InlineHandler, type InlineWriter, placeOf, sourceOf } from '../conversion.ts';
import { emphasised, flatText, writeText } from '../inline-writer.ts';
import { leaveOutStruck } from '../struck-out.ts';

type Emphasised = Emphasis | Strong;

/** `*words*` */
export const emphasis: InlineHandler<Emphasis> = (node, writer, conversion) =>
  write(node, 'emphasis', writer, conversion);
/** `**words**` */
export const strong: InlineHandler<Strong> = (node, writer, conversion) =>
  write(node, 'strong', writer, conversion);
/** `~~words~~`, which their author retracted. */
export const strike: InlineHandler<Delete> = (node, writer, conversion) =>
  leaveOutStruck(
    [flatText(conversion.inline(node.children).runs), ...alts(node.children)].join(' '),
    placeOf(node, conversion),
    writer,
    conversion,
  );

/** The alt texts of struck-out pictures, which are left out with them. */
const alts = (nodes: readonly PhrasingContent[]): string[] =>
  nodes.flatMap((node) =>
    node.type === 'image' ? [node.alt ?? ''] : 'children' in node ? alts(node.children) : [],
  );

/** Scripts without spaces between words, or between a word and its particle: `被**序列**地` is emphasis. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function write(node: Emphasised, name: EmphasisName, writer: InlineWriter, conversion: Conversion): void {
  const { start, end } = conversion.rangeOf(node);
  const neighbours = conversion.source.charAt(start - 1) + conversion.source.charAt(end);
  const inWord =
    (name === 'strong' ? /^(?=.*\p{N})[\p{L}\p{N}]{2}$/u : /^[\p{L}\p{N}]{2}$/u).test(neighbours) &&
    !WITHOUT_SPACES.test(neighbours);
  if (!inWord) {
    conversion.write(node.children, emphasised(writer, name));
    return;
  }
  // `2*3*4` is arithmetic, and the stars must stay; `TRansf**O**rmer` tells what letters stand for.
  const sign = /^[*_~]+/.exec(sourceOf(node, conversion))?.[0].slice(0, name === 'emphasis' ? 1 : 2) ?? '';
  writeText(writer, sign, conversion.positionAt(start));
  conversion.write(node.children, writer);
  writeText(writer, sign, conversion.positionAt(end - sign.length));
}
