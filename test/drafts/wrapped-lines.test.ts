import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const posts = (text: string, kind: string): string =>
  postsOnX(parseDraft(`---\nkind: ${kind}\n---\n${text}\n`, { path: null }));

const CHINESE =
  '我们的潮位站九十年来一直使用井中的浮子，浮子在严冬会冻\n结，并且沉没过两次，所以今年五月我们把它换成了雷达传感\n器。';
const JAPANESE =
  '港の時計は百年のあいだ一度も止まったことがないが、去年の\n冬の嵐でとうとう動かなくなったので、みんなで直した。';

describe('lines that an editor wrapped in a script without spaces', () => {
  it.each([
    ['Chinese', CHINESE],
    ['Japanese', JAPANESE],
    ['full-width marks at the end', CHINESE.replace('冻\n结', '冻结，\n结')],
  ])('are joined with nothing between: %s', (_, text) => {
    for (const kind of ['post', 'update', 'article'])
      expect(posts(text, kind)).toBe(text.replaceAll('\n', ''));
  });

  it('of Korean are joined by a space, as its words are', () => {
    const text = '우리 조위 관측소는 구십 년 동안 우물 속의 부표를 사용해\n왔고 겨울마다 얼었다.';
    expect(posts(text, 'article')).toBe(text.replace('\n', ' '));
  });

  it('beside another script keep a space', () => {
    const text =
      '我们的潮位站九十年来一直使用井中的浮子，浮子在严冬会 gauge\n结，并且沉没过两次，所以今年五月我们把它换成了雷达传感\n器。';
    expect(posts(text, 'article')).toContain('gauge 结');
  });

  it.each([
    ['verse', '床前明月光\n疑是地上霜\n举头望明月\n低头思故乡'],
    ['items of a list without marks', '今天修好了雷达\n明天去看潮汐\n后天休息'],
    ['sentences', '我们的潮位站九十年来一直使用井中的浮子。\n今年五月我们把它换成了雷达传感器。'],
  ])('stay apart where their author ended them: %s', (_, text) => {
    expect(posts(text, 'post')).toBe(text);
  });

  it('stay where the author keeps every line', () => {
    expect(posts(`${CHINESE}`, 'post\nline_breaks: keep')).toBe(CHINESE);
  });
});

describe('lines of a text that an editor wrapped at one column', () => {
  const WRAPPED = [
    'The float sank twice in the storms of last winter, and so in the month of May we',
    'replaced it with a small radar that looks down at the water from the bridge.',
    '',
    'It was easier than',
    '[the manual of the maker](https://example.org/manuals/radar/installation/bridges.html)',
    'says. What it says about power is wrong, as',
    '[Ana](https://example.org/people/who/write/about/gauges/and/other/things/ana.html)',
    'found out: the radar draws a hundred and twenty milliamperes, not twelve of them.',
    '',
    'Two cables, one screw, and a bracket that holds it over the deepest part of all the',
    'river. That is all.',
  ].join('\n');

  it('are joined, where a link stands alone on its line too', () => {
    const text = posts(WRAPPED, 'post');
    expect(text).toContain('It was easier than the manual of the maker [1] says.');
    expect(text).toContain('as Ana [2] found out');
    expect(text).toContain('deepest part of all the river.');
  });

  it('leave verse and an attribution on lines of their own', () => {
    const text = posts(
      `${WRAPPED}\n\nThe tide is out,\nthe float is gone.\n\n> It never sank while I was here.\n> — Ana`,
      'post',
    );
    expect(text).toContain('The tide is out,\nthe float is gone.');
    expect(text).toContain('> It never sank while I was here.\n> — Ana');
  });

  it.each(['(all of them at the old mill)', '[the mill](https://example.org/mill)'])(
    'are joined before a remark behind a dash, below %s',
    (end) => {
      const text = [
        `${WRAPPED}\n`,
        'In the boxes below the roof of the house there was the log of the first keeper, and',
        `below it a number of floats ${end}`,
        '-- and one that was made for the new bridge over the river.',
      ].join('\n');
      expect(posts(text, 'post')).toMatch(/(?:mill\)|\]) -- and one that/);
    },
  );

  it('stay where the author keeps every line', () => {
    expect(posts(WRAPPED, 'post\nline_breaks: keep')).toContain('It was easier than\nthe manual');
  });

  it('before a number are joined, too', () => {
    const text =
      'With an earlier version of the tool on your machine, getting the version\n2.4 is one command.';
    expect(posts(text, 'post')).toBe(text.replace('\n', ' '));
  });
});

describe('a line end inside a sentence, where no column is seen', () => {
  it.each([
    [
      'of which one begins in small letters below a link',
      'The [float](https://example.org)\nis the part that rose and fell with the river all day long, and no\nwinter stopped it. We saw that.',
      'The float [1] is the part that rose and fell with the river all day long, and no winter stopped it. We saw that.\n\n[1] https://example.org',
    ],
    [
      'below code that opens the paragraph',
      '`gauge run` reads the float and the radar, and writes a line into the log\nfile. It stops at night.',
      'gauge run reads the float and the radar, and writes a line into the log file. It stops at night.',
    ],
    [
      'of clauses, one a line',
      'It is impressive what the two of them made of it\n-- the artists of our team --\nin such a short time of two days and nights, so that\nthe game was among the first three that were built this year in the town.',
      'It is impressive what the two of them made of it -- the artists of our team -- in such a short time of two days and nights, so that the game was among the first three that were built this year in the town.',
    ],
    [
      'before a remark behind a dash',
      'We could read the old log of the keeper with the same tool on any night\n— not much of it is damp, and all of it is ours.',
      'We could read the old log of the keeper with the same tool on any night — not much of it is damp, and all of it is ours.',
    ],
    [
      'before code that a formatter did not break',
      'Before we read the radar of the gauge, consider composing\n`read` and `write` here.',
      'Before we read the radar of the gauge, consider composing read and write here.',
    ],
  ])('is joined %s', (_, text, shown) => expect(posts(text, 'post')).toBe(shown));

  it('stays where an author writes without capitals', () => {
    const text = 'went down to the gauge and read the float twice before noon\nwrote it all into the log';
    expect(posts(text, 'post')).toBe(text);
  });
});

describe('a quotation that an editor wrapped without its marks', () => {
  it.each([
    ['announced by a colon', 'He said:\n\n'],
    ['on its own', ''],
  ])('stays one: %s', (_, above) => {
    const quoted =
      '> The float sank twice in the storm of May, and for a\nweek nobody saw it. Then Ana rowed out, and\nshe found it.\n\nWe were glad.';
    expect(posts(above + quoted, 'post')).toBe(
      `${above}> The float sank twice in the storm of May, and for a week nobody saw it. Then Ana rowed out, and she found it.\n\nWe were glad.`,
    );
  });

  it('ends at a line that begins a sentence', () => {
    const text = '> The float sank twice in the storm of May, and for a week it was gone.\nwe were glad.';
    expect(posts(text, 'post')).toBe(text.replace('\n', '\n\n'));
  });
});

describe('lines of an article that are shorter than an editor wraps', () => {
  it.each([
    ['an address', 'The Gauge House\nWater Street 3\nMagdeburg'],
    ['a chat', '> stickers\n> marmite\n> pens'],
  ])('stay: %s', (_, text) => expect(posts(text, 'article')).toBe(text));

  it.each([
    ['of two lines', 'It rose.\nIt fell.', 'It rose. It fell.'],
    [
      'around links',
      'See [the log](https://example.org/log)\nand the map\nof May.',
      'See the log [1] and the map of May.\n\n[1] https://example.org/log',
    ],
  ])('are joined %s', (_, text, shown) => expect(posts(text, 'article')).toBe(shown));
});

it('a label below a line with a label stays a line of its own', () => {
  const text =
    '**Meeting A:** the general meeting of the keepers, east and west\nTime:\n- Thursday at nine, for the keepers of the east\n- Friday at ten, for those of the west';
  expect(postsOnX(parseDraft(`${text}\n`, { path: '_posts/2026-05-01-a.md' }))).toBe(
    text.replaceAll('*', ''),
  );
});

describe('lines of a wrapped post of a blog', () => {
  const blog = (text: string): string =>
    postsOnX(
      parseDraft(`---\ntitle: Gate\ndate: 2026-05-04\nopen_with: text\n---\n\n${text}\n`, { path: 'a.md' }),
    );
  const WRAPPED = Array.from(
    { length: 3 },
    () =>
      'The keepers of the gate are happy to say that the float\nwas mended in May, and that the radar above it has been\nreading the level of the water since then.',
  ).join('\n\n');

  it.each([
    [
      'sentences on lines of their own are joined',
      'This is mostly a report of the second winter.\nIt adds the days of ice.',
      'This is mostly a report of the second winter. It adds the days of ice.',
    ],
    ['short lines are kept', 'The gate.\nThe mast.\nThe float.', 'The gate.\nThe mast.\nThe float.'],
    [
      'a line that ends in a word that leads on goes on',
      '**Note: this is the last report of the Float. The gauge is being renamed to\nRadar. Radar breaks some habits.**',
      'Note: this is the last report of the Float. The gauge is being renamed to Radar. Radar breaks some habits.',
    ],
  ])('%s', (_, text, shown) => expect(blog(`${WRAPPED}\n\n${text}`)).toContain(`\n\n${shown}`));

  it.each([
    [
      'moves of a game',
      'They played on, 11. a3 Ba5\n12. Rc1 Bh5\n13. Rd1 and so on.',
      'Ba5\n12. Rc1 Bh5\n13. Rd1',
    ],
  ])('%s are no list', (_, text, shown) => expect(blog(text)).toContain(shown));
});
