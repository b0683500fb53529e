import { relative } from 'node:path';
import type { InitReport } from '../../app/init/init-project.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';

const STATES = { made: 'made   ', changed: 'changed', kept: 'kept   ' } as const;

/** Formats what `init` found and did, and what to do next. */
export function initLines(
  report: InitReport,
  { color, cwd }: { readonly color: boolean; readonly cwd: string },
): string[] {
  const paint = makePaint(color);
  const { root, site, files, accounts, draft } = report;
  const at = relative(cwd, root);
  const here = at === '' ? 'this folder' : at;
  const found =
    site === null
      ? `No blog was found in ${visible(here)}. If you have one, set site.url and site.public_dir in config/threadmill.yaml.`
      : `Found ${site.name} (${visible(site.mark)}): images in ${visible(site.publicDir)}, ${site.url === undefined ? 'its address is not known: set site.url in config/threadmill.yaml' : visible(site.url)}.`;
  const isNew = files.some(({ state }) => state !== 'kept') || accounts.length > 0;
  const usesSandbox = accounts.some((name) => name.startsWith('sandbox'));
  const next = [
    ...(site?.keepOut === undefined ? [] : [`${site.keepOut}.`]),
    ...(draft === null ? [] : [`Write your thread in ${visible(draft)}.`]),
    ...(usesSandbox ? ['Start the sandbox in a second terminal: threadmill sandbox'] : []),
    `Publish: threadmill publish ${draft === null ? 'posts/FILE.md' : visible(draft)}`,
    ...(usesSandbox ? ['Add your own account: threadmill accounts add x (or bluesky, mastodon)'] : []),
  ];
  return [
    found,
    ...files.map(
      ({ path, state }) =>
        `  ${state === 'kept' ? paint.dim(STATES[state]) : paint.green(STATES[state])} ${visible(path)}`,
    ),
    ...(accounts.length === 0 ? [] : [`Accounts: ${accounts.map(visible).join(', ')}.`]),
    ...(isNew
      ? ['', paint.bold('Next'), ...next.map((line, index) => `  ${index + 1}. ${line}`)]
      : ['Nothing to do: the project is set up.']),
  ];
}
