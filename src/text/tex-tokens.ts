/**
 * Splits TeX into commands with their backslash, single characters, and `\text{…}` contents as one token that starts with `"`.
 */
export function tokensOf(tex: string): string[] {
  const tokens: string[] = [];
  const pattern =
    /\\(?:text|textrm|textbf|textit|texttt|textsf|textnormal|mbox|hbox|operatorname\*?)\s*\{([^{}$]*)\}|\\(?:[a-zA-Z]+\*?|[\s\S])|\s+|%.*|[\s\S]/gu;
  for (const [token, words] of tex.matchAll(pattern)) {
    if (words !== undefined) tokens.push(`"${words.replace(/\s+/g, ' ')}`);
    else if (token.startsWith('%')) continue;
    else if (/^\s/.test(token)) tokens.push(' ');
    else tokens.push(token);
  }
  return tokens;
}
