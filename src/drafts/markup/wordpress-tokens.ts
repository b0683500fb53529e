import type { MarkupToken } from './markup-token.ts';

/** WordPress’s own shortcodes, and those of the commonest page builders. */
const NAMES =
  'wp_caption|caption|embed|gallery|playlist|audio|video|wpvideo|youtube|vimeo|sourcecode|code|gist|tweet|contact-form|contact-field|(?:su|vc|et_pb|fusion|av)_\\w+';
const TAG = new RegExp(`\\[(/?)(${NAMES})(?![\\w-])([^\\[\\]\\n]{0,500})\\](?!\\(|\\[(?!/)|:)`, 'g');

/** Whether a text may contain anything that {@link wordpressTokens} finds. */
export const mayHoldShortcodes = (source: string): boolean =>
  /\[\/?(?:wp_|caption|embed|gallery|playlist|audio|video|youtube|vimeo|sourcecode|code|su_|vc_|et_pb_)/.test(
    source,
  );

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
  const closed = new Set(found.flatMap(({ role, name }) => (role === 'close' ? [name] : [])));
  const opened = new Set(found.flatMap(({ role, name }) => (role === 'open' ? [name] : [])));
  return found.filter(({ role, name, text }) =>
    role === 'close' ? opened.has(name) : closed.has(name) || /[=]/.test(text),
  );
}
