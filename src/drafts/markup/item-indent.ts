/** Returns the indentation of a line that continues a Markdown item above it, so that what opens there stays in the item. */
export function itemIndent(source: string, lineStart: number): string {
  const indent = /^ */.exec(source.slice(lineStart, lineStart + 20))?.[0] ?? '';
  if (indent.length < 2) return '';
  const above = source
    .slice(Math.max(0, lineStart - 1000), lineStart)
    .split('\n')
    .reverse();
  const opening = above.find((line) => line.trim() !== '' && indentAt(line, 0) < indent.length);
  const mark = /^[^\S\n]*(?:[-+*]|\d{1,9}[.)])[^\S\n]+(?=\S)/.exec(opening ?? '')?.[0];
  return mark !== undefined && mark.length <= indent.length ? ' '.repeat(mark.length) : '';
}

/** Returns the number of spaces and tabs at an offset. */
export function indentAt(source: string, at: number): number {
  let end = at;
  while (source[end] === ' ' || source[end] === '\t') end += 1;
  return end - at;
}
