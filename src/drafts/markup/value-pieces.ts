import { PICTURE_FILE } from '../picture-file.ts';
import type { Piece } from './block-layout.ts';
import { pageOfFrame } from './embeds.ts';
import { HOLE } from './hole.ts';
import type { MarkupOptions } from './markup-options.ts';
import { excerptOf } from './markup-token.ts';
import { namedAddress } from './named-address.ts';
import { printedWords } from './printed-words.ts';
import { templateValue } from './template-values.ts';
import {
  isAlone,
  isInSentence,
  isLineEnd,
  opensItem,
  partingPiece,
  type TokenCase,
  textPiece,
} from './token-case.ts';
import { wordedLink } from './worded-link.ts';

/** Comments that instruct a program, without words of the author. */
const DIRECTIVE =
  /^(?:<!--\s*)?\/?\s*(?:more|read-?more|excerpt|end-?excerpt|truncate|toc|tocstop|\/?toc|endtoc|summary|markdownlint|prettier|eslint|vale|textlint|spellchecker|cspell|dprint|biome|wp:|\/wp:|omit in toc|no_toc|TEASER_END|PELICAN_|nextpage|kg-card-|@include:|\{"|start-|end-|BEGIN|END|doctoc|#region|#endregion)/i;

/** A comment in whose place the theme Material for MkDocs writes what it says: `<!-- md:version 5.0.0 -->`. */
const WRITTEN = /^<!--\s*md:(?:version|default|setting|option)\s+`?([^`\n]{1,80}?)`?\s*-->$/;
/** Words that a sentence goes on from. */
const GOES_ON = /[\p{L}\p{N},(]\*{0,2}[^\S\n]*\n?[^\S\n]*$/u;

/** The signs of a comment of JavaScript at the start of a line, before one in braces. */
const OUTER_COMMENT = /(?:^|\n)[ \t]*(\/\/[ \t]*)$/;

/** Makes the piece for a comment, an import or an export: nothing, or what a comment is written as. */
export function silentPiece({ token, source, notes }: TokenCase): Piece {
  const { start, end, language, name, text: written } = token;
  const value = WRITTEN.exec(written)?.[1];
  if (value !== undefined && GOES_ON.test(source.slice(Math.max(0, start - 40), start)))
    return textPiece(token, value);
  if (name === 'hidden') {
    const message = `words for screen readers only are left out: “${excerptOf(written)}”`;
    notes.push({ code: 'not-text', offset: start, message });
  } else if (language === 'comment') {
    if (written.startsWith('<?'))
      notes.push({
        code: 'html-dropped',
        offset: start,
        message: `\`${excerptOf(written, 40)}\` is dropped: a post can’t show it`,
      });
    else if (!DIRECTIVE.test(written) && /[\p{L}\p{N}]/u.test(written)) {
      const code = written.startsWith('<!--') ? 'html-comment-dropped' : 'not-text';
      const message =
        code === 'not-text'
          ? `the comment \`${excerptOf(written, 40)}\` is not text`
          : `the comment \`${excerptOf(written)}\` is not published`;
      notes.push({ code, offset: start, message });
    }
  } else if (language === 'mdx')
    notes.push({
      code: 'not-text',
      offset: start,
      message: `\`${name}\` is part of the blog’s program, not text`,
    });
  if (language === 'mdx') return { start, end, as: { is: 'block', text: '' } };
  const slashes = OUTER_COMMENT.exec(source.slice(Math.max(0, start - 40), start))?.[1];
  if (slashes !== undefined && isLineEnd(source, end))
    return { start: start - slashes.length, end, as: { is: 'block', text: '' } };
  if (isInSentence(source, start, end))
    return { start: source.lastIndexOf('\n', start), end, as: { is: 'text', text: '' } };
  return isAlone(source, start, end)
    ? { start, end, as: { is: 'block', text: '' } }
    : { start, end, as: { is: 'text', text: '' } };
}

/** Hugo’s `param "book.title"`, which prints a key of the front matter. */
const PARAM = /^param\s+(["'`]?)([\w.-]+)\1\s*$/;

/** What precedes the path of a picture. */
const SHOWS = /!\[[^\]\n]*\]\(<?$|<img\b[^<>]*\ssrc\s*=\s*["']?$/i;
/** The same, with the beginning of the path. */
const OF_PICTURE = /!\[[^\]\n]*\]\(<?[^()\s]*$|<img\b[^<>]*\ssrc\s*=\s*["']?[^"'\s]*$/i;
/** The rest of a path behind a value: `/mast.png`. */
const FILE = /^(?:\{\{-?\s{0,9}site\.baseurl\s{0,9}-?\}\})?(\/[^\s"'()<>{}]+)(?=["')>]|\s)/;

/** The same without a slash, behind a value that is named for a folder or an address: `{{ site.contenturl }}mast.png`. */
const BARE_FILE = /^([^\s"'()<>{}/][^\s"'()<>{}]*)(?=["')>]|\s)/;
const OF_FOLDER = /(?:url|path|root|dir|folder|base|host|cdn|images|assets|files)$/i;
/** Jekyll’s tag that prints the path of a file of the site: `{% link images/mast.png %}`. */
const LINKED_FILE = /^link\s+["']?\/?([^\s"']+)["']?$/;
/** The beginning of an attribute that no reader sees: `data-group="`, `class="`. */
const UNSEEN =
  /<[a-z][^<>]*\s(?:data-[\w-]+|id|class|style|rel|target|name|width|height)\s*=\s*(?:"[^"<>]*|'[^'<>]*)$/i;

/** An address in a filter that shows what is there: `"https://…/embed/abc" | embed: "A title"`. */
const SHOWN =
  /^(["'])(https?:\/\/[^\s"'<>]+)\1\s*\|\s*(?:o?embed\w*|\w*video\w*|youtube\w*|vimeo\w*|media\w*|iframe\w*|tweet\w*|gist\w*)\b/i;

/** A name between braces in code: `` `{{on "click"}}` ``. */
const IN_CODE = /`\{\{[#/]?([a-z][\w-]*)/gi;
const namesInCode = new WeakMap<MarkupOptions, ReadonlySet<string>>();

/** Whether the text shows the same name between braces as code, so that it speaks of a template: `{{on}}` beside `` `{{on "click"}}` ``. */
function isShownAsCode({ token, source, options }: TokenCase): boolean {
  const name = /^[#/]?([a-z][\w-]*)(?=\s|$)/i.exec(token.text)?.[1];
  if (name === undefined) return false;
  const names = namesInCode.get(options) ?? new Set([...source.matchAll(IN_CODE)].map(([, own = '']) => own));
  namesInCode.set(options, names);
  return names.has(name);
}

/** A whole address in quotation marks, before a filter: `"https://…" | shortened`. */
const LITERAL = /^(["'])(https?:\/\/[^\s"'<>]+)\1\s*\|/;

/** The beginning of a link’s target, also behind another value: `]({{ site.baseurl }}`. */
const TARGET =
  /(?:\]\(<?|(?:href|src)\s*=\s*["']?)(?:\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,120}%\}|[^()\s{}"'])*$/;

/** Makes the piece for a value: what is known of it, else a hole and a finding. */
export function valuePiece(here: TokenCase): Piece {
  const { token, source, options, notes } = here;
  const { start, end } = token;
  const asked = token.language === 'hugo' ? PARAM.exec(token.text)?.[2] : token.text;
  const known = asked === undefined ? undefined : templateValue(asked, options);
  const before = source.slice(Math.max(0, start - 300), start);
  const behind = source.slice(end, end + 500);
  const shows = SHOWS.test(before);
  const linked = shows ? LINKED_FILE.exec(token.text)?.[1] : undefined;
  if (linked !== undefined && PICTURE_FILE.test(linked)) return textPiece(token, `/${linked}`);
  if (UNSEEN.test(before) && known === undefined) return textPiece(token, '');
  const named = FILE.exec(behind) ?? (OF_FOLDER.test(token.text) ? BARE_FILE.exec(behind) : null);
  const path = shows ? named?.[1] : undefined;
  const isPicture = path !== undefined && PICTURE_FILE.test(path);
  if (known !== undefined && !(isPicture && /^https?:/i.test(known))) return textPiece(token, known);
  const worded = token.name === 'value' ? undefined : wordedLink(here);
  if (worded !== undefined) return worded;
  const address = namedAddress(here);
  if (address !== undefined && 'url' in address) return textPiece(token, address.url);
  const printed = token.language === 'hugo' && !TARGET.test(before) ? printedWords(here) : undefined;
  if (printed !== undefined) return textPiece(token, printed.text);
  const shown = SHOWN.exec(token.text)?.[2];
  if (shown !== undefined) {
    const page = pageOfFrame(shown) ?? shown;
    const message = `\`${excerptOf(source.slice(start, end), 40)}\` can’t be shown in a post, so its address takes its place`;
    notes.push({ code: 'not-text', offset: start, message });
    return { start, end, as: { is: isAlone(source, start, end) ? 'block' : 'text', text: page } };
  }
  // Hugo evaluates nothing but shortcodes in a post: `{{ .RSSLink }}` is shown there as it is.
  if (token.language === 'liquid' && /^(?:\.|\$(?!(?:frontmatter|page|site|params|t)\b))/.test(token.text))
    return textPiece(token, source.slice(start, end));
  if (token.language === 'liquid' && isShownAsCode(here)) return textPiece(token, source.slice(start, end));
  const written = excerptOf(source.slice(start, end), 40);
  if (isPicture) {
    const why =
      known === undefined ? `only the blog knows \`${written}\`` : `\`${written}\` is a site’s address`;
    const message = `${why}; the picture is taken from \`${path.slice(0, 80)}\` of the project`;
    notes.push({ code: 'not-text', offset: start, message });
    return textPiece(token, '');
  }
  if (TARGET.test(before)) {
    const literal = LITERAL.exec(token.text)?.[2];
    if (literal !== undefined) {
      const message = `the blog’s program changes \`${written}\`; the post keeps the address as it is`;
      notes.push({ code: 'not-text', offset: start, message });
      return textPiece(token, literal);
    }
    const why =
      address === undefined
        ? `only the blog can work out where \`${written}\` leads`
        : `it is not known where \`${written}\` leads: ${address.problem}`;
    const message = OF_PICTURE.test(before)
      ? `only the blog knows which picture \`${written}\` stands for; it is left out. Write its path`
      : `${why}; the words stay, without the link. Write the whole URL`;
    notes.push({ code: 'template-value', offset: start, message });
    return textPiece(token, HOLE);
  }
  const isItem = !isAlone(source, start, end) && opensItem(source, start) && isLineEnd(source, end);
  if (isItem || isAlone(source, start, end)) {
    const message = `only the blog can work out what \`${written}\` shows; it is left out`;
    notes.push({
      code: options.purpose === 'summary' ? 'template-value' : 'not-text-dropped',
      offset: start,
      message,
    });
    // An item without words goes with its bullet.
    if (isItem)
      return { start: Math.max(0, source.lastIndexOf('\n', start)), end, as: { is: 'text', text: '' } };
    return partingPiece(token);
  }
  const message =
    options.purpose === 'summary'
      ? `\`${written}\` is computed by the blog; sentences that contain it are left out`
      : `only the blog can work out \`${written}\`; write the words themselves, set the key in the front matter, or put it in backticks to show it as code`;
  notes.push({ code: 'template-value', offset: start, message });
  return textPiece(token, HOLE);
}
