import { joinToSite } from '../front-matter/canonical.ts';
import { wordsOfHtml } from '../html/html-words.ts';
import { PICTURE_FILE, VIDEO_FILE } from '../picture-file.ts';
import { type Attributes, attributeOf, attributesOf } from './attributes.ts';
import type { Piece } from './block-layout.ts';
import { pageOfCall, pageOfFrame } from './embeds.ts';
import { withImports } from './imported-file.ts';
import { isAnnounced } from './is-announced.ts';
import { excerptOf, type MarkupToken, shownToken } from './markup-token.ts';
import { isCalledPicture } from './picture-tag.ts';
import { pageOfLabel } from './post-labels.ts';
import { scriptAddress } from './script-address.ts';
import { isAlone, type TokenCase } from './token-case.ts';

/**
 * Makes the piece for something that another site or file shows: a video in the project is a medium, and the address of
 * anything else takes its place, so that a line such as “Here it is:” leads to something. Undefined if no address is known.
 */
export function embedPiece(here: TokenCase): Piece | undefined {
  const { token, pair, source, notes, options } = here;
  if (!/^(?:open|single)$/.test(token.role)) return undefined;
  const inside = pair?.open === token ? source.slice(pair.open.end, pair.close.start) : '';
  const span = { start: token.start, end: pair?.open === token ? pair.close.end : token.end };
  if (options.purpose === 'summary')
    return (penIn(token, inside) ?? pageOfLabel(token, inside)) === undefined
      ? undefined
      : { ...span, as: { is: 'block', text: '' } };
  const put = (text: string): Piece =>
    token.name === 'blockquote' || isAlone(source, span.start, span.end)
      ? { ...span, as: { is: 'block', text } }
      : { ...span, as: { is: 'text', text } };
  // A template’s tag or a component of any name may play a video: `{% include player.html url="/mast.mp4" %}`.
  const mayPlay = token.name === 'video' || (token.language !== 'html' && pair === undefined);
  const file = mayPlay ? videoFile(pathsIn(token.text, source), pathsIn(inside, source)) : undefined;
  if (file !== undefined && !/^(?:https?:)?\/\//i.test(file.path))
    return put(`![${file.alt.replace(/[[\]\\<&*_`]/g, '\\$&')}](<${file.path.replace(/[<>\n]/g, '')}>)`);
  const page = file?.path.replace(/^\/\//, 'https://') ?? pageOf(here, inside);
  if (page === undefined) return undefined;
  const message = `\`${shownToken(token, source, token.start)}\` can’t be shown in a post, so its address takes its place`;
  notes.push({ code: 'not-text', offset: token.start, message });
  if (isAlone(source, span.start, span.end)) return put(withWords(here, inside, page));
  const named = attributesOf(token.text).named;
  // `Made with <GitHubLink repo="ana/float" />.` shows the name as a word of the sentence.
  const words = named.has('repo') ? (named.get('name') ?? named.get('repo')) : undefined;
  return put(words === undefined || /[[\]]/.test(words) ? page : `[${words}](<${page}>)`);
}

/** Names of components that repeat somebody’s post. */
const OF_POST = /tweet|twitter|toot|mastodon|bluesky|^x$/;

/** Text as JSX writes it where a line ends: `{' '}`. */
const JSX_TEXT = /\{\s{0,9}(["'`])([^"'`{}\n$\\]{0,300})\1\s{0,9}\}/g;
/** Tags inside a line of words. */
const INLINE_TAG = /<\/?(?:[A-Z]\w*|a|b|i|em|strong|span|code)\b[^<>]*>/g;
/** A tag that shows a picture or video, by its name: `<TweetImage>`. */
const INNER_PICTURE = /<(?:\w*(?:Image|Picture|Photo|Video|Screenshot)s?|img|picture|video)\b[^<>]*>/;

/**
 * Keeps the words in a component beside its address: somebody’s post is quoted above it, `<Tweet id="1" name="Ana">Words.</Tweet>`, and
 * a caption stands below.
 */
function withWords({ token, notes }: TokenCase, inside: string, page: string): string {
  if (token.language === 'html' || !/\s/.test(inside.trim())) return page;
  const [picture] = INNER_PICTURE.exec(inside) ?? [];
  if (picture !== undefined) {
    const message = `\`${excerptOf(picture, 40)}\` shows a picture inside a quotation, which is lost; put it below: \`![what it shows](FILE)\``;
    notes.push({ code: 'not-text-dropped', offset: token.end + inside.indexOf(picture), message });
  }
  const lines = inside
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(JSX_TEXT, '$2')
    .split(/<\/(?:p|div|li)\s*>|<br\s*\/?>|\n[ \t]*\n/i)
    .map((line) => wordsOfHtml(line.replace(INLINE_TAG, '')))
    .filter((line) => line !== '');
  if (lines.length === 0) return page;
  if (!OF_POST.test(token.name)) return `${page}\n\n${lines.join('\n\n')}`;
  const name = attributeOf(attributesOf(token.text), 'name', 'author');
  const from = name === undefined ? [page] : [`— ${name}`, page];
  // The empty line makes it a quotation, whatever its words are.
  return `> ${lines.join('<br>')}\n>\n> ${from.join('<br>')}`;
}

function pageOf(here: TokenCase, inside: string): string | undefined {
  const { token } = here;
  if (token.language !== 'html') {
    const attributes = attributesOf(token.text);
    const [file = '', ...values] = attributes.positional;
    if (token.name === 'include' || token.name === 'partial') {
      // Jekyll's `{% include embed/youtube.html id="abcdefghijk" %}` and `{% include video provider="youtube" id="…" %}`.
      const provider = attributeOf(attributes, 'provider') ?? file.replace(/^.*\/|\.\w+$/g, '');
      const called = { ...attributes, positional: values };
      return pageOfCall(provider.toLowerCase(), called) ?? announcedAddress(here, called);
    }
    // `<Player src="https://www.youtube.com/embed/…" />`, whatever its name.
    return (
      pageOfCall(token.name, attributes, inside) ??
      pageOfFrame(attributeOf(attributes, 'src', 'url', 'href') ?? '') ??
      (inside.trim() === '' ? announcedAddress(here, attributes) : undefined)
    );
  }
  if (token.name === 'script') return pageOfFrame(scriptAddress(here));
  const shown = penIn(token, inside) ?? pageOfLabel(token, inside);
  if (shown !== undefined) return shown;
  const attributes = attributesOf(token.text);
  if (token.name === 'audio') return wholeAddress(attributeOf(attributes, 'src') ?? firstSource(inside));
  if (!/^(?:iframe|embed|object)$/.test(token.name)) return undefined;
  const address = attributeOf(attributes, 'src', 'data-src', 'data') ?? movieOf(inside);
  // A frame of another site may be an advertisement or a counter, unless the words above speak of it.
  const isShown = token.name !== 'iframe' || isAnnounced(here.source, token.start);
  if (FLASH.test(address)) return soundOf(address);
  const { siteUrl } = here.options;
  const whole = /^\/(?!\/)/.test(address) && siteUrl !== undefined ? joinToSite(address, siteUrl) : address;
  return pageOfFrame(address) ?? (isShown ? wholeAddress(whole) : undefined);
}

/** Returns the address of a pen: CodePen’s script shows it in place of the words in an element, “See the Pen …”. */
function penIn({ language, text }: MarkupToken, inside: string): string | undefined {
  if (language !== 'html' || !/\bclass\s*=\s*["'](?:[^"'<>]*\s)?codepen[\s"']/.test(text)) return undefined;
  return /href=["'](https?:\/\/codepen\.io\/[\w-]+\/(?:pen|full|details)\/\w+)/.exec(inside)?.[1];
}

/** A player that no browser runs any more. */
const FLASH = /\.swf(?:[?#&]|$)/i;

/** Returns the sound that a player of old played: `player.swf?soundFile=https://…/a.mp3`. */
const soundOf = (address: string): string | undefined =>
  /[?&]\w+=(https?(?::|%3A)[^&#]+?\.(?:mp3|m4a|ogg))/i
    .exec(address)?.[1]
    ?.replace(/%3A/gi, ':')
    .replace(/%2F/gi, '/');

/** Returns what `<object>` shows: `<param name="movie" value="…">`, or the tag of older browsers inside it. */
const movieOf = (inside: string): string =>
  attributeOf(
    attributesOf(/<param\b[^<>]*\bname=["']?(?:movie|src)\b[^<>]*>/i.exec(inside)?.[0] ?? ''),
    'value',
  ) ??
  attributeOf(attributesOf(/<embed\b([^<>]*)>/i.exec(inside)?.[1] ?? ''), 'src') ??
  '';

/** Writes a path as Eleventy and Jekyll do, and as MDX imports it: `{{ '/mast.mp4' | url }}` and `{{ site.url }}/mast.mp4` are `/mast.mp4`. */
const pathsIn = (written: string, source: string): string =>
  withImports(written, source)
    .replace(/\{\{-?\s*["']([^"'{}]+)["']\s*\|\s*(?:url|relative_url|absolute_url)\s*-?\}\}/g, '$1')
    .replace(/\{\{-?\s*(?:site|page)\.[\w.]+\s*-?\}\}(?=\/)/g, '');

const wholeAddress = (written: string): string | undefined =>
  /^(?:https?:)?\/\/[^\s<>"'`{}]+$/i.test(written) ? written.replace(/^\/\//, 'https://') : undefined;

/** Returns the address that a tag of any name was given, if the words above announce what it shows; not that of a picture. */
function announcedAddress({ token, source }: TokenCase, attributes: Attributes): string | undefined {
  if (isCalledPicture(token) || !isAnnounced(source, token.start)) return undefined;
  const written = attributeOf(attributes, 'src', 'url', 'href', 'link') ?? attributes.positional[0] ?? '';
  return PICTURE_FILE.test(written) ? undefined : wholeAddress(written);
}

const firstSource = (inside: string): string =>
  attributeOf(attributesOf(/<source\b([^<>]*)>/i.exec(inside)?.[1] ?? ''), 'src') ?? '';

/** Returns the file of `<video src>`, of its first `<source>`, or of `{{< video "a.mp4" "A gate" >}}`, and what describes it. */
function videoFile(
  written: string,
  inside: string,
): { readonly path: string; readonly alt: string } | undefined {
  const attributes = attributesOf(written);
  const sources = [...inside.matchAll(/<source\b([^<>]*)>/gi)].map(
    ([, tag = '']) => attributeOf(attributesOf(tag), 'src') ?? '',
  );
  const paths = [attributeOf(attributes, 'src', 'mp4', 'url', 'file'), ...sources, ...attributes.positional];
  const path = paths.find((one) => one !== undefined && VIDEO_FILE.test(one) && !/[{}]/.test(one));
  const behind = attributes.positional
    .slice(attributes.positional.indexOf(path ?? '') + 1)
    .find((value) => /\p{L}\s+\p{L}/u.test(value));
  const alt = attributeOf(attributes, 'alt', 'aria-label', 'title', 'caption') ?? behind ?? '';
  return path === undefined ? undefined : { path, alt };
}
