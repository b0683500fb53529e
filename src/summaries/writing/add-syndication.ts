import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type PostFields, type PostFrontMatter, readPostFields } from '../reading/post-fields.ts';

/** A post with the addresses in its front matter, or why it was not changed. */
export type Syndicated =
  | { readonly text: string; readonly added: readonly string[] }
  | { readonly refused: string };

type Insertion = { readonly at: number; readonly text: string; readonly until?: number };

/** Quotes an address for YAML or TOML, where a colon or a `#` would have another meaning. */
const quoted = (url: string): string => `"${url}"`;
const BYTE_ORDER_MARK = '\ufeff';
const SAFE = /^https?:\/\/[^\s"\\<>]+$/i;

/**
 * Adds addresses to `syndication:` in a post's front matter: to its list, if there is one, else in a new one as the last key.
 * Everything else stays byte for byte, and existing addresses are not added again. If that is impossible, returns the reason.
 */
export function addSyndication(source: string, urls: readonly string[]): Syndicated {
  if (source.startsWith(BYTE_ORDER_MARK)) {
    const result = addSyndication(source.slice(1), urls);
    return 'refused' in result ? result : { ...result, text: BYTE_ORDER_MARK + result.text };
  }
  const unsafe = urls.find((url) => !SAFE.test(url));
  if (unsafe !== undefined) return { refused: `‘${unsafe}’ is not a web address` };
  const head = readPostFields(source);
  if (head.headStart > 0) {
    const above = source.slice(0, head.headStart);
    const result = addSyndication(source.slice(head.headStart), urls);
    return 'refused' in result ? result : { ...result, text: above + result.text };
  }
  const known = new Set(syndicationOf(head.fields));
  const added = [...new Set(urls)].filter((url) => !known.has(url));
  if (added.length === 0) return { text: source, added };
  const problem = head.problems[0];
  if (problem !== undefined) return { refused: problem.message };
  const change = CHANGES[head.format](source, head, added);
  if (typeof change === 'string') return { refused: change };
  const text = source.slice(0, change.at) + change.text + source.slice(change.until ?? change.at);
  return isSame({ text: source, head }, { text, head: readPostFields(text) }, added)
    ? { text, added }
    : { refused: 'its `syndication` has an unknown form; add the addresses by hand' };
}

const CHANGES: Readonly<
  Record<
    PostFrontMatter['format'],
    (source: string, head: PostFrontMatter, added: readonly string[]) => Insertion | string
  >
> = {
  yaml: inYaml,
  toml: inToml,
  header: () => 'its front matter is not between lines of `---`; add the addresses by hand',
  json: () => 'its front matter is JSON; add the addresses by hand',
  export: () => 'its fields are an `export const`; add the addresses by hand',
  none: (source, _, added) => {
    if (/^(?:---|\+\+\+|\{)[^\S\n]*\r?\n/.test(source))
      return 'its front matter can’t be read; add the addresses by hand';
    const end = lineEnd(source);
    return { at: 0, text: `---${end}${block(added, end)}---${end}${end}` };
  },
};

const lineEnd = (source: string): string =>
  /\r\n/.test(source.slice(0, source.indexOf('\n') + 1)) ? '\r\n' : '\n';

const items = (urls: readonly string[], end: string): string =>
  urls.map((url) => `  - ${quoted(url)}${end}`).join('');

const block = (urls: readonly string[], end: string): string => `syndication:${end}${items(urls, end)}`;

/** Returns the addresses that a post's front matter lists as copies. */
export function syndicationOf(fields: PostFields): string[] {
  const value = fields.get('syndication');
  const items = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === 'string');
}

function inYaml(
  source: string,
  { bodyStart }: PostFrontMatter,
  added: readonly string[],
): Insertion | string {
  const start = source.indexOf('\n') + 1;
  const close = /(?:^|\n)(?:---|\.\.\.)[^\S\n]*(?:\r?\n)?$/.exec(source.slice(0, bodyStart));
  if (close === null) return 'the end of its front matter was not found';
  const end = close.index + (source[close.index] === '\n' ? 1 : 0);
  const eol = lineEnd(source);
  const document = parseDocument(source.slice(start, end), { keepSourceTokens: true });
  const pair = isMap(document.contents)
    ? document.contents.items.find(({ key }) => isScalar(key) && key.value === 'syndication')
    : undefined;
  if (pair === undefined) return { at: end, text: block(added, eol) };
  const { value, key } = pair;
  if (isSeq(value) && value.flow === true && value.range != null) {
    const at = start + value.range[1] - 1;
    const before = source.slice(start + value.range[0] + 1, at);
    const comma = value.items.length === 0 || /,\s*$/.test(before) ? '' : ', ';
    return {
      at: start + value.range[0] + 1 + before.trimEnd().length,
      text: comma + added.map(quoted).join(', '),
    };
  }
  if (isSeq(value) && value.range != null) {
    const last = value.items.at(-1);
    if (!isScalar(last) || last.range == null) return 'its `syndication` is not a list of addresses';
    const item = start + last.range[1];
    const lineAt = source.lastIndexOf('\n', start + last.range[0]) + 1;
    const indent = /^[^\S\n]*-[^\S\n]*/.exec(source.slice(lineAt))?.[0] ?? '  - ';
    const found = source.indexOf('\n', item);
    return { at: found + 1, text: added.map((url) => `${indent}${quoted(url)}${eol}`).join('') };
  }
  if (!isScalar(value) || !isScalar(key) || key.range == null)
    return 'its `syndication` is not a list of addresses';
  // A single address, or none, becomes a list below the key's line, whose comment stays.
  const old = typeof value.value === 'string' && value.value !== '' ? [value.value] : [];
  const colon = source.indexOf(':', start + key.range[1]) + 1;
  const until = source.indexOf('\n', colon) + 1;
  const rest = source.slice(colon, until).trimEnd();
  const written = value.source ?? '';
  const quote = /^\s*["']/.exec(rest)?.[0].length ?? 0;
  const gone =
    quote > 0 ? quote + written.length + 1 : rest.length - rest.trimStart().length + written.length;
  const kept = written === '' && quote === 0 ? rest : rest.slice(gone);
  return {
    at: colon,
    text: `${kept.trim() === '' ? '' : kept}${eol}${items([...old, ...added], eol)}`,
    until,
  };
}

function inToml(
  source: string,
  { bodyStart }: PostFrontMatter,
  added: readonly string[],
): Insertion | string {
  const start = source.indexOf('\n') + 1;
  const head = source.slice(start, bodyStart);
  const eol = lineEnd(source);
  const list = /^syndication[^\S\n]*=[^\S\n]*\[([^\]]*)\]/m.exec(head);
  const table = /^[^\S\n]*\[/m.exec(list === null ? head : head.slice(0, list.index));
  if (list !== null && table === null) {
    const inside = list[1] ?? '';
    const at = start + list.index + list[0].length - 1 - (inside.length - inside.trimEnd().length);
    const comma = inside.trim() === '' || /,\s*$/.test(inside) ? '' : ', ';
    return { at, text: comma + added.map(quoted).join(', ') };
  }
  if (/^syndication\b/m.test(head)) return 'its `syndication` is not a plain list of addresses';
  // After a table's name every key would belong to the table.
  const line = `syndication = [${added.map(quoted).join(', ')}]${eol}`;
  const firstTable = /^[^\S\n]*\[/m.exec(withoutArrays(head));
  const closing = head.lastIndexOf('+++');
  return { at: start + (firstTable === null ? closing : firstTable.index), text: line };
}

/** Blanks out the inside of multi-line arrays, because one of their lines may begin with `[`. */
function withoutArrays(head: string): string {
  return head.replace(/=[^\S\n]*\[[^\]]*\]/g, (array) => array.replace(/[^\n]/g, ' '));
}

/** A post's text and its fields. */
type ReadPostText = { readonly text: string; readonly head: PostFrontMatter };

/** Whether only the list of addresses changed, in the front matter and in the text below. */
function isSame(before: ReadPostText, after: ReadPostText, added: readonly string[]): boolean {
  const others = (fields: PostFields): string =>
    JSON.stringify(
      [...fields].filter(([key]) => key !== 'syndication'),
      (_, value) => (value instanceof Map ? [...value] : value),
    );
  const [listed, now] = [syndicationOf(before.head.fields), syndicationOf(after.head.fields)];
  return (
    after.head.problems.length === 0 &&
    others(before.head.fields) === others(after.head.fields) &&
    [...listed, ...added].every((url, at) => now[at] === url) &&
    now.length === listed.length + added.length &&
    (before.head.format === 'none'
      ? after.text.endsWith(before.text)
      : after.text.slice(after.head.bodyStart) === before.text.slice(before.head.bodyStart))
  );
}
