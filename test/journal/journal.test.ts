import { openMemoryJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import { type JournalAdapter, journalContract } from './contract.ts';
import { recordsContract } from './records-contract.ts';
import { scheduleContract } from './schedule-contract.ts';

const ADAPTERS: readonly JournalAdapter[] = [{ name: 'SQLite', open: openMemoryJournal }];

for (const adapter of ADAPTERS) {
  journalContract(adapter);
  scheduleContract(adapter);
  recordsContract(adapter);
}
