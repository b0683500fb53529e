import type { Block } from '../../drafts/draft.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { plainText } from './plain-text.ts';

/** `Update:`, `Aug 3, 2025 update:`, `⚠️ Edit (May 2020):`, `Nachtrag:` */
const LATER_NOTE =
  /^(?:(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+ ?)?(?:[\p{L}\d.,/ -]{0,30} )?(?:update|edit|note|nb|n\.b\.|editor['’]s note|note to (?:the )?readers?|disclaimer|hinweis|anmerkung|follow[- ]?up|addendum|correction|nachtrag|aktualisierung|mise à jour|追記)(?: [\p{L}\d.,/ -]{1,30}| ?\([^()]{1,30}\))?\s?[:：]/iu;
/** `UPD: …`, `Updated 2026-03-01: …`, `Actualización (mayo): …`: at the very start, as elsewhere these words mean something else. */
const LABELLED_NOTE =
  /^(?:updated|upd|edited|màj|édit|actualización|actualizado|atualização|nota del editor|aggiornamento|обновление|更新)(?: [\d./ -]{1,20}| ?\([^()]{1,30}\))?\s?[:：]/iu;
/** `N.B. I no longer do this`, `NOTE The lamp is gone`: no colon is behind the label. */
const BARE_NOTE = /^(?:N\.\s?B\.(?::? |$)|(?:NOTE|EDIT|UPDATE) (?=\p{Lu}\p{Ll}* \p{Ll}))/u;
/** `October 2017: added more links.` */
const CHANGE =
  /^(?:\p{L}+ )?\d{4}(?:-\d\d(?:-\d\d)?)?\s?: (?:added|updated|removed|changed|replaced|fixed|rewrote|rewritten)(?!\p{L})/iu;
/** `Update November 2022 Lamps burn now.`: the label is emphasised, without a sign behind it. */
const DATED_UPDATE =
  /^(?:update|edit|nachtrag|aktualisierung|mise à jour) (?:\p{L}{3,9}\.? )?(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)? (?=\p{Lu})/iu;
/** `2025-05-26 Now with a lid`. */
const DATED = /^\d{4}-\d\d-\d\d (?=\p{L})/u;
/** `Update`, `Update 2026-01-07`, `Historical`: the label of a box whose text is the note. */
const LABEL =
  /^(?:update|edit|addendum|correction|nachtrag|aktualisierung|mise à jour|追記|historical|outdated|obsolete|archived|newer information available)(?:[ (]+[\p{L}\d.,/ -]{1,30}\)?)?$/iu;

/** `Cover image: a lamp.`, `（题图：海边）`: what the picture above a post shows. */
const COVER =
  /^[（([]?(?:(?:header|cover|title|featured|banner|hero|thumbnail) (?:image|photo|picture|artwork|illustration)(?: credits?)?(?: ?[:：]| by | from )|(?:titelbild|beitragsbild|image de couverture|foto de portada|imagen de portada|foto de capa) ?[:：]|(?:(?:本期)?封面(?:图|圖|照|图片)?|(?:题|題|头|頭|首)(?:图|圖)|アイキャッチ(?:画像)?|ヘッダー画像) ?[:：])/iu;

type KeptRule = {
  readonly why: string;
  readonly finds: RegExp;
  /** A sentence that says that a post is old, and a similar one that is the text itself. */
  readonly example: string;
  readonly not: string;
};

/** How a site says that a post that it keeps is old, one row per form. */
export const KEPT_RULES: readonly KeptRule[] = [
  {
    why: 'what a site says of a post that it keeps is not what the post says',
    finds:
      /^(?:(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+ ?)?(?:[^.!?]{0,60}[,:] )?(?:please )?(?:note,? (?:that )?)?(?:(?:much|most|parts?|some|many|all|several)(?: of)? )?(?:the (?:\p{L}+ )?(?:contents?|information|details?|instructions) (?:of|in|on) )?(?:this|these) (?:blog |job )?(?:posts?|articles?|page|entry|tutorial|guide|content|information|instructions|document|walkthrough|posting) (?:is|are|was|has been|have been|has since been) (?:(?:an?|bit|little|now|since|very|badly|officially|slightly|only|somewhat|quite|pretty|likely|probably|already|long) ){0,3}(?:archived|outdated|deprecated|superseded|out of date|out-of-date|out-of date|obsolete|defunct|no longer (?:maintained|up to date|relevant|accurate|updated|valid|current)|(?:kept|here|left|provided|retained|preserved)(?: around| up| online)?(?: only)? for (?:archiv|histor)\p{L}+)(?!\p{L})/iu,
    example: 'Due to later work, some of the details in this blog post are now out-of-date.',
    not: 'This lamp is outdated.',
  },
  {
    why: 'the author speaks of the post as of something past: readers of today are meant',
    finds: /^this (?:blog ?)?(?:post|article|page) (?:announced|described [^.!?]+ at the time)(?!\p{L})/iu,
    example: 'This post announced the lamp when it was new.',
    not: 'This post announces the lamp of the harbour.',
  },
  {
    why: 'for which version the text was written, or describes an old one, is a note for its readers',
    finds:
      /^(?:this|the) (?:blog ?)?(?:post|article|tutorial|guide|page) (?:(?:was|is|has been) (?:originally |last )?(?:written|tested|created|updated) (?:for|with|against|using) [^.!?]{0,40}\d|describes an? (?:old|older|earlier|outdated|previous) version)/iu,
    example: 'This post was written for Lamp 1.4.',
    not: 'This post is written for keepers of lamps.',
  },
  {
    why: 'readers of an old text are sent to a newer one',
    finds:
      /^(?:there(?:['’]s| is) (?:now )?|(?:see|read|check out) )?an? (?:newer|more recent|more up-to-date|updated) version of (?:this|the) (?:blog ?)?(?:post|article|page|tutorial|guide)(?!\p{L})/iu,
    example: 'There is a newer version of this article.',
    not: 'There is a newer version of the lamp.',
  },
];

const isKept = (sentence: string): boolean => KEPT_RULES.some(({ finds }) => finds.test(sentence));

/** A note of up to so many sentences stands among so many first blocks. */
const NOTE = { sentences: 4, blocks: 3 } as const;
/** What a sentence may begin with that draws a conclusion: `So this post is out of date.` */
const THEREFORE = /^(?:so|thus),? /iu;

/**
 * Returns blocks without the paragraphs at the start by which a site says that the post is old, and without their labels, if
 * other text is below: the post begins there.
 *
 *     Historical
 *
 *     This post announced the lamp when it was new. For lamps of today, see the handbook.
 */
export function withoutKeptNotes(blocks: readonly Block[]): readonly Block[] {
  const dropped = new Set<Block>();
  let above: Block | undefined;
  for (const block of blocks.slice(0, NOTE.blocks)) {
    const text = block.type === 'paragraph' ? plainText(block.runs).text : '';
    const sentences = text === '' ? [] : sentencesOf(text);
    if (
      sentences.length <= NOTE.sentences &&
      sentences.some((one) => isKept(one.text.replace(THEREFORE, '')))
    ) {
      dropped.add(block);
      if (above?.type === 'paragraph' && isNoteLabel(plainText(above.runs).text)) dropped.add(above);
    }
    above = block;
  }
  const rest = blocks.filter((block) => !dropped.has(block));
  return dropped.size > 0 && rest.some(({ type }) => type === 'paragraph') ? rest : blocks;
}

/** Whether a paragraph that opens so is a note that the author added later, or the caption of a post's own picture. */
export const isLaterNote = (opening: string): boolean =>
  LATER_NOTE.test(opening) ||
  LABELLED_NOTE.test(opening) ||
  BARE_NOTE.test(opening) ||
  CHANGE.test(opening) ||
  DATED.test(opening) ||
  DATED_UPDATE.test(opening) ||
  COVER.test(opening) ||
  isKept(opening);

/** Whether a paragraph is the label of such a note, which is the next paragraph. */
export const isNoteLabel = (paragraph: string): boolean => LABEL.test(paragraph.trim());
