/** A weekly time: weekdays from 1 (Monday) to 7, and a time of day in minutes since midnight, of the wall clock. */
export type Slot = { readonly days: readonly number[]; readonly minutes: number };

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Names for groups of days. */
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};

const TIME = /^(\d{1,2})(?::(\d{2}))?(am|pm)?$/;

/** Returns the number of a weekday from its name or its first three letters, from 1; `undefined` for anything else. */
export function weekday(word: string): number | undefined {
  const low = word.toLowerCase();
  if (low.length < 3) return undefined;
  const index = DAYS.findIndex((day) => day.startsWith(low));
  return index === -1 ? undefined : index + 1;
}

/** Parses a time of day, `09:00`, `9am`, `5:30pm`, to minutes since midnight; `undefined` for anything else. */
export function timeOfDay(word: string): number | undefined {
  const match = TIME.exec(word.toLowerCase());
  const [, hourText = '', minuteText, half] = match ?? [];
  // A bare number could be a day or an hour.
  if (match === null || (minuteText === undefined && half === undefined)) return undefined;
  const [hour, minute] = [Number(hourText), Number(minuteText ?? 0)];
  if (minute > 59 || (half === undefined ? hour > 23 : hour < 1 || hour > 12)) return undefined;
  const shift = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return shift * 60 + minute;
}

function daysOf(word: string): readonly number[] | undefined {
  const group = GROUPS[word.toLowerCase()];
  if (group !== undefined) return group;
  const [first = '', last, ...more] = word.split('-');
  const from = weekday(first);
  const to = last === undefined ? from : weekday(last);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  // `sat-mon` wraps around the end of the week.
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => ((from - 1 + step) % 7) + 1);
}

/**
 * Parses slots as people write them: `mon-fri 09:00, 17:30`, `sat 10am`, `daily 8:15`, or several groups in one line, `mon-fri
 * 09:00, sat 10:00`. Returns `undefined` for anything else.
 */
export function parseSlots(text: string): readonly Slot[] | undefined {
  const slots: Slot[] = [];
  let days: number[] = [];
  let isOpen = false;
  for (const word of text.split(/[\s,;]+/).filter((part) => part !== '')) {
    const named = daysOf(word);
    if (named !== undefined) {
      days = isOpen ? [...days, ...named] : [...named];
      isOpen = true;
      continue;
    }
    const minutes = timeOfDay(word);
    if (minutes === undefined || days.length === 0) return undefined;
    isOpen = false;
    slots.push({ days: [...new Set(days)].sort((a, b) => a - b), minutes });
  }
  return slots.length === 0 || isOpen ? undefined : slots;
}
