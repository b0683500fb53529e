import matter from 'gray-matter';
import { LARGEST_FRONT_MATTER } from '../limits.ts';
import { isBlogKey } from './blog-keys.ts';
import { ACCEPTED, ALIASES } from './schema.ts';

/** The parts of a draft's file. Offsets are UTF-16, into the whole source. */
export type SplitDraft = {
  /** The text below the front matter: `source.slice(bodyStart)`. */
  readonly bodyStart: number;
  /** The text of the front matter, its format, and its offset. */
  readonly head?: {
    readonly format: 'yaml' | 'json' | 'toml' | 'header' | 'definitions';
    readonly text: string;
    readonly start: number;
  };
  /** What precedes its first line, although nothing should. */
  readonly behind?: string;
  /** Why the front matter was not read: another language, or no closing line. */
  readonly refused?:
    | { readonly reason: 'language'; readonly language: string }
    | { readonly reason: 'unclosed' };
};

/** The opening `---`, with an optional language. */
const OPENING = /^---[^\S\n]*([^\n]*?)[^\S\n]*(?:\n|$)/;
const CLOSING = /\n(---|\.\.\.)[^\S\n]*(?=\n|$)/;
/** TOML front matter, as Hugo writes it. */
const TOML = /^\+\+\+[^\S\n]*\n((?:[\s\S]*?\n)??)\+\+\+[^\S\n]*(?:\n|$)/;
/** JSON front matter from the first line, as Hugo writes it: its braces stand alone on their lines. */
export const JSON_BLOCK = /^\{[^\S\n]*\n[\s\S]*?\n\}[^\S\n]*(?:\n|$)/;
/** A piece of code on the first line, as pages of Flask begin: `~~~~toml`, settings, `~~~~`. */
const FENCED = /^(`{3,9}|~{3,9})[^\S\n]*(toml|ya?ml)[^\S\n]*\n((?:[^\n]*\n){1,60}?)\1[^\S\n]*(?:\n|$)/;
/** The settings above a text of Laika, in the signs of its templates: `{%`, lines of `key: value`, `%}`. */
const LAIKA = /^(\{%[^\S\n]*\n)((?:[^\S\n]*[\w.-]+[^\S\n]*:[^\n]*\n){1,60})%\}[^\S\n]*(?:\n|$)/;
/** Names of Laika's other settings among values, `author: [${ana}, ${bo}]`, as YAML of the same length. */
const quoted = (settings: string): string =>
  settings.replace(/(?<=[:,[][ \t]{0,9})\$\{([\w.-]{1,80})\}(?=[ \t]{0,9}(?:[,\]]|$))/gm, '"$$$1"');
/** Matches a setting, which distinguishes front matter from prose between two separators. */
const SETTING = /^[^\S\n]{0,4}(?:[\w-]+|"[^"\n]+"|'[^'\n]+')[^\S\n]*:(?:\s|$)/m;
/** What may follow the opening `---` in YAML. */
const YAML_NAMES = new Set(['', 'yaml', 'yml']);
/** What people and editors leave above front matter unnoticed: white space, zero-width characters, comments. */
const ABOVE = /^(?:[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]|<!--(?:(?!-->)[\s\S]){0,2000}-->)+/;

/** Nikola's header, in a comment: `.. title: Radar`. */
const NIKOLA = /^(\s{0,100}<!--[^\S\n]*\n)((?:\.\. [\w-]+:[^\n]*\n){1,60})-->[^\S\n]*(?:\n|$)/;

/** Whether a key is one of ours or common in blogs. */
export const isKnownKey = (key: string): boolean =>
  Object.hasOwn(ACCEPTED, key) || Object.hasOwn(ALIASES, key) || isBlogKey(key);

/**
 * Finds a draft's front matter, even below other text, and a header of `Key: value` lines as Pelican and MultiMarkdown use it.
 * Only reads data: gray-matter would evaluate `---js`, so it is not called for other languages, and its engines are replaced
 * too.
 */
export function splitFrontMatter(source: string): SplitDraft {
  const ofNikola = NIKOLA.exec(source.slice(0, 10_000));
  if (ofNikola !== null) {
    const [whole, before = '', text = ''] = ofNikola;
    return {
      bodyStart: whole.length,
      head: { format: 'header', text, start: before.length },
      behind: before,
    };
  }
  const above = ABOVE.exec(source.slice(0, 10_000))?.[0] ?? '';
  if (above === '')
    return splitAtStart(source) ?? splitDefinitions(source) ?? splitHeader(source, 0) ?? { bodyStart: 0 };
  const below = source.slice(above.length);
  const found = /^(?:---|\+\+\+)/.test(below) ? splitAtStart(below) : undefined;
  const isMeant =
    found?.refused !== undefined
      ? found.refused.reason === 'language'
      : found?.head !== undefined &&
        isOnlySettings(found.head.text, found.head.format === 'toml' ? '=' : ':');
  if (found !== undefined && isMeant) return moved(found, above);
  return splitHeader(source, above.length) ?? { bodyStart: 0 };
}

function moved({ bodyStart, head, refused }: SplitDraft, above: string): SplitDraft {
  const by = above.length;
  return {
    bodyStart: bodyStart + by,
    behind: above,
    ...(head === undefined ? {} : { head: { ...head, start: head.start + by } }),
    ...(refused === undefined ? {} : { refused }),
  };
}

function splitAtStart(source: string): SplitDraft | undefined {
  const toml = TOML.exec(source);
  if (toml !== null && /^[\w."'-]+[^\S\n]*=/m.test(toml[0])) {
    const start = source.indexOf('\n') + 1;
    return { bodyStart: toml[0].length, head: { format: 'toml', text: toml[1] ?? '', start } };
  }
  const json = JSON_BLOCK.exec(source.slice(0, LARGEST_FRONT_MATTER))?.[0];
  if (json !== undefined && keysOfJson(json).some(isKnownKey))
    return { bodyStart: json.length, head: { format: 'json', text: json, start: 0 } };
  const [ofLaika = '', sign = '', settings = ''] = LAIKA.exec(source) ?? [];
  if ([...settings.matchAll(/^\s*([\w.-]+)/gm)].some(([, key = '']) => isKnownKey(key)))
    return {
      bodyStart: ofLaika.length,
      head: { format: 'yaml', text: quoted(settings), start: sign.length },
    };
  const fenced = splitFenced(source);
  if (fenced !== undefined) return fenced;
  const opening = OPENING.exec(source);
  if (opening === null) return undefined;

  const language = opening[1] ?? '';
  const close = CLOSING.exec(source.slice(opening[0].length - 1));
  const inside = source.slice(opening[0].length, opening[0].length + (close?.index ?? 0));
  if (!YAML_NAMES.has(language.toLowerCase())) {
    if (close === null || !/^[a-z]+$/i.test(language)) return { bodyStart: 0 };
    const bodyStart = afterLine(source, opening[0].length - 1 + close.index + 1);
    if (language.toLowerCase() === 'json' && keysOfJson(inside).length > 0)
      return { bodyStart, head: { format: 'json', text: inside, start: opening[0].length } };
    return { bodyStart, refused: { reason: 'language', language } };
  }
  if (close === null) {
    const looksMeant = SETTING.test(source.slice(opening[0].length).split(/\n\s*\n/, 1)[0] ?? '');
    return looksMeant ? { bodyStart: 0, refused: { reason: 'unclosed' } } : { bodyStart: 0 };
  }
  if (inside.trim() !== '' && !SETTING.test(inside)) return { bodyStart: 0 };
  if (close[1] === '---') return splitWithGrayMatter(source);
  // gray-matter does not know YAML's own end marker.
  if (!isOnlySettings(inside, ':')) return splitAtRule(source);
  const bodyStart = afterLine(source, opening[0].length - 1 + close.index + 1);
  return { bodyStart, head: { format: 'yaml', text: inside.replace(/\r$/, ''), start: opening[0].length } };
}

/** Splits off settings that are the file's first piece of code; without a title, code is code. */
function splitFenced(source: string): SplitDraft | undefined {
  const [whole, , language = '', text = ''] = FENCED.exec(source) ?? [];
  if (whole === undefined) return undefined;
  const format = language === 'toml' ? 'toml' : 'yaml';
  if (!/^title\s*[:=]/m.test(text) || !isOnlySettings(text, format === 'toml' ? '=' : ':')) return undefined;
  return { bodyStart: whole.length, head: { format, text, start: source.indexOf('\n') + 1 } };
}

/** Returns the keys of a text that is one object of JSON; none otherwise. */
function keysOfJson(text: string): string[] {
  if (text.length > LARGEST_FRONT_MATTER) return [];
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  } catch {
    // Not JSON: what it is instead, the callers say.
    return [];
  }
}

/** Splits front matter that contains a line of `...` before its end. */
function splitAtRule(source: string): SplitDraft {
  return /\n---[^\S\n]*(?=\n|$)/.test(source.slice(3)) ? splitWithGrayMatter(source) : { bodyStart: 0 };
}

function splitWithGrayMatter(source: string): SplitDraft {
  let raw = '';
  const keep = (text: string): object => {
    raw = text;
    return {};
  };
  const refuse = (): never => {
    throw new Error('only YAML front matter may be read');
  };
  // Always pass options: without them gray-matter caches results by content, even of failed parses.
  const { content } = matter(source, {
    language: 'yaml',
    engines: { yaml: keep, json: refuse, javascript: refuse, coffee: refuse, toml: refuse },
  });
  const start = source.indexOf(raw, 3);
  // Text before the closing line ends with the first half of a Windows line ending.
  const text = raw.replace(/\r$/, '');
  return { bodyStart: source.length - content.length, head: { format: 'yaml', text, start } };
}

/** A key and its value, with at least one space between them, because no fence marks them as front matter. */
const PAIR = /^([A-Za-z_][\w -]{0,40}?)[^\S\n]*::?(?:[^\S\n]+(.*))?$/;

/** Whether all lines are `key: value` or continue a value, with at least one known key. */
function isOnlySettings(text: string, sign: ':' | '='): boolean {
  let known = false;
  let open = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || /^\s*#/.test(line)) continue;
    const key = (
      sign === ':' ? /^["']?([\w .-]{1,40}?)["']?\s*:(?:\s|$)/ : /^["']?([\w.-]{1,60})["']?\s*=/
    ).exec(line)?.[1];
    const goesOn = open && /^(?:\s|-\s|\]|\}|\[)/.test(line);
    const isTable = sign === '=' && /^\[{1,2}[\w."'-]+\]{1,2}\s*$/.test(line);
    if (key === undefined && !goesOn && !isTable) return false;
    if (key !== undefined && isKnownKey(key)) known = true;
    open = true;
  }
  return known;
}

/** Splits off Franklin’s `@def` lines at the top, and a `+++` block below them, which only holds tags for the page. */
function splitDefinitions(source: string): SplitDraft | undefined {
  const text = /^(?:@def[^\S\n]+\w+[^\S\n]*=[^\n]*(?:\n|$)(?:[^\S\n]*\n)*)+/.exec(
    source.slice(0, 20_000),
  )?.[0];
  if (text === undefined) return undefined;
  const block = /^\+\+\+[^\S\n]*\n\w[^\n]*=[\s\S]*?\n\+\+\+[^\S\n]*(?:\n|$)/.exec(
    source.slice(text.length, 20_000),
  );
  const bodyStart = text.length + (block?.[0].length ?? 0);
  return { bodyStart, head: { format: 'definitions', text, start: 0 } };
}

/** What all lines of a header begin with: Frog indents them, and Nikola's begin with two dots. */
export const MARGIN = /^(?:\.\. |[^\S\n]*)/;

/** Splits off `Key: value` lines at the top, up to the first blank line; several also up to a line of hyphens that nothing opened. */
function splitHeader(source: string, below: number): SplitDraft | undefined {
  const from = source.lastIndexOf('\n', below - 1) + 1;
  const margin = MARGIN.exec(source.slice(from, from + 1000))?.[0] ?? '';
  if (source.slice(from, below).trim() !== '') return undefined;
  const first = /^[^\n]*/.exec(source.slice(from + margin.length, below + 1000))?.[0] ?? '';
  if (!PAIR.test(first.trimEnd())) return undefined;
  const end = /\n(-{3,})?[^\S\n]*(?:\n|$)/.exec(source.slice(from, from + 20_000));
  const text = source.slice(from, end === null ? source.length : from + end.index);
  if (end === null && source.length > from + 20_000) return undefined;
  const keys: string[] = [];
  for (const indented of text.split('\n')) {
    const line = withoutMargin(indented, margin);
    if (keys.length > 0 && /^\s+\S/.test(line)) continue;
    const [, key, value] = PAIR.exec(line.trimEnd()) ?? [];
    if (key === undefined) return undefined;
    keys.push(key.toLowerCase());
    if (value === undefined && keys.length === 1) return undefined;
  }
  // A single line may be a sentence with a label; only a title certainly is not.
  const isMeant = keys.some(isKnownKey) && (keys.length > 1 || keys[0] === 'title');
  // `Title: Oil` above hyphens is a heading.
  if (!isMeant || (end?.[1] !== undefined && keys.length === 1)) return undefined;
  const bodyStart = end === null ? source.length : from + end.index + end[0].length;
  return { bodyStart, head: { format: 'header', text, start: from }, behind: source.slice(0, from) };
}

/** Drops the indentation that all lines of a header share. */
export const withoutMargin = (line: string, margin: string): string =>
  line.startsWith(margin) ? line.slice(margin.length) : line;

function afterLine(source: string, lineStart: number): number {
  const ending = source.indexOf('\n', lineStart);
  return ending === -1 ? source.length : ending + 1;
}
