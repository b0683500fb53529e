import { readTag } from '../html/html-tag.ts';
import { attributesOf } from './attributes.ts';

/** An opening tag as Markdown's reader takes it; any other is words to it, also with a slash in a bare value: `href=https://…`. */
const WELL_FORMED =
  /^<[A-Za-z][\w-]*(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`/]+|'[^']*'|"[^"]*"))?)*\s*\/?>$/;
/** What only a tag has: a name with a value in quotation marks, or a path. */
const HAS_VALUE = /\s[@\w:.-]+=(?:"[^"]*"|'[^']*')|\s(?:href|src)\s*=\s*[^\s"'<>]*\//;
/** A name that its author typed twice: `alt=alt="A mast"`. */
const TWICE = /\b[\w:-]+=(?=[\w:-]+=["'])/g;
/** A quotation mark too many behind a value. */
const CLOSED_TWICE = /(="[^"]*")"(?=[\s/>])/g;

/** A bare path or address, of which HTML takes a slash at its end for a part: `<a href=https://example.org/log/>`. */
const BARE = /(\s(?:href|src)\s*=\s*)([^\s"'<>{}]*\/[^\s"'<>{}]*)["']?(?=[\s>])/g;

/** Words with quotation marks of their own: `alt="The "old" mast"`. */
const QUOTED = /(\s(?:alt|title)=")([^<>]*?)"(?=\s+[\w:-]+\s*=|\s*\/?>$)/g;

/**
 * Rewrites an opening tag of HTML with mistyped attributes as browsers read it: `<a href="/log"class="x">`,
 * `<img src="a.png" alt="A mast"">`. Undefined if the tag is in order, or no tag.
 */
export function mendedTag(written: string): string | undefined {
  if (WELL_FORMED.test(written) || !HAS_VALUE.test(written)) return undefined;
  const mended = written
    .replace(TWICE, '')
    .replace(CLOSED_TWICE, '$1')
    .replace(
      BARE,
      (_, name: string, path: string) => `${name}"${/src/i.test(name) ? path.replace(/\/$/, '') : path}"`,
    )
    .replace(QUOTED, (_, name: string, words: string) => `${name}${words.replaceAll('"', '&quot;')}"`);
  const tag = readTag(mended);
  if (tag === undefined || tag.closing || tag.attributes.includes('<')) return undefined;
  const attributes = [...attributesOf(tag.attributes).named]
    // `@click` is for a program.
    .filter(([name]) => /^[a-z_:]/i.test(name))
    .map(([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join('');
  return `<${tag.name}${attributes}>`;
}
