import type { MarkupToken } from './markup-token.ts';
import { isAlone } from './token-case.ts';

/** WordPress’s own shortcodes, and those of the commonest page builders. */
const NAMES =
  'wp_caption|caption|embed|gallery|playlist|audio|video|wpvideo|youtube|vimeo|sourcecode|code|gist|tweet|contact-form|contact-field|(?:su|vc|et_pb|fusion|av)_\\w+';
const TAG = new RegExp(`\\[(/?)(${NAMES})(?![\\w-])([^\\[\\]\\n]{0,500})\\](?!\\(|\\[(?![/!])|:)`, 'g');

const KNOWN = new RegExp(`^(?:${NAMES})$`);

/** A shortcode of a plugin, whose values are in quotation marks; a forum's has one without a name: `[quote="ana"]`. */
const OF_PLUGIN =
  /\[([a-z][\w-]*)((?:\s+[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|\d+(?=[\s\]/])))+|="[^"\n]*")\s*\/?\](?!\(|\[(?![/!])|:)/g;

/** Whether a text may contain anything that {@link wordpressTokens} finds. */
export const mayHoldShortcodes = (source: string): boolean =>
  /\[\/?(?:wp_|caption|embed|gallery|playlist|audio|video|youtube|vimeo|sourcecode|code|gist|tweet|su_|vc_|et_pb_)/.test(
    source,
  ) || /\[[a-z][\w-]*(?:\s+[\w-]+)?=["']/.test(source);

/**
 * Finds `[caption width="300"]…[/caption]` and its like, which exports of WordPress keep. A name in brackets without
 * attributes is one only if a tag closes it: `[video]` is otherwise the author's.
 */
export function wordpressTokens(
  source: string,
  from: number,
  inCode: (offset: number) => boolean,
): MarkupToken[] {
  const found: MarkupToken[] = [];
  TAG.lastIndex = from;
  for (let match = TAG.exec(source); match !== null; match = TAG.exec(source)) {
    const [whole, slash, name = '', rest = ''] = match;
    if (inCode(match.index) || source[match.index - 1] === '\\') continue;
    const role = slash === '/' ? 'close' : rest.trimEnd().endsWith('/') ? 'single' : 'open';
    // `[youtube=https://…]` and `[youtube https://…]`
    const text = rest.replace(/\/\s*$/, '').replace(/^(?:=|\s+(?=https?:\/\/))(\S+)/, 'url="$1"');
    found.push({
      start: match.index,
      end: match.index + whole.length,
      role,
      name,
      language: 'wordpress',
      text,
    });
  }
  found.push(...ofPlugins(source, from, inCode));
  found.sort((one, other) => one.start - other.start);
  const closed = new Set(found.flatMap(({ role, name }) => (role === 'close' ? [name] : [])));
  const opened = new Set(found.flatMap(({ role, name }) => (role === 'open' ? [name] : [])));
  return found.filter(({ role, name, text }) =>
    role === 'close' ? opened.has(name) : closed.has(name) || /[=]/.test(text),
  );
}

/** Finds shortcodes of any other name: each is closed by a tag of its name, or alone on its line. */
function ofPlugins(source: string, from: number, inCode: (offset: number) => boolean): MarkupToken[] {
  const found: MarkupToken[] = [];
  const language = 'wordpress';
  const closers = [...source.matchAll(/\[\/([a-z][\w-]*)\]/g)].filter(
    ({ 1: name = '', index }) => index >= from && !KNOWN.test(name) && !inCode(index),
  );
  const lastCloser = new Map(closers.map(({ 1: name = '', index }) => [name, index]));
  OF_PLUGIN.lastIndex = from;
  for (let match = OF_PLUGIN.exec(source); match !== null; match = OF_PLUGIN.exec(source)) {
    const { 0: whole, 1: name = '', 2: values = '', index: start } = match;
    const end = start + whole.length;
    if (KNOWN.test(name) || inCode(start) || source[start - 1] === '\\') continue;
    if ((lastCloser.get(name) ?? 0) < end && !isAlone(source, start, end)) continue;
    const text = values.replace(/^="([^"]*)"/, (_, value: string) =>
      name === 'quote' ? ` author="${value.split(',')[0]}"` : ` title="${value}"`,
    );
    found.push({ start, end, role: 'open', name, language, text });
  }
  const names = new Set(found.map(({ name }) => name));
  for (const { 0: whole, 1: name = '', index: start } of closers)
    if (names.has(name))
      found.push({ start, end: start + whole.length, role: 'close', name, language, text: '' });
  return found;
}
