import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../src/summaries/choosing/candidates.ts';
import { WEIGHTS } from '../../src/summaries/choosing/features.ts';
import { knownThings } from '../../src/summaries/choosing/known-things.ts';
import { pointsOf as pointsOfPost } from '../../src/summaries/choosing/points.ts';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { SHORTEST_POST } from '../../src/summaries/choosing/post-size.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';

const read = (source: string) => readPost(source, { path: 'a.md', canonical: 'https://example.org/a' });
const known = (source: string, language: 'en' | 'de' | 'ja'): string[][] =>
  knownThings(postText(read(source).blocks).sentences, language).map((stems) => [...stems]);

describe('a thing that a sentence names as known', () => {
  it.each([
    ['was introduced before', 'We bought a lamp. The lamp leaks.', [[], ['lamp']]],
    ['was introduced with an adjective', 'We bought a brass lamp. The lamp leaks.', [[], ['lamp']]],
    ['was introduced by the same sentence', 'A lamp burns if the lamp has oil. We left.', [[], []]],
    ['was never introduced', 'The sun rose. The lamp leaks.', [[], []]],
    ['is told apart by its own words', 'We bought a lamp. The lamp that my father kept leaks.', [[], []]],
    ['is several, not the one before', 'We bought a lamp. The lamps of the harbour leak.', [[], []]],
    ['opens the sentence after its first mention', 'Lamp oil is dear. The lamp leaks.', [[], ['lamp']]],
    ['was only mentioned, in the middle', 'Lamp oil is dear. Nobody likes the lamp.', [[], []]],
    ['is pointed at', 'We bought a lamp. Nobody likes this lamp.', [[], ['lamp']]],
  ])('%s', (_, source, expected) => {
    expect(known(source, 'en')).toEqual(expected);
  });

  it('is found in German, and never in a language without articles', () => {
    expect(known('Wir kauften eine Lampe. Die Lampe leckt.', 'de')[1]).toHaveLength(1);
    expect(known('We bought a lamp. The lamp leaks.', 'ja')).toEqual([[], []]);
  });
});

const HARBOUR = [
  'The harbour of our town has lost its light, and nobody on the coast knows who should pay for a new one.',
  'Every winter two or three boats miss the harbour by half a mile and wait outside until the morning comes.',
  'Fishermen pay for nothing that they cannot eat, sell or burn, and the town has had no money since the war.',
];
const pointsOf = (...paragraphs: string[]): string[] =>
  summarise(read(`# The harbour light\n\n${paragraphs.join('\n\n')}\n`), { length: 'medium' })
    .paragraphs.filter(({ role }) => role !== 'title')
    .map(({ text }) => text);

describe('a point that names something as known', () => {
  const ROBOT =
    'The robot never asks for money, which is the reason why every harbour on the coast will have to look at it.';

  it('brings the sentence along that introduces it', () => {
    const points = pointsOf(...HARBOUR, `In May we built a robot. ${ROBOT}`);
    expect(points.filter((text) => text.includes(ROBOT))).toEqual([`In May we built a robot. ${ROBOT}`]);
  });

  it('stands alone where the title tells of it', () => {
    const post = read(
      `# A robot for the harbour\n\n${[...HARBOUR, `In May we built a robot. ${ROBOT}`].join('\n\n')}\n`,
    );
    expect(summarise(post, { length: 'medium' }).paragraphs.map(({ text }) => text)).toContain(ROBOT);
  });

  it.each([
    ['In May we built a robot. It rows. Then it tells the harbour which lights are out.', 3],
    ['In May we built a robot. It rows. It dives. Then it tells the harbour which lights are out.', 0],
    [`In May we built a robot, ${'and we painted it red, '.repeat(12)}and it sank. It came back.`, 0],
  ])('brings two sentences along, and all within a post: “%s”', (source, length) => {
    const text = postText(read(source).blocks);
    const options = { language: 'en', title: '', size: SHORTEST_POST } as const;
    const points = pointsOfPost(candidatesOf(text, options), text.sentences, WEIGHTS, options);
    const last = text.sentences.length - 1;
    expect(points.find(({ sentences }) => sentences.at(-1)?.index === last)?.sentences.length ?? 0).toBe(
      length,
    );
  });
});
