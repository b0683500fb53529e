/** A string, a comment, a bracket, or a name where a value or a shorthand ends. */
const TOKENS =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`((?:\\.|[^`\\$])*)`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[[\]{}]|(?<![\w$.])[A-Za-z_$][\w$]*(?=\s*[,\]}])/g;
/** What a name may not stand for: it says whether, when and where a post is out. */
const KEY =
  /(?:draft|published|unpublished|hidden|unlisted|private|date|title|url|slug|permalink|canonical|\w+Date)["']?\s*:\s*$/i;
/** Values of JSON5. */
const LITERALS = new Set(['true', 'false', 'null', 'NaN', 'Infinity']);

/**
 * Replaces the names of what a page imports by `null` in the object that holds its fields (`image`, `authors: [ada]`), and template
 * strings without values by strings, so that it is plain JSON5. `undefined` if a name says whether, when or where the post is out.
 */
export function withoutImportedNames(object: string): string | undefined {
  const open: string[] = [];
  let isPlain = true;
  const plain = object.replace(TOKENS, (token: string, template: string | undefined, at: number): string => {
    if (template !== undefined) return JSON.stringify(template.replaceAll('\\`', '`'));
    if (token === '{' || token === '[') open.push(token);
    else if (token === '}' || token === ']') open.pop();
    if (!/^[\w$]/.test(token) || LITERALS.has(token)) return token;
    const before = object.slice(Math.max(0, at - LONGEST_KEY), at);
    if (KEY.test(before)) isPlain = false;
    const isValue = open.at(-1) === '[' || /:\s*$/.test(before);
    return isValue ? 'null' : `${token}: null`;
  });
  return isPlain ? plain : undefined;
}

/** More than a key and the space after it (UTF-16). */
const LONGEST_KEY = 60;
