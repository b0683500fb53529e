import type { Finding, Severity } from './finding.ts';
import type { NetworkId } from './network-id.ts';
import { type DraftTerms, type Settings, settingsFor } from './settings.ts';

/** A front matter key that not every network supports. */
type TermRow = {
  /** How bad it is if a network does not support it: readers see a post that they should not, or a note is missing. */
  readonly severity: Severity;
  readonly code: 'setting-not-honoured' | 'setting-ignored';
  /** Whether it asks for more than the default. */
  readonly asks: (terms: DraftTerms) => boolean;
  readonly what: string;
  readonly why: string;
};

/** The keys that a target may not support, and the consequence. */
export const TERM_ROWS: Readonly<Record<string, TermRow>> = {
  visibility: {
    severity: 'error',
    code: 'setting-not-honoured',
    asks: ({ visibility }) => visibility !== undefined && visibility !== 'public',
    what: 'limit who sees a post',
    why: 'everyone would read what was meant for a few',
  },
  content_warning: {
    severity: 'error',
    code: 'setting-not-honoured',
    asks: ({ contentWarning }) => contentWarning !== undefined,
    what: 'put a warning before a post',
    why: 'readers would see it without the warning',
  },
  sensitive: {
    severity: 'error',
    code: 'setting-not-honoured',
    asks: ({ sensitive }) => sensitive === true,
    what: 'hide the images of a post',
    why: 'readers would see what was meant to be hidden',
  },
  reply_to: {
    severity: 'error',
    code: 'setting-not-honoured',
    asks: ({ replyTo }) => replyTo !== undefined,
    what: 'reply to that post',
    why: 'the thread would be separate from the post it replies to',
  },
  reply_settings: {
    severity: 'info',
    code: 'setting-ignored',
    asks: ({ replySettings }) => replySettings !== undefined && replySettings !== 'everyone',
    what: 'limit who may reply',
    why: 'anybody may reply there',
  },
  made_with_ai: {
    severity: 'info',
    code: 'setting-ignored',
    asks: ({ madeWithAi }) => madeWithAi === true,
    what: 'mark a post as made with AI',
    why: 'the mark is missing there',
  },
  paid_partnership: {
    severity: 'info',
    code: 'setting-ignored',
    asks: ({ paidPartnership }) => paidPartnership === true,
    what: 'mark a post as a paid partnership',
    why: 'the mark is missing there',
  },
};

/** A network that a draft goes to, and what it supports. */
export type TermTarget = {
  readonly network: NetworkId;
  /** The display name. */
  readonly name: string;
  readonly honours: readonly string[];
  /** The audiences that it can limit replies to, if it supports `reply_settings`. @default all of them */
  readonly replySettings?: readonly string[] | undefined;
  /** Returns the id of a post from its URL, if the URL belongs to that network. */
  readonly idIn: (url: string) => string | undefined;
};

/** Reports what a draft asks for and a target does not support: an error if readers would be harmed, else an info. */
export function unhonouredTerms(settings: Settings, target: TermTarget): Finding[] {
  const terms = settingsFor(settings, target.network);
  return Object.entries(TERM_ROWS).flatMap(([key, row]) => {
    const elsewhere =
      key === 'reply_to' && terms.replyTo !== undefined && target.idIn(terms.replyTo) === undefined;
    const { replySettings } = terms;
    const unknownGroup =
      key === 'reply_settings' &&
      replySettings !== undefined &&
      target.replySettings?.includes(replySettings) === false;
    if (!row.asks(terms) || (target.honours.includes(key) && !elsewhere && !unknownGroup)) return [];
    const at = settings.places?.[`${target.network}.${key}`] ??
      settings.places?.[key] ?? { line: 1, column: 1 };
    const cause = elsewhere
      ? `\`${key}\` is not the URL of a post on ${target.name}`
      : `${target.name} can’t ${row.what} (\`${key}${unknownGroup ? `: ${replySettings}` : ''}\`)`;
    const advice =
      row.severity === 'error'
        ? `; ${row.why}. Write it into the block of the network that it is for, or leave ${target.name} out of \`networks\``
        : `; ${row.why}`;
    return [{ code: row.code, severity: row.severity, message: `${cause}${advice}`, ...at }];
  });
}
