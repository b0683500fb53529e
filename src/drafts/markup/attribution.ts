import { attributeOf, attributesOf } from './attributes.ts';

/** The attributes that say whom a tag quotes, in the order of the line below the quotation. */
const NAMED = ['author', 'name', 'by', 'source', 'cite', 'link', 'url'];

/** Returns whom a quotation names: `Ana, Gauge Book`, or `author="Ana"`. */
export function attributionOf(text: string): string {
  const attributes = attributesOf(text);
  const named = NAMED.flatMap((name) => attributeOf(attributes, name) ?? []);
  const unnamed = /^\s*["']/.test(text) ? attributes.positional.join(', ') : text;
  if (named.length > 0) return named.join(', ').replace(/\s+/g, ' ').trim();
  const isUnnamed = attributes.named.size === 0 || /https?:\/\//.test(attributes.positional.join(' '));
  // A single word in small letters is a style: `{{< quote left >}}`.
  return isUnnamed && /[\p{Lu}\p{Lo}@]|\p{L}\s+\p{L}/u.test(unnamed)
    ? unnamed.replace(/\s+/g, ' ').trim()
    : '';
}

/**
 * Returns the line below a quotation, as Hexo and Octopress set it: `— Ana, Gauge Book`. Of `Ana https://example.org The log`,
 * the words behind the address are its link.
 */
export function attributionLine(text: string): string {
  const whom = attributionOf(text).replace(/[[\]<>]/g, '');
  if (whom === '') return '';
  const [, before = '', url, behind = ''] = /^(.*?)[\s,]*(https?:\/\/[^\s,]+)[\s,]*(.*)$/.exec(whom) ?? [];
  if (url === undefined) return `— ${whom}`;
  if (behind !== '') return `— ${before === '' ? '' : `${before}, `}[${behind}](<${url}>)`;
  return before === '' ? '' : `— [${before}](<${url}>)`;
}
