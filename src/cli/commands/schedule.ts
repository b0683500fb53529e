import { LATE_POLICIES } from '../../time/late-policy.ts';
import { defineCommand } from '../process/command.ts';
import { openProject } from '../process/open-project.ts';
import { planDrafts } from '../process/plan-drafts.ts';
import { planningOptions, planningWish } from '../process/planning-options.ts';

/** `threadmill schedule FILE…`: freezes each thread, to be sent by the worker at a time. Sends nothing. */
export const command = defineCommand({
  name: 'schedule',
  description:
    'Freeze the threads of drafts in NAME.thread.json next to them, to be sent at a time. Sends nothing itself: threadmill run sends them when they are due. A draft that is already scheduled is moved. Accounts that can’t send are refused first; the network is asked once for each set of credentials. Without --at or --next, the publish_at of the front matter applies.',
  arguments: { files: { form: '<file...>', about: 'drafts' } },
  options: {
    ...planningOptions,
    late: {
      flags: '--late <policy>',
      about: 'what to do if its time is missed; by default, it is posted up to 6 hours late',
      choices: LATE_POLICIES,
    },
    dryRun: { flags: '--dry-run', about: 'show what would be scheduled; write nothing' },
    again: { flags: '--again', about: 'schedule again what was already published' },
    json: { flags: '--json', about: 'print the publications as JSON (with --dry-run: the previews)' },
  },
  examples: [
    { line: 'schedule posts/paper-small-rivers.md --at "tomorrow 9am"', about: 'at a time, in your zone' },
    { line: 'schedule posts/*.md --next', about: 'each into the next free slot of its account' },
    {
      line: 'schedule posts/links-sunday-12.md --at 2026-02-08T10:00[Europe/Berlin]',
      about: 'in a zone of its own',
    },
  ],
  run: async ({ files }, options, io) => {
    const wish = { ...planningWish(options), dryRun: options.dryRun };
    return planDrafts(files, wish, await openProject(io), io);
  },
});
