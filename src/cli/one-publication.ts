import { paint as makePaint } from '../preview/paint.ts';
import { safeJson, visible } from '../preview/visible.ts';
import type { PublicationRecord } from '../publishing/publication.ts';
import type { PublishEvent } from '../publishing/sending/run-context.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { type Publishing, publicationNamed, withPublishing } from './open-publishing.ts';
import { progressLine } from './progress-lines.ts';
import { openProject, type Project } from './project.ts';
import { publicationJson } from './publication-json.ts';
import { publicationLines } from './publication-lines.ts';
import { orNothingSent, sendingFailure } from './sending-failure.ts';
import { zoneNote, zoneOfRecord } from './zone.ts';

/** One publication that a person named, and the means to work on it and to tell of it. */
export type OnePublication = {
  readonly named: PublicationRecord;
  readonly project: Project;
  readonly publishing: Publishing;
  /** Tells a step on its way: with `--json` on stderr. */
  readonly tell: (event: PublishEvent) => void;
  /** Tells what became of it, in lines or as JSON. */
  readonly show: (record: PublicationRecord) => void;
  /** Tells that something was not done, under a label in yellow. */
  readonly warn: (label: string, text: string) => void;
};

/**
 * Does a command's work on the publication that a person named; a failure of the world on the way becomes a sentence
 * and its exit code. `sent` tells how many posts were out by then.
 *
 * @throws Refusal where there is no such publication, and ConfigError
 */
export async function withOnePublication(
  word: string,
  json: boolean,
  io: Io,
  sent: (named: PublicationRecord) => number,
  work: (one: OnePublication) => Promise<ExitCode>,
): Promise<ExitCode> {
  const project = await openProject(io);
  const paint = makePaint(io.color);
  return orNothingSent(() =>
    withPublishing(project, async (publishing) => {
      const { clock } = publishing.ports;
      const named = await publicationNamed(word, project, publishing, io);
      const zone = zoneOfRecord(project.config, named);
      const out = json ? io.stderr : io.stdout;
      try {
        return await work({
          named,
          project,
          publishing,
          tell: (event) => out.write(`${progressLine(event, clock.now(), zone)}\n`),
          show: (record) =>
            io.stdout.write(
              json
                ? `${safeJson(publicationJson(record))}\n`
                : `${[...publicationLines(record, clock.now(), paint, zone), ...zoneNote(project.config, zone)].join('\n')}\n`,
            ),
          warn: (label, text) => io.stderr.write(`${paint.yellow(label)} ${visible(text)}\n`),
        });
      } catch (error) {
        const failure = sendingFailure(error, sent(named));
        io.stderr.write(`${paint.red('error:')} ${visible(failure.message)}\n`);
        return failure.code;
      }
    }),
  );
}
