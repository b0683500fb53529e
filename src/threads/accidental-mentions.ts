import type { Block, Draft } from '../drafts/draft.ts';
import type { Finding, Position } from '../drafts/finding.ts';
import { settingsFor } from '../drafts/settings.ts';
import { asSent } from './accidental-links.ts';
import type { Profile } from './profile.ts';
import { runsByBlock } from './sources.ts';

const CODE = 'accidental-mention';
/** What follows a name that is the beginning of a package’s: `@mast-tools/float`, `@mast/*`. */
const OF_PACKAGE = /^(?:[.-][\w.-]{0,50})?\/[\w*]/;
/** What follows one that is the beginning of a name of Bluesky: `@ana.example.org`. */
const OF_DOMAIN = /^(?:-[\w-]{1,50})?\.(?:[\w-]{1,50}\.){0,3}[a-z]{2,}(?![\w@/-])/i;

/** An address on X, from which the names in a quotation are. */
const ON_X = /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\//i;

/**
 * Finds words in a draft’s prose that mention an account although their author meant none: `@return` in code, packages and
 * names of Bluesky, which go on behind what the network takes for a name, and words of a link that leads to another account. In a
 * post of a blog, names are as often of GitHub: all count that no link of the post shows to be the network’s. One finding for all of
 * them, at the first.
 *
 *     Use @mast-tools/float, with `@return`.
 *         ├───┤                  ├─────┤      two mentions
 */
export function accidentalMentions(draft: Draft, profile: Profile): Finding[] {
  const { mentions } = profile;
  if (mentions === undefined || draft.settings.silence.includes(CODE)) return [];
  const bare = settingsFor(draft.settings, profile.network).footnotes === 'none';
  const own = draft.isOfBlog === true ? accountsIn(draft.blocks, profile) : undefined;
  const names = new Set<string>();
  let first: Position | undefined;
  for (const runs of runsByBlock(draft.blocks)) {
    if (!runs.some((run) => 'text' in run && run.text.includes('@'))) continue;
    const { text, pieces } = asSent(runs, bare);
    let next = 0;
    for (const { start, end } of mentions(text)) {
      while ((pieces[next + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      const piece = pieces[next];
      if (piece?.at === undefined) continue;
      const name = text.slice(start, end);
      const meant = piece.url === undefined ? undefined : profile.accountAt?.(piece.url);
      const isOther = meant !== undefined && meant.toLowerCase() !== name.slice(1).toLowerCase();
      const behind = text.slice(end, end + 60);
      const isDoubtful = own !== undefined && meant === undefined && !own.has(name.slice(1).toLowerCase());
      const isNone = piece.isCode === true || OF_PACKAGE.test(behind) || OF_DOMAIN.test(behind);
      if (!isOther && !isNone && !isDoubtful) continue;
      names.add(isOther ? `\`${name}\` (linked to @${meant})` : `\`${name}\``);
      first ??= { line: piece.at.line, column: piece.at.column + start - piece.start };
    }
  }
  if (first === undefined) return [];
  const message = `${listed([...names])} will mention whoever has ${names.size === 1 ? 'that name' : 'those names'} on ${profile.name}; word it differently, or accept it with \`silence: [${CODE}]\``;
  return [{ code: CODE, severity: 'warning', message, ...first }];
}

/** Returns the names of accounts, in small letters, that links of a draft lead to or that stand in quotations from X. */
function accountsIn(blocks: readonly Block[], profile: Profile): ReadonlySet<string> {
  const all = linksIn(blocks).flatMap((url) => profile.accountAt?.(url)?.toLowerCase() ?? []);
  const quoted = blocks.flatMap((block) =>
    block.type === 'quote' && linksIn(block.blocks).some((url) => ON_X.test(url))
      ? runsByBlock(block.blocks).flatMap((runs) => namesIn(asSent(runs, true).text, profile))
      : [],
  );
  return new Set([...all, ...quoted]);
}

const linksIn = (blocks: readonly Block[]): string[] =>
  runsByBlock(blocks).flatMap((runs) => runs.flatMap((run) => (run.type === 'link' ? [run.url] : [])));

const namesIn = (text: string, profile: Profile): string[] =>
  (profile.mentions?.(text) ?? []).map(({ start, end }) => text.slice(start + 1, end).toLowerCase());

/** The most names that the finding lists. */
const MOST_NAMES = 4;

/** Lists the first names, and counts the others. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length - MOST_NAMES;
  return more <= 0 ? shown : `${shown} and ${more} more`;
}
