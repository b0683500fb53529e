/** Matches a line that sets a variable, as dotenv reads it: `NAME=`, `export NAME =`, `NAME: `. */
const setting = (name: string): RegExp => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*(?:=|:\\s)`);

/**
 * Sets variables in the text of a `.env` file: replaces existing values in place, and appends new lines at the end. Everything
 * else stays, including comments.
 *
 * @throws RangeError for a value that a `.env` file can't represent
 */
export function withVariables(text: string, variables: Readonly<Record<string, string>>): string {
  let lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  for (const [name, value] of Object.entries(variables)) {
    const line = `${name}=${quoted(value)}`;
    const pattern = setting(name);
    // dotenv uses the last of several definitions, so only the new one may stay.
    const at = lines.findIndex((one) => pattern.test(one));
    lines = lines.filter((one, index) => index === at || !pattern.test(one));
    if (at === -1) lines.push(line);
    else lines[at] = line;
  }
  return `${lines.join('\n')}\n`;
}

/** Removes variables from the text of a `.env` file. */
export function withoutVariables(text: string, names: readonly string[]): string {
  const patterns = names.map(setting);
  return text
    .split(/(?<=\n)/)
    .filter((line) => !patterns.some((pattern) => pattern.test(line)))
    .join('');
}

/** Quotes a value so that dotenv reads it back: bare if possible, else in quotes that it does not contain. */
function quoted(value: string): string {
  if (/[\r\n\0]/.test(value)) throw new RangeError('A secret contains a line break: copy it again.');
  if (/^[\w.~+/=:@%-]*$/.test(value)) return value;
  // Inside double quotes, `\n` would become a line break.
  const quote = ["'", '`', '"'].find((one) => !value.includes(one) && !(one === '"' && /\\[nr]/.test(value)));
  if (quote === undefined)
    throw new RangeError('A secret holds every kind of quotation mark: set it in the environment.');
  return `${quote}${value}${quote}`;
}
