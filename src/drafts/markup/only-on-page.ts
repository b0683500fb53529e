import { attributeOf, attributesOf } from './attributes.ts';
import { isAnnounced, isCalledBelow } from './is-announced.ts';
import { tagUse } from './tag-use.ts';
import { isAlone, type TokenCase } from './token-case.ts';

/** What a finding says of a tag that only its page can show. */
export const ONLY_ON_PAGE = 'shows something that only the page can; say in words what it is, or link to it';

type Row = {
  readonly reason: string;
  readonly holds: (here: TokenCase) => boolean;
  readonly sample: string;
};

/** Players, which show something whatever stands above them; `<X />` and `<GitHub />` of `CALLS` are more often icons. */
const PLAYER =
  /^(?:embed|(?:lite-?)?(?:youtube|vimeo|codepen|asciinema|soundcloud|spotify)(?:-?(?:embed|video|player|lite)){0,2})$/;
/** Names that end in what readers look at. */
const DRAWING = /(?:^|[-_])(?:graph|chart|plot|diagram|timeline|metrics|poll|quiz|calculator|simulation)s?$/;

/** Whether a tag of this name shows something whatever stands around it. */
export const showsByName = (name: string): boolean => PLAYER.test(name) || DRAWING.test(name);

/** Parts of the frame of a page, which no reader misses in a thread. */
const OF_FRAME = /comment|giscus|disqus|toc|nav|share|toggle|header|footer|analytics/;
/** Tags that only place, decorate, or lead: `{{< icon "rain" >}}`, `<Ref id="2" />`. */
const DECORATES =
  /icon|logo|emoji|avatar|anchor|^(?:fa[brs]?|br|hr|clear|nbsp|pagebreak|more|ref|relref|xref|cite|fn|sn|mn)$|note|break|space|ref$/;

/** Whether a tag of this name is a part of the page’s frame, or only decorates. */
export const decoratesOrFrames = (name: string): boolean => OF_FRAME.test(name) || DECORATES.test(name);

const NUMBER = /^#?\d{1,9}$/;
/** A word, or a few: `new feature`. */
const WORD = /^#?[\p{L}\p{N}][\p{L}\p{N}.#+ -]{0,40}$/u;

const isInline = ({ token, source }: TokenCase): boolean => !isAlone(source, token.start, token.end);

/** Whether a tag in a sentence prints its number or, as a shortcode, its word: `{{< issue 5 >}}`, `{{< label name="gate" >}}`. */
function printsValue(here: TokenCase): boolean {
  const { name, language, text, role } = here.token;
  if (!isInline(here) || DECORATES.test(name) || tagUse(name) !== 'keep') return false;
  if (language === 'component' && role !== 'single') return false;
  const attributes = attributesOf(text);
  const values = [
    attributeOf(attributes, 'id', 'number', 'no', 'num', 'issue', 'pr', 'name', 'key') ?? '',
    ...attributes.positional,
  ];
  if (/\b(?:id|number|no|num|issue|pr)=\{\s*\d{1,9}\s*\}/.test(text)) return true;
  return values.some((value) => NUMBER.test(value) || (language === 'hugo' && WORD.test(value)));
}

/** Quarto’s shortcodes for other files. */
const PUTS_FILE = /^(?:include|embed)\s+["']?([^\s"'#]+\.(?:qmd|md|rmd|ipynb|html))(?=[\s#"']|$)/i;

/** Returns the file that a tag of Quarto puts in its place; `undefined` for any other tag. */
export const putFile = ({ token }: TokenCase): string | undefined =>
  token.language === 'hugo' ? PUTS_FILE.exec(`${token.name} ${token.text}`)?.[1] : undefined;

/** When readers of the page see something at a tag without words. */
export const SHOWN_ON_PAGE: readonly Row[] = [
  {
    reason: 'the words above announce it',
    holds: ({ source, token }) => isAnnounced(source, token.start),
    sample: 'Here it is:\n\n{{< gauge >}}',
  },
  {
    reason: 'the words above ask readers to use or see what is below',
    holds: ({ source, token }) => isCalledBelow(source, token.start),
    sample: 'Please click below to help.\n\n{{< give >}}',
  },
  {
    reason: 'its name says that it plays or draws something',
    holds: ({ token }) => showsByName(token.name),
    sample: '{{< rain-graph place="gate" >}}',
  },
  {
    reason: 'it puts another text, or a part of a notebook, there',
    holds: (here) => putFile(here) !== undefined,
    sample: '{{< include _tide.qmd >}}',
  },
  {
    reason: 'a program runs there',
    holds: ({ token }) => /\bclient:(?:only|load|visible|idle)\b/.test(token.text),
    sample: '<Gauge client:load />',
  },
  {
    reason: 'it prints its number or word in a sentence',
    holds: printsValue,
    sample: 'We shut the gate {{< issue 5 >}} in May.',
  },
];

/** Whether readers of the page see something at a tag without words. */
export function isShownOnPage(here: TokenCase): boolean {
  const { token, options } = here;
  if (options.purpose !== 'thread' || OF_FRAME.test(token.name)) return false;
  // In a line, most tags of Liquid set or include something.
  if (token.language === 'liquid' && isInline(here)) return printsValue(here);
  return SHOWN_ON_PAGE.some(({ holds }) => holds(here));
}
