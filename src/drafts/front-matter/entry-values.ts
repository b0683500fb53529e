import { type YamlEntry, YamlLimit, type YamlValue } from './read-yaml.ts';

/** Returns an entry's value; `undefined` if it is too complex for front matter, which is reported where the value is needed. */
export function valueIn(entry: YamlEntry): YamlValue | undefined {
  try {
    return entry.value();
  } catch (error) {
    if (!(error instanceof YamlLimit)) throw error;
    return undefined;
  }
}

/** Returns an entry's value if it is text. */
export function plainText(entry: YamlEntry): string | undefined {
  const value = valueIn(entry);
  return typeof value === 'string' ? value : undefined;
}

/** Returns the text of a key in one line, by its name or path in lower case: `title`, `book.author`. */
export function fieldText(entries: readonly YamlEntry[], path: string): string | undefined {
  const [name, ...below] = path.split('.');
  const entry = entries.find(({ key }) => key.toLowerCase() === name);
  if (entry === undefined) return undefined;
  if (below.length > 0) return fieldText(entry.entries(), below.join('.'));
  return plainText(entry)?.replace(/\s+/g, ' ').trim();
}

/** Whether a value is a passage of the blog's page, which no setting takes: several lines, or HTML. */
export const isPassage = (value: YamlValue | undefined): boolean =>
  typeof value === 'string' && /\n\s*\S|<[a-z][^<>]*>/i.test(value.trim());

/** Returns a value as a message shows it. */
export function shown(value: YamlValue): string {
  if (typeof value === 'string') return `\`${excerpt(value)}\``;
  if (Array.isArray(value)) return value.length === 1 ? `a list of ${shown(value[0] ?? null)}` : 'this list';
  return value === null ? 'empty' : 'a block of keys';
}

/** Returns a text in one line of at most 40 characters, for messages. */
export function excerpt(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
