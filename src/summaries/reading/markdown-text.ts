import { parseDraft } from '../../drafts/parse-draft.ts';

type Range = { readonly start: number; readonly end: number };

/** Escapes for text that Markdown may misread; tried in order, the lightest first. */
const ESCAPES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/^(?=[-+*#>=|~:→•[\]])|^(\d+)(?=[.)])/, (_, number?: string) => `${number ?? ''}\\`),
  (text) =>
    text
      .replace(/[\\`*_[\]<>&$~|]/g, '\\$&')
      .replace(/^(?=[-+#=:→•])|^(\d+)(?=[.)])/, (_, number?: string) => `${number ?? ''}\\`),
  (text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&'),
  (text) => text.replace(/[!-/:-@[-`{-~→•]/g, (sign) => `&#${sign.charCodeAt(0)};`),
];

/**
 * A line that begins with a letter and has no Markdown signs: most sentences, which need no parser. A hyphen inside a word, and a
 * colon behind one, are no signs.
 */
const PLAIN =
  /^\p{L}(?:[\p{L}\p{N},.'’;!?()“”"–—…%€、。，！？；：（）《》「」『』]|(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])|(?<=\p{L}):(?= )| (?! ))*[\p{L}\p{N}.'’!?)”"…。！？）」』]$/u;

/**
 * Writes one line of text as Markdown that is read back as the same text: code in backticks, everything else escaped as little
 * as possible. Returns `undefined` for text that no Markdown paragraph can contain.
 *
 * @param opens - whether it begins its line, where `-` and `1.` have a meaning
 */
export function markdownText(text: string, code: readonly Range[] = [], opens = true): string | undefined {
  if (text === '') return '';
  if (code.length === 0 && PLAIN.test(text) && !/www\./i.test(text)) return text;
  const before = opens ? '' : 'so ';
  for (const plainly of ESCAPES) {
    const marked = withCode(text, code, plainly);
    if (code.length > 0 && readsAs(before + marked, before + text)) return marked;
    const plain = plainly(text);
    if (readsAs(before + plain, before + text)) return plain;
  }
  return undefined;
}

function withCode(text: string, code: readonly Range[], plainly: (text: string) => string): string {
  let written = '';
  let done = 0;
  for (const { start, end } of code) {
    written += `${plainly(text.slice(done, start))}\`${text.slice(start, end)}\``;
    done = end;
  }
  return written + plainly(text.slice(done));
}

/** Whether a Markdown paragraph is read as this text, without links or marks. */
function readsAs(markdown: string, text: string): boolean {
  const { blocks, notes, references } = parseDraft(`---\nkind: post\n---\n\n${markdown}\n`, { path: null });
  const [block] = blocks;
  if (blocks.length !== 1 || block?.type !== 'paragraph' || notes.length + references.length > 0)
    return false;
  const words = block.runs.map((run) =>
    run.type === 'text' && (run.emphasis === undefined || run.emphasis === 'code') ? run.text : '\n',
  );
  return words.join('') === text;
}

/** Writes a value of YAML front matter in single quotes, on one line. */
export function yamlText(text: string): string {
  return `'${text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll("'", "''")}'`;
}
