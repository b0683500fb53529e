import { wantedTime } from '../../app/publishing/appointment.ts';
import type { LatePolicy } from '../../time/late-policy.ts';
import { whenOptions } from './when-options.ts';

/** The options of commands that freeze drafts for a time. */
export const planningOptions = {
  ...whenOptions,
  account: { flags: '--account <name>', about: 'as this account (repeatable)', repeat: true },
  refreeze: { flags: '--refreeze', about: 'include what was edited since the thread was frozen' },
} as const;

type PlanningOptions = {
  readonly at: string | undefined;
  readonly next: boolean;
  readonly account: readonly string[];
  readonly again: boolean;
  readonly refreeze: boolean;
  readonly late: LatePolicy | undefined;
  readonly json: boolean;
};

/** Converts the options of `schedule` and `freeze` to what to plan. */
export const planningWish = (options: PlanningOptions) => ({
  accounts: options.account,
  flags: { again: options.again, refreeze: options.refreeze },
  when: wantedTime(options),
  late: options.late,
  json: options.json,
});
