import { cellShows } from '../markdown/nodes/cell-results.ts';
import type { SiteLookup } from '../site-lookup.ts';
import type { MarkupNote } from './markup-options.ts';
import { isShownOnPage, ONLY_ON_PAGE, putFile } from './only-on-page.ts';
import type { TokenCase } from './token-case.ts';

/** Files that only prepare the cells of a text: `_setup.qmd`, `../common/init.qmd`. */
const PREPARES =
  /(?:^|[/_.-])(?:set-?up|init|common|config|options|preamble|defaults|functions|helpers)(?:[-_]\w{1,30}){0,3}\.[a-z]+$/i;
/** The line that opens a block of code, and its info. */
const FENCE = /^[ \t]*(`{3,}|~{3,})(.*)$/;
/** The longest file that is looked at, in UTF-16 units. */
const LONGEST = 100_000;

/** What is known of files, by the site that has them: a text may put in one of them many times. */
const known = new WeakMap<SiteLookup, Map<string, boolean>>();

/** Whether a file that a text puts there shows nothing: by its words, if the project has it, else by its name. */
function putsNothing(name: string, { options: { site } }: TokenCase): boolean {
  if (site === undefined) return PREPARES.test(name);
  const files = known.get(site) ?? new Map<string, boolean>();
  known.set(site, files);
  const text = files.has(name) ? '' : site.included(name, 'folder');
  const isEmpty = files.get(name) ?? (text === undefined ? PREPARES.test(name) : isEmptyOnPage(text));
  files.set(name, isEmpty);
  return isEmpty;
}

function isEmptyOnPage(text: string): boolean {
  if (text.length > LONGEST) return false;
  const body = text
    .replace(/\r\n/g, '\n')
    .replace(/^---\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/, '')
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, '');
  let open: { readonly mark: string; readonly info: string; readonly code: string[] } | undefined;
  for (const line of body.split('\n')) {
    if (open === undefined) {
      const [, mark, info = ''] = FENCE.exec(line) ?? [];
      if (mark !== undefined) open = { mark, info: info.trim(), code: [] };
      else if (!/^[ \t]*(?::{3,}|$)/.test(line.trimEnd())) return false;
    } else if (line.trim() === open.mark) {
      if (cellShows(open.info, open.code.join('\n'))) return false;
      open = undefined;
    } else open.code.push(line);
  }
  return open === undefined;
}

/** Returns what a finding says of a tag without words, at which readers of the page see something. */
export function lostOnPage(here: TokenCase): readonly [MarkupNote['code'], string] | undefined {
  const file = putFile(here);
  if (file !== undefined && putsNothing(file, here) && here.options.purpose === 'thread')
    return ['not-text', 'puts in a file that shows nothing: it only prepares the cells'];
  if (!isShownOnPage(here)) return undefined;
  return [
    'not-text-dropped',
    file === undefined
      ? ONLY_ON_PAGE
      : `puts in what \`${file}\` shows, which no post has; write here what readers need of it`,
  ];
}
