/** Arrows that lead back from a footnote to its mark. */
const ARROWS = /^(?:[↩↑^⤴⏎]\ufe0e?\ufe0f?){1,3}$/u;
/** What footnotes of engines are called where they lead back: `class="footnote-back"`, `class="reversefootnote"`, `role="doc-backlink"`. */
const CALLED = /(?:^|[\s_-])(?:(?:link|foot)?back(?:ref|link)?s?|reversefootnote)(?=$|[\s_-])/;
const WORDS =
  /^[\s([↩↑]*(?:(?:jump|go|return)(?:\s+back)?|back)(?:\s+(?:up\s+)?to\s+(?:the\s+)?(?:reference|content|text|article|post|source|mark|footnote)s?)?[\s)\].↩↑]*$/i;
/** Names of places where a footnote is mentioned. */
const MENTION = /#[^#]*(?:ref|note|fn|cite|cnt|mark|back|\br\d|text|content|article)/i;

/**
 * Whether a link leads back from a footnote to its mark, which a thread does not need: `↩`, `Jump back to the reference`.
 *
 * @param called - the classes and the role of its tag
 */
export const isWayBack = (words: string, target: string, called = ''): boolean =>
  target.includes('#') &&
  (ARROWS.test(words.trim()) || CALLED.test(called) || (WORDS.test(words) && MENTION.test(target)));
