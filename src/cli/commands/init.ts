import { join } from 'node:path';
import { initProject } from '../../app/init/init-project.ts';
import { shownPath } from '../../app/project/project.ts';
import { safeJson } from '../../preview/visible.ts';
import { initLines } from '../lines/init-lines.ts';
import { canAsk } from '../process/ask.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { chooseFirst, FIRST_ACCOUNTS, firstAccount } from '../process/first-account.ts';
import { loginOptions } from '../process/login-options.ts';
import { wires } from '../process/open-project.ts';
import { showPreviews } from '../process/show-previews.ts';
import { talkAt, valuesFrom } from '../process/talk.ts';

/** `threadmill init`: turns a folder into a project. */
export const command = defineCommand({
  name: 'init',
  description:
    'Turn a folder into a project: settings for the blog or vault that is found there (Jekyll, Hugo, Astro, Next.js, Eleventy, Obsidian), .env, .gitignore, a first draft and an account. Existing files stay as they are; a second run changes nothing.',
  arguments: {},
  options: {
    site: { flags: '--site <url>', about: 'the address of your site, if it isn’t found' },
    publicDir: { flags: '--public-dir <folder>', about: 'the folder of its images, if it isn’t found' },
    account: {
      flags: '--account <network>',
      about: 'the first account; sandbox needs no keys',
      choices: FIRST_ACCOUNTS,
    },
    name: { flags: '--name <name>', about: 'the account’s name in your settings' },
    ...loginOptions,
    yes: { flags: '--yes', about: 'do not ask: take what is found, and the sandbox' },
    json: { flags: '--json', about: 'print JSON' },
  },
  examples: [
    { line: 'init', about: 'asks which account comes first' },
    { line: 'init --yes', about: 'everything on this machine, no questions' },
    { line: 'init --account mastodon --server mastodon.social', about: 'with a first account' },
  ],
  run: async (_args, options, io) => {
    const talk = talkAt(io);
    const asks = canAsk(io) && !options.yes && !options.stdin && !options.json;
    const values = {
      ...(options.stdin ? await valuesFrom(io) : {}),
      ...(options.clientId === undefined ? {} : { CLIENT_ID: options.clientId }),
    };
    const wish = { url: options.site, publicDir: options.publicDir, account: firstAccount(options), values };
    const choose = asks ? chooseFirst(options, io) : null;
    const report = await initProject(wish, {
      around: io,
      wires,
      talk: asks ? talk : { ...talk, ask: null },
      choose,
    });
    if (options.json) io.stdout.write(`${safeJson(report)}\n`);
    else for (const line of initLines(report, io)) io.stdout.write(`${line}\n`);
    if (report.draft === null || options.json) return EXIT.done;
    io.stdout.write('\n');
    // The draft contains an error on purpose, so that it can't be published before it is rewritten.
    await showPreviews(
      [shownPath(join(report.root, report.draft), io.cwd)],
      { json: false },
      { accounts: [] },
      io,
    );
    return EXIT.done;
  },
});
