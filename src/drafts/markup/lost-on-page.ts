import { cellShows } from '../markdown/nodes/cell-results.ts';
import type { SiteLookup } from '../site-lookup.ts';
import type { MarkupNote } from './markup-options.ts';
import { isShownOnPage, ONLY_ON_PAGE, putFile } from './only-on-page.ts';
import type { TokenCase } from './token-case.ts';

/** Files that only prepare the cells of a text: `_setup.qmd`, `../common/init.qmd`. */
const PREPARES =
  /(?:^|[/_.-])(?:set-?up|init|common|config|options|preamble|defaults|functions|helpers)(?:[-_]\w{1,30}){0,3}\.[a-z]+$/i;
/** A block of code with fences, and its info. */
const FENCED = /^([ \t]*)(`{3,}|~{3,})([^\n]*)\n([\s\S]*?)^\1\2[ \t]*$/gm;
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
  if ([...text.matchAll(FENCED)].some(([, , , info = '', value = '']) => cellShows(info.trim(), value)))
    return false;
  const words = text
    .replace(/^---\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/, '')
    .replace(FENCED, '')
    .replace(/<!--[\s\S]*?-->|^[ \t]*:{3,}[^\n]*$/gm, '');
  return words.trim() === '';
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
