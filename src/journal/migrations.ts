import type { Migration } from 'kysely/migration';
import { first } from './migrations/0001-first.ts';
import { late } from './migrations/0002-late.ts';
import { tokens } from './migrations/0003-tokens.ts';
import { due } from './migrations/0004-due.ts';
import { records } from './migrations/0005-records.ts';
import { copies } from './migrations/0006-copies.ts';
import { elsewhere } from './migrations/0007-elsewhere.ts';
import { receipts } from './migrations/0008-receipts.ts';
import { times } from './migrations/0009-times.ts';

/** Every migration by its name in the store. Never change a released name or content. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-late': late,
  '0003-tokens': tokens,
  '0004-due': due,
  '0005-records': records,
  '0006-copies': copies,
  '0007-elsewhere': elsewhere,
  '0008-receipts': receipts,
  '0009-times': times,
};
