import { describe, expect, it } from 'vitest';
import type { Block, Run } from '../../src/drafts/draft.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

/** Blocks in short: `p words`, `q(…)`, `l(> a; > b)`, `---`, `h1 words`, `sources`. */
function short(blocks: readonly Block[]): string {
  const words = (runs: readonly Run[]): string =>
    runs
      .map((run) =>
        run.type === 'break'
          ? ' / '
          : run.type === 'reference'
            ? `<${run.label}>`
            : run.type === 'note'
              ? ''
              : run.text,
      )
      .join('');
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') return `p ${words(block.runs)}`;
      if (block.type === 'heading') return `h${block.depth} ${words(block.runs)}`;
      if (block.type === 'quote') return `q(${short(block.blocks)})`;
      if (block.type === 'separator') return '---';
      if (block.type !== 'list') return block.type;
      const items = block.items.map(({ marker, blocks: [first, ...rest] }) => {
        const own =
          first?.type === 'paragraph' ? words(first.runs) : short(first === undefined ? [] : [first]);
        return `${marker} ${own}${rest.length > 0 ? ` {${short(rest)}}` : ''}`;
      });
      return `l(${items.join('; ')})`;
    })
    .join(' | ');
}

const parsed = (text: string): string => short(parseDraft(text, { path: null }).blocks);

describe('`>` marks items, or quotes somebody', () => {
  it.each([
    ['items below a colon', 'Plan:\n> Ship it.\n> Rest.', 'p Plan: | l(> Ship it.; > Rest.)'],
    ['short lines without a stop', '> one\n> two', 'l(> one; > two)'],
    ['one short line below a colon', 'Next:\n> the lid', 'p Next: | l(> the lid)'],
    ['items of a labelled draft', '[Log]\n> Done.', 'p [Log] | l(> Done.)'],
    [
      'long items of an author without capitals',
      '[Log]\nDone:\n> reran the ablation on three seeds with the new learning rate\n> wrote the evaluation harness and merged the pull request\n> read it again',
      'p [Log] | p Done: | l(> reran the ablation on three seeds with the new learning rate; > wrote the evaluation harness and merged the pull request; > read it again)',
    ],
    [
      'items that only a link makes long',
      'Read:\n> [Rivers](https://example.org/a-very-long-address/of-a-page-about-rivers)\n> the one on kilns',
      'p Read: | l(> Rivers; > the one on kilns)',
    ],
    ['items without a space', '[Log]\n>one\n>two', 'p [Log] | l(> one; > two)'],
    ['items of a kind that lists', '---\nkind: update\n---\n> Done it.\n> Slept.', 'l(> Done it.; > Slept.)'],
    ['an attribution', '> All is well. — Ada Rope', 'q(p All is well. — Ada Rope)'],
    [
      'an attribution on its own line',
      '> All is well\n> and ends well\n> -- Ada Rope, 1901',
      'q(p All is well / and ends well / -- Ada Rope, 1901)',
    ],
    [
      'an attribution without a name',
      '> The lid stays open\n> as long as the kiln is cold\n> — me, in a letter',
      'q(p The lid stays open / as long as the kiln is cold / — me, in a letter)',
    ],
    ['quotation marks', '> "All is well"', 'q(p "All is well")'],
    [
      'two quotations',
      '> "One." — Ada Rope\n> "Two." — Bo Hemp',
      'q(p "One." — Ada Rope) | q(p "Two." — Bo Hemp)',
    ],
    ['paragraphs inside', '> one\n>\n> two', 'q(p one | p two)'],
    ['a list inside', 'Read:\n> - one\n> - two', 'p Read: | q(l(- one; - two))'],
    ['a heading inside', '> # one\n> two', 'q(h1 one | p two)'],
    ['code inside', '> ```\n> one\n> ```', 'q(code)'],
    ['a quote inside', '> > one\n> two', 'q(q(p one) | p two)'],
    ['whole sentences', '> It rained.\n> We stayed.', 'q(p It rained. / We stayed.)'],
    [
      'wrapped prose',
      'She said:\n> The lid has to stay open for as long as the kiln is cold\n> and shut as soon as it is not',
      'p She said: | q(p The lid has to stay open for as long as the kiln is cold / and shut as soon as it is not)',
    ],
  ])('%s', (_name, text, expected) => expect(parsed(text)).toBe(expected));

  it.each([
    ['a line below items', '[Log]\n> one\n> two\nand so on', 'p [Log] | l(> one; > two) | p and so on'],
    ['a line below a quotation', '> "One."\nand so on', 'q(p "One.") | p and so on'],
    ['a number below a quotation', '> "One."\n2. so on', 'q(p "One.") | l(2. so on)'],
    ['items in a list', '- a\n  > "b"\n- c', 'l(- a {q(p "b")}; - c)'],
    ['a Markdown list above items', '[Log]\n- a\n> b', 'p [Log] | l(- a) | l(> b)'],
    ['a Markdown list below items', '[Log]\n> b\n- a', 'p [Log] | l(> b) | l(- a)'],
  ])('keeps apart: %s', (_name, text, expected) => expect(parsed(text)).toBe(expected));
});

describe('other marks make items too', () => {
  it.each([
    ['arrows', '→ one\n→ two', 'l(→ one; → two)'],
    ['arrows inside a paragraph', 'So:\n→ one\n→ two\nand on', 'p So: | l(→ one; → two) | p and on'],
    ['nested', '→ one\n  ↳ two\n→ three', 'l(→ one {l(↳ two)}; → three)'],
    ['a line that is indented goes on', '→ one\n  and more', 'l(→ one / and more)'],
    ['two marks', '• one\n→ two', 'l(• one) | l(→ two)'],
    ['wide', '→     one', 'l(→ one)'],
    ['mojibake', 'â€¢ one\nâ€¢ two', 'l(â€¢ one; â€¢ two)'],
    ['lost letters', 'โ one\nโ two', 'l(โ one; โ two)'],
    ['not inside a line', 'a → b\nc → d', 'p a → b / c → d'],
    ['not without a space', '→one', 'p →one'],
    ['not in code', '```\n→ one\n```', 'code'],
  ])('%s', (_name, text, expected) => expect(parsed(text)).toBe(expected));
});

describe('lines stand as they were meant', () => {
  it.each([
    ['a label', '[Log]\nWe did it.', 'p [Log] | p We did it.'],
    ['a label that looks like a definition', '[Log]: shipped it', 'p [Log]: shipped it'],
    [
      'a label further down',
      'All done.\n[Log] Day two\n> x\n> y',
      'p All done. | p [Log] Day two | l(> x; > y)',
    ],
    ['a line that announces a list', 'It works.\nOpen:\n- a', 'p It works. | p Open: | l(- a)'],
    [
      'a sentence that announces a list',
      'It works, but for\nthese two:\n- a',
      'p It works, but for / these two: | l(- a)',
    ],
    [
      'items between definitions',
      '- [a]\n\n[a]: https://e.org/a\n\n- b\n\n[b]: https://e.org/b\n\n- c',
      'l(- a; - b; - c)',
    ],
    ['definitions between two kinds of items', '- [a]\n\n[a]: https://e.org/a\n\n1. b', 'l(- a) | l(1. b)'],
    ['definitions below items', '- [a]\n\n[a]: https://e.org/a\n\nb\n\n- c', 'l(- a) | p b | l(- c)'],
    ['a rule below words', 'one\n---\ntwo', 'p one | --- | p two'],
    ['equals signs below words', 'It ends here.\n======\ntwo', 'p It ends here. | --- | p two'],
    [
      'an underlined heading',
      'My title\n========\n\nSub title\n---------\ntwo',
      'h1 My title | h2 Sub title | p two',
    ],
    [
      'a question that is underlined at its length',
      'What is a lamp?\n---------------\ntwo',
      'h2 What is a lamp? | p two',
    ],
    [
      'a question underlined at almost its length',
      'What is a lamp?\n-------------\ntwo',
      'h2 What is a lamp? | p two',
    ],
    [
      'a question above a shorter line',
      'What is a lamp?\n------------\ntwo',
      'p What is a lamp? | --- | p two',
    ],
    ['a short sentence above a few dashes', 'It is.\n-----\ntwo', 'p It is. | --- | p two'],
    [
      'an underlined heading of a template',
      'The lamp, the rope and the harbour\n========\ntwo',
      'h1 The lamp, the rope and the harbour | p two',
    ],
    [
      'a long line above dashes',
      'The lamp, the rope and the harbour\n--------\ntwo',
      'p The lamp, the rope and the harbour | --- | p two',
    ],
    [
      'a long line above a few equals signs',
      'The lamp, the rope and the harbour\n=======\ntwo',
      'p The lamp, the rope and the harbour | --- | p two',
    ],
    [
      'a very long line above equals signs',
      'The lamp, the rope and the harbour, and all that we saw\n========\ntwo',
      'p The lamp, the rope and the harbour, and all that we saw | --- | p two',
    ],
    ['two dashes below words', 'one\n--\ntwo', 'p one / -- / two'],
    ['one dash below words', 'one\n-\ntwo', 'p one / - / two'],
    [
      'a list indented by tabs',
      'So:\n\t- a\n\t\t- b\n\tgoes on\n\nEnd.',
      'p So: | l(- a {l(- b / goes on)}) | p End.',
    ],
    ['a list indented by four spaces', 'So\n    1. a\n    2. b\nEnd.', 'p So | l(1. a; 2. b) | p End.'],
    ['an indented list below an item', '- a\nb\n    - c', 'l(- a / b {l(- c)})'],
    ['a list from zero', 'So:\n0. a\n1. b', 'p So: | l(0. a; 1. b)'],
    ['a list that goes on', '3. a\n4. b', 'l(3. a; 4. b)'],
    ['a list with one number', '1. a\n1. b\n1. c', 'l(1. a; 2. b; 3. c)'],
    ['an escaped number', '- 1\\) a\n- 2\\) b', 'l(- 1) a; - 2) b)'],
    ['a year that opens a line', 'It was in\n1986. A good year.', 'p It was in / 1986. A good year.'],
    ['a line below a short item', '- a\n- b\nThen we slept.', 'l(- a; - b) | p Then we slept.'],
    [
      'a wrapped item',
      '- a long item that goes on for more than sixty characters, wrapped\nAt the margin',
      'l(- a long item that goes on for more than sixty characters, wrapped / At the margin)',
    ],
    ['a break of HTML between spaces', 'one <br> two', 'p one / two'],
    ['a break of HTML at the end of its line', 'one<br>\ntwo', 'p one / two'],
    ['two breaks of HTML', 'one<br><br>two', 'p one | p two'],
    ['money', 'It costs $5, or $10.\n$$ is tight', 'p It costs $5, or $10. / $$ is tight'],
    ['about', 'in ~5 of ~10 cases', 'p in ~5 of ~10 cases'],
    ['arithmetic', '2*3*4 and a_b_c', 'p 2*3*4 and a_b_c'],
    ['types', 'a Vec<String> of <name>, x <> y, <3', 'p a Vec<String> of <name>, x <> y, <3'],
  ])('%s', (_name, text, expected) => expect(parsed(text)).toBe(expected));
});

describe('three dashes below a line, in a post of a blog,', () => {
  it.each([
    [
      'underline a few words',
      'It rose.\n\nThe old float\n---\n\nIt sank.',
      'p It rose. | h2 The old float | p It sank.',
    ],
    ['underline a question', 'Why did it sink?\n---\nNobody knows.', 'h2 Why did it sink? | p Nobody knows.'],
    ['separate below a sentence', 'The old float sank.\n---\nSo.', 'p The old float sank. | --- | p So.'],
    ['separate below a note in italics', '*An aside*\n---\nSo.', 'p An aside | --- | p So.'],
    ['separate below several lines', 'The old\nfloat\n---\nSo.', 'p The old / float | --- | p So.'],
    [
      'separate below more words than a heading has',
      `The old float ${'of the harbour '.repeat(5)}\n---\nSo.`,
      `p The old float ${'of the harbour '.repeat(5).trim()} | --- | p So.`,
    ],
  ])('%s', (_name, text, expected) => expect(parsed(`---\ndate: 2026-03-01\n---\n\n${text}`)).toBe(expected));

  it('but separate in a draft', () =>
    expect(parsed('---\ntags: [a]\n---\n\nThe old float\n---\nSo.')).toBe('p The old float | --- | p So.'));
});
