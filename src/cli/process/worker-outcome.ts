import { paint } from '../../preview/paint.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { jsonLog, type Log, type LogLevel } from '../../worker/watching/worker-log.ts';
import type { WorkerEvent } from '../../worker/worker-event.ts';
import { prettyLog } from '../lines/pretty-log.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { exitOf, exitOfAll } from './sending-exit.ts';

/** Makes the worker's log: lines for people at a terminal, JSON lines otherwise. */
export function logFor(io: Io, json: boolean, level: LogLevel, zone: string): Log {
  const write = (text: string): void => io.stdout.write(text);
  return io.isTTY && !json
    ? prettyLog(write, { paint: paint(io.color), level, now: Date.now, timeZone: zone })
    : jsonLog(write, level, Date.now);
}

/** Collects the exit code of a run for cron: whether something paused or failed, or there was a bug. */
export function workerOutcome(): { note(event: WorkerEvent): void; code(): ExitCode } {
  const codes: ExitCode[] = [];
  let hadBug = false;
  return {
    note: (event) => {
      if (event.type === 'bug') hadBug = true;
      if (event.type === 'trouble')
        codes.push(isOfKind(event.error, 'partly-sent') ? EXIT.partlySent : EXIT.notSent);
      if (event.type !== 'left') return;
      const { record } = event;
      const needsPerson = record.state === 'failed' || (record.state === 'paused' && record.until === null);
      codes.push(needsPerson ? exitOf(record) : EXIT.done);
    },
    code: () => (hadBug ? EXIT.bug : exitOfAll(codes)),
  };
}
