import { describe, expect, it } from 'vitest';
import { BREAK, BreakList, type BreakName } from '../../src/text/break-list.ts';
import { codeGroups } from '../../src/threads/groups.ts';
import type { Group } from '../../src/threads/laid-out-text.ts';

const NAMES = new Map(Object.entries(BREAK).map(([name, code]) => [code as number, name]));

/** What becomes of the place at 150 inside a group that fits a post, below a lead-in that does not fit with it if it is `led`. */
function becomes(kind: Group['kind'], name: BreakName, led = false): string | undefined {
  const start = 20;
  const end = led ? 299 : 200;
  const breaks = new BreakList();
  breaks.push(start, start, led ? BREAK.leadIn : BREAK.paragraph);
  breaks.push(150, 150, BREAK[name]);
  const totals = Uint32Array.from({ length: 300 }, (_, at) => at);
  const measure = { totals, limit: 280, leads: [0] };
  return NAMES.get(codeGroups(breaks, [{ start, end, kind }], [measure]).codes[1] ?? 0);
}

describe('inside what fits a post', () => {
  it.each<[Group['kind'], string, BreakName]>([
    [
      'list',
      'section item branch lone outdent nested comment line paragraph leadIn asked posed listed',
      'list',
    ],
    ['list', 'sentence tied opening', 'inList'],
    ['item', 'outdent nested comment leadIn asked posed', 'list'],
    ['item', 'line', 'inItem'],
    ['item', 'sentence tied opening', 'inNested'],
    ['nested', 'outdent nested comment leadIn', 'list'],
    ['nested', 'sentence tied quoted opening', 'inNested'],
    [
      'quotation',
      'paragraph begun line linked titled comment item branch lone outdent nested listed',
      'quotation',
    ],
    ['quotation', 'sentence tied quoted', 'inQuotation'],
  ])('in the group %s, %s become %s', (kind, names, expected) => {
    for (const name of names.split(' ')) expect(becomes(kind, name as BreakName), name).toBe(expected);
  });

  it.each<[Group['kind'], string, BreakName]>([
    ['list', 'section item branch lone paragraph line', 'parted'],
    ['quotation', 'linked paragraph line', 'parted'],
    ['item', 'outdent nested', 'parted'],
    ['item', 'sentence tied', 'inNested'],
  ])('but not with a short lead-in: in the group %s, %s become %s', (kind, names, expected) => {
    for (const name of names.split(' ')) expect(becomes(kind, name as BreakName, true), name).toBe(expected);
  });

  it.each<[what: string, at: number, end: BreakName, expected: BreakName]>([
    ['a short sentence that announces nested items may open their post', 150, 'leadIn', 'inItem'],
    ['a long one may not', 120, 'leadIn', 'inNested'],
    ['nor may one that announces nothing', 150, 'nested', 'inNested'],
  ])('%s', (_, at, end, expected) => {
    const breaks = new BreakList();
    breaks.push(0, 0, BREAK.item);
    breaks.push(at, at, BREAK.sentence);
    breaks.push(180, 180, BREAK.word);
    breaks.push(200, 200, BREAK[end]);
    const measure = {
      totals: Uint32Array.from({ length: 300 }, (_, place) => place),
      limit: 280,
      leads: [0],
    };
    const coded = codeGroups(breaks, [{ start: 0, end: 200, kind: 'unit' }], [measure]);
    expect(NAMES.get(coded.codes[1] ?? 0)).toBe(expected);
  });

  it('a picture ends its item in a list of many words', () => {
    expect(becomes('list', 'card')).toBe('card');
  });
});
