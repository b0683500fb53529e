/**
 * Whether each sentence of a summary stands in its post word for word, over all posts of some folders:
 *
 *     node bench/summaries-verbatim.ts FOLDER… [--every 1] [--show]
 *
 * Letters and digits are compared, because Markdown's marks, character references and quotes are shown otherwise than written.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plainLine } from '../src/drafts/plain-line.ts';
import { readPost } from '../src/summaries/reading/read-post.ts';
import { summarise } from '../src/summaries/writing/summarise.ts';
import { sentencesOf } from '../src/text/sentences.ts';
import { bare } from './summaries-reference.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' }, show: { type: 'boolean', default: false } },
});

/** A post without the targets of its links and the marks of its notes. */
const plain = (source: string): string =>
  plainLine(
    source
      // Template code, of which addresses and attributes are made, and names of emoji, which are shown as such.
      .replace(/\{\{[^{}]*\}\}|\{%[^{}]*%\}/g, '')
      .replace(/(?<!\w):[a-z0-9_+-]{2,40}:(?!\w)/g, '')
      // Line ends in strings of TOML.
      .replace(/\\n/g, ' ')
      .replace(/\]\(\s*[^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+["'][^"']*["'])?\s*\)/g, ']')
      .replace(/\]\[[^\]]*\]/g, ']')
      // An address alone in brackets, and the marks of quotations.
      .replace(/ ?\(<?https?:[^\s()]*>?\)/g, '')
      .replace(/^\s*(?:>\s?)+/gm, '')
      .replace(/\[\^[^\]]+\]/g, '')
      .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1'),
  );
const withoutTags = (source: string): string => source.replace(/<[^<>]+>/g, '');

let posts = 0;
let sentences = 0;
const missing: string[] = [];
for (const folder of positionals) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .sort();
  for (const [at, name] of files.entries()) {
    if (at % Number(values.every) !== 0) continue;
    const path = join(folder, name);
    const source = readFileSync(path, 'utf8');
    const written = [source, withoutTags(source)].map((text) => bare(plain(text)));
    posts += 1;
    for (const { text, role } of summarise(readPost(source, { path })).paragraphs) {
      if (role === 'item') continue;
      for (const { text: sentence } of sentencesOf(text)) {
        sentences += 1;
        if (!written.some((text) => text.includes(bare(sentence)))) missing.push(`${name}: ${sentence}`);
      }
    }
  }
}
console.log(`${posts} posts, ${sentences} sentences, ${missing.length} not word for word in the post`);
if (values.show) for (const line of missing) console.log(line);
