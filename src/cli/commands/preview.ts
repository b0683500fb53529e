import { resolve } from 'node:path';
import { parseNetworks, type Wish } from '../../app/drafts/targets.ts';
import { Refusal } from '../../app/refusal.ts';
import { PICTURE_WISHES } from '../../preview/pictures/picture-protocol.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { showDiffs, showPreviews } from '../process/show-previews.ts';

/** Moves the cursor home and clears the screen and its scrollback. */
const CLEAR = '\u001b[H\u001b[2J\u001b[3J';

/** `threadmill preview FILE…`: shows exactly what each network will receive, with its cost and time. */
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
    cards: {
      flags: '--cards <dir>',
      about: 'write the pictures of code, tables and formulas into this folder',
    },
    pictures: {
      flags: '--pictures <how>',
      about: 'how the terminal shows them; in a pipe, never',
      choices: PICTURE_WISHES,
      default: 'auto',
    },
    watch: { flags: '--watch', about: 'show it again after every change; Ctrl-C ends it' },
  },
  examples: [
    { line: 'preview posts/paper-small-rivers.md', about: 'one draft' },
    { line: 'preview posts/*.md --json', about: 'as data, for scripts' },
    { line: 'preview posts/paper-small-rivers.md --cards /tmp/cards', about: 'and its pictures as files' },
    { line: 'preview --diff posts/post-read-it-aloud.md', about: 'what an edit changed since it was frozen' },
    { line: 'preview posts/post-read-it-aloud.md --watch', about: 'beside your editor' },
  ],
  run: async ({ files }, options, io) => {
    const { json, watch, pictures } = options;
    const wish: Wish = {
      ...(options.network === undefined ? {} : { networks: parseNetworks(options.network) }),
      accounts: options.account,
    };
    if (options.diff) {
      if (json || watch || options.cards !== undefined)
        throw new Refusal('usage', '--diff can’t be combined with --json, --watch or --cards.');
      return showDiffs(files, wish, io);
    }
    const shown = {
      json,
      pictures,
      ...(options.cards === undefined ? {} : { cards: resolve(io.cwd, options.cards) }),
    };
    if (!watch) return showPreviews(files, shown, wish, io);
    if (files.includes('-')) throw new Refusal('usage', '--watch needs files; standard input can’t change.');

    const { watchFiles } = await import('../process/watch-files.ts');
    const again = async (): Promise<void> => {
      if (io.isTTY) io.stdout.write(CLEAR);
      await showPreviews(files, shown, wish, io);
    };
    await again();
    await watchFiles(
      files.map((file) => resolve(io.cwd, file)),
      io.signal,
      again,
    );
    return EXIT.done;
  },
});
