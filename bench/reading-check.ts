/**
 * Reads the posts of a folder and tells what a reader of their threads would miss or stumble over: words of the source
 * that stand neither in a post nor in a finding, and template code in posts. It shares no code with the reader: words
 * are looked for in the source by patterns of its own.
 *
 *     node bench/reading-check.ts FOLDER…
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDraft } from '../src/drafts/parse-draft.ts';
import { mastodonProfile } from '../src/networks/mastodon/profile.ts';
import { buildThread } from '../src/threads/build-thread.ts';

/** What is no word of the author's, in the order in which it is taken out. */
const NO_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:---|\+\+\+)[^\S\n]*\n[\s\S]*?\n(?:---|\+\+\+|\.\.\.)[^\S\n]*\n/, ''],
  [/^(?:[A-Za-z_]+:[^\n]*\n)+\n/, ''],
  [/<!--[\s\S]*?(?:-->|$)/g, ' '],
  [/%%[\s\S]*?%%/g, ' '],
  [/^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n[ \t>]*\2[`~]*[ \t]*(?=\n|$)|$(?![\s\S]))/gm, ' '],
  [/^(?: {4}|\t)[^\n]*$/gm, ' '],
  [
    /<(style|script|svg|iframe|pre|table|video|audio|noscript|math|object|select|template)\b[\s\S]*?<\/\1\s*>/gi,
    ' ',
  ],
  [
    /\{%-?\s*(highlight|codeblock|raw|capture|comment|schema|macro|set|prism|block)\b[\s\S]*?\{%-?\s*end\1\s*-?%\}/g,
    ' ',
  ],
  [/\{\{[<%]\s*(highlight|code|mermaid|gist|chart)\b[\s\S]*?\{\{[<%]\s*\/\1\s*[>%]\}\}/g, ' '],
  [/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[^\n]*?#\}/g, ' '],
  [/^\|.*\|[ \t]*$|^.*\|.*\n[ \t]*\|?[ :|-]*-[ :|-]*\|?[ \t]*$(?:\n.*\|.*$)*/gm, ' '],
  [/\$\$[\s\S]*?\$\$|\$[^$\n]+\$|\\\[[\s\S]*?\\\]|\\\([\s\S]*?\\\)/g, ' '],
  [/~~[\s\S]*?~~|<(del|s|strike)\b[^>]*>[\s\S]*?<\/\1>/g, ' '],
  [/!\[\[[^\]]*\]\]|!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, ' '],
  [/^\s*\[[^\]\n]+\]:[^\n]*$/gm, ' '],
  [/\]\[[^\]\n]*\]/g, '] '],
  // The names of headings, and what a page says of itself to programs.
  [/^(#{1,6} .*?)[ \t]+[([]#[\w-]+[)\]][ \t]*$/gm, '$1'],
  [/^export const metadata\b[\s\S]*?\n\}\)?;?[ \t]*$/gm, ' '],
  [/^(?:import|export) [^\n]*$/gm, ' '],
  [/\*\[[^\]\n]+\]:[^\n]*$/gm, ' '],
  [/\]\((?:<[^>\n]*>|[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)/g, '] '],
  [/\[\[[^\]|\n]*\\?\|([^\]\n]*)\]\]/g, '$1'],
  [/\{:[^}\n]*\}|(?<=[)\]`])\{[^}\n]*\}|[ \t]*\{[#.][^}\n]*\}[ \t]*$/gm, ' '],
  [/`[^`\n]+`/g, ' '],
  [/<\/?[A-Za-z][^<>]*>/g, ' '],
  [/(?:https?:\/\/|www\.)\S+/g, ' '],
  [/&[a-z]+;|&#\w+;/gi, ' '],
  [/(?<![\w:]):[a-z\d_+-]+:(?![\w:])/g, ' '],
  [/^\s*:{3,}.*$|^\s*>\s*\[![^\]]*\][+-]?/gm, ' '],
];

/** What no reader of a post should see. */
const CODE_IN_POSTS: readonly RegExp[] = [
  /\{\{[<%]?[^{}]*[>%]?\}\}/,
  /\{%.*?%\}/,
  /<\/?[A-Z][A-Za-z]*(?:\s[^<>]*)?\/?>/,
  /<\/?(?:div|span|p|img|a|br|details|summary|iframe|table|center|figure|small|sup|sub)(?:\s[^<>]*)?\/?>/,
  /^:{3,}/m,
  /\[![A-Za-z]+\]/,
  /!?\[\[[^\]]+\]\]/,
  /^(?:import|export) .* from ['"]/m,
  /\{:\s*[.#]/,
];

/** Where a source shows code on purpose. */
const SHOWN_CODE: readonly RegExp[] = [
  /^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n[ \t>]*\2[`~]*[ \t]*(?=\n|$)|$(?![\s\S]))/gm,
  /(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])+?(?<!`)\1(?!`)/g,
  /^(?: {4}|\t)[^\n]*$/gm,
  /\{%-?\s*raw[\s\S]*?endraw\s*-?%\}/g,
];

function* postsIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && /\.mdx?$/.test(entry.name)) yield join(entry.parentPath, entry.name);
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? [];

type Tally = {
  read: number;
  lost: Map<string, string[]>;
  code: Map<string, string>;
  findings: Map<string, number>;
};

function check(file: string, tally: Tally): void {
  const source = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const draft = parseDraft(source, { path: file, siteUrl: 'https://example.org' });
  const thread = buildThread(draft, mastodonProfile());
  const posts = thread.posts.map(({ text }) => text).join('\n');
  for (const { code, severity } of [...draft.findings, ...thread.findings]) {
    const key = `${severity} ${code}`;
    tally.findings.set(key, (tally.findings.get(key) ?? 0) + 1);
  }
  tally.read += 1;
  const shown = draft.blocks.map((block) => JSON.stringify(block)).join('\n');
  const known = new Set(
    wordsOf(`${posts}\n${shown}\n${draft.notes.map((note) => JSON.stringify(note)).join('\n')}`),
  );
  for (const { message } of draft.findings) for (const word of wordsOf(message)) known.add(word);
  const left = NO_WORDS.reduce((text, [pattern, by]) => text.replace(pattern, by), source);
  const squeezed = `${posts}${shown}`
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["\\]|\s+/g, '');
  const lost = [...new Set(wordsOf(left))].filter((word) => !known.has(word) && !squeezed.includes(word));
  if (lost.length > 0) tally.lost.set(file, lost);
  // What an author shows as code, or escapes, is meant to be seen.
  const unshown = SHOWN_CODE.reduce((text, pattern) => text.replace(pattern, ' '), source);
  const found = CODE_IN_POSTS.flatMap((pattern) => pattern.exec(posts)?.[0] ?? []).find((one) =>
    unshown.includes(one),
  );
  if (found !== undefined) tally.code.set(file, found);
}

for (const folder of process.argv.slice(2)) {
  const tally: Tally = { read: 0, lost: new Map(), code: new Map(), findings: new Map() };
  for (const file of postsIn(folder)) check(file, tally);
  console.log(`${folder}: ${tally.read} posts; words lost in ${tally.lost.size}, code in ${tally.code.size}`);
  for (const [file, words] of tally.lost)
    console.log(`  lost  ${file.slice(folder.length + 1)}: ${words.slice(0, 12).join(' ')}`);
  for (const [file, code] of tally.code)
    console.log(`  code  ${file.slice(folder.length + 1)}: ${code.slice(0, 100)}`);
  for (const [key, count] of [...tally.findings].sort((one, other) => other[1] - one[1]))
    console.log(`  ${count}  ${key}`);
}
