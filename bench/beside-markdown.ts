/**
 * Reads the posts of a folder beside a plain Markdown engine (CommonMark with GFM), and tells which words between two tags of
 * its page no thread has in one piece. It finds what a list of words can't: a sentence of common words that is lost, or read as
 * code. Posts with templates, components or an error are passed over: only their own engine could be the judge.
 *
 *     node bench/beside-markdown.ts FOLDER…
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { decodeReferences } from '../src/drafts/html/character-references.ts';
import { parseDraft } from '../src/drafts/parse-draft.ts';
import { mastodonProfile } from '../src/networks/mastodon/profile.ts';
import { buildThread } from '../src/threads/build-thread.ts';

const FRONT_MATTER = /^\uFEFF?(?:---|\+\+\+)[ \t]*\n[\s\S]*?\n(?:---|\+\+\+|\.\.\.)[ \t]*\n/;
/** What only another engine, or a program, understands. */
const OTHERS = /\{[{%]|^(?:import|export) |^:{3}|^!!!|<[A-Z]|\]\{|\{:|\$|\[\[|^@def |^[Tt]itle:|\{#/m;
/** What a page shows otherwise than a thread, in the order in which it is taken out. */
const NOT_COMPARED: readonly RegExp[] = [
  /<(pre|table|del|s|style|script|svg|iframe|video|audio|form)\b[\s\S]*?<\/\1>/gi,
  /<section data-footnotes[\s\S]*?<\/section>/g,
  /<sup><a [\s\S]*?<\/a><\/sup>|<!--[\s\S]*?-->/g,
];
/** A tag that GFM's filter shows as text. */
const FILTERED = /&lt;(?=\/?(?:iframe|script|style|textarea|title|xmp|noembed|noframes)\b)/gi;
/** Fewer words than these say too little about their place. */
const FEWEST_WORDS = 6;

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/\S+|www\.\S+|\[\d+\]/g, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Returns the words of a page, from tag to tag, that its thread lacks; `undefined` for a post that can't be compared. */
function lacking(file: string): string[] | undefined {
  const source = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const body = source.replace(FRONT_MATTER, '');
  if (OTHERS.test(body)) return undefined;
  const draft = parseDraft(source, { path: file, siteUrl: 'https://example.org' });
  if (draft.findings.some(({ severity }) => severity === 'error')) return undefined;
  const posts = buildThread(draft, mastodonProfile()).posts.map(({ text }) =>
    text.replace(/ \(https?:[^\s)]*\)/g, ''),
  );
  const shown = letters(`${posts.join('\n')}\n${draft.findings.map(({ message }) => message).join('\n')}`);
  const html = micromark(body, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const page = NOT_COMPARED.reduce(
    (text, pattern) => text.replace(pattern, '<hr>'),
    html.replace(FILTERED, '<'),
  );
  return page
    .split(/<[^>]*>/)
    .map((part) => decodeReferences(part).trim())
    .filter((part) => part.split(/\s+/).length >= FEWEST_WORDS && !/https?:|www\./.test(part))
    .filter((part) => !shown.includes(letters(part)));
}

for (const folder of process.argv.slice(2)) {
  let compared = 0;
  const lost: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:md|markdown)$/.test(entry.name)) continue;
    const found = lacking(join(entry.parentPath, entry.name));
    if (found === undefined) continue;
    compared += 1;
    if (found.length > 0) lost.push(`  ${entry.name}: ${found.length}, first “${found[0]?.slice(0, 100)}”`);
  }
  console.log(`${folder}: ${compared} posts compared; ${lost.length} with words that their threads lack`);
  for (const line of lost) console.log(line);
}
