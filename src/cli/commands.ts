import type { ArgumentDefinition, CommandDefinition, OptionDefinition } from './command.ts';

/** A command whose own types are not known here. */
export type AnyCommand = CommandDefinition<
  Record<string, ArgumentDefinition>,
  Record<string, OptionDefinition>
>;

/** One row of the table: what the overview says, and where the command is. */
export type CommandEntry = {
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: AnyCommand }>;
};

/**
 * Every command, in the order of the overview. A command is loaded only when it is called, so that a cold start
 * reads what it needs and nothing else.
 */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  demo: {
    summary: 'see it work, without keys, in a few seconds',
    load: () => import('./commands/demo.ts'),
  },
  new: { summary: 'start a draft in posts/', load: () => import('./commands/new.ts') },
  lint: { summary: 'name what is wrong or doubtful in drafts', load: () => import('./commands/lint.ts') },
  count: { summary: 'measure a text as each network does', load: () => import('./commands/count.ts') },
  preview: {
    summary: 'show what each network will receive',
    load: () => import('./commands/preview.ts'),
  },
  publish: {
    summary: 'freeze threads and send them, each post once',
    load: () => import('./commands/publish.ts'),
  },
  schedule: {
    summary: 'freeze threads, to go out at a time',
    load: () => import('./commands/schedule.ts'),
  },
  queue: {
    summary: 'show what waits to go out; move, cancel or retry it',
    load: () => import('./commands/queue.ts'),
  },
  run: {
    summary: 'the worker: send what is due, until it is stopped',
    load: () => import('./commands/run.ts'),
  },
  status: {
    summary: 'show who is at work, what waits, and what needs you',
    load: () => import('./commands/status.ts'),
  },
  stop: {
    summary: 'forbid all sending at once, and allow it again',
    load: () => import('./commands/stop.ts'),
  },
  history: {
    summary: 'show what went out, and what stands still',
    load: () => import('./commands/history.ts'),
  },
  resume: {
    summary: 'go on with what stands still',
    load: () => import('./commands/resume.ts'),
  },
  resolve: {
    summary: 'say whether a post went out, where nobody can tell',
    load: () => import('./commands/resolve.ts'),
  },
  undo: {
    summary: 'delete what a publication has posted',
    load: () => import('./commands/undo.ts'),
  },
  summarize: {
    summary: 'make a draft of a blog post, in its own sentences',
    load: () => import('./commands/summarize.ts'),
  },
  feed: {
    summary: 'make a draft of each new entry of your feeds',
    load: () => import('./commands/feed.ts'),
  },
  syndicate: {
    summary: 'write where a thread went out into its blog post',
    load: () => import('./commands/syndicate.ts'),
  },
  accounts: {
    summary: 'list the accounts, and check that they can log in',
    load: () => import('./commands/accounts.ts'),
  },
  sandbox: {
    summary: 'start a local server that behaves like X',
    load: () => import('./commands/sandbox.ts'),
  },
  journal: {
    summary: 'move the journal to another database, or keep a copy',
    load: () => import('./commands/journal.ts'),
  },
  doctor: {
    summary: 'check what publishing needs',
    load: () => import('./commands/doctor.ts'),
  },
  completion: {
    summary: 'print a completion script for your shell',
    load: () => import('./commands/completion.ts'),
  },
};
