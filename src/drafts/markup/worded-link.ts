import { joinToSite } from '../front-matter/canonical.ts';
import { type Attributes, attributeOf, attributesOf } from './attributes.ts';
import type { Piece } from './block-layout.ts';
import { namedAddress } from './named-address.ts';
import { decoratesOrFrames } from './only-on-page.ts';
import { isAlone, note, type TokenCase, textPiece } from './token-case.ts';

type Row = {
  readonly attributes: readonly string[];
  readonly why: string;
  /** A tag, and the words that readers see. */
  readonly example: readonly [tag: string, words: string];
};

/** Arguments of a tag in a sentence that hold its words; the first one counts. Each example is a test. */
export const WORD_ARGUMENTS: readonly Row[] = [
  {
    attributes: ['text', 'words', 'link_text', 'linktext', 'anchor'],
    why: 'the words of a link of the blog’s own',
    example: ['{{< link slug="company/rain" text="the rain office" >}}', 'the rain office'],
  },
  {
    attributes: ['label'],
    why: 'what a button or a link is called',
    example: ['{% include button.html label="the long log" url="/log" %}', 'the long log'],
  },
  {
    attributes: ['content', 'body'],
    why: 'the words between the tags, as an argument',
    example: ['{{< small content="the long log" >}}', 'the long log'],
  },
  {
    attributes: ['title', 'name'],
    why: 'what a tag that names a page calls it',
    example: ['{{< link to="/log" title="the long log" >}}', 'the long log'],
  },
];

/** Arguments that hold an address, and those that only name a page. */
const ADDRESSES = ['href', 'url', 'to', 'link'];
const TARGETS = [...ADDRESSES, 'target', 'address', 'slug', 'path', 'page', 'src', 'post'];
/** Tags that are a link or a button, whatever their arguments. */
const OF_LINK = /^a$|link$|button$|^btn/;
/** What precedes an address in a link or an attribute, where no words stand. */
const IN_TARGET = /\]\(<?[^()\s]*$|\b(?:href|src)\s*=\s*["']?[^"'\s<>]*$|\]:[ \t]*\S*$/;

/**
 * Makes the piece for a tag in a sentence that holds its words in an argument: the words, as a link if the tag gives a whole
 * address. Returns `undefined` for all others.
 *
 *     Ask {{< link slug="company/rain" text="the rain office" >}} first.
 *             name       target                  words
 */
export function wordedLink(here: TokenCase): Piece | undefined {
  const { token, pair, source } = here;
  if (pair !== undefined || token.language === 'html' || token.role === 'close') return undefined;
  // The expression of a value begins with the name of its tag.
  const given = token.role === 'value' ? token.text.replace(/^[\w.-]+/, '') : token.text;
  const attributes = attributesOf(given);
  const target = attributeOf(attributes, ...TARGETS);
  const words = wordsIn(attributes, target !== undefined || OF_LINK.test(token.name));
  if (words === undefined || !isWorded(here, target)) return undefined;
  const before = source.slice(Math.max(0, token.start - 300), token.start);
  if (IN_TARGET.test(before.slice(before.lastIndexOf('\n') + 1))) return undefined;
  const address = addressOf(here, target, attributeOf(attributes, ...ADDRESSES) === target);
  if (address !== undefined && !/[[\]]/.test(words)) return textPiece(token, `[${words}](<${address}>)`);
  if (target === undefined) note(here, 'not-text', 'is part of the blog’s program, not text; its words stay');
  else
    note(
      here,
      'link-without-target',
      `leads to \`${target.slice(0, 80)}\`, whose page only the blog knows; its words stay, without the link. Write \`[words](url)\``,
    );
  return textPiece(token, words);
}

/** Returns the words among arguments; a title is one only of a tag that leads somewhere. */
function wordsIn(attributes: Attributes, leads: boolean): string | undefined {
  const names = WORD_ARGUMENTS.flatMap((row) =>
    row.attributes.includes('title') && !leads ? [] : row.attributes,
  );
  const words = attributeOf(attributes, ...names)
    ?.replace(/\s+/g, ' ')
    .trim();
  return words !== undefined && /\p{L}/u.test(words) && !/^(?:https?:|\.{1,2}\/)/.test(words)
    ? words
    : undefined;
}

/** Whether readers see a tag’s words: it is a link, or stands in a sentence and is no icon, note or part of the page’s frame. */
function isWorded({ token, source, options }: TokenCase, target: string | undefined): boolean {
  if (token.role === 'value') return true;
  if (isAlone(source, token.start, token.end))
    return options.purpose === 'thread' && OF_LINK.test(token.name) && IS_WHOLE.test(target ?? '');
  return OF_LINK.test(token.name) || !decoratesOrFrames(token.name);
}

const IS_WHOLE = /^https?:\/\/[^\s<>"'{}]+$/i;

/** Returns the address that a tag gives, or that the site’s files know. */
function addressOf(here: TokenCase, target: string | undefined, isPath: boolean): string | undefined {
  if (target === undefined || IS_WHOLE.test(target)) return target;
  const { siteUrl } = here.options;
  // A slug is only the end of a page’s address; a path from the root is its own.
  if (isPath && siteUrl !== undefined && /^\/[^/\s]/.test(target)) return joinToSite(target, siteUrl);
  if (!/^(?:rel)?ref$/.test(here.token.name)) return undefined;
  const text = `${here.token.name} "${target.replaceAll('"', '')}"`;
  const page = namedAddress({ ...here, token: { ...here.token, text } });
  return page !== undefined && 'url' in page && IS_WHOLE.test(page.url) ? page.url : undefined;
}
