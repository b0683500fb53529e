import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUT_NOTE } from '../../src/cards/alt-text.ts';
import { INNER_HEIGHT, INNER_WIDTH, leadingOf, type PlannedCard } from '../../src/cards/card.ts';
import { displayWidth } from '../../src/cards/cells.ts';
import { draftCards } from '../../src/cards/draft-cards.ts';
import { CELL } from '../../src/cards/plan-code.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { codePoints } from '../../src/text/code-points.ts';

const SETTINGS = { theme: 'light', lineNumbers: false, most: 4 } as const;
const plan = (text: string, most = 4) => draftCards(parseDraft(text, { path: null }), { ...SETTINGS, most });
const cards = (text: string, most?: number): PlannedCard[] => [...plan(text, most).planned.values()];
const code = (source: string, info = 'js'): string => `Words.\n\n\`\`\`${info}\n${source}\n\`\`\`\n`;
const lines = (count: number, text = 'const a = 1;'): string =>
  Array.from({ length: count }, () => text).join('\n');

describe('code becomes cards', () => {
  it('is set as large as it fits', () => {
    const [short] = cards(code('a();\nb();'));
    const [long] = cards(code(`a();\n${'x'.repeat(65)};`));
    expect(short?.content).toMatchObject({ size: 20 });
    expect(long?.content).toMatchObject({ size: 13 });
  });

  it('is parted at blank lines', () => {
    const part = (name: string): string => `function ${name}() {\n${lines(20, '  work();')}\n}`;
    const found = cards(code([part('a'), part('b'), part('c')].join('\n\n')));
    expect(found.map(({ source }) => source.split('\n')[0])).toEqual([
      'function a() {',
      'function b() {',
      'function c() {',
    ]);
    expect(found.map(({ part: at, parts }) => [at, parts])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('shows an excerpt, without the indent that its lines share, and with their own numbers', () => {
    const [card] = cards(
      code('class A {\n    b() {\n        c();\n    }\n}', 'js lines=2-4 showLineNumbers'),
    );
    expect(card?.content).toMatchObject({ lines: ['b() {', '    c();', '}'], firstNumber: 2 });
    expect(card?.source).toBe('    b() {\n        c();\n    }');
  });

  it.each([
    ['lines=9-12', ['card-excerpt']],
    ['lines=1-2', []],
  ])('with %s has the findings %j', (meta, codes) => {
    expect(plan(code('a\nb\nc', `js ${meta}`)).findings.map((found) => found.code)).toEqual(codes);
  });

  it.each([
    ['of long lines', 'lines are longer than a picture is wide', `${'rise,fall '.repeat(90)}\n`.repeat(28)],
    ['without a language', 'show a part of it, or link to the file', 'rise();\n'.repeat(400)],
  ])('%s that needs more cards than allowed gets advice that can be followed', (_, advice, source) => {
    const [finding] = plan(code(source, '')).findings;
    expect(finding?.message).toContain(advice);
  });

  it('that needs more cards than allowed is an error that names the way out', () => {
    const { findings } = plan(code(lines(400)));
    expect(findings).toMatchObject([{ code: 'too-many-cards', severity: 'error', line: 3 }]);
    expect(findings[0]?.message).toMatch(/lines=1-40.*cards\.most/);
    expect(plan(code(lines(400)), 20).findings).toEqual([]);
  });

  it.each([
    ['npm install lantern', undefined],
    ['npm install @lantern/core', 1],
    ['curl https://example.org', 1],
  ])('of one line, %s, stays text unless a network would change it', (line, expected) => {
    expect(cards(code(line, 'sh')).length || undefined).toBe(expected);
  });
});

describe('a table becomes cards', () => {
  it('with lines that can be read aloud as its alt text', () => {
    const [card] = cards('| Model | Score |\n| --- | --: |\n| Lantern | 71.3 |\n| Heron | |');
    expect(card?.source).toBe('Model: Lantern; Score: 71.3\nModel: Heron');
  });

  it('that is too wide is split by columns, with the first on each card', () => {
    const head = Array.from({ length: 12 }, (_, at) => `System number ${at}`);
    const found = cards(`| Name | ${head.join(' | ')} |\n|${' - |'.repeat(13)}\n| A |${' 1.5 |'.repeat(12)}`);
    expect(found.length).toBeGreaterThan(1);
    for (const { source } of found) expect(source).toMatch(/^Name: A; /);
    expect(found.flatMap(({ source }) => source.split('; ').slice(1))).toEqual(
      head.map((name) => `${name}: 1.5`),
    );
  });
});

it('a quotation marked as a card is a picture; another is text', () => {
  const [card] = cards('Words.\n\n> [!card]\n> Be brief.\n>\n> — Ada');
  expect(card?.source).toBe('Be brief.\n— Ada');
  expect(cards('Words.\n\n> Be brief.\n>\n> And true, too.')).toEqual([]);
});

it.each([
  ['Words:\n\n> [!card]\n> Be brief', 'Be brief'],
  ['Words.\n\n> [!card]\n> Be brief.\n> Be kind.', 'Be brief.\nBe kind.'],
  ['[ML Grind]\n\n> [!CARD] Be brief.', 'Be brief.'],
])('a mark for a card decides, whatever else `>` may mean: %j', (text, source) => {
  expect(cards(text).map((card) => card.source)).toEqual([source]);
});

/** Whether everything of a card is inside it. */
function fits({ content }: PlannedCard): boolean {
  if (content.kind === 'code') {
    const columns = INNER_WIDTH / (content.size * CELL);
    const height = content.rows.length * leadingOf(content.size);
    return (
      height <= INNER_HEIGHT + 1 &&
      content.rows.every(
        ({ line, start, end, indent }) =>
          indent + displayWidth((content.lines[line] ?? '').slice(start, end)) <= columns,
      )
    );
  }
  if (content.kind !== 'table') return true;
  const total = content.columns.reduce((sum, { width }) => sum + width, 0);
  return total <= INNER_WIDTH + 1;
}

describe('whatever the input', () => {
  const word = fc.stringMatching(/^[a-zäß中ا_(]{1,24}$/);
  it('every row of code is inside its card, every line on some card, and type at least 26 px', () => {
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 30 }), { minLength: 2, maxLength: 60 }), (source) => {
        const text = source.map((words) => words.join(' ')).join('\n');
        const found = cards(`\`\`\`\`\n${text}\n\`\`\`\``, 20);
        for (const card of found) {
          expect(fits(card)).toBe(true);
          if (card.content.kind === 'code') expect(card.content.size).toBeGreaterThanOrEqual(13);
        }
        const shown = found
          .flatMap(({ source: part }) => part.split('\n'))
          .filter((line) => line.trim() !== '');
        const wanted = text.split('\n').filter((line) => line.trim() !== '');
        // One short line, or two, are text in the post, and no card.
        const isText = wanted.length <= 2 && found.length === 0;
        if (found.length < 20 && !isText)
          expect(shown.map((line) => line.trim())).toEqual(wanted.map((line) => line.trim()));
      }),
      { numRuns: 60 },
    );
  });

  it('no alt text is longer than a network takes, and a cut one says so', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 60, max: 300 }),
        (text, altLength) => {
          const source = `x${text.replace(/`|\s/g, 'x')}\n${'long '.repeat(40)}`;
          const draft = parseDraft(`\`\`\`\n${source}\n\`\`\``, { path: null });
          const { cardsOf } = draftCards(draft, SETTINGS);
          for (const { alt } of draft.blocks.flatMap(
            (block) => cardsOf(block, { media: { altLength } }) ?? [],
          )) {
            expect(codePoints(alt)).toBeLessThanOrEqual(altLength);
            if (codePoints(alt) < codePoints(source.trimEnd())) expect(alt.endsWith(CUT_NOTE)).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
