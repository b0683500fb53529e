import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { settingsFor } from '../../src/drafts/settings.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { BREAK } from '../../src/text/break-list.ts';
import { proseHabits } from '../../src/text/prose-habits.ts';
import { findBreaks } from '../../src/threads/laid-out-text.ts';
import { layoutDraft } from '../../src/threads/layout/layout-draft.ts';
import { planSources } from '../../src/threads/sources.ts';

/** Places inside sentences. */
const INSIDE: ReadonlySet<number> = new Set([BREAK.word, BREAK.clause, BREAK.glued]);
const names = new Map(Object.entries(BREAK).map(([name, code]) => [code as number, name]));

/** A draft as it is laid out, with the kinds of its places in `<…>`, except inside sentences. */
function placesIn(markdown: string): string {
  const draft = parseDraft(markdown, { path: null });
  const profile = xProfile();
  const settings = settingsFor(draft.settings, profile.network);
  const sources = planSources(draft, settings.footnotes, true);
  const script = layoutDraft(draft, { settings, profile, sources });
  const breaks = findBreaks(script, profile.links(script.text), proseHabits(script.text));
  let shown = '';
  let from = 0;
  for (let at = 0; at < breaks.length; at += 1) {
    const code = breaks.codes[at] ?? 0;
    if (INSIDE.has(code)) continue;
    const end = breaks.ends[at] ?? 0;
    shown += `${script.text.slice(from, end)} <${names.get(code)}> `;
    from = breaks.starts[at] ?? end;
  }
  return shown + script.text.slice(from);
}

const FIRST = 'We ran it twice in the harbour.';
const LAST = 'Nobody on the pier knew why.';

describe('a sentence ends before', () => {
  it.each<[string, string, string]>([
    ['code in lower case', '`foo()` failed.', 'foo()'],
    ['words of a link in lower case', '[reprex](https://e.org/r) failed.', 'reprex'],
  ])('%s', (_, source, shown) => {
    expect(placesIn(`${FIRST} ${source} ${LAST}`)).toContain(`${FIRST} <sentence> ${shown}`);
  });

  it('the same behind another mark', () => {
    expect(placesIn(`Nobody in the harbour had seen it before! \`foo()\` failed. ${LAST}`)).toContain(
      'before! <sentence> foo()',
    );
    expect(placesIn(`Did it run for a whole day? [reprex](https://e.org/r) failed. ${LAST}`)).toContain(
      'day? <answer> reprex',
    );
  });

  it.each([
    'We ran a fix, e.g. `foo()` and such, in the harbour.',
    'We ran it, cf. `foo()` and such, in the harbour.',
    'We ran it twice. then foo() failed in the harbour.',
  ])('nothing in “%s”', (source) => {
    expect(placesIn(source)).toBe(source.replaceAll('`', ''));
  });
});

describe('a smiley', () => {
  it.each([':)', ';-)'])('%s ends a sentence before a capital letter', (smiley) => {
    expect(placesIn(`${FIRST} It was big ${smiley} Nobody saw it.`)).toContain(`${smiley} <opening> Nobody`);
    expect(placesIn(`${FIRST} It was big ${smiley} and wide.`)).not.toContain(`${smiley} <opening>`);
  });

  it('ends nothing without a space or words before it', () => {
    expect(placesIn(`${FIRST} (at 8:) Nobody saw it.`)).not.toContain(':) <opening>');
    expect(placesIn('— :) Nobody saw it.')).toBe('— <kept> :) Nobody saw it.');
  });
});

it('takes a word that is a link or code elsewhere for a name', () => {
  const named = (first: string): string =>
    placesIn(`${first} ${LAST}\n\n${FIRST} reprex failed, as ever, in the fog.`);
  expect(named('We know [reprex](https://e.org/r).')).toContain(`${FIRST} <sentence> reprex`);
  expect(named('We know `reprex`.')).toContain(`${FIRST} <sentence> reprex`);
  expect(placesIn(`We know \`re-prex\`. ${LAST}\n\n${FIRST} re-prex failed.`)).toContain('<opening> re-prex');
  expect(named('We know [reprex 2.1](https://e.org/r).')).toContain(`${FIRST} <sentence> reprex`);
  expect(named('We know reprex.')).toContain(`${FIRST} reprex`);
  expect(named('We know [reprex and foo](https://e.org/r).')).toContain(`${FIRST} reprex`);
});

it('takes a capital letter that is a word elsewhere for one at the end of a sentence', () => {
  const ended = (first: string): string => placesIn(`${first}\n\n${FIRST} Nobody knows what R. Quarto says.`);
  expect(ended('They use R in the harbour, and R on the pier.')).toContain('R. <opening> Quarto');
  expect(ended('They use R in the harbour.')).toContain('what R. Quarto');
});

describe('the words of a link', () => {
  const linked = (words: string): string => placesIn(`Rain. [${words}](https://e.org)`);

  it('are prose where they are long and have several sentences', () => {
    expect(linked(`${FIRST} ${'It went on '.repeat(8)}all day.`)).toContain(`${FIRST} <tied> It`);
    expect(linked(`${FIRST} It went on all day.`)).toContain('harbour. <whole> It');
  });

  it('are prose where they are very long', () => {
    expect(linked('The boat went on '.repeat(14).trim())).not.toContain('<whole> went');
    expect(linked('The boat went on '.repeat(9).trim())).toContain('<whole> went');
  });
});

describe('a label', () => {
  it.each<[string, string, string]>([
    ['is bold at the start of an item', '- **We ran it twice.** It is true.', 'twice. <label> It'],
    ['is bold at the start of a paragraph', '**We ran it twice.** It is true.', 'twice. <label> It'],
    ['is a bold line above its text', '**We ran it twice.**<br>It is true.', 'twice. <leadIn> It'],
    ['is not bold at the end', 'We ran it twice. **It is true.**', 'twice. <opening> It'],
    ['is no sentence that ends later', '**We ran it** twice. It is true.', 'twice. <opening> It'],
    ['has few words', `**${'We ran it and '.repeat(9)}left.** It is true.`, 'left. <opening> It'],
  ])('%s', (_, source, expected) => {
    expect(placesIn(source)).toContain(expected);
  });
});

it('a line of a quotation that says whose words they are may have a link behind its dash', () => {
  const places = placesIn(`> ${FIRST} ${LAST}\n> — [Maren](https://e.org/maren)`);
  expect(places).toContain(`${LAST} <attribution> > — Maren`);
});

it('an item below deeper ones is a better place than one beside them', () => {
  const source = ['- Boats', '  - Sails', '    - Red', '    - White', '  - Oars', '- Lamps'].join('\n');
  const places = placesIn(source).replaceAll('\n', '');
  expect(places).toContain('- Red <nested>     - White <outdent>   - Oars <branch> - Lamps');
});

it('an item above one with nested ones is a place between branches, too', () => {
  const source = ['- Boats', '- Oars', '- Lamps', '  - Red', '- Ropes', '- Nets'].join('\n');
  const places = placesIn(source).replaceAll('\n', '');
  expect(places).toContain('- Oars <branch> - Lamps <leadIn>   - Red <branch> - Ropes <lone>');
});

it('short sentences in a row belong together', () => {
  const places = placesIn(`${LAST} ${FIRST} A rope. A bell. One of us. ${FIRST} ${LAST}`);
  expect(places).toContain('<sentence> A rope. <tied> A bell. <tied> One of us. <sentence> We');
});

it('sentences of a few signs in Chinese are no short ones', () => {
  const places = placesIn(
    '港口的钟在雾天里响了很久。大家都来了。船也来了。钟也响了。没有人再抱怨它的声音了。',
  );
  expect(places).toContain('大家都来了。 <sentence> 船也来了。 <sentence> 钟也响了。');
});

describe('a sentence in brackets', () => {
  const places = (aside: string): string => placesIn(`Rain. ${FIRST} ${aside} ${LAST}`);

  it('stays with the one that it is about', () => {
    expect(places('(But nobody saw it.)')).toContain(`${FIRST} <quoted> (But`);
  });

  it.each([
    ['is a number', '(12) It is on the list.'],
    ['has many words', `(${'Nobody saw it again and '.repeat(7)}left.)`],
    ['is only in brackets at its end', 'Nobody saw it (but him).'],
  ])('but not what %s', (_, aside) => {
    expect(places(aside)).toContain(`${FIRST} <sentence> `);
  });
});

describe('a Chinese quotation in straight marks', () => {
  it('keeps both of its marks', () => {
    expect(placesIn('他说："好吗？"我说："好。"我们走了。')).toBe(
      '他说："好吗？" <answer> 我说："好。" <opening> 我们走了。',
    );
  });
});

describe('an author who begins some paragraphs in lower case', () => {
  const LOW = [
    'the mast fell at nine.',
    'so we wrote it down.',
    'then it rained for a week.',
    'that was all.',
  ];
  const HIGH = Array.from({ length: 10 }, () => FIRST);
  const SAID = 'we ran it twice. nobody on the pier knew why. it was late.';

  it('ends sentences in them before a small letter', () => {
    const text = [...LOW, SAID, ...HIGH].join('\n\n');
    expect(placesIn(text)).toContain(
      'we ran it twice. <opening> nobody on the pier knew why. <opening> it was late.',
    );
  });

  it('ends none so in a paragraph that begins with a capital', () => {
    const text = [...LOW, 'We saw fig. two there.', ...HIGH].join('\n\n');
    expect(placesIn(text)).toContain('We saw fig. two there.');
  });

  it.each([
    ['few such paragraphs', [...LOW.slice(0, 2), ...HIGH]],
    ['such paragraphs seldom', [...LOW, ...Array.from({ length: 30 }, () => FIRST)]],
  ])('is none who has %s', (_, above) => {
    expect(placesIn([...above, SAID].join('\n\n'))).toContain('we ran it twice. nobody');
  });
});
