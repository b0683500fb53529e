import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CUT_COSTS, POST_COSTS } from '../../src/threads/cut-costs.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/splitting.md'), 'utf8');

/** What the page's table says, by name: `| \`item\` | 0.15 | … |`. */
const told = new Map(
  [...page.matchAll(/^\| `(\w+)` +\| ([\d.]+) +\|/gm)].map(([, name = '', cost]) => [name, Number(cost)]),
);

describe('docs/splitting.md', () => {
  it.each(Object.entries(CUT_COSTS))('tells what a cut at %s costs', (name, { cost }) => {
    expect(told.get(name)).toBe(cost);
  });

  it.each(['tail', 'head'] as const)('tells what a %s costs', (name) => {
    const prose = page.replaceAll('\n', ' ');
    expect(prose).toContain(`${POST_COSTS[name].apart} more (\`${name}\`)`);
  });

  it('tells what a tail with a head costs', () => {
    const prose = page.replaceAll('\n', ' ');
    const { head, tailWithHead } = POST_COSTS;
    expect(prose).toContain(`costs ${tailWithHead.apart + head.apart} more (${tailWithHead.apart} and the`);
    expect(prose).toContain(`costs more, ${tailWithHead.cost}.`);
  });
});
