import { exportJournal, exportJournalTo, importJournal } from '../../app/journal/move-journal.ts';
import { counted } from '../../preview/amounts.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';

/** `threadmill journal export|import FILE`: moves the journal between its file and PostgreSQL. */
export const command = defineCommand({
  name: 'journal',
  description:
    'Export the whole journal as JSON lines, or import such a file into a new journal: to move it from its file to PostgreSQL or back, or to keep a copy. The journal is the one that DATABASE_URL names, or else the file .threadmill/threadmill.db. Stop the workers first. The export contains the newest tokens of accounts that renew them: keep it private, and delete it after the import.',
  arguments: {
    action: { form: '<action>', about: 'export or import', choices: ['export', 'import'] },
    file: { form: '<file>', about: 'a file of JSON lines, or - for standard input or output' },
  },
  options: {},
  examples: [
    { line: 'journal export journal.jsonl', about: 'write it to a file' },
    { line: 'journal import journal.jsonl', about: 'import it, with DATABASE_URL set to the new place' },
  ],
  run: async ({ action, file }, _options, io) => {
    const project = await openProject(io);
    if (action === 'import') {
      const count = await importJournal(file, project);
      io.stderr.write(`Imported ${counted(count, 'publication')} into the journal.\n`);
      return EXIT.done;
    }
    if (file === '-')
      await exportJournal(project, (piece) => {
        io.stdout.write(piece);
        return io.stdout.drained();
      });
    else await exportJournalTo(file, project);
    io.stderr.write(`Exported the journal${file === '-' ? '' : ` to ${file}`}.\n`);
    return EXIT.done;
  },
});
