import type { EpochMs } from './epoch-ms.ts';
import { timeOfDay, weekday } from './slot-text.ts';
import { Temporal } from './temporal.ts';
import { isZone, zoneName } from './time-zone.ts';
import { wallTime } from './wall-time.ts';

/** One of the two moments that an ambiguous time may mean; `text` says which, and is accepted as a time. */
export type Choice = { readonly at: EpochMs; readonly text: string; readonly zone: string };

/**
 * The meaning of a time: a moment, the next free slot, or nothing, with a sentence for the user. `zone` is the one that it
 * names or was read in; an offset (`+05:30`) if it only names that.
 */
export type When =
  | { readonly ok: true; readonly at: EpochMs; readonly zone: string }
  | { readonly ok: true; readonly at: 'next'; readonly zone: string }
  | {
      readonly ok: false;
      readonly why: string;
      readonly isPast?: true;
      /** For an hour that occurs twice: both readings, the earlier first. */
      readonly choices?: readonly [Choice, Choice];
    };

/** The facts for reading a time. */
export type WhenFacts = { readonly now: EpochMs; readonly zone: string };

const ACCEPTED = '`2026-02-03 09:00`, `2026-02-03T09:00+01:00`, `tomorrow 9am`, `mon 17:30`, `in 2h`, `next`';

const UNITS: Readonly<Record<string, 'minutes' | 'hours' | 'days' | 'weeks'>> = {
  m: 'minutes',
  min: 'minutes',
  mins: 'minutes',
  minute: 'minutes',
  minutes: 'minutes',
  h: 'hours',
  hr: 'hours',
  hrs: 'hours',
  hour: 'hours',
  hours: 'hours',
  d: 'days',
  day: 'days',
  days: 'days',
  w: 'weeks',
  week: 'weeks',
  weeks: 'weeks',
};

const ISO =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?(?:\[([^\]]+)\])?$/i;
const ZONE_AT_END = /\s+([A-Za-z][A-Za-z_]+\/[\w+/-]+|UTC)$/;

const refuse = (why: string): When => ({ ok: false, why });

/** Accepts a moment that is in the future and representable. */
function ahead(at: EpochMs, written: string, { now, zone }: WhenFacts): When {
  if (at > now) return { ok: true, at, zone };
  const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = shown.toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    ok: false,
    isPast: true,
    why: `‘${written}’ is in the past: it means ${shown.toPlainDate()} ${time} (${zoneName(zone)}).`,
  };
}

function atWall(plain: Temporal.PlainDateTime, written: string, facts: WhenFacts): When {
  const { zone } = facts;
  const wall = wallTime(plain, zone);
  if (wall.kind === 'once') return ahead(wall.at, written, facts);
  const time = plain.toPlainTime().toString({ smallestUnit: 'minute' });
  const day = plain.toPlainDate().toString();
  if (wall.kind === 'missing') {
    return refuse(
      `There is no ${time} on ${day} in ${zone}: clocks go from ${wall.from} to ${wall.to}. Take a time before or after.`,
    );
  }
  const choice = ({ at, offset }: typeof wall.first): Choice => ({
    at,
    text: `${day}T${time}${offset}`,
    zone,
  });
  const choices = [choice(wall.first), choice(wall.second)] as const;
  if (wall.first.at <= facts.now) return ahead(wall.second.at, written, facts);
  return {
    ok: false,
    why: `${time} comes twice on ${day} in ${zone}, when clocks go back. Say which: ${choices[0].text} (the first), or ${choices[1].text}.`,
    choices,
  };
}

function fromIso(match: RegExpExecArray, written: string, facts: WhenFacts): When {
  const [, date = '', clock = '', offset, named] = match;
  if (named !== undefined && !isZone(named))
    return refuse(`There is no time zone ‘${named}’; zones are named like Europe/Berlin.`);
  const zone = named ?? facts.zone;
  const plainText = `${date}T${clock.padStart(clock.indexOf(':') === 1 ? clock.length + 1 : 0, '0')}`;
  let plain: Temporal.PlainDateTime;
  try {
    plain = Temporal.PlainDateTime.from(plainText, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return refuse(`‘${written}’ is not a date and time that exists.`);
    throw error;
  }
  if (offset === undefined) return atWall(plain, written, { ...facts, zone });
  const shift = offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const at = Temporal.Instant.from(`${plain.toString()}${shift}`).epochMilliseconds;
  const isThere =
    named === undefined ||
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(named).toPlainDateTime().equals(plain);
  if (!isThere) return refuse(`‘${written}’ contradicts itself: ${named} is not at ${shift} then.`);
  return ahead(at, written, { ...facts, zone: named ?? (shift === 'Z' ? '+00:00' : shift) });
}

function fromNow(text: string, written: string, { now, zone }: WhenFacts): When {
  const rest = text.replace(/^in\s+/, '');
  const parts = [...rest.matchAll(/(\d{1,5})\s*([a-z]+)\s*/g)];
  if (parts.map(([part]) => part).join('') !== rest || parts.length === 0) return unknown(written);
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  let end = start;
  for (const [, count = '', unit = ''] of parts) {
    const name = UNITS[unit];
    if (name === undefined) return unknown(written);
    // Days and weeks keep the wall-clock time; hours and minutes count elapsed time.
    end = end.add({ [name]: Number(count) });
  }
  return ahead(end.epochMilliseconds, written, { now, zone });
}

const unknown = (written: string): When =>
  refuse(`‘${written}’ is not a time that Threadmill understands. Write it like one of: ${ACCEPTED}.`);

/** The days that a word can mean, nearest first. */
function daysFor(word: string, today: Temporal.PlainDate): readonly Temporal.PlainDate[] | undefined {
  if (word === 'today') return [today];
  if (word === 'tomorrow') return [today.add({ days: 1 })];
  const day = weekday(word);
  if (day === undefined) return undefined;
  const first = today.add({ days: (day - today.dayOfWeek + 7) % 7 });
  return [first, first.add({ days: 7 })];
}

function fromWords(text: string, written: string, facts: WhenFacts): When {
  const words = text.split(/\s+/).filter((word) => word !== 'at' && word !== 'on');
  const last = words.at(-1) ?? '';
  const half = /^(am|pm)$/.test(last) ? (words.pop() ?? '') : '';
  const clock = words.pop() ?? '';
  const minutes = timeOfDay(`${clock}${half}`);
  const today = Temporal.Instant.fromEpochMilliseconds(facts.now)
    .toZonedDateTimeISO(facts.zone)
    .toPlainDate();
  const [word, ...more] = words;
  const days = word === undefined ? [today, today.add({ days: 1 })] : daysFor(word, today);
  if (days === undefined || more.length > 0) return unknown(written);
  const namesDay = word !== undefined || daysFor(clock, today) !== undefined;
  if (minutes === undefined && !namesDay) return unknown(written);
  if (minutes === undefined) return refuse(`‘${written}’ names no time of day. Write it like: tomorrow 9am.`);
  const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  let answer: When = unknown(written);
  for (const day of days) {
    answer = atWall(day.toPlainDateTime(time), written, facts);
    // A time that has passed today means the next such day.
    if (answer.ok || answer.isPast !== true) return answer;
  }
  return answer;
}

/** Returns the zone that a time names in brackets or at its end; `undefined` if it names none, or one that does not exist. */
export function namedZone(written: string): string | undefined {
  const trimmed = written.trim();
  const named = ISO.exec(trimmed)?.[4] ?? ZONE_AT_END.exec(trimmed)?.[1];
  return named !== undefined && isZone(named) ? named : undefined;
}

/**
 * Reads a time as people write it, in their zone unless it names its own: ISO 8601 with or without a zone, `tomorrow 9am`, `mon
 * 17:30`, `in 2h`, `next`. Refuses times in the past and wall-clock times that do not exist; asks back for one that occurs
 * twice.
 */
export function parseWhen(written: string, facts: WhenFacts): When {
  const trimmed = written.trim();
  if (trimmed.toLowerCase() === 'next') return { ok: true, at: 'next', zone: facts.zone };
  const iso = ISO.exec(trimmed);
  if (iso !== null) return fromIso(iso, written, facts);
  const ending = ZONE_AT_END.exec(trimmed);
  const named = ending?.[1];
  if (named !== undefined && !isZone(named))
    return refuse(`There is no time zone ‘${named}’; zones are named like Europe/Berlin.`);
  const own = named === undefined ? facts : { ...facts, zone: named };
  const text = trimmed.slice(0, ending?.index ?? trimmed.length).toLowerCase();
  const bare = ISO.exec(text);
  if (bare !== null) return fromIso(bare, written, own);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return refuse(`‘${written}’ names a day and no time. Write it like: ${text} 09:00.`);
  return text.startsWith('in ') ? fromNow(text, written, own) : fromWords(text, written, own);
}
