import type { Project } from '../../app/project/project.ts';
import { zoneOfRecord } from '../../app/project/zone.ts';
import { editedNote } from '../../app/publishing/edited-drafts.ts';
import type { Settled, TellStep } from '../../app/publishing/one-publication.ts';
import { publicationJson } from '../../app/publishing/publication-json.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { progressLine } from '../lines/progress-lines.ts';
import { publicationDetails, publicationLines } from '../lines/publication-lines.ts';
import type { Io } from './io.ts';

/** Makes a printer of one publication to stdout, as lines or JSON; `whole` shows each of its posts. */
export function showOne(json: boolean, project: Project, io: Io): (settled: Settled, how?: 'whole') => void {
  const paint = makePaint(io.color);
  return ({ record, at, isEdited, unsendable }, how) => {
    if (isEdited === true)
      io.stderr.write(`${paint.yellow('edited:')} ${visible(editedNote(record.draft, [record.account]))}\n`);
    if (unsendable !== undefined)
      io.stderr.write(
        `${paint.yellow('warning:')} ${visible(unsendable)} Until then, this machine can’t send it.\n`,
      );
    const zone = zoneOfRecord(project, record);
    const lines = (how === 'whole' ? publicationDetails : publicationLines)(record, at, paint, zone);
    io.stdout.write(`${json ? safeJson(publicationJson(record)) : lines.join('\n')}\n`);
  };
}

/** Makes a printer of steps while one publication is processed: with `--json` to stderr. */
export function showSteps(json: boolean, project: Project, io: Io): TellStep {
  const out = json ? io.stderr : io.stdout;
  return (step, { record, at }) => out.write(`${progressLine(step, at, zoneOfRecord(project, record))}\n`);
}
