import fc from 'fast-check';
import type { Block, Draft, ListItem, Note, Reference, Run } from '../../src/drafts/draft.ts';
import type { CutStyle, FootnoteStyle, Numbering, Settings } from '../../src/drafts/settings.ts';

const at = { line: 1, column: 1 };

const word = fc.oneof(
  { weight: 30, arbitrary: fc.stringMatching(/^[a-z]{1,11}$/) },
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Z][a-z]{1,9}$/) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'e.g.',
      'Fig. 3',
      'v1.2.3',
      '12 km',
      'Dr. Ada',
      '3.5',
      '…',
      '—',
      '"A Quoted Title"',
      'U.S.',
      'p. 55',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '👩‍👩‍👧‍👦',
      '🎉',
      '🇵🇹',
      '👍🏽',
      '日本語の文章です。',
      'ภาษาไทยไม่มีช่องว่าง',
      'שלום',
      'مرحبا',
      'é',
      'Donaudampfschifffahrtsgesellschaft',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'README.md',
      'https://example.org/a',
      'https://example.com/a/very/long/path/that/goes/on/and/on?with=a&query=too',
      'example.net',
      '@someone',
      '#tag',
      '$5',
      '$ABC',
    ),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z]{45,400}$/) },
);

const ending = fc.constantFrom('.', '.', '.', '!', '?', ',', ';', ':', '', '');

/** Prose of a few sentences, on one line. */
export const prose = fc
  .array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 18 }), ending), { minLength: 1, maxLength: 5 })
  .map((sentences) => sentences.map(([words, end]) => words.join(' ') + end).join(' '));

const text: fc.Arbitrary<Run> = prose.map((value) => ({ type: 'text', text: value, at }));
const urlOf = (index: number): string => `https://example.org/source/${index}`;

const piece: fc.Arbitrary<Run[]> = fc.oneof(
  { weight: 6, arbitrary: text.map((run) => [run]) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(20))
      .map(([words, index]): Run[] => [
        { type: 'link', text: words.join(' '), url: urlOf(index), auto: false, at },
      ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .nat(20)
      .map((index): Run[] => [{ type: 'link', text: urlOf(index), url: urlOf(index), auto: true, at }]),
  },
  {
    weight: 1,
    arbitrary: fc
      .nat(2)
      .map((label): Run[] => [{ type: 'reference', label: String(label), source: label, at }]),
  },
  { weight: 1, arbitrary: fc.constant<Run[]>([{ type: 'note', id: 'n', at }]) },
);

const space: Run = { type: 'text', text: ' ', at };
const lineBreak: Run = { type: 'break', hard: false };

/** Runs with single spaces or line breaks between the pieces, as the parser gives them. */
export const runs: fc.Arbitrary<Run[]> = fc
  .array(fc.tuple(piece, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 5 })
  .map((pieces) =>
    pieces.flatMap(([run, join], index) =>
      index === 0 ? run : join === 0 ? [lineBreak, ...run] : [space, ...run],
    ),
  );

const paragraph: fc.Arbitrary<Block> = runs.map((value) => ({ type: 'paragraph', runs: value, at }));
const heading: fc.Arbitrary<Block> = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => ({ type: 'heading', depth: 2, runs: [{ type: 'text', text: words.join(' '), at }], at }));
const image: fc.Arbitrary<Block> = fc.constant({
  type: 'image',
  image: { path: '/a.png', alt: 'A picture', at },
  at,
});
const separator: fc.Arbitrary<Block> = fc.constant({ type: 'separator', at });

const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block; item: ListItem; list: Block; quote: Block }>(
  (tie) => ({
    block: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'block' },
      { weight: 8, arbitrary: paragraph },
      { weight: 2, arbitrary: tie('list') },
      { weight: 1, arbitrary: tie('quote') },
      { weight: 1, arbitrary: heading },
      { weight: 1, arbitrary: image },
      { weight: 1, arbitrary: separator },
    ),
    item: fc
      .tuple(
        fc.constantFrom('-', '>', '→', '1.', '•'),
        paragraph,
        fc.array(tie('block'), { maxLength: 2, depthIdentifier: 'block' }),
      )
      .map(([marker, first, rest]) => ({ marker, blocks: [first, ...rest], at })),
    list: fc
      .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 5, depthIdentifier: 'block' }), fc.boolean())
      .map(([items, tight]) => ({ type: 'list', ordered: items[0]?.marker === '1.', tight, items, at })),
    quote: fc
      .array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'block' })
      .map((blocks) => ({ type: 'quote', blocks, at })),
  }),
).block;

const references: Reference[] = [0, 1, 2].map((label) => ({
  label: String(label),
  ...(label === 1 ? { title: 'A title of a source' } : {}),
  url: `https://example.org/ref/${label}`,
  at,
}));
const notes: Note[] = [
  {
    id: 'n',
    blocks: [{ type: 'paragraph', runs: [{ type: 'text', text: 'A note in a few words.', at }], at }],
    at,
  },
];

/** The settings that a generated draft is cut by. */
export const settings: fc.Arbitrary<Settings> = fc.record({
  footnotes: fc.constantFrom<FootnoteStyle>('end', 'post', 'inline', 'none'),
  numbering: fc.constantFrom<Numbering>('none', '1/7', '(1/7)', '1.'),
  lineBreaks: fc.constantFrom('keep' as const, 'unwrap' as const, 'join' as const),
  style: fc.constantFrom<CutStyle>('tidy', 'tight'),
  separator: fc.constantFrom('cut' as const, 'text' as const),
  tags: fc.constant([]),
  silence: fc.constant([]),
  perNetwork: fc.constant({}),
});

/** Whole drafts, as the parser would give them. */
export const draft: fc.Arbitrary<Draft> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 8 }), settings)
  .map(([blocks, chosen]) => ({
    path: null,
    kind: 'post',
    title: undefined,
    settings: chosen,
    blocks: [...blocks, { type: 'sources', from: 0, to: 3, at }],
    references,
    notes,
    findings: [],
  }));
