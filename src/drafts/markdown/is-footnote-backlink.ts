/** Arrows that lead back from a footnote to its mark. */
const ARROWS = /^(?:[↩↑^⤴⏎]\ufe0e?\ufe0f?){1,3}$/u;
/** Classes and roles that engines give such links: `footnote-back`, `notes_linkback`, `reversefootnote`, `doc-backlink`. */
const CALLED =
  /(?:^|[\s_-])(?:(?:(?:foot)?notes?|fn|ref|doc)[_-]?(?:link)?back(?:ref|link)?s?|footback(?:link)?|backref|reversefootnote)(?=$|[\s_-])/;
/** `return`, `Jump back`, which may also be words of a sentence: what they lead to has to be the place of a mark. */
const BACK = /^[\s([↩↑]*(?:return|(?:(?:jump|go|return)\s+)?back)[\s)\].↩↑]*$/i;
const MARK = /#[^#]*(?:fnref|(?:ref|note|fn|cite|cnt|mark|back|\br)[:_.-]{0,2}\d)/i;
/** `Back to content`, `Jump back to the reference`. */
const BACK_TO_TEXT =
  /^[\s([↩↑]*(?:(?:jump|go|return)(?:\s+back)?|back)\s+(?:up\s+)?to\s+(?:the\s+)?(?:reference|content|text|article|post|source|mark|footnote)s?[\s)\].↩↑]*$/i;
const TEXT = /#[^#]*(?:ref|note|fn|cite|cnt|mark|back|\br\d|text|content|article)/i;

/**
 * Whether a link leads back from a footnote to its mark, which a thread does not need: `↩`, `Jump back to the reference`.
 *
 * @param called - the classes and the role of its tag
 */
export const isFootnoteBacklink = (words: string, target: string, called = ''): boolean =>
  target.includes('#') &&
  (ARROWS.test(words.trim()) ||
    CALLED.test(called) ||
    (BACK.test(words) && MARK.test(target)) ||
    (BACK_TO_TEXT.test(words) && TEXT.test(target)));
