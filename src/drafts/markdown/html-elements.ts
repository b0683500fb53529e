/** How to convert an HTML element inside a paragraph; its text is always kept. */
export type ElementUse = 'format' | 'break' | 'image' | 'anchor' | 'raised' | 'struck' | 'quoted' | 'object';

const names = (list: string, use: ElementUse): [string, ElementUse][] =>
  list.split(' ').map((name) => [name, use]);

/**
 * HTML elements by what a post can show of them. A name that is not listed is not HTML: `Vec<String>` and `<name>` are words,
 * and stay.
 */
const USES: ReadonlyMap<string, ElementUse> = new Map([
  ...names('br', 'break'),
  ...names('img', 'image'),
  ...names('a', 'anchor'),
  ...names('sup', 'raised'),
  ...names('del s strike', 'struck'),
  ...names('q', 'quoted'),
  // Plain text can't show their effect, and loses nothing without it.
  ...names(
    'abbr acronym b bdi bdo big button center cite code data dfn div em figcaption figure font label',
    'format',
  ),
  ...names(
    'h1 h2 h3 h4 h5 h6 hr i ins kbd li link main mark meta nobr ol output p param picture pre rb rt ruby samp',
    'format',
  ),
  ...names(
    'base section small source span strong sub table tbody td th thead time tr track tt u ul var wbr rp',
    'format',
  ),
  // They show something that a post can't have.
  ...names('article aside audio blockquote body canvas caption details dialog dl dt dd embed', 'object'),
  ...names(
    'fieldset footer form frame frameset head header html iframe input legend map area math',
    'object',
  ),
  ...names('menu meter nav noscript object optgroup option progress script select slot', 'object'),
  ...names('style summary svg template textarea tfoot title video address col colgroup', 'object'),
]);

/** One tag of HTML. */
export type Tag = { readonly name: string; readonly closing: boolean; readonly attributes: string };

/** Returns how to convert the element of that name; `undefined` if HTML has no such element. */
export function elementUse(name: string): ElementUse | undefined {
  return USES.get(name.toLowerCase());
}

/** HTML attributes without a value. */
const VALUELESS =
  /^(?:allowfullscreen|async|autoplay|checked|controls|defer|disabled|hidden|loop|muted|noshade|open|playsinline|reversed)$/i;

/** Parses `<name attributes>` or `</name>`; `undefined` for text that only looks like a tag: `a <b and c>`. */
export function readTag(html: string): Tag | undefined {
  const match = /^<(\/?)([a-z][a-z0-9-]*)([\s\S]*?)\/?>$/i.exec(html);
  if (match === null) return undefined;
  const [, slash, name = '', attributes = ''] = match;
  const words = attributes
    .replace(/=\s*(?:"[^"]*"|'[^']*'|\S+)/g, '=')
    .trim()
    .split(/\s+/);
  // If one has a value they are attributes, even if a template engine adds others: `<img src="a.png" eleventy:ignore>`.
  const isTag = words.some((word) => word.endsWith('='));
  if (!isTag && words.some((word) => word !== '' && !VALUELESS.test(word))) return undefined;
  return { name: name.toLowerCase(), closing: slash === '/', attributes };
}

/** Returns an attribute's value, with its commonest entities decoded; `undefined` if it is missing. */
export function attribute(attributes: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  const match = pattern.exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value?.replace(/&(amp|quot|lt|gt|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
};
