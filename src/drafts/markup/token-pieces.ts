import { htmlElement } from '../html/html-elements.ts';
import { wordsOfHtml } from '../html/html-words.ts';
import { gapNote, isDrawnInto, standsApart } from './announced-gap.ts';
import { attributesOf, attributeWords, captionOf } from './attributes.ts';
import { attributionLine, attributionOf } from './attribution.ts';
import type { Piece } from './block-layout.ts';
import { buttonPiece } from './button-piece.ts';
import { captionPiece } from './caption-piece.ts';
import { embedPiece } from './embed-piece.ts';
import { emptyItem } from './empty-item.ts';
import { formulaPiece } from './formula-piece.ts';
import { headingWords } from './heading-words.ts';
import { HOLE } from './hole.ts';
import { imagePiece } from './image-piece.ts';
import { isAnnounced } from './is-announced.ts';
import { isForm } from './is-form.ts';
import { loopPiece } from './loop-piece.ts';
import { lostOnPage } from './lost-on-page.ts';
import { excerptOf } from './markup-token.ts';
import { notePiece, shownTitle } from './note-piece.ts';
import { isShownOnPage, ONLY_ON_PAGE, showsByName } from './only-on-page.ts';
import { calledName, namesPicture, showsPicture } from './picture-tag.ts';
import { sayFramed, scriptAddress } from './script-address.ts';
import { sentencePiece } from './sentence-piece.ts';
import { sideNotePiece } from './side-note-piece.ts';
import { speakerOf } from './speaker.ts';
import { tablePiece } from './table-piece.ts';
import { type TagUse, tagUse } from './tag-use.ts';
import { termPiece } from './term-piece.ts';
import {
  insideOfPair,
  isAlone,
  note,
  opensItem,
  partingPiece,
  shown,
  spaceBefore,
  standsAlone,
  type TokenCase,
  textPiece,
  whole,
} from './token-case.ts';
import { silentPiece, valuePiece } from './value-pieces.ts';
import { fencedCode } from './whole-regions.ts';
import { wordedLink } from './worded-link.ts';
import { wordpressCaption } from './wordpress-caption.ts';

/** Makes the replacement for a token, or for a pair and its content; what is lost becomes a note. */
export function pieceOf(here: TokenCase): Piece | undefined {
  const { token } = here;
  if (token.role === 'silent') return silentPiece(here);
  if (token.role === 'literal') return textPiece(token, token.text);
  const said = here.notes.length;
  const piece = token.role === 'value' ? valuePiece(here) : tagPieceOf(here);
  if (isDrawnInto(here)) note(here, 'html-dropped', 'is filled by a program, which a post can’t show');
  const last = here.notes.at(-1);
  const gap =
    piece !== undefined && last !== undefined && here.notes.length > said
      ? gapNote(here, piece, last)
      : undefined;
  if (gap !== undefined) here.notes.splice(-1, 1, gap);
  return piece;
}

const tagPieceOf = (here: TokenCase): Piece | undefined =>
  embedPiece(here) ?? sideNotePiece(here) ?? notePiece(here) ?? BY_USE[useOf(here)](here);

function useOf(here: TokenCase): TagUse {
  const { token, options } = here;
  const isSummary = options.purpose === 'summary';
  if (token.language !== 'html') {
    const called = calledName(token);
    if (called !== token.name) return tagUse(called) === 'image' || showsPicture(here) ? 'image' : 'keep';
    // Octopress pulls words out of a paragraph, which is the author's: `{% pullquote %}It {" rose. "}{% endpullquote %}`.
    if (token.name === 'pullquote' && insideOfPair(here).includes('{"')) return 'block';
    const use = tagUse(token.name);
    return use === 'keep' && (showsPicture(here) || namesPicture(here)) ? 'image' : use;
  }
  const row = htmlElement(token.name);
  return (isSummary && row?.aside === true) || isForm(here) ? 'drop' : (row?.layout ?? 'keep');
}

const isOpening = ({ token, pair, options: { purpose } }: TokenCase): boolean =>
  pair?.open === token && purpose === 'thread';
const BY_USE: Readonly<Record<TagUse, (here: TokenCase) => Piece | undefined>> = {
  inline: captionPiece,
  block: (here) => termPiece(here) ?? captionPiece(here) ?? blockPiece(here, 'plain'),
  quote: (here) => {
    if (here.token.language !== 'html' && here.pair?.open === here.token) {
      const source = attributionOf(here.token.text);
      if (source !== '' && lastWords(here) === '')
        note(
          here,
          'not-text-dropped',
          `names whom it quotes, which is lost: “${excerptOf(source)}”; write it below the quotation`,
        );
      const message = `\`${shown(here)}\` contains somebody’s words, which are shown as a quotation, not as yours`;
      here.notes.push({ code: 'quoted-by-component', offset: here.token.start, message });
    }
    return blockPiece(here, 'quote');
  },
  list: (here) => (here.pair === undefined ? partingPiece(here.token) : blockPiece(here, 'list')),
  item: ({ token }) => ({
    start: token.start,
    end: token.end,
    as:
      token.role === 'close'
        ? { is: 'close', kind: 'item' }
        : { is: 'open', kind: 'item', marker: '', text: '' },
  }),
  rule: ({ token }) => ({ start: token.start, end: token.end, as: { is: 'block', text: '---' } }),
  heading: (here) => {
    if (here.pair?.open !== here.token) return partingPiece(here.token);
    const words = headingWords(insideOfPair(here), here).replace(/\s+/g, ' ').trim();
    const depth = Number(here.token.name.charAt(1));
    return { ...whole(here), as: { is: 'block', text: words === '' ? '' : `${'#'.repeat(depth)} ${words}` } };
  },
  image: imagePiece,
  gallery: (here) => tagPiece(here, isOpening(here) ? captionOf(attributesOf(here.token.text)) : ''),
  code: codePiece,
  formula: formulaPiece,
  table: (here) => tablePiece(here) ?? partingPiece(here.token),
  titled: (here) => {
    const title = shownTitle(here);
    return tagPiece(here, title === '' ? '' : `**${title.replace(/[*\n]+/g, ' ').trim()}**`);
  },
  keep: (here) => wordpressCaption(here) ?? wordedLink(here) ?? tagPiece(here, ''),
  button: (here) => buttonPiece(here) ?? wordedLink(here) ?? tagPiece(here, ''),
  conditional: (here) => {
    if (here.options.purpose === 'summary' && here.pair?.open === here.token) return dropPiece(here);
    const loop = loopPiece(here);
    if (loop !== undefined) return loop;
    if (here.pair?.open === here.token)
      note(here, 'not-text', 'decides on the blog whether its words are shown; here they stay');
    return here.pair === undefined ? tagPiece(here, '') : blockPiece(here, 'plain');
  },
  drop: dropPiece,
};

/** Returns the line that names whom a shortcode or component quotes, below the quotation. */
const lastWords = ({ pair, options: { purpose } }: TokenCase): string =>
  pair === undefined || pair.open.language === 'html' || purpose === 'summary'
    ? ''
    : attributionLine(pair.open.text);

/** Elements that hold words and no Markdown. */
const FLOWING = /^(?:p|figcaption|dd|dt|summary)$/;

function blockPiece(here: TokenCase, kind: 'plain' | 'quote' | 'list'): Piece {
  const { token, pair } = here;
  const { start, end } = token;
  if (pair === undefined) return partingPiece(here.token);
  if (pair.close === token) {
    const text = kind === 'quote' ? lastWords(here) : '';
    return { start, end, as: { is: 'close', kind, text } };
  }
  const attributes = kind === 'list' ? attributesOf(token.text) : undefined;
  const marker = kind === 'list' && token.name === 'ol' ? (attributes?.named.get('start') ?? '1') : '';
  const flows = token.language === 'html' && FLOWING.test(token.name);
  return {
    start,
    end,
    as: { is: 'open', kind, marker: /^\d{1,8}$/.test(marker) ? marker : '', text: '', flows },
  };
}

/** Makes the piece for a component, shortcode or tag whose words stay: inline, or as blocks if it was on its own lines. */
function tagPiece(here: TokenCase, title: string): Piece | undefined {
  const { token, pair, source, options } = here;
  const { start, end, language } = token;
  if (pair === undefined) return loneTag(here);
  const isBlock = standsAlone(source, pair);
  if (isBlock && isFilledByScript(here)) return dropPiece(here);
  if (pair.open === token && token.name !== '') {
    const words = attributeWords(attributesOf(token.text));
    const lost = title === '' && options.purpose === 'thread' ? words : '';
    const isEmpty = lost === '' && insideOfPair(here).trim() === '';
    if (isEmpty && language === 'component' && isShownOnPage(here))
      note(here, 'not-text-dropped', ONLY_ON_PAGE);
    else if (lost === '') note(here, 'not-text', 'is part of the blog’s program, not text; its words stay');
    else
      note(
        here,
        'not-text-dropped',
        `is not text; the words inside it stay, but these are lost: “${excerptOf(lost)}”`,
      );
  }
  const lead =
    pair.open === token && options.purpose === 'thread'
      ? speakerOf(here.token, insideOfPair(here))
      : undefined;
  if (!isBlock) return textPiece(token, opensItem(source, start) ? (lead ?? '') : '');
  if (pair.close === token) return { start, end, as: { is: 'close', kind: 'plain' } };
  const led = lead === undefined || title !== '' ? {} : { lead };
  return { start, end, as: { is: 'open', kind: 'plain', marker: '', text: title, ...led } };
}

/** Whether a script directly below an element with a name of its own fills it: its words only stand in for what is not there yet. */
const isFilledByScript = ({ token, pair, source }: TokenCase): boolean =>
  pair?.open === token &&
  token.name.includes('-') &&
  /^\s*<script\b[^>]*\bsrc=/i.test(source.slice(pair.close.end, pair.close.end + 300));

function loneTag(here: TokenCase): Piece | undefined {
  const { token, source, options } = here;
  const { start, end, language, role } = token;
  const alone = isAlone(source, start, end);
  // Outside MDX, `the type <T>` is text, and so is an unmatched closing tag.
  if (language === 'component' && role === 'open' && !options.isMdx && token.text.trim() === '')
    return undefined;
  const piece = sentencePiece(here);
  if (piece !== undefined) return piece;
  if (role !== 'close') {
    const words = attributeWords(attributesOf(token.text));
    const lost = words === '' ? lostOnPage(here) : undefined;
    if (lost !== undefined) note(here, ...lost);
    else if (words === '' && !alone && language === 'liquid') {
      // Its words have no sign: show the whole tag.
      const message = `\`${excerptOf(source.slice(start, end))}\` is part of the blog’s program, not text`;
      here.notes.push({ code: 'not-text', offset: start, message });
    } else if (words === '' || options.purpose === 'summary')
      note(here, 'not-text', 'is part of the blog’s program, not text');
    else
      note(
        here,
        'not-text-dropped',
        `can’t be shown in a post, and these words are lost with it: “${excerptOf(words)}”`,
      );
  }
  if (alone) return partingPiece(here.token);
  const text = options.purpose === 'summary' && role !== 'close' ? HOLE : '';
  return emptyItem(here) ?? textPiece({ ...token, start: start - spaceBefore(here) }, text);
}

function codePiece(here: TokenCase): Piece | undefined {
  const { token, pair, options } = here;
  if (pair?.open !== token) return loneTag(here);
  const inside = insideOfPair(here);
  if (options.purpose === 'summary' && token.language !== 'html')
    note(here, 'not-text-dropped', 'contains code, which is not text of the post');
  const span = whole(here);
  if (token.language === 'html' || inside.includes('\n') || standsAlone(here.source, pair))
    return { ...span, as: { is: 'block', text: fencedCode(token, inside, here.source) } };
  const code = inside.trim().replaceAll('`', "'");
  return { ...span, as: { is: 'text', text: code === '' ? '' : `\`${code}\`` } };
}

/** Scripts that only decorate the words, link, picture or code beside them, which stay. */
const DRESSING =
  /(?:^|\/)(?:prettify|highlight|prism|mathjax|katex)[\w.-]*\.js|^(?:https?:)?\/\/(?:static\.jsbin\.com|embedr\.flickr\.com|platform\.(?:twitter|x)\.com|cdn\.iframe\.ly|(?:www\.)?instagram\.com|(?:www\.)?tiktok\.com|assets\.pinterest\.com|embed\.(?:bsky\.app|reddit\.com))\/|^(?:https?:)?\/\/[\w.-]+\/embed\.js$/i;

const isAnnouncedAlone = (here: TokenCase): boolean => {
  const { start, end } = whole(here);
  return isAnnounced(here.source, start) && standsApart(here.source, start, end);
};

function dropPiece(here: TokenCase): Piece | undefined {
  const { token, pair, source, options } = here;
  if (token.role === 'close' && pair === undefined)
    return token.language === 'html' ? partingPiece(here.token) : loneTag(here);
  if (pair === undefined && token.role !== 'single' && token.language !== 'html')
    return (token.name === 'button' ? wordedLink(here) : undefined) ?? loneTag(here);
  const span = whole(here);
  const isProgram = token.name === 'style' || token.name === 'script';
  const inside = isProgram || token.name === 'comment' ? '' : insideOfPair(here);
  const isProse = token.language === 'html' || options.purpose === 'summary';
  const labels = isProse ? '' : attributeWords(attributesOf(token.text));
  const words = [labels, wordsOfHtml(inside)].filter((some) => some !== '').join(' · ');
  if (token.name === 'comment') note(here, 'html-comment-dropped', 'is not published');
  else if (token.name === 'script' && DRESSING.test(scriptAddress(here)))
    note(here, 'not-text', 'only decorates what is beside it, and is not text');
  else if (token.name === 'svg' && words === '' && !isAnnouncedAlone(here))
    note(here, 'not-text', 'is a drawing without words, such as an icon');
  else if (token.language === 'html') {
    const what = words === '' ? sayFramed(here) : `, and with it: “${excerptOf(words)}”`;
    // Readers see no style, but what a frame shows is gone, and what a script shows that the words above announce.
    const isUnseen = token.name === 'style' || (token.name === 'script' && !isAnnounced(source, token.start));
    const severity = isUnseen ? ({ severity: 'info' } as const) : {};
    const message = `\`${shown(here)}\` is dropped: a post can’t show it${what}`;
    here.notes.push({ code: 'html-dropped', offset: token.start, message, ...severity });
  } else if (words === '' && options.purpose === 'thread' && showsByName(token.name))
    note(here, 'not-text-dropped', ONLY_ON_PAGE);
  else if (words === '') note(here, 'not-text', 'is part of the blog’s program, not text');
  else
    note(
      here,
      'not-text-dropped',
      `is left out: a post can’t show it, and this is lost with it: “${excerptOf(words)}”`,
    );
  const row = token.language === 'html' ? htmlElement(token.name) : undefined;
  const isHole =
    options.purpose === 'summary' &&
    token.name !== 'comment' &&
    (row === undefined || (words !== '' && row.mute !== true));
  return row?.layout === 'block' || isAlone(source, span.start, span.end)
    ? { ...span, as: { is: 'block', text: '' } }
    : { ...span, as: { is: 'text', text: isHole ? HOLE : '' } };
}
