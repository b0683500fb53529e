import { describe, expect, it } from 'vitest';
import { readSummaries } from '../../bench/summaries.ts';
import { draftWords, runsText } from '../../src/drafts/draft-words.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { danglesAt } from '../../src/summaries/choosing/context-bound.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { type SummariseOptions, type Summary, summarise } from '../../src/summaries/writing/summarise.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { SIZES } from './sizes.ts';

const URL_OF_POST = 'https://example.org/blog/a-post/';
const read = (source: string, path = 'a.md') => readPost(source, { path, canonical: URL_OF_POST });
const summary = (source: string, options: Partial<SummariseOptions> = {}, path = 'a.md'): Summary =>
  summarise(read(source, path), { size: SIZES.x, length: 'medium', ...options });
const thread = ({ markdown }: Summary) => buildThread(parseDraft(markdown, { path: null }), xProfile({}));
/** What it says below its title. */
const texts = ({ paragraphs }: Summary): string[] =>
  paragraphs.filter(({ role }) => role !== 'title').map(({ text }) => text);
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

const POSTS = readSummaries();

describe.each(POSTS.map((post) => [post.file, post] as const))('a summary of %s', (file, { source }) => {
  const post = read(source, file);
  const made = summarise(post, { size: SIZES.x, length: 'medium' });
  const own = oneLine(draftWords(post).join(' '));

  it('is made of the author’s sentences, word for word and in their order', () => {
    let from = 0;
    for (const { text, role } of made.paragraphs) {
      if (role === 'title' || (role === 'hook' && text === post.summary)) continue;
      const at = own.indexOf(text, from);
      expect(at, text).not.toBe(-1);
      from = at + text.length;
    }
    expect(texts(made).length).toBeGreaterThanOrEqual(4);
    expect(texts(made).length).toBeLessThanOrEqual(8);
  });

  it('opens no point with a word that hangs in the air', () => {
    const hanging = texts(made).filter(
      (text) => text !== post.summary && danglesAt(text, 'en') !== undefined,
    );
    expect(hanging).toEqual([]);
  });

  it('holds the canonical link once, last, and costs less than $0.30 on X', () => {
    const { posts, costUsd, findings } = thread(made);
    expect(
      posts
        .map(({ text }) => text)
        .join('\n')
        .split('https://').length - 1,
    ).toBe(1);
    expect(posts.at(-1)?.text.endsWith(URL_OF_POST)).toBe(true);
    expect(costUsd).toBeLessThan(0.3);
    expect(findings).toEqual([]);
  });

  it('reads back, as a draft, to the same words', () => {
    const draft = parseDraft(made.markdown, { path: null });
    expect(draft.findings).toEqual([]);
    expect(draft.settings.canonical).toBe(URL_OF_POST);
    expect(draft.kind).toBe('post');
    expect(draft.title).toBe(post.title);
    const paragraphs = draft.blocks.map((block) =>
      block.type === 'paragraph' || block.type === 'heading' ? runsText(block.runs) : block.type,
    );
    expect(paragraphs).toEqual([...made.paragraphs.map(({ text }) => text), URL_OF_POST]);
  });

  it('is the same in every run', () => {
    expect(summarise(read(source, file), { size: SIZES.x, length: 'medium' }).markdown).toBe(made.markdown);
  });
});

const PARAGRAPHS = [
  'The kettle in our lab boils at ninety-three degrees, and for a year nobody asked why that was so.',
  'She asked on her first day. A gauge on the roof had been read wrong by everybody since the building opened in 1988.',
  'We drew the pressure of every day against the temperature, and the two lines lay on top of each other without a gap.',
  'This proves little. The whole department now trusts its thermometers less and its windows more than any textbook allows.',
  'Nobody had to buy a new kettle, because the old one had been telling the truth about the weather all along.',
];
const POST = `---\ntitle: The kettle\n---\n\n${PARAGRAPHS.join('\n\n')}\n`;

describe('what a summary chooses', () => {
  it.each([
    ['short', 4],
    ['medium', 6],
    ['long', 8],
  ] as const)('is at most a hook and its points at length %s', (length, most) => {
    const source = POSTS.find(({ file }) => file.startsWith('021'))?.source ?? '';
    expect(texts(summary(source, { length }))).toHaveLength(most);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('makes %i posts on X where so many were asked for', (posts) => {
    const source = POSTS.find(({ file }) => file.startsWith('021'))?.source ?? '';
    expect(thread(summary(source, { posts })).posts).toHaveLength(posts);
  });

  it('says so where there is not enough for the posts that were asked for', () => {
    const findings = (posts: number) => summary(POST, { posts }).findings.map(({ message }) => message);
    expect(findings(3)).toEqual([]);
    expect(findings(8)).toEqual(['asked for 8 posts; the self-contained sentences fill only 5']);
  });

  it('opens with what the author wrote to make people read, and does not say it again', () => {
    const first = PARAGRAPHS[0] ?? '';
    const made = summary(POST.replace('---\n\n', `description: "${first}"\n---\n\n`));
    expect(texts(made)).toContain(first);
    expect(texts(made).filter((text) => text === first)).toHaveLength(1);
    expect(made.paragraphs.map(({ role }) => role).slice(0, 2)).toEqual(['title', 'hook']);
  });

  it.each([
    ['The lab and its barometer', ['title', 'hook']],
    // The hook tells all of it, and much else.
    ['A kettle in a lab', ['title', 'hook']],
    ['See {{ page.title }}', ['hook', 'point']],
    // A name that X makes a link of is no reason to hide what the post is about; a URL is.
    ['What README.md hides', ['title', 'hook']],
    ['What example.org/lab hides', ['hook', 'point']],
    [`The lab and its barometer, ${'and more of that '.repeat(12)}`.trim(), ['hook', 'point']],
  ])(
    'opens with the title “%s” only where the hook leaves some of it out and both fit one post',
    (title, roles) => {
      const made = summary(POST.replace('The kettle', `'${title}'`));
      expect(made.paragraphs.slice(0, 2).map(({ role }) => role)).toEqual(roles);
      if (roles[0] !== 'title') return;
      expect(made.markdown).toContain(`\n# ${title}\n\n${PARAGRAPHS[0]}\n`);
      expect(thread(made).posts[0]?.text).toContain(`${title}\n\n${PARAGRAPHS[0]}`);
    },
  );

  it.each(['4.4.0', 'v4.4.0', '4'])('drops the title %s above a sentence that names it', (title) => {
    const first = `Today we announce lamp ${title}. It burns without smoke in all weathers of the coast.`;
    const made = summary(`---\ntitle: '${title}'\n---\n\n${first}\n`, { length: 'auto' });
    expect(made.paragraphs[0]?.role).toBe('hook');
    const other = summary(`---\ntitle: '5.5'\n---\n\n${first}\n`, { length: 'auto' });
    expect(other.paragraphs[0]).toMatchObject({ role: 'title', text: '5.5' });
  });

  it.each([
    ['Lamp 2.4', 'hook'],
    ['Lamp for boats v2.4.1', 'hook'],
    ['Lamp 2.4 is out', 'title'],
  ])('drops a name and its version above a sentence that begins with them: %s', (title, role) => {
    const first = `${title} burns without smoke in all weathers of the coast, and no longer needs a lid.`;
    expect(summary(`---\ntitle: '${title}'\n---\n\n${first}\n`, { length: 'auto' }).paragraphs[0]?.role).toBe(
      role,
    );
    const other = summary(`---\ntitle: '${title}'\n---\n\nThe new ${first}\n`, { length: 'auto' });
    expect(other.paragraphs[0]?.role).toBe('title');
  });

  it('speaks of all that the title names', () => {
    const source = POST.replace('The kettle', 'Kettles and an umbrella');
    const more = 'The umbrella stayed at home. We were not wet.';
    expect(texts(summary(`${source}\n${more}\n`)).join(' ')).toContain('The umbrella stayed at home.');
  });

  it('tells a very short sentence with its neighbour', () => {
    const lines = [
      'The kettle boils at ninety-three degrees in our lab. Nobody has asked why.',
      'We need a new lid. Two would be better still.',
      'The windows are open all day. We like it.',
      'The stove is older than all of us. It works.',
    ];
    const made = texts(summary(`---\ntitle: Lids\n---\n\n${lines.join('\n\n')}\n`));
    expect(made).toContain('We need a new lid. Two would be better still.');
  });

  it('leaves room empty rather than fill it with a few words', () => {
    const source = `${POST}\nDo the work!\n\nWe need lids.\n`;
    for (const options of [{}, { posts: 1 }, { posts: 2 }, { length: 'long' }] as const) {
      const made = texts(summary(source, options));
      expect(made).not.toContain('Do the work!');
      expect(made).not.toContain('We need lids.');
    }
    const few = texts(summary('# Work\n\nNobody here has ever asked what the work is.\n\nDo the work!\n'));
    expect(few).toContain('Do the work!');
  });

  it('opens with as many sentences of a long description as fit a post, and with none that would be cut', () => {
    const description = (text: string): string => POST.replace('---\n\n', `description: "${text}"\n---\n\n`);
    const sentence = 'Whoever wants to know how high they live may boil water and read a thermometer.';
    const long = Array.from({ length: 8 }, () => sentence).join(' ');
    const made = summary(description(long));
    expect(texts(made)[0]).toBe([sentence, sentence, sentence].join(' '));
    expect(thread(made).costUsd).toBeLessThan(0.3);
    const endless = summary(description(`Water ${'and more water '.repeat(40)}boils.`));
    expect(texts(endless)[0]).toBe(PARAGRAPHS[0]);
  });

  it('leaves out a description that would be a second link', () => {
    const made = summary(POST.replace('---\n\n', 'description: More at https://example.com/x\n---\n\n'));
    expect(made.markdown).not.toContain('example.com');
  });

  it('takes no sentence twice, however often it stands in the post', () => {
    const refrain = 'Every kettle in the world boils at its own height, and every height has its own kettle.';
    const made = summary(`${POST}\n${refrain}\n\nMore of it.\n\n${refrain}\n`);
    expect(texts(made).filter((text) => text === refrain).length).toBeLessThanOrEqual(1);
  });

  it('never shows somebody’s words as the author’s', () => {
    const theirs =
      'A watched pot teaches everybody who watches it more than any book on heat has ever taught.';
    const source = `${POST}\n> ${theirs}\n\nHe said: "${theirs} ${theirs}"\n\n"${theirs}"\n\n“${theirs}”\n`;
    expect(summary(source, { length: 'long' }).markdown).not.toContain('watched pot');
  });

  it('never takes words out of code, tables, captions and headings', () => {
    const hidden = 'zebra because every zebra has its stripes and nobody counts them all at once';
    const source = `${POST}\n## A ${hidden}\n\n\`\`\`\n${hidden}.\n\`\`\`\n\n    ${hidden}.\n\n| ${hidden}. |\n|---|\n| ${hidden}. |\n\n![${hidden}.](/a.png)\n`;
    expect(summary(source, { length: 'long' }).markdown).not.toContain('zebra');
  });

  it('keeps inline code as code', () => {
    const line =
      'Nobody dared to touch `boil_slowly()`, because every test in the whole suite went through it somewhere.';
    expect(summary(`${POST}\n${line}\n`, { length: 'long' }).markdown).toContain(line);
  });

  it.each([
    [
      'a URL',
      'Everybody reads the tables at https://example.com/tables before they boil anything at all in our lab.',
    ],
    [
      'a name that X links',
      'Everybody opens README.md before they boil anything at all, because it holds every table we have.',
    ],
    [
      'a value of the blog',
      'Everybody reads {{ site.tables }} before they boil anything at all, because nobody knows them by heart.',
    ],
  ])('leaves out a sentence that holds %s', (_, line) => {
    expect(summary(`${POST}\n${line}\n`, { length: 'long' }).markdown).not.toContain('Everybody');
  });

  it('leaves footnote marks behind, which lead nowhere in a thread', () => {
    const line =
      'Everybody reads the tables[^1] before they boil anything [0] at all, because nobody knows them by heart.';
    const made = summary(`${POST}\n${line}\n\n[^1]: A note.\n\n[0] Tables: https://example.com/t\n`, {
      length: 'long',
    });
    expect(made.markdown).toContain('Everybody reads the tables before they boil anything at all');
  });

  it('brings a paragraph’s label along with its first sentence', () => {
    const labelled = [
      'Heat. Nobody in our department had ever measured a radiator before that summer, because it seemed dull. We did.',
      'Water. Every bucket that came down the stairs was weighed twice by two of us, and no scale ever agreed. It was fun.',
      'Air. The windows stayed open for eleven weeks until somebody noticed that all of our papers were gone. They were.',
      'Steam. Whoever opens a lid loses more warmth than the stove can give back in the minute after it. True.',
    ];
    const made = summary(labelled.join('\n\n'));
    expect(texts(made).every((text) => /^(?:Heat|Water|Air|Steam)\. \p{Lu}/u.test(text))).toBe(true);
  });

  it.each([
    'It was cold.',
    'But nobody came to see the kettle after that, although everybody had asked for it in the weeks before.',
    'This is why everybody who works in our lab has bought a second kettle and keeps it hidden under the desk.',
    'For example, nobody has ever counted the cups, although everybody drinks out of them every day of the year.',
    'After that, everybody bought a kettle of their own and hid it under the desk where nobody would find it.',
    'The latter was better in every way that anybody had thought to measure before the summer of that long year.',
    'Yes, everybody who works in our lab has bought a second kettle and keeps it hidden under the desk all day.',
  ])('never opens a point with “%s”', (line) => {
    const at = summary(`${line}\n\n${POST.split('---\n')[2]}`, { length: 'long' });
    expect(texts(at).some((text) => text.startsWith(line.slice(0, 12)))).toBe(false);
  });

  it('never tells what something is not without what it is instead', () => {
    const denial =
      'The trouble with every kettle in every lab is not that nobody ever looks at it in the morning.';
    const truth = 'It is that everybody does.';
    const chosen = texts(summary(`${POST}\n${denial} ${truth}\n`, { length: 'long' }));
    expect(chosen.filter((text) => text.includes('The trouble'))).toEqual([`${denial} ${truth}`]);
    const whole = `${denial.slice(0, -1)}: it is that everybody does.`;
    expect(texts(summary(`${POST}\n${whole} They all do.\n`, { length: 'long' }))).toContain(whole);
  });

  it.each([
    'So many people drink out of the kettle in our lab that nobody ever asks whose turn it is to fill it again.',
    'So much of what everybody knows about kettles was written down by one woman in one single afternoon of May.',
    'Too many cups on one shelf are the surest sign that nobody in our lab has ever counted them all at once.',
  ])('may open a point with “%s”', (line) => {
    expect(danglesAt(line, 'en')).toBeUndefined();
  });

  it('takes the sentence before along where one can’t stand alone but says the most', () => {
    const source = [
      'The old boiler was taken out in May.',
      'It had heated the whole street for sixty years without one day of repair, because nobody ever dared to touch the valve.',
    ].join(' ');
    expect(texts(summary(`${source}\n\nShort one.\n\nShort two.\n`))).toContain(source);
  });

  it('says so where a post holds nothing to choose', () => {
    expect(summary('```\nonly(code)\n```\n').findings.map(({ code }) => code)).toContain('no-prose');
    expect(summary('One whole sentence stands here.\n').findings.map(({ code }) => code)).toContain(
      'summary-short',
    );
  });

  it.each([
    [
      'German',
      'Sie fragte am ersten Tag.',
      'Deshalb hat jeder einen Kessel gekauft, der unter dem Tisch steht und den niemand sieht.',
      'Der Kessel im Labor kocht bei dreiundneunzig Grad, und ein Jahr lang hat niemand gefragt, warum das so ist.',
    ],
    [
      'French',
      'Elle a demandé pourquoi.',
      'Cela montre que tout le monde se trompe toujours sur la température de l’eau dans les vieux laboratoires.',
      'La bouilloire de notre laboratoire chauffe à quatre-vingt-treize degrés, et personne ne demande jamais pourquoi.',
    ],
    [
      'Spanish',
      'Ella preguntó por qué.',
      'Eso demuestra que todos se equivocan siempre con la temperatura del agua en los laboratorios viejos.',
      'La tetera de nuestro laboratorio hierve a noventa y tres grados, y nadie pregunta nunca por qué es así.',
    ],
  ])('knows what hangs in the air in %s', (_, first, second, standing) => {
    const made = texts(summary(`${standing}\n\n${first}\n\n${second}\n`));
    expect(made).toEqual([standing]);
  });
});

const LINKS = `---
title: 'Reading, week 3'
---

The kettle boiled over while I read these.

1. [On kettles](https://example.com/kettles)
   - nobody agrees about the right height for boiling water in an old house
   - "a quotation of theirs that says a lot about everything and nothing at all"
2. [On lids](<https://example.com/lids_(old)>) - Ada
   - what a lid is:
     - a roof for steam
3. [On steam](https://example.com/steam)
   > "Steam is water in a hurry"
4. [On cups](https://example.com/cups)
   - the handle came four hundred years after the cup, and potters were against it
`;

describe('a summary of a round-up', () => {
  const made = summary(LINKS);

  it('is one item a point, with its link and the author’s own comment', () => {
    expect(made.paragraphs.map(({ role }) => role)).toEqual(['hook', 'item', 'item', 'item', 'item']);
    const draft = parseDraft(made.markdown, { path: null });
    const urls = JSON.stringify(draft.blocks).match(/"url":"[^"]+"/g);
    expect(urls).toEqual([
      '"url":"https://example.com/kettles"',
      '"url":"https://example.com/lids_(old)"',
      '"url":"https://example.com/steam"',
      '"url":"https://example.com/cups"',
      `"url":"${URL_OF_POST}"`,
    ]);
    expect(made.markdown).toContain('\n   - nobody agrees about the right height');
    expect(made.markdown).not.toContain('quotation of theirs');
    expect(made.markdown).toContain('(<https://example.com/lids_(old)>) - Ada');
  });

  it('gathers its links in one post, and costs less than $0.30 on X', () => {
    const { costUsd, posts } = thread(made);
    expect(costUsd).toBeLessThan(0.3);
    expect(posts.filter(({ text }) => text.includes('https://'))).toHaveLength(1);
  });

  it('keeps within its length', () => {
    const many = Array.from(
      { length: 30 },
      (_, at) => `${at + 1}. [Title ${at}](https://example.com/${at})\n   - ${'word '.repeat(30)}here`,
    );
    const long = summary(`---\nkind: links\ntitle: Many\n---\n\n${many.join('\n')}\n`, { length: 'long' });
    expect(long.paragraphs.filter(({ role }) => role === 'item').length).toBeLessThanOrEqual(7);
    expect(thread(long).costUsd).toBeLessThan(0.3);
  });
});
