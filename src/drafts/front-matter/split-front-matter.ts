import matter from 'gray-matter';

/** A draft's file, taken apart. Offsets are UTF-16, into the whole source. */
export type SplitDraft = {
  /** The text below the front matter: `source.slice(bodyStart)`. */
  readonly bodyStart: number;
  /** The lines between the rules, where they are YAML, and where they start. */
  readonly yaml?: { readonly text: string; readonly start: number };
  /** Why the front matter was not read: another language, or a first rule that nothing closes. */
  readonly refused?:
    | { readonly reason: 'language'; readonly language: string }
    | { readonly reason: 'unclosed' };
};

/** The opening rule, with whatever language is named beside it. */
const OPENING = /^---[^\S\n]*([^\n]*?)[^\S\n]*(?:\n|$)/;
/** TOML front matter, as Hugo writes it. */
const TOML = /^\+\+\+[^\S\n]*\n(?:[\s\S]*?\n)??\+\+\+[^\S\n]*(?:\n|$)/;
/** The lines that make a block between rules a list of settings, and not prose between two separators. */
const SETTING = /^(?:[\w-]+|"[^"\n]+"|'[^'\n]+')[^\S\n]*:(?:\s|$)/m;
/** What may stand beside the opening rule and still be YAML. */
const YAML_NAMES = new Set(['', 'yaml', 'yml']);

/**
 * Finds a draft's front matter. Only YAML is ever read: gray-matter would evaluate `---js`, so it is not called
 * for another language, and its engines are replaced besides.
 */
export function splitFrontMatter(source: string): SplitDraft {
  const toml = TOML.exec(source);
  if (toml !== null && /^[\w."'-]+[^\S\n]*=/m.test(toml[0]))
    return { bodyStart: toml[0].length, refused: { reason: 'language', language: 'TOML' } };
  const opening = OPENING.exec(source);
  if (opening === null) return { bodyStart: 0 };

  const language = opening[1] ?? '';
  const close = /\n---[^\S\n]*(?=\n|$)/.exec(source.slice(opening[0].length - 1));
  const inside = source.slice(opening[0].length, opening[0].length + (close?.index ?? 0));
  if (!YAML_NAMES.has(language.toLowerCase())) {
    if (close === null || !/^[a-z]+$/i.test(language)) return { bodyStart: 0 };
    const bodyStart = afterLine(source, opening[0].length - 1 + close.index + 1);
    return { bodyStart, refused: { reason: 'language', language } };
  }
  if (close === null) {
    const looksMeant = SETTING.test(source.slice(opening[0].length).split(/\n\s*\n/, 1)[0] ?? '');
    return looksMeant ? { bodyStart: 0, refused: { reason: 'unclosed' } } : { bodyStart: 0 };
  }
  if (inside.trim() !== '' && !SETTING.test(inside)) return { bodyStart: 0 };
  return splitWithGrayMatter(source);
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
  // Options are always given: without them gray-matter answers from a cache by content, even where parsing failed.
  const { content } = matter(source, {
    language: 'yaml',
    engines: { yaml: keep, json: refuse, javascript: refuse, coffee: refuse, toml: refuse },
  });
  const start = source.indexOf(raw, 3);
  // What ends before the closing rule keeps the first half of a Windows line end.
  const text = raw.replace(/\r$/, '');
  return { bodyStart: source.length - content.length, yaml: { text, start } };
}

function afterLine(source: string, lineStart: number): number {
  const ending = source.indexOf('\n', lineStart);
  return ending === -1 ? source.length : ending + 1;
}
