import { describe, expect, it } from 'vitest';
import { AUTHOR_NAMED } from '../../src/languages/author-named.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

const TEXT =
  'Our tide gauge had a float in a well for ninety years. The float froze in hard winters, and twice it sank. In May we replaced it with a radar sensor on a steel arm above the water of the lock.';
const summary = (written: string, key = 'description') =>
  readPost(`---\n${key}: '${written}'\ntags: radar\n---\n\n${TEXT}\n`, { path: 'a.md' }).summary;

describe('what the author wrote to make people read', () => {
  it.each([
    'summary',
    'description',
    'Description',
    'excerpt',
    'spoiler',
    'subtitle',
    'tldr',
    'teaser',
    'synopsis',
    'hook',
    'desc',
    'meta',
    'seo_description',
    'nutshell',
    'deck',
    'snippet',
    'short_description',
    'oneline',
    'ogSummary',
    'ogDescription',
    'metaDescription',
    'seoDescription',
    'rss_description',
  ])('is in `%s`', (key) => {
    expect(summary('Why we trust radar now.', key)).toBe('Why we trust radar now.');
  });

  it('is in `extra` of Zola, as an excerpt and not as a subtitle', () => {
    const read = (key: string) =>
      readPost(`+++\n[extra]\n${key} = "Why we trust radar now."\n+++\n\n${TEXT}\n`, { path: 'a.md' })
        .summary;
    expect(read('excerpt')).toBe('Why we trust radar now.');
    expect(read('subtitle')).toBeUndefined();
  });

  it.each([
    [
      'the first sentence, which an author may choose',
      'Our tide gauge had a float in a well for ninety years.',
    ],
    [
      'a sentence from further down',
      'In May we replaced it with a radar sensor on a steel arm above the water of the lock.',
    ],
    ['words without a full stop', 'A radar for the harbour'],
    ['dots in the middle', 'Floats … and why we gave up on them.'],
  ])('may be %s', (_, written) => {
    expect(summary(written)).toBe(written);
  });

  it.each(AUTHOR_NAMED)('is not what speaks of its author: $why', ({ pattern, examples, not = [] }) => {
    for (const one of examples) expect(summary(one.replaceAll("'", '’'))).toBeUndefined();
    for (const one of not) expect(summary(one)).toBe(one);
    expect(not.filter((one) => pattern.test(one))).toEqual([]);
  });

  it.each([
    ['TODO: say why', false],
    ['UNWRITTEN. This should not appear.', false],
    ['(tbd, in May)', false],
    ['Place holder.', false],
    ['Todos of a harbour', true],
  ])('is not what stands where nothing is written yet: %s', (written, isTold) => {
    expect(summary(written)).toBe(isTold ? written : undefined);
  });

  it('may be written for search engines', () => {
    const source = (head: string): string => `---\n${head}\n---\n\n${TEXT}\n`;
    const read = (head: string): string | undefined => readPost(source(head), { path: 'a.md' }).summary;
    expect(read('meta:\n  description: Why we trust radar now.')).toBe('Why we trust radar now.');
    expect(read('seo:\n  description: Why we trust radar now.')).toBe('Why we trust radar now.');
    expect(read('meta:\n  description: Why we trust radar now.\nsummary: Floats sink.')).toBe('Floats sink.');
    expect(read('image:\n  description: A radar.')).toBeUndefined();
  });

  it('may end with a preposition of its own', () => {
    const whole = 'What a keeper does with all the floats that he has to work with';
    expect(summary(whole)).toBe(whole);
    expect(summary('What a keeper does with')).toBeUndefined();
    expect(summary('Simplifying how keepers mend their')).toBeUndefined();
  });

  it('may head its post like a chapter', () => {
    const chapter = 'In which the author rows to the harbour, and is sick.';
    expect(summary(chapter)).toBe(chapter);
  });

  it('may speak of the author of a book, of whom the text speaks too', () => {
    const book = 'In this book the author walks along the coast.';
    const text = `${TEXT} The author of the book never saw one; the author walked.`;
    expect(readPost(`---\ndescription: '${book}'\n---\n\n${text}\n`, { path: 'a.md' }).summary).toBe(book);
  });

  it.each([
    'January 3, 2023',
    'August 08, 2019',
    '3. Januar 2023',
    '3 de enero de 2023',
    '2023-01-03',
    '2023年1月3日',
    'Cross-post from guest post on the blog of the harbour',
    'Originally published on the blog of the harbour.',
    'Floats are not the end, they are a start - Robert H. Schuller',
    'Everything that does not float is lost. (Ada Byron)',
  ])('is not “%s”', (written) => {
    expect(summary(written)).toBeUndefined();
  });

  it.each([
    ['Announcing the official release of Lamp’s stable v2 release', 'Announcing Lamp v2'],
    ['Introductory post about Ana Keel, a keeper of lamps under the harbour', 'Ana Keel joins as a keeper'],
  ])('is not what says the title again: “%s”', (written, title) => {
    const source = `---\ntitle: ${title}\ndescription: ${written}\n---\n\n${TEXT}\n`;
    expect(readPost(source, { path: 'a.md' }).summary).toBeUndefined();
  });

  it.each([
    'In this first post about lamps, we clean lamps of brass',
    'A post about how lamps of brass burn twice the oil',
    'Announcing a stable release',
  ])('may call the text a post or a release, if it does not only say the title again: “%s”', (written) => {
    const source = `---\ntitle: Lamps of brass\ndescription: ${written}\n---\n\n${TEXT}\n`;
    expect(readPost(source, { path: 'a.md' }).summary).toBe(written);
  });

  it.each([
    'Posting on Mondays helps our readers.',
    'Why floats freeze - and what to do in a hard winter',
    'Tide Gauges - A Field Report From The Coast',
    'What floats do in a winter (and radars too)',
  ])('may be “%s”', (written) => {
    expect(summary(written)).toBe(written);
  });

  it.each([
    ['cut in the middle of a sentence', 'Why we trust radar now, and what we did with the'],
    ['cut with dots in brackets', `${TEXT.slice(0, 80)} [&#8230;]`],
    ['cut with dots', `${TEXT.slice(0, 80)}…`],
    ['cut with three dots', `${TEXT.slice(0, 80)}...`],
    ['cut without dots', TEXT.slice(0, 90)],
    ['the opening, several sentences of it', TEXT.slice(0, 106)],
    ['an invitation to the rest', 'A float froze. Read more →'],
    ['another invitation', 'A float froze. Continue reading Radar instead of a float'],
    ['an invitation in German', 'Ein Schwimmer fror ein. Weiterlesen'],
    ['an invitation in Portuguese', 'Uma boia congelou. Leia mais'],
    ['an invitation in Italian', 'Una boa gelò. Continua a leggere'],
    ['an invitation in Russian', 'Буй замёрз. Читать далее'],
    ['the name of a page', 'zero-cost-abstractions'],
    ['what WordPress adds', 'The post Radar appeared first on Harbour Notes.'],
  ])('is never %s', (_, written) => {
    expect(summary(written)).toBeUndefined();
  });

  it.each([
    ['A fix by radar for our tide gauge', false],
    ['A fix by radar for the old tide gauge', false],
    ['A fix by radar for the frozen old tide gauge', true],
    ['Why we trust radar now', true],
    ['Blog post on the fix by radar', false],
    ['Fix by radar Release Notes', false],
    ['Blog post on floats in a hard winter', true],
  ])('says more than the title: “%s” %s', (written, says) => {
    const post = readPost(
      `---\ntitle: Fix by radar for the tide gauge\ndescription: ${written}\n---\n\n${TEXT}\n`,
      {
        path: 'a.md',
      },
    );
    expect(post.summary !== undefined).toBe(says);
  });
});

describe('the description for cards above a text', () => {
  const of = (body: string, head = 'title: The gauge') =>
    readPost(`---\n${head}\n---\n\n${body}\n`, { path: 'a.md' }).summary;
  const tag = '<meta name="twitter:description" content="Why the lock has a radar now.">';

  it.each([
    tag,
    `<meta name="twitter:card" content="summary">\n${tag}`,
    tag.replace('name="twitter', 'property="og'),
  ])('is the author’s: %s', (head) => {
    expect(of(`${head}\n\n${TEXT}`)).toBe('Why the lock has a radar now.');
  });

  it('is none below the text, in code, or beside the post’s own', () => {
    expect(of(`${TEXT}\n\n${tag}`)).toBeUndefined();
    expect(of(`\`\`\`html\n${tag}\n\`\`\`\n\n${TEXT}`)).toBeUndefined();
    expect(of(`${tag}\n\n${TEXT}`, 'description: A radar for the lock')).toBe('A radar for the lock');
  });
});
