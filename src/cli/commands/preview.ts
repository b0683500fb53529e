import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../../app/refusal.ts';
import { previewJson } from '../../preview/preview-json.ts';
import { type Preview, renderPreview } from '../../preview/render-preview.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { defineCommand } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { loadDraft } from '../load-draft.ts';
import { hasErrors, preparePreview } from '../prepare-preview.ts';
import { openProject, type Project } from '../project.ts';
import { parseNetworks, type Wish } from '../targets.ts';

/** Goes to the top left and clears the screen with what has scrolled off it. */
const CLEAR = '\u001b[H\u001b[2J\u001b[3J';

/** Compares each thread of a draft with the one that was frozen for the same account. */
async function showDiffs(files: readonly string[], wish: Wish, io: Io): Promise<ExitCode> {
  const { renderDiff } = await import('../../preview/render-diff.ts');
  const { previousThread } = await import('../previous-thread.ts');
  const project = await openProject(io);
  const previews: Preview[] = [];
  const allRead = await eachFile(files, io, async (given) => {
    const loaded = await loadDraft(given, project, io);
    const preview = await preparePreview(loaded, project, wish);
    previews.push(preview);
    for (const { thread } of preview.threads) {
      const { account, network } = thread;
      const before =
        account === null ? undefined : (await previousThread(loaded.file, account, network)).previous;
      io.stdout.write(`${visible(given)} · ${network}${account === null ? '' : ` · ${visible(account)}`}\n`);
      if (before === undefined) io.stdout.write('Nothing was frozen yet: all of it is new.\n');
      else io.stdout.write(await renderDiff({ thread, before: before.texts, sent: before.sent }, io));
    }
  });
  return allRead && !previews.some(hasErrors) ? EXIT.done : EXIT.draft;
}

/** The preview with what the journal knows; where there is no journal, nothing of it is even loaded. */
async function limitsOf(preview: Preview, file: string | null, project: Project, io: Io): Promise<Preview> {
  const hasAccount = preview.threads.some(({ thread }) => thread.account !== null);
  if (!hasAccount || !existsSync(project.databasePath)) return preview;
  const { withLimits } = await import('../preview-limits.ts');
  return withLimits(preview, file, project, io);
}

async function show(files: readonly string[], json: boolean, wish: Wish, io: Io): Promise<ExitCode> {
  const project = await openProject(io);
  const previews: Preview[] = [];
  const allRead = await eachFile(files, io, async (file) => {
    const loaded = await loadDraft(file, project, io);
    const preview = await limitsOf(await preparePreview(loaded, project, wish), loaded.file, project, io);
    previews.push(preview);
    if (!json) io.stdout.write(`${previews.length > 1 ? '\n' : ''}${await renderPreview(preview, io)}`);
  });
  if (json) {
    const shapes = previews.map(previewJson);
    if (files.length > 1) io.stdout.write(`${safeJson(shapes)}\n`);
    else if (shapes[0] !== undefined) io.stdout.write(`${safeJson(shapes[0])}\n`);
  }
  return allRead && !previews.some(hasErrors) ? EXIT.done : EXIT.draft;
}

/** `threadmill preview FILE…`: what each network will receive, to the character, with its cost and its time. */
export const command = defineCommand({
  name: 'preview',
  description:
    'Show what each network will receive: the cuts, the counts, the links, the media, the cost and the time. Sends nothing.',
  arguments: { files: { form: '<file...>', about: 'drafts; - for standard input' } },
  options: {
    network: { flags: '--network <list>', about: 'only these networks, separated by commas' },
    account: { flags: '--account <name>', about: 'as this account (repeatable)', repeat: true },
    json: { flags: '--json', about: 'print JSON: an object for one file, an array for several' },
    diff: { flags: '--diff', about: 'show what changed since the thread was frozen, cut by cut' },
    watch: { flags: '--watch', about: 'show it again after every change; Ctrl-C ends it' },
  },
  examples: [
    { line: 'preview posts/paper-small-rivers.md', about: 'one draft' },
    { line: 'preview posts/*.md --json', about: 'as data, for scripts' },
    { line: 'preview --diff posts/post-read-it-aloud.md', about: 'what an edit changed since it was frozen' },
    { line: 'preview posts/post-read-it-aloud.md --watch', about: 'beside your editor' },
  ],
  run: async (args, options, io) => {
    const wish: Wish = {
      ...(options.network === undefined ? {} : { networks: parseNetworks(options.network) }),
      accounts: options.account,
    };
    if (options.diff) {
      if (options.json || options.watch)
        throw new Refusal('usage', '--diff goes without --json and --watch.');
      return showDiffs(args.files, wish, io);
    }
    if (!options.watch) return show(args.files, options.json, wish, io);
    if (args.files.includes('-'))
      throw new Refusal('usage', '--watch needs files; standard input can’t change.');

    const { watchFiles } = await import('../watch-files.ts');
    const again = async (): Promise<void> => {
      if (io.isTTY) io.stdout.write(CLEAR);
      await show(args.files, options.json, wish, io);
    };
    const paths = args.files.map((file) => resolve(io.cwd, file));
    await again();
    await watchFiles(paths, io.signal, again);
    return EXIT.done;
  },
});
