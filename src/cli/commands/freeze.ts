import { LATE_POLICIES } from '../../time/late-policy.ts';
import { defineCommand } from '../process/command.ts';
import { openProject } from '../process/open-project.ts';
import { planDrafts } from '../process/plan-drafts.ts';
import { planningOptions, planningWish } from '../process/planning-options.ts';

/** `threadmill freeze FILE…`: writes NAME.thread.json and its pictures, and nothing else. */
export const command = defineCommand({
  name: 'freeze',
  description:
    'Write the threads of drafts to NAME.thread.json next to them, with the pictures that they need, and nothing else: no keys, no journal. Review the files like code and commit them; threadmill run --once sends them on a machine that has the keys, at their time, or at once if they have none.',
  arguments: { files: { form: '<file...>', about: 'drafts' } },
  options: {
    ...planningOptions,
    late: {
      flags: '--late <policy>',
      about: 'what to do if its time is missed; without a time, it is posted whenever it is found',
      choices: LATE_POLICIES,
    },
    again: { flags: '--again', about: 'freeze again what was already published' },
    json: { flags: '--json', about: 'print the publications as JSON' },
  },
  examples: [
    { line: 'freeze posts/paper-small-rivers.md', about: 'for review in git' },
    { line: 'freeze posts/*.md --at "mon 09:00"', about: 'to be sent from another machine at a time' },
  ],
  run: async ({ files }, options, io) => {
    const wish = { ...planningWish(options), dryRun: false, onlyFile: true };
    return planDrafts(files, wish, await openProject(io), io);
  },
});
