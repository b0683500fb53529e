/** The longest line, in characters, that is a label with a few words. */
const LABEL_LINE = 60;

/** Words in brackets that say that a text was changed later: `[UPDATED] 2026-05-01`. They label no draft. */
const CHANGE =
  /^\s*\[(?:updated|edited|edit(?!\]\s*$)|nachtrag|édité|mise à jour|editado|actualizado|atualizado|atualização|aggiornato|aggiornamento|обновлено|追記|更新)(?![\p{L}\p{M}])/iu;

/** Whether a line, or the words of a label with its bracket, say that a text was changed later. */
export const notesChange = (line: string): boolean => CHANGE.test(line);

/** A term with a colon, and what it means: `src: the sources`; of several words if it is marked or begins with a capital. */
const TERM =
  /^[\s>]{0,9}(?:[“"'(]?[\p{L}\p{N}.$@/~<][^\s:!?]{0,40}|(?=[*_`“"'(]{0,3}\p{Lu}|[*_`])[^\s:!?]{1,40}(?: [^\s:.!?]{1,30}){0,3}):[*_]{0,3}\s+\S/u;

/** Whether each of several lines begins with a term and a colon, as lines of a list without marks do. */
export const areTerms = (lines: readonly string[]): boolean =>
  lines.length > 1 && lines.every((line) => TERM.test(line));

/** Whether a line is only a label: `[ML Grind]`. */
export const isLabel = (line: string): boolean => /^\s*\[(?!\^)(?=[^\]]*\p{L})[^[\]]{1,80}\]\s*$/u.test(line);

/**
 * Whether a line begins with a label: `[ML Grind] Goals for today`. A number in brackets is a source, not a label, and words in
 * brackets with a source behind them are a link: `[ruby-dev:27787] [1]`.
 */
export const opensWithLabel = (line: string): boolean =>
  !notesChange(line) &&
  /^\s*\[(?![\^/])(?=[^\]]*\p{L}[\p{L}\p{M}])[^[\]\\{}=^]{2,80}\](?:\s(?!\s?\[\d)|$)/u.test(line);

/** Whether a line begins a new update: a label, alone or with a few words. */
export const opensUpdate = (line: string): boolean =>
  opensWithLabel(line) && line.trim().length <= LABEL_LINE;
