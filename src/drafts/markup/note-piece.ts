import { type Attributes, attributeOf, attributesOf } from './attributes.ts';
import type { Piece } from './block-layout.ts';
import { titleOfTag } from './tab-labels.ts';
import { isAlone, note, type TokenCase } from './token-case.ts';

/** Shortcodes and includes that frame a note. */
const FRAMES =
  /^(?:alert|notice|note|callout|admonition|info|tip|hint|warning|danger|caution|important|attention)(?:[-_]?(?:box|block|alert|info|tip|note|warning|danger|success|error|primary))?$/;

const isWords = (value: string): boolean => /\p{L}\S*\s+\S*\p{L}/u.test(value);
/** Whether a value before the words is a title, not the kind of the note: `"Update" "It fell."`, `"warning" "It fell."`. */
const isTitle = (value: string): boolean => /^\p{Lu}|\s/u.test(value.trim());

function wordsOf(attributes: Attributes): { readonly title: string; readonly words: string } | undefined {
  const named = attributeOf(attributes, 'content', 'text', 'message', 'body');
  const { positional } = attributes;
  const at = positional.findLastIndex(isWords);
  const words = named ?? positional[at];
  if (words === undefined || !isWords(words)) return undefined;
  const before = named === undefined ? positional.slice(0, at).find(isTitle) : undefined;
  return { title: attributeOf(attributes, 'title', 'heading') ?? before ?? '', words };
}

/**
 * Makes the blocks of a note whose words stand in its tag, below its title: `{{< alert-info "Update" "It fell." >}}`,
 * `{% include note.html content="It fell." %}`.
 */
export function notePiece({ token, pair, source, notes, options }: TokenCase): Piece | undefined {
  const { start, end, language, name, role } = token;
  const isTemplate = language === 'hugo' || language === 'liquid';
  if (!isTemplate || pair !== undefined || role === 'close' || !isAlone(source, start, end)) return undefined;
  const attributes = attributesOf(token.text);
  const [file = '', ...rest] = attributes.positional;
  const isInclude = name === 'include' || name === 'partial';
  const frame = isInclude ? file.replace(/^.*\/|\.\w+$/g, '').toLowerCase() : name;
  if (!FRAMES.test(frame)) return undefined;
  const shown = wordsOf(isInclude ? { ...attributes, positional: rest } : attributes);
  if (shown === undefined) return undefined;
  note(
    { token, pair, source, notes, options },
    'not-text',
    'is a frame, which a post can’t show; its words stay',
  );
  const title = shown.title.replace(/[*\n]+/g, ' ').trim();
  return {
    start,
    end,
    as: { is: 'block', text: title === '' ? shown.words : `**${title}**\n\n${shown.words}` },
  };
}

/** `Update (May 3, 2026)`: a summary has to know that the words of such a box came later than the post. */
const LATER = /^(?:update|edit|addendum|correction|nachtrag|aktualisierung|mise à jour|追記)(?!\p{L})/iu;

/** Returns the title of a tag that becomes a line above its words; empty if it has none, and in a summary, which does not quote it. */
export function shownTitle({ token, pair, options: { purpose } }: TokenCase): string {
  const title = pair?.open === token ? titleOfTag(token) : '';
  return purpose === 'thread' || LATER.test(title) ? title : '';
}
