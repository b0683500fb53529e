import type { Answer, Billed, NetworkClient } from '../../src/networks/port.ts';
import { PublishingError } from '../../src/networks/publishing-error.ts';
import type { Journal } from '../../src/publishing/journal.ts';

/** What the laboratory's X bills besides posts, in US dollars and in millionths. */
export const LAB_PRICES = { readAccount: 0.01, readPost: 0.001, remove: 0.01 } as const;
const MICRO = { 'read-account': 10_000, 'read-post': 1_000, remove: 10_000 } as const;

const DAY_MS = 86_400_000;

/** One line of a bill: a post is billed once a UTC day, however often it is read, anything else each time. */
function linesOf(account: string, billed: Billed, at: number): readonly string[] {
  if (billed.what !== 'read-post') return [`${account} ${billed.what}`];
  return billed.ids.map((id) => `${account} read-post ${id} ${Math.floor(at / DAY_MS)}`);
}

/**
 * The bill of a simulated network beside what processes booked of it. What a process could not book because it died, or
 * because its journal failed just then, is excused: nobody else can know of it.
 */
export class Bill {
  readonly #charged = new Map<string, number>();
  readonly #booked = new Map<string, number>();
  readonly #excused = new Map<string, number>();

  #add(lines: Map<string, number>, account: string, billed: Billed, at: number): void {
    for (const line of new Set(linesOf(account, billed, at)))
      lines.set(line, billed.what === 'read-post' ? 1 : (lines.get(line) ?? 0) + 1);
  }

  charge(account: string, billed: Billed, at: number): void {
    this.#add(this.#charged, account, billed, at);
  }

  book(account: string, billed: Billed, at: number): void {
    this.#add(this.#booked, account, billed, at);
  }

  excuse(account: string, billed: Billed, at: number): void {
    this.#add(this.#excused, account, billed, at);
  }

  /** What was billed for an account besides posts, in millionths of a US dollar, but for what nobody could book. */
  dueOf(account: string): number {
    let due = 0;
    for (const [line, count] of this.#charged) {
      const [name, what] = line.split(' ');
      if (name !== account) continue;
      const isBooked = this.#booked.has(line);
      const excused = this.#excused.get(line) ?? 0;
      // A post that could not be booked may have been booked when it was read again on the same day.
      const left = what === 'read-post' ? (isBooked || excused === 0 ? 1 : 0) : count - excused;
      due += left * MICRO[what as keyof typeof MICRO];
    }
    return due;
  }
}

/** What one process still has to book, by account. */
export class Unbooked {
  readonly #bill: Bill;
  readonly #owed = new Map<string, { readonly billed: Billed; readonly at: number }[]>();
  #isOver = false;

  constructor(bill: Bill) {
    this.#bill = bill;
  }

  owe(account: string, billed: readonly Billed[], at: number): void {
    const owed = this.#owed.get(account) ?? [];
    this.#owed.set(account, [...owed, ...billed.map((one) => ({ billed: one, at }))]);
    if (this.#isOver) this.giveUp(account);
  }

  booked(account: string, billed: Billed, at: number): void {
    this.#bill.book(account, billed, at);
    const owed = this.#owed.get(account) ?? [];
    const place = owed.findIndex((one) => one.billed.what === billed.what);
    this.#owed.set(
      account,
      owed.filter((_, index) => index !== place),
    );
  }

  /** The process can't book it any more: it died, or its journal failed. */
  giveUp(account?: string): void {
    this.#isOver ||= account === undefined;
    for (const name of account === undefined ? [...this.#owed.keys()] : [account]) {
      for (const { billed, at } of this.#owed.get(name) ?? []) this.#bill.excuse(name, billed, at);
      this.#owed.delete(name);
    }
  }
}

/** A journal that notes what is booked. */
export function noting(journal: Journal, unbooked: Unbooked): Journal {
  return {
    ...journal,
    bookCall: async (account, call, at) => {
      await journal.bookCall(account, call, at);
      if (call.what === 'read-account' || call.what === 'remove')
        unbooked.booked(account, { what: call.what }, at);
    },
    bookReads: async (account, call, at) => {
      await journal.bookReads(account, call, at);
      unbooked.booked(account, { what: 'read-post', ids: call.ids }, at);
    },
  };
}

/** The journal as a process has it, whose bookings may fail. */
export function excusing(journal: Journal, unbooked: Unbooked): Journal {
  const booking = async (account: string, work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      unbooked.giveUp(account);
      throw error;
    }
  };
  return new Proxy(journal, {
    get: (target, name) => {
      if (name === 'bookCall')
        return (...facts: Parameters<Journal['bookCall']>) => booking(facts[0], target.bookCall(...facts));
      if (name === 'bookReads')
        return (...facts: Parameters<Journal['bookReads']>) => booking(facts[0], target.bookReads(...facts));
      return Reflect.get(target, name, target) as unknown;
    },
  });
}

/** A client whose answers have to be booked by who gets them. */
export function owing(
  client: NetworkClient,
  unbooked: Unbooked,
  account: string,
  now: () => number,
): NetworkClient {
  const asked = async <T>(answer: Promise<Answer<T>>): Promise<Answer<T>> => {
    try {
      const { billed = [], ...rest } = await answer;
      unbooked.owe(account, billed, now());
      return { ...rest, billed };
    } catch (error) {
      if (error instanceof PublishingError) unbooked.owe(account, error.billed, now());
      throw error;
    }
  };
  return {
    ...client,
    identify: () => asked(client.identify()),
    find: (...facts) => asked(client.find(...facts)),
    read: (ids) => asked(client.read(ids)),
    newerThan: (id, most, since) => asked(client.newerThan(id, most, since)),
    remove: (id) => asked(client.remove(id)),
  };
}
