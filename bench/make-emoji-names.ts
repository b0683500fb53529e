/**
 * Writes the names of emoji that `src/drafts/markup/emoji-names.ts` reads, as GitHub's own list in the package `gemoji` has them.
 * The package itself takes 16 ms to load, the table less than one. Run it after the package was updated: `node bench/make-emoji-names.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameToEmoji } from 'gemoji';

const WIDTH = 120;
const FILE = join(import.meta.dirname, '../src/drafts/markup/named-emoji.ts');

const lines: string[] = [];
for (const [name, emoji] of Object.entries(nameToEmoji)) {
  const pair = `${name} ${emoji}`;
  const last = lines.at(-1);
  if (last === undefined || last.length + 1 + pair.length > WIDTH) lines.push(pair);
  else lines[lines.length - 1] = `${last} ${pair}`;
}
writeFileSync(
  FILE,
  `// Written by bench/make-emoji-names.ts; edit that, not this.
// Source: gemoji 8.1.0 (MIT, Copyright Titus Wormer; data from github.com/github/gemoji, MIT, Copyright GitHub, Inc.).

/** GitHub's names of emoji, each before its emoji, one after another; GitHub Pages, Hugo, Docusaurus and Slack share them. */
export const NAMED_EMOJI = \`
${lines.join('\n')}
\`;
`,
);
