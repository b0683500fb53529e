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
/** `Update`, `Update 2026-01-07`: the label of a box whose text is the note. */
const LABEL =
  /^(?:update|edit|addendum|correction|nachtrag|aktualisierung|mise à jour|追記)(?:[ (]+[\p{L}\d.,/ -]{1,30}\)?)?$/iu;

/** `Cover image: a lamp.`, `（题图：海边）`: what the picture above a post shows. */
const COVER =
  /^[（([]?(?:(?:header|cover|title|featured|banner|hero|thumbnail) (?:image|photo|picture|artwork|illustration)(?: credits?)?(?: ?[:：]| by | from )|(?:titelbild|beitragsbild|image de couverture|foto de portada|imagen de portada|foto de capa) ?[:：]|(?:(?:本期)?封面(?:图|圖|照|图片)?|(?:题|題|头|頭|首)(?:图|圖)|アイキャッチ(?:画像)?|ヘッダー画像) ?[:：])/iu;

/** `This post has been archived.`, `⚠️ This article is outdated`: what a site says of a post that it keeps. */
const KEPT =
  /^(?:(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+ ?)?this (?:blog ?)?(?:post|article|page|entry|tutorial|guide|content|information) (?:has been|is|was) (?:now |since |very |badly )?(?:archived|outdated|deprecated|superseded|out of date|out-of-date|obsolete|no longer (?:maintained|up to date|relevant|accurate|updated))(?!\p{L})/iu;

/** Whether a paragraph that opens so is a note that the author added later, or the caption of a post's own picture. */
export const isLaterNote = (opening: string): boolean =>
  LATER_NOTE.test(opening) ||
  LABELLED_NOTE.test(opening) ||
  BARE_NOTE.test(opening) ||
  CHANGE.test(opening) ||
  DATED.test(opening) ||
  DATED_UPDATE.test(opening) ||
  COVER.test(opening) ||
  KEPT.test(opening);

/** Whether a paragraph is the label of such a note, which is the next paragraph. */
export const isNoteLabel = (paragraph: string): boolean => LABEL.test(paragraph.trim());
