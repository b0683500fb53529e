import { canAsk } from '../process/ask.ts';
import { defineCommand } from '../process/command.ts';
import { offerIgnore } from '../process/offer-ignore.ts';
import { openProject } from '../process/open-project.ts';
import { sendDrafts } from '../process/send-drafts.ts';
import { waitingOptions, waitUpToMs } from '../process/waiting-options.ts';

/** `threadmill publish FILE…`: freezes each thread and sends it, exactly once. */
export const command = defineCommand({
  name: 'publish',
  description:
    'Freeze the threads of drafts in NAME.thread.json next to them, and send them: each post once, in order. If something interrupts it, run the same command again: it continues where it stopped. While the file .threadmill/STOP exists, nothing is sent.',
  arguments: { files: { form: '<file...>', about: 'drafts' } },
  options: {
    account: { flags: '--account <name>', about: 'as this account (repeatable)', repeat: true },
    dryRun: { flags: '--dry-run', about: 'show what would be sent; write and send nothing' },
    yes: { flags: '--yes', about: 'do not ask' },
    again: { flags: '--again', about: 'publish again what was already published' },
    refreeze: { flags: '--refreeze', about: 'include what was edited since the thread was frozen' },
    now: { flags: '--now', about: 'send also drafts whose publish_at is still to come' },
    ...waitingOptions,
    json: {
      flags: '--json',
      about: 'print the publications as JSON (with --dry-run: the previews); progress goes to stderr',
    },
  },
  examples: [
    { line: 'publish posts/paper-small-rivers.md', about: 'show what it is, ask, and send it' },
    { line: 'publish posts/*.md --dry-run', about: 'see everything, send nothing' },
    { line: 'publish posts/links-sunday-12.md --account me --yes', about: 'from a script' },
  ],
  run: async ({ files }, options, io) => {
    const wish = {
      accounts: options.account,
      flags: { again: options.again, refreeze: options.refreeze },
      waitUpToMs: waitUpToMs(options, io.isTTY),
      now: options.now,
      dryRun: options.dryRun,
      yes: options.yes,
      json: options.json,
    };
    const project = await openProject(io);
    const asks = !(wish.yes || wish.dryRun || wish.json);
    await offerIgnore(project, asks, io);
    if (asks && canAsk(io) && project.config.accounts.size === 0) {
      const { publishToSandbox } = await import('../process/offer-sandbox.ts');
      const code = await publishToSandbox(project, (own) => sendDrafts(files, wish, own, io), io);
      if (code !== null) return code;
    }
    return sendDrafts(files, wish, project, io);
  },
});
