import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CUT_COSTS } from '../../src/threads/cut-costs.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/splitting.md'), 'utf8');

/** What the page's table says, by name: `| \`item\`, \`paragraph\` | 0.08, 0.1 | … |`. */
const told = new Map(
  [...page.matchAll(/^\| (`\w+`(?:, `\w+`)*) +\| ([\d., ]+?) +\|/gm)].flatMap(
    ([, names = '', costs = '']) => {
      const numbers = costs.split(', ').map(Number);
      return [...names.matchAll(/\w+/g)].map(([name], at) => [name, numbers[at] ?? numbers[0]] as const);
    },
  ),
);

describe('docs/splitting.md', () => {
  it.each(Object.entries(CUT_COSTS).filter(([, { cost }]) => cost < 8))(
    'tells what a cut at %s costs',
    (name, { cost }) => {
      expect(told.get(name) ?? Number(new RegExp(`\`${name}\` \\(([\\d.]+)\\)`).exec(page)?.[1])).toBe(cost);
    },
  );
});
