import type { Paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import type { Log, LogEntry, LogLevel } from '../../worker/watching/worker-log.ts';

const COLORS: Readonly<Record<LogLevel, keyof Paint>> = {
  debug: 'dim',
  info: 'green',
  warn: 'yellow',
  error: 'red',
};

const RANKS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** Facts that the sentence already contains, or that are only for programs. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'draft',
  'account',
  'network',
  'publication',
  'receipt',
  'err',
]);

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** How a log looks: from which level on, and in which zone. */
export type LogView = {
  readonly paint: Paint;
  readonly level: LogLevel;
  readonly now: () => number;
  readonly timeZone: string;
};

/**
 * Makes a log for people at a terminal: the time, in a zone that the first line names; the subject, the sentence, and the facts
 * dimmed after it.
 */
export function prettyLog(write: (text: string) => void, { paint, level, now, timeZone }: LogView): Log {
  const line = ({ level: own, message, facts = {} }: LogEntry): string => {
    const time = new Date(now()).toLocaleTimeString('en-GB', { timeZone });
    const { draft, account, err } = facts;
    const about = [draft, account]
      .filter((one) => one !== undefined)
      .map(String)
      .join(' → ');
    const rest = Object.entries(facts)
      .filter(([key, value]) => !LEFT_OUT.has(key) && value !== null && value !== undefined)
      .map(([key, value]) => `${key}=${shown(value)}`);
    const stack = err instanceof Error ? `\n${visible(err.stack ?? err.message)}` : '';
    return [
      paint.dim(time),
      paint[COLORS[own]](own.padEnd(5)),
      ...(about === '' ? [] : [paint.bold(visible(about))]),
      `${visible(message)}${rest.length === 0 ? '' : `  ${paint.dim(visible(rest.join(' ')))}`}${stack}`,
    ].join('  ');
  };
  return (entry) => {
    if (RANKS.indexOf(entry.level) >= RANKS.indexOf(level)) write(`${line(entry)}\n`);
  };
}
