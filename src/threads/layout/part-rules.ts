import { isLabel, opensUpdate, opensWithLabel } from '../../drafts/labels.ts';
import { BREAK } from '../../text/break-list.ts';
import {
  COLON,
  goesOn,
  intrudes,
  isAside,
  isBoldLine,
  isLinkAlone,
  isName,
  isNote,
  isNumberLine,
  isOnlyQuestions,
  isRemark,
  isShortLine,
  isSource,
  isUrl,
  lastOf,
  leadsUp,
} from './block-lines.ts';
import { isFramedText } from './captions.ts';
import { closesLetter } from './closing-lines.ts';
import { closesAbove, isAssent } from './looking-back.ts';
import type { JoinRule } from './neighbours.ts';
import { joined } from './run-words.ts';

/** A sentence and another of some length, in a caption. */
const SENTENCES = /(?:[.!?]["”’)\]]{0,2}\s+[\p{Lu}“"‘(][\s\S]{30}|[。！？][\s\S]{15})/u;

/** Up to three words in small letters between two cards: `or`, `or even`. */
const CONNECTS = /^\p{Ll}{1,12}(?: \p{Ll}{1,12}){0,2}[,:]?$/u;

/** `Example`, `Examples`, `Example 2`, `Solution`, `The code`. */
const NAMES_CARD =
  /^(?:(?:the )?(?:examples?|solutions?|code|usage|output)|beispiele?|lösung(?:en)?|ausgabe|exemples?|ejemplos?|soluci(?:ón|ones)|exemplos?|soluç(?:ão|ões)|código|esemp(?:io|i)|soluzion[ei]|codice|примеры?|решени[ея]|код|példák?|örnek(?:ler)?|例|示例|例子|代码|コード)(?: \d{1,2})?[:：.]?$/iu;

/** The shortest lead-in, in characters, that is no counterpart of the one above. */
export const PAIRED = 15;

/** What goes between two blocks where a part begins or ends, or a card is between them: these rules decide before all others. */
export const PART_RULES: readonly JoinRule[] = [
  {
    when: ({ said, carded }) => said === 'right' && !carded,
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a sentence that a colon announces (`In big and bold:`) heads nothing, though it is written as a heading',
  },
  {
    when: ({ said, right }) => said === 'left' && right.type === 'paragraph',
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'the text below such a sentence is another thought',
  },
  {
    when: ({ carded, left, right }) =>
      carded && left.type === 'heading' && right.type === 'heading' && right.depth > left.depth,
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a card between a heading and a deeper one belongs to both',
  },
  {
    when: ({ carded, right, first, names }) =>
      carded && ((right.type === 'heading' && !isUrl(first)) || names || isNumberLine(right)),
    join: { gap: '\n\n', code: BREAK.cardPart },
    why: 'a card ends its part',
  },
  {
    when: ({ left, right }) =>
      left.type === 'heading' && right.type === 'heading' && right.depth <= left.depth,
    join: { gap: '\n\n', code: BREAK.section },
    why: 'an empty part: the heading below opens one of its own',
  },
  {
    when: ({ carded, left, right, last }) =>
      carded && left.type === 'heading' && right.type === 'paragraph' && NAMES_CARD.test(last.text),
    join: { gap: '\n\n', code: BREAK.card },
    why: 'a heading such as `Example` or `Solution` says what the card below it is; words below would come between them',
  },
  {
    when: ({ left, last }) => left.type === 'heading' && !isUrl(last.text),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a heading belongs to what it heads',
  },
  {
    when: ({ left, right }) => isNumberLine(left) && right.type !== 'heading' && !isNumberLine(right),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a numbered line of a few words names what is below it',
  },
  {
    when: ({ left, right }) => isNumberLine(left) && isNumberLine(right),
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'of two such lines in a row, each is an item',
  },
  {
    when: ({ carded, coded, right, first, last }) =>
      carded && (isSource(right) || (!coded && goesOn(last.text, first) && !intrudes(last.text, first))),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a line of code or the rest of a sentence below a card: the words above belong to both',
  },
  {
    when: ({ carded, right, last, first }) =>
      carded && right.type === 'paragraph' && CONNECTS.test(first) && CONNECTS.test(last.text),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'between cards, `or even` goes on with the `or` above',
  },
  {
    when: ({ carded, closes, right, last }) => carded && closes && isRemark(right, COLON.test(last.text)),
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'a short remark between a card and the end of its part is about the card, and too short for a post',
  },
  {
    when: ({ carded, right, last, first }) =>
      carded &&
      (isNote(right) ||
        (right.type === 'paragraph' &&
          (isAside(right) ||
            isLinkAlone(right) ||
            (!COLON.test(last.text) && lastOf(right).only && (isAssent(first) || closesAbove(first)))))),
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'a note, a remark in brackets, a link alone, `Isn’t that nice?` or `Done!` below a card is about the card',
  },
  {
    when: ({ carded, left, last, leads, first }) =>
      carded && leads && left.type === 'paragraph' && COLON.test(last.text) && first.length >= PAIRED,
    join: { gap: '\n\n', code: BREAK.cardPart },
    why: 'of two lead-ins with a card each, every one is in the post of its own card; `Before:` and `After:` are a pair',
  },
  {
    when: ({ carded, inItem, left, right, last, first }) =>
      carded &&
      inItem &&
      !(
        left.type === 'paragraph' &&
        right.type === 'paragraph' &&
        COLON.test(last.text) &&
        !(COLON.test(first) && isShortLine(right))
      ),
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'in an item, what is below a card goes on with it, as `After:` does, unless the words above announce the card and would announce this',
  },
  {
    when: ({ carded }) => carded,
    join: { gap: '\n\n', code: BREAK.card },
    why: 'a card shows what the words before it announce; the text after it is another thought',
  },
  {
    when: ({ captions, captioned }) => captions && captioned,
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'of two captions in a row, each belongs to its own image',
  },
  {
    when: ({ left, right }) => isFramedText(right) && isLinkAlone(left),
    join: { gap: '\n\n', code: BREAK.posed },
    why: 'the caption of a player, whose address stands in its place',
  },
  {
    when: ({ captions, right, trails }) => captions && trails && isFramedText(right),
    join: { gap: '\n\n', code: BREAK.closing },
    why: 'a sentence in the frame of its image may end a post with the rest of a long paragraph',
  },
  {
    when: ({ captions, left, right, last }) =>
      captions &&
      isFramedText(right) &&
      !isLinkAlone(right) &&
      !(left.type === 'heading' || isBoldLine(left) || COLON.test(last.text)),
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'a sentence in the frame of its image is a thought of its own with it',
  },
  {
    when: ({ captions, right }) =>
      captions && right.type === 'paragraph' && SENTENCES.test(joined(right.runs)),
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'a caption of several sentences stays whole with its image, if need be without the words above',
  },
  {
    when: ({ captions }) => captions,
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a caption belongs to its image, and that to the words above it',
  },
  {
    when: ({ right }) => right.type === 'sources',
    join: { gap: '\n\n', code: BREAK.sources },
    why: 'the sources are about all that is above them',
  },
  {
    when: ({ left, right, last, asks }) =>
      left.type === 'paragraph' &&
      (right.type === 'heading' || isBoldLine(right)) &&
      last.only &&
      asks &&
      isOnlyQuestions(last.text),
    join: { gap: '\n\n', code: BREAK.posed },
    why: 'the part below the heading or the bold line answers a question on a line of its own',
  },
  {
    when: ({ left, right, last, first }) =>
      left.type === 'paragraph' && right.type === 'paragraph' && closesLetter(last.text, first),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a letter ends with its signature: `Be well,` and a name',
  },
  {
    when: ({ left, right, last, pictured }) =>
      !pictured && right.type === 'heading' && isShortLine(left) && COLON.test(last.text),
    join: { gap: '\n\n', code: BREAK.posed },
    why: 'a short line with a colon announces the part below it, but a heading belongs to its text even more',
  },
  {
    when: ({ left, titles, last }) => titles && left.type === 'paragraph' && COLON.test(last.text),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a sentence with a colon announces the link whose title is the heading',
  },
  {
    when: ({ left, last, deepens }) => deepens && isShortLine(left) && isName(last.text),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a line such as `Author: Ann` between a heading and a deeper one belongs to the first',
  },
  {
    when: ({ trails, right }) => trails && (right.type === 'heading' || isBoldLine(right)),
    join: { gap: '\n\n', code: BREAK.closing },
    why: 'a bold line that ends its part, alone or with a few short items, belongs to the paragraph above more than to the next part',
  },
  {
    when: ({ right, first }) => right.type === 'heading' && !isUrl(first),
    join: { gap: '\n\n', code: BREAK.section },
    why: 'a new part',
  },
  {
    when: ({ first, last }) => opensUpdate(first) && !isLabel(last.text),
    join: { gap: '\n\n', code: BREAK.forced },
    why: 'a label on a line of its own opens another update',
  },
  {
    when: ({ first, last }) => opensWithLabel(first) && !isLabel(last.text),
    join: { gap: '\n\n', code: BREAK.section },
    why: 'a label opens a new part',
  },
  {
    when: ({ heads, asks, right }) => heads && !asks && right.type === 'paragraph',
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'the title of an item, or a heading written as a quotation, belongs to the text below it',
  },
  {
    when: ({ names, last }) => names && !COLON.test(last.text) && !leadsUp(last.text),
    join: { gap: '\n\n', code: BREAK.section },
    why: 'an item or a quotation that is the title of the text below it opens a part',
  },
];
