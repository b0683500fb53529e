import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftWords, runsText } from '../../src/drafts/draft-words.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { danglesAt } from '../../src/summaries/choosing/context-bound.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { SIZES } from '../summaries/sizes.ts';

/** A piece of a post: its source, the words that must be read as text, and those that must not. */
type Piece = {
  readonly source: string;
  readonly text: readonly string[];
  readonly hidden: readonly string[];
};

let counter = 0;
/** Words that occur nowhere else, so that every loss is seen. */
const fresh = (count: number): string[] =>
  Array.from({ length: count }, () => `w${(counter++).toString(36)}x`);
const GLUE = [
  'and',
  'because',
  'nobody',
  'It',
  'The',
  'but',
  'every',
  'of the',
  'in March',
  'was',
  '12',
  'with “us”',
  'e.g.',
  '*really*',
  '`code_x`',
  '[a link](https://example.org/a)',
  'don’t',
  '—',
  'a_b',
  '(so)',
  '3 * 4',
  '# not',
  '[0]',
  '&',
  '<3',
];
const END = ['.', '.', '.', '!', '?', '…', ':', ''];

const sentence = fc
  .record({
    count: fc.integer({ min: 2, max: 14 }),
    glue: fc.array(fc.constantFrom(...GLUE), { maxLength: 12 }),
    end: fc.constantFrom(...END),
  })
  .map(({ count, glue, end }) => {
    const words = fresh(count);
    const mixed = words.flatMap((word, at) => [word, ...(glue[at] === undefined ? [] : [glue[at]])]);
    return { source: `${mixed.join(' ')}${end}`, words: words };
  });
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map(
  (sentences): Piece => ({
    source: sentences.map(({ source }) => source).join(' '),
    text: sentences.flatMap(({ words }) => words),
    hidden: [],
  }),
);
const hiding = (build: (word: string) => string) =>
  fc.constant(null).map((): Piece => {
    const [word = ''] = fresh(1);
    return { source: build(word), text: [], hidden: [word] };
  });
const showing = (build: (word: string) => string) =>
  fc.constant(null).map((): Piece => {
    const [word = ''] = fresh(1);
    return { source: build(word), text: [word], hidden: [] };
  });

const MARKDOWN = [
  showing((word) => `## About ${word}`),
  showing((word) => `- ${word} one\n- two`),
  showing((word) => `> ${word} somebody said.`),
  hiding((word) => `\`\`\`js\nlet a = 1;\n${word} {{< x >}} <Y/>\n\`\`\``),
  // In another language than the code above: code of the same one may join its picture.
  showing((word) => `\`\`\`sh\n${word} = 1;\n\`\`\``),
  hiding((word) => `![${word}](/images/a.png)`),
  hiding((word) => `| ${word} |\n|---|\n| 1 |`),
  fc.constant({ source: '---', text: [], hidden: [] }),
];
const LIQUID = [
  hiding((word) => `{% include figure.html caption="${word}" %}`),
  hiding((word) => `{% highlight ruby %}\na = 1\n${word}\n{% endhighlight %}`),
  hiding((word) => `<style>\n.${word} { color: red; }\n</style>`),
  showing((word) => `Text ${word} with {{ site.title }} inside.`),
  showing((word) => `${word} lead.\n{: .lead}`),
];
const HUGO = [
  hiding((word) => `{{< figure src="a.png" alt="${word}" >}}`),
  showing((word) => `{{% notice tip %}}\n${word} is a note.\n{{% /notice %}}`),
  showing((word) => `{{< quote author="B" >}}\n${word} they said.\n{{< /quote >}}`),
  showing((word) => `See [${word}]({{< ref "b.md" >}}) there.`),
];
const MDX = [
  hiding((word) => `import ${word} from './a.js'`),
  hiding((word) => `<Chart data={[{ ${word}: 1 }]} />`),
  showing((word) => `<Note title="x">\n    ${word} is a note.\n</Note>`),
  showing((word) => `<Quote>\n  ${word} they said.\n</Quote>`),
  hiding((word) => `{/* ${word} */}`),
];

type Format = {
  readonly name: string;
  readonly path: string;
  readonly head: (title: string) => string;
  readonly pieces: readonly fc.Arbitrary<Piece>[];
};
const FORMATS: readonly Format[] = [
  {
    name: 'Jekyll',
    path: '_posts/2026-01-05-a.md',
    head: (title) => `---\nlayout: post\ntitle: '${title}'\ndate: 2026-01-05 09:00:00 +0100\n---\n`,
    pieces: LIQUID,
  },
  {
    name: 'Next.js',
    path: 'posts/a.md',
    head: (title) => `---\ntitle: '${title}'\ndate: 'Jan 5, 2026'\ntags: 'a, b'\n---\n`,
    pieces: [],
  },
  {
    name: 'Hugo',
    path: 'content/posts/a.md',
    head: (title) => `+++\ntitle = "${title}"\ndate = 2026-01-05T09:00:00Z\ndraft = false\n+++\n`,
    pieces: HUGO,
  },
  {
    name: 'Astro',
    path: 'src/content/blog/a.mdx',
    head: (title) => `---\ntitle: "${title}"\npubDate: "Jan 5 2026"\n---\n`,
    pieces: MDX,
  },
  {
    name: 'Eleventy',
    path: 'posts/a.md',
    head: (title) => `---\nlayout: post.njk\ntitle: ${title}\ndate: 2026-01-05\n---\n`,
    pieces: LIQUID,
  },
];

const RUNS = Math.ceil(1000 / FORMATS.length);

const CODE = /^(?:```|\{% highlight)/;

/** Returns pieces with a line of code as a picture too, where the code directly above it is one. */
function pictured(parts: readonly Piece[]): readonly Piece[] {
  let isAbove = false;
  return parts.map((part) => {
    const isCode = CODE.test(part.source);
    const own: Piece =
      isCode && isAbove ? { ...part, text: [], hidden: [...part.hidden, ...part.text] } : part;
    isAbove = isCode && own.hidden.length > 0;
    return own;
  });
}

describe.each(FORMATS.map((format) => [format.name, format] as const))('%s', (_, { path, head, pieces }) => {
  const shape = fc.array(
    fc.oneof({ arbitrary: paragraph, weight: 5 }, { arbitrary: fc.oneof(...MARKDOWN, ...pieces), weight: 3 }),
    { minLength: 1, maxLength: 14 },
  );

  it(`${RUNS} generated posts are read without a loss and summarised in their own words`, () => {
    fc.assert(
      fc.property(
        shape,
        fc.constantFrom('short' as const, 'medium' as const, 'long' as const),
        (written, length) => {
          const parts = pictured(written);
          // JSX and Markdown disagree about a lone `<3` and `{{`; a writer of MDX escapes them.
          const sources = parts.map(({ source }) =>
            path.endsWith('.mdx') ? source.replaceAll('<3', 'x') : source,
          );
          const source = `${head('A title')}\n${sources.join('\n\n')}\n`;
          const post = readPost(source, { path, canonical: 'https://example.org/a' });
          const read = draftWords(post).join(' ');
          for (const { text } of parts) for (const word of text) expect(read).toContain(word);
          for (const { hidden } of parts) for (const word of hidden) expect(read).not.toContain(word);

          const made = summarise(post, { size: SIZES.x, length });
          for (const { text, role } of made.paragraphs) {
            if (role === 'item' || role === 'title') continue;
            expect(read).toContain(text);
            expect(danglesAt(text, 'en')).toBeUndefined();
          }
          const draft = parseDraft(made.markdown, { path: null });
          const back = draft.blocks.flatMap((block) =>
            block.type === 'paragraph' || block.type === 'heading' ? [runsText(block.runs)] : [],
          );
          expect(back).toEqual([...made.paragraphs.map(({ text }) => text), 'https://example.org/a']);
          const { posts, costUsd } = buildThread(draft, xProfile({}));
          expect(posts.filter(({ text }) => text.includes('https://'))).toHaveLength(1);
          expect(costUsd).toBeLessThan(0.3);
        },
      ),
      { numRuns: RUNS, seed: 11 },
    );
  });
});
