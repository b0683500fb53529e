import type { Finding, Position } from './finding.ts';
import { type DraftFindingCode, type FindingExceptions, findingAt, isListedEach } from './finding-codes.ts';
import { MOST_FINDINGS_OF_A_CODE } from './limits.ts';

/** Where a parser's findings gather. */
export type FindingList = {
  /**
   * Adds a finding; past `MOST_FINDINGS_OF_A_CODE` of one code it is only counted. `but` says what of its code's row
   * does not hold for it.
   */
  readonly add: (code: DraftFindingCode, at: Position, message: string, but?: FindingExceptions) => void;
  /** Everything found so far, in the order of the file, each code's surplus summed up in one entry. */
  readonly all: () => Finding[];
};

/** Findings that say the same of the same draft, once each at the first place, with how many there are. */
export function countedOnce(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  const key = ({ code, message }: Finding): string => `${code} ${message}`;
  for (const finding of findings) counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
  const seen = new Set<string>();
  return findings.flatMap((finding) => {
    if (isListedEach(finding.code)) return [finding];
    if (seen.has(key(finding))) return [];
    seen.add(key(finding));
    const count = counts.get(key(finding)) ?? 1;
    return [
      count === 1
        ? finding
        : { ...finding, message: `${finding.message} (${count} times in this draft)`, count },
    ];
  });
}

/** An empty list of findings. */
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
