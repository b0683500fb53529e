import type { Draft, Run } from '../drafts/draft.ts';
import type { Finding, Position } from '../drafts/finding.ts';
import { countedOnce } from '../drafts/finding-list.ts';
import { openingTitle } from '../drafts/opening-title.ts';
import { settingsFor } from '../drafts/settings.ts';
import { deepBlocks, shownAsText } from '../drafts/shown-as-text.ts';
import type { Profile } from './profile.ts';
import { runsByBlock } from './sources.ts';

/** A run's range in the block's text; `at` is missing if a link is fine there, or the words are not the author's. */
type Piece = {
  readonly start: number;
  readonly at?: Position;
  readonly isCode?: boolean;
  /** The words of a link, and where they lead. */
  readonly words?: string;
  readonly url?: string;
};

/**
 * Finds names in a draft's prose that the network will link although their author meant no link: `README.md`, `lib.rs`.
 * Searches the words as they are sent, so that a mark inside a name hides none; a name that occurs several times is one finding.
 *
 *     See **lib**.rs here.
 *     ├──┤  ├─┤  ├──────┤   three runs
 *         ├───────┤         one link
 */
export function accidentalLinks(draft: Draft, profile: Profile): Finding[] {
  if (draft.settings.silence.includes('accidental-link')) return [];
  const bare =
    profile.linkStyle === 'facets' || settingsFor(draft.settings, profile.network).footnotes === 'none';
  const found: Finding[] = [];
  const price = profile.prices.postWithUrl - profile.prices.post;
  const report = (
    name: string,
    what: string,
    { line, column }: Position,
    cure = 'word it differently',
  ): void => {
    const cost = price > 0 ? ` and may cost $${price.toFixed(3)} more` : '';
    found.push({
      code: 'accidental-link',
      severity: 'warning',
      message: `\`${name}\` ${what}: it counts as ${profile.measure(name)} characters${cost}; ${cure}, or accept it with \`silence: [accidental-link]\``,
      line,
      column,
    });
  };
  for (const runs of [...titleOf(draft, profile), ...runsByBlock(draft.blocks)]) {
    const { text, pieces } = asSent(runs, bare);
    let next = 0;
    for (const link of profile.links(text)) {
      if (link.accidental !== true) continue;
      while ((pieces[next + 1]?.start ?? Number.POSITIVE_INFINITY) <= link.start) next += 1;
      const { at, start, words, url } = pieces[next] ?? { start: 0 };
      if (at === undefined) continue;
      const column = at.column + link.start - start;
      const name = text.slice(link.start, link.end);
      const isSite = url !== undefined && hostOf(url) === hostOf(name);
      // Words of a link to that very site; of those that are nothing but an address, to that very page.
      if (isSite && (words?.trim() !== name || addressOf(url) === addressOf(name))) continue;
      // The words of a link that was left out, which lead elsewhere: `[irc.example.org/log](irc://irc.example.org/log)`.
      const isUnsafe = draft.findings.some(
        (other) => other.code === 'unsafe-link' && other.line === at.line && other.column === column,
      );
      const what = isUnsafe
        ? 'goes without its link, but its words alone will become one, to a page of that name'
        : isSite
          ? `will become a link to that page, beside its own to ${url.slice(0, 80)}`
          : 'will become a link';
      report(name, what, { line: at.line, column });
    }
  }
  // Short code is sent as text, too.
  for (const block of deepBlocks(draft.blocks)) {
    const text = block.type === 'code' ? shownAsText(block) : undefined;
    for (const { start, end, accidental } of text === undefined ? [] : profile.links(text))
      if (accidental === true)
        report(text?.slice(start, end) ?? '', 'in code will become a link', block.at, DRAW);
  }
  return countedOnce(found.sort((one, other) => one.line - other.line || one.column - other.column));
}

/** What keeps short code from being text. */
const DRAW = 'write `{1}` behind the language of its fence, which makes a picture of it';

/** Returns the title that opens the thread, as a run. */
function titleOf(draft: Draft, profile: Profile): Run[][] {
  const { settings, findings } = draft;
  const title = openingTitle(draft, settingsFor(settings, profile.network).openWith ?? settings.openWith);
  const { line, column } = findings.find(({ code }) => code === 'title-opens') ?? { line: 1, column: 1 };
  return title === undefined ? [] : [[{ type: 'text', text: title, at: { line, column } }]];
}

/** Returns an address without its scheme, `www.` and what is not its page: `example.org/log` of `https://www.example.org/log/#top`. */
const addressOf = (address: string): string =>
  (/^(?:https?:\/\/)?(?:www\.)?([^?#]*)/i.exec(address)?.[1] ?? '')
    .replace(/(?:\/index\.html?\/*|(?<!\/)\/+)$/, '')
    .toLowerCase();

/** Returns the server that an address names, with or without `https://`. */
const hostOf = (address: string): string =>
  (/^(?:https?:\/\/)?(?:www\.)?([^/?#]*)/i.exec(address)?.[1] ?? '').toLowerCase();

/** Joins the words of a block's runs. A link's words are followed by their source, unless `bare`. */
export function asSent(
  runs: readonly Run[],
  bare: boolean,
): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  for (const run of runs) {
    const start = text.length;
    if (run.type === 'text') {
      pieces.push({ start, at: run.at, isCode: run.emphasis === 'code' });
      text += run.text;
    } else if (run.type === 'link') {
      pieces.push(run.auto ? { start } : { start, at: run.at, words: run.text, url: run.url });
      text += run.auto || bare ? run.text : `${run.text} `;
    } else {
      pieces.push({ start });
      text += run.type === 'break' ? '\n' : '[]';
    }
  }
  return { text, pieces };
}
