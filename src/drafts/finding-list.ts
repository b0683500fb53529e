import type { Finding, Position } from './finding.ts';
import { type DraftFindingCode, type FindingExceptions, findingAt, isListedEach } from './finding-codes.ts';
import { MOST_FINDINGS_OF_A_CODE } from './limits.ts';

/** Collects a parser's findings. */
export type FindingList = {
  /** Adds a finding; beyond `MOST_FINDINGS_OF_A_CODE` of one code only counts it. `but` overrides the code's row. */
  readonly add: (code: DraftFindingCode, at: Position, message: string, but?: FindingExceptions) => void;
  /** All findings so far, in the order of the file; each code's surplus is summed up in one entry. */
  readonly all: () => Finding[];
};

/** What findings have in common that are one with a count: their message, of links that one command repairs only the code. */
const keyOf = ({ code, message, fixable }: Finding): string =>
  code === 'tracking-parameter' && fixable ? code : `${code} ${message}`;

/** Merges findings of a draft that say the same at the first place, with their count. */
export function countedOnce(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  const seen = new Set<string>();
  return findings.flatMap((finding) => {
    if (isListedEach(finding.code)) return [finding];
    if (seen.has(keyOf(finding))) return [];
    seen.add(keyOf(finding));
    const count = counts.get(keyOf(finding)) ?? 1;
    return [
      count === 1
        ? finding
        : { ...finding, message: `${finding.message} (${count} times in this draft)`, count },
    ];
  });
}

/** Makes an empty list of findings. */
export function createFindingList(): FindingList {
  const byCode = new Map<DraftFindingCode, { found: Finding[]; surplus: number }>();
  return {
    add(code, at, message, but) {
      const entry = byCode.get(code) ?? { found: [], surplus: 0 };
      byCode.set(code, entry);
      if (entry.found.length < MOST_FINDINGS_OF_A_CODE) entry.found.push(findingAt(code, at, message, but));
      else entry.surplus += 1;
    },
    all() {
      const findings: Finding[] = [];
      for (const [code, { found, surplus }] of byCode) {
        findings.push(...found);
        const last = found.at(-1);
        if (surplus > 0 && last !== undefined)
          findings.push(findingAt(code, last, `and ${surplus} more like this below`));
      }
      return findings.sort((one, other) => one.line - other.line || one.column - other.column);
    },
  };
}
