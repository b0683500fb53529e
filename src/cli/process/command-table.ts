import type { CommandEntry } from './command.ts';

/**
 * Every command, in the order of the overview. A command's module is loaded only when it is called, so that a cold start reads
 * nothing else.
 */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  demo: {
    summary: 'see it work, without keys, in a few seconds',
    load: () => import('../commands/demo.ts'),
  },
  init: { summary: 'turn a folder into a project', load: () => import('../commands/init.ts') },
  new: { summary: 'start a draft in posts/', load: () => import('../commands/new.ts') },
  lint: { summary: 'find problems in drafts', load: () => import('../commands/lint.ts') },
  count: { summary: 'measure a text as each network does', load: () => import('../commands/count.ts') },
  preview: {
    summary: 'show what each network will receive',
    load: () => import('../commands/preview.ts'),
  },
  publish: {
    summary: 'freeze threads and send them, each post once',
    load: () => import('../commands/publish.ts'),
  },
  schedule: {
    summary: 'freeze threads, to be sent at a time',
    load: () => import('../commands/schedule.ts'),
  },
  freeze: {
    summary: 'write only the frozen files: no keys, no journal',
    load: () => import('../commands/freeze.ts'),
  },
  queue: {
    summary: 'show what is scheduled or paused; move, cancel or retry it',
    load: () => import('../commands/queue.ts'),
  },
  run: {
    summary: 'the worker: send what is due, until you stop it',
    load: () => import('../commands/run.ts'),
  },
  status: {
    summary: 'show the workers, what is scheduled, and what needs you',
    load: () => import('../commands/status.ts'),
  },
  stop: {
    summary: 'stop all sending at once, and allow it again',
    load: () => import('../commands/stop.ts'),
  },
  history: {
    summary: 'show what was published, and what is paused',
    load: () => import('../commands/history.ts'),
  },
  resume: {
    summary: 'continue a paused or failed publication',
    load: () => import('../commands/resume.ts'),
  },
  resolve: {
    summary: 'say whether a post with an unknown outcome was published',
    load: () => import('../commands/resolve.ts'),
  },
  undo: {
    summary: 'delete what a publication has posted',
    load: () => import('../commands/undo.ts'),
  },
  summarize: {
    summary: 'make a draft of a blog post, in its own sentences',
    load: () => import('../commands/summarize.ts'),
  },
  feed: {
    summary: 'make a draft of each new entry of your feeds',
    load: () => import('../commands/feed.ts'),
  },
  syndicate: {
    summary: 'add the addresses of published threads to blog posts',
    load: () => import('../commands/syndicate.ts'),
  },
  accounts: {
    summary: 'list the accounts, and check that they can log in',
    load: () => import('../commands/accounts.ts'),
  },
  sandbox: {
    summary: 'start a local server that behaves like X',
    load: () => import('../commands/sandbox.ts'),
  },
  journal: {
    summary: 'move the journal to another database, or keep a copy',
    load: () => import('../commands/journal.ts'),
  },
  doctor: {
    summary: 'check what publishing needs',
    load: () => import('../commands/doctor.ts'),
  },
  completion: {
    summary: 'print a completion script for your shell',
    load: async () => ({
      command: (await import('../commands/completion.ts')).completionCommand(COMMANDS),
    }),
  },
};
