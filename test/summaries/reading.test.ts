import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

const read = (source: string, path: string | null = null, permalinks?: string) =>
  readPost(source, { path, siteUrl: 'https://example.org', permalinks });
const words = (source: string, path: string | null = null): string =>
  draftWords(read(source, path)).join(' ');
const codes = (source: string, path: string | null = null): string[] =>
  read(source, path).findings.map(({ code }) => code);

describe('front matter of a blog post', () => {
  it.each([
    [
      'Jekyll',
      '---\nlayout: post\ntitle: Kites\ndate: 2026-01-05 09:00:00 +0100\ntags: [wind, paper]\n---\n',
    ],
    ['Next.js', "---\ntitle: 'Kites'\ndate: 'Jan 5, 2026'\ntags: 'wind, paper'\n---\n"],
    [
      'Hugo, YAML',
      '---\ntitle: "Kites"\ndate: 2026-01-05T09:00:00+01:00\ntags:\n  - wind\n  - paper\ndraft: false\n---\n',
    ],
    [
      'Hugo, TOML',
      '+++\ntitle = "Kites"\ndate = 2026-01-05T09:00:00+01:00\ntags = ["wind", "paper"]\ndraft = false\n+++\n',
    ],
    [
      'Hugo, TOML with a local date',
      "+++\ntitle = 'Kites'\ndate = 2026-01-05\ntags = ['wind', 'paper']\n+++\n",
    ],
    ['Hugo, JSON', '{\n  "title": "Kites",\n  "date": "2026-01-05",\n  "tags": ["wind", "paper"]\n}\n'],
    ['Astro', '---\ntitle: "Kites"\npubDate: "Jan 5 2026"\ntags: ["wind", "paper"]\n---\n'],
    [
      'Eleventy',
      '---\nlayout: layouts/post.njk\ntitle: Kites\ndate: 2026-01-05\ntags:\n  - wind\n  - paper\n---\n',
    ],
    [
      'Next.js, exported',
      "import { Note } from '../note'\n\nexport const metadata: Metadata = {\n  title: 'Kites',\n  // When it went out: (\n  date: \"2026-01-05\",\n  tags: ['wind', 'paper',],\n} satisfies Metadata;\n",
    ],
    ['with Windows line ends', '---\r\ntitle: Kites\r\ndate: 2026-01-05\r\ntags: wind, paper\r\n---\r\n'],
  ])('of %s gives title, date, tags and the text below', (_, head) => {
    const post = read(`${head}\nA kite needs wind.\n`);
    expect(post).toMatchObject({ title: 'Kites', date: '2026-01-05', tags: ['wind', 'paper'] });
    expect(draftWords(post).join(' ')).toBe('A kite needs wind.');
  });

  it.each(['summary', 'description', 'excerpt'])(
    'takes `%s` as what the author wrote to make people read',
    (key) => {
      expect(read(`---\n${key}: >\n  Of wind\n  and paper.\n---\nText.\n`).summary).toBe(
        'Of wind and paper.',
      );
    },
  );

  it.each(['draft: true', 'published: false', 'status: draft', 'permalink: false'])(
    'says that `%s` keeps a post off the web',
    (line) => {
      const post = read(`---\ntitle: A\n${line}\n---\nText.\n`);
      expect(post.unpublished).toBe(line);
      expect(post.findings).toContainEqual(
        expect.objectContaining({ code: 'post-unpublished', severity: 'error' }),
      );
    },
  );

  it.each([
    ['2026-13-45', true],
    ['next week', true],
    ['2026-01-05', false],
    ['Last Modified', false],
    ['"{{ now }}"', false],
  ])('says whether `date: %s` is no date: %s', (date, isTold) => {
    expect(codes(`---\ndate: ${date}\n---\nText.\n`, 'a.md').includes('date-unreadable')).toBe(isTold);
  });

  it('names broken TOML and JSON at their place, and keeps the text', () => {
    expect(read('+++\ntitle = "A"\ndate = = 3\n+++\nText.\n').findings).toContainEqual(
      expect.objectContaining({ code: 'front-matter-toml', severity: 'error', line: 3 }),
    );
    expect(codes('{\n  "title": A\n}\nText.\n')).toContain('front-matter-json');
    expect(words('+++\nbroken\n+++\nText.\n')).toBe('Text.');
  });

  it('takes the address and the words of an exported constant, and no sign in them for a bracket', () => {
    const post = read(
      "export const metadata = { title: 'Kites (at last :(', description: \"It's of wind.\", alternates: { canonical: '/kites' } }\n\nA kite needs wind.\n",
      'app/blog/k/page.mdx',
    );
    expect(post).toMatchObject({
      title: 'Kites (at last :(',
      summary: "It's of wind.",
      canonical: { url: 'https://example.org/kites', guessed: false },
    });
    expect(draftWords(post).join(' ')).toBe('A kite needs wind.');
  });

  it('reads an exported constant that names what the page imports', () => {
    const source =
      "import card from './card.jpg'\n\nexport const meta = {\n  title: 'Kites, v1.6', // image,\n  description: `It\\`s of wind.`,\n  authors: [ada, jo],\n  image,\n  cover: card,\n  featured: true,\n  discussion: { url: 'https://e.org', of: [card] }\n}\n\nA kite needs wind.\n";
    const post = read(source, 'a.mdx');
    expect(post).toMatchObject({ title: 'Kites, v1.6', summary: 'It`s of wind.' });
    expect(post.findings.map(({ code }) => code)).not.toContain('front-matter-export');
    const codes = (field: string): string[] =>
      read(
        `export const meta = {\n  title: 'Kites',\n  ${field},\n}\n\nA kite needs wind.\n`,
        'a.mdx',
      ).findings.map(({ code }) => code);
    expect(codes('image: ada')).not.toContain('front-matter-export');
    expect(codes('draft: isDraft')).toContain('front-matter-export');
    expect(codes("'publishDate': today")).toContain('front-matter-export');
    expect(codes(`image: \`$${'{ada}'}\``)).toContain('front-matter-export');
    expect(codes('image: load()')).toContain('front-matter-export');
    expect(codes('image: ada.face')).toContain('front-matter-export');
  });

  it('never runs an exported constant, and says that it was not read', () => {
    const source =
      "export const metadata = {\n  title: 'Kites',\n  date: (globalThis.ran = true),\n}\n\nA kite needs wind.\n";
    const post = read(source, 'a.mdx');
    expect(post.findings).toContainEqual(
      expect.objectContaining({ code: 'front-matter-export', severity: 'warning', line: 3 }),
    );
    expect(draftWords(post).join(' ')).toBe('A kite needs wind.');
    expect('ran' in globalThis).toBe(false);
  });

  it('leaves text that looks like code and never ends where it is', () => {
    expect(words('export const metadata = {\n\nis how it starts.\n', 'a.md')).toContain('is how it starts.');
  });

  it('never runs what front matter holds', () => {
    const post = read('---js\n{ title: (globalThis.ran = true, "A") }\n---\nText.\n');
    expect(post.findings.map(({ code }) => code)).toContain('front-matter-yaml');
    expect('ran' in globalThis).toBe(false);
  });
});

describe('the address of a post', () => {
  it.each([
    [
      'its own word',
      '---\ncanonical: https://other.example/a\n---\n',
      'a.md',
      'https://other.example/a',
      false,
    ],
    [
      'a permalink',
      '---\npermalink: /notes/kites/\n---\n',
      '_posts/2026-01-05-a.md',
      'https://example.org/notes/kites/',
      false,
    ],
    [
      'a permalink with a URL',
      '---\npermalink: https://example.org/x\n---\n',
      null,
      'https://example.org/x',
      false,
    ],
    [
      'Jekyll’s placeholders',
      '---\npermalink: /:categories/:year/:title/\ncategories: sky toys\n---\n',
      '_posts/2026-01-05-kites.md',
      'https://example.org/sky/toys/2026/kites/',
      false,
    ],
    [
      'Jekyll’s one category',
      '---\npermalink: /:categories/:title/\ncategory: Kites and sky\n---\n',
      '_posts/2026-01-05-kites.md',
      'https://example.org/kites%20and%20sky/kites/',
      false,
    ],
    [
      'a permalink to a folder’s index',
      '---\ntitle: Kites\npermalink: "/p/{{ title | slugify }}/index.html"\n---\n',
      'posts/a.md',
      'https://example.org/p/kites/',
      false,
    ],
    [
      'Eleventy’s template',
      '---\ntitle: "Kites & me"\npermalink: "/p/{{ title | slugify }}/"\n---\n',
      'posts/a.md',
      'https://example.org/p/kites-me/',
      false,
    ],
    ['Hugo’s `url`', '+++\nurl = "/u/kites"\n+++\n', 'content/a.md', 'https://example.org/u/kites', false],
    [
      'Jekyll’s file name',
      '---\ntitle: A\n---\n',
      'blog/_posts/2026-01-05-kites.md',
      'https://example.org/2026/01/05/kites.html',
      true,
    ],
    [
      'Hugo’s folders',
      '---\ntitle: A\n---\n',
      'site/content/posts/kites.md',
      'https://example.org/posts/kites/',
      true,
    ],
    [
      'Hugo’s folders with a slug',
      '+++\nslug = "wind"\n+++\n',
      'content/posts/kites.md',
      'https://example.org/posts/wind/',
      true,
    ],
    [
      'Hugo’s bundle',
      '---\ntitle: A\n---\n',
      'content/posts/kites/index.md',
      'https://example.org/posts/kites/',
      true,
    ],
    [
      'Astro’s collection',
      '---\ntitle: A\n---\n',
      'src/content/blog/kites.mdx',
      'https://example.org/blog/kites/',
      true,
    ],
    ['Next.js’ route', 'Text\n', 'app/(site)/blog/kites/page.mdx', 'https://example.org/blog/kites', true],
    [
      'a folder of posts',
      '---\ntitle: A\n---\n',
      'posts/2026-01-05-kites.md',
      'https://example.org/posts/kites',
      true,
    ],
    [
      'the folder of Eleventy’s dated index',
      '---\ntitle: A\n---\n',
      'src/posts/kites/2026-01-05-index.md',
      'https://example.org/posts/kites',
      true,
    ],
    [
      'the name of Hugo’s file, also where it is a dated index',
      '---\ntitle: A\n---\n',
      'content/posts/kites/2026-01-05-index.md',
      'https://example.org/posts/kites/2026-01-05-index/',
      true,
    ],
    [
      'the folder of Quarto’s page',
      'Text\n',
      'blog/posts/2026-01-05-kites/index.qmd',
      'https://example.org/blog/posts/2026-01-05-kites/',
      true,
    ],
    ['Quarto’s page', 'Text\n', 'posts/kites.qmd', 'https://example.org/posts/kites.html', true],
    ['a slug alone', '---\nslug: kites\n---\n', null, 'https://example.org/kites', true],
  ])('comes from %s', (_, head, path, url, guessed) => {
    expect(read(`${head}Text.\n`, path).canonical).toMatchObject({ url, guessed });
    expect(codes(`${head}Text.\n`, path).includes('canonical-guessed')).toBe(guessed);
  });

  it('has the date of Eleventy’s dated index', () =>
    expect(
      read('Text.\n', 'src/posts/kites/2026-01-05-index.md', '/journal/:year/:slug').canonical?.url,
    ).toBe('https://example.org/journal/2026/kites'));

  it('comes from the site’s own pattern before any habit', () => {
    const post = read('---\ndate: 2026-01-05\n---\nText.\n', 'content/a/kites.md', '/journal/:year/:slug');
    expect(post.canonical).toEqual({
      url: 'https://example.org/journal/2026/kites',
      from: '`site.permalinks`',
      guessed: false,
    });
  });

  it('is missed aloud where nothing tells it, and never invented', () => {
    const nowhere = readPost('---\ntitle: A\n---\nText.\n', { path: 'kites.md' });
    expect(nowhere.canonical).toBeUndefined();
    expect(nowhere.findings.map(({ code }) => code)).toEqual(['canonical-incomplete']);
    const pathOnly = readPost('---\npermalink: /kites/\n---\nText.\n', { path: 'kites.md' });
    expect(pathOnly.findings[0]?.message).toContain('/kites/');
  });
});

describe('what is not text', () => {
  it('takes MDX imports, exports, components and expressions out, with a finding each', () => {
    const source = [
      'import Map from "./map.astro"',
      'export const meta = {',
      '  zoom: 3,',
      '',
      '  place: "here",',
      '}',
      '',
      'Before the map.',
      '',
      '<Map',
      '  points={[{ x: 1 }, { x: 2 }]}',
      '  label="a > b"',
      '/>',
      '',
      '{/* nobody reads this */}',
      '',
      'It costs {price} a day.',
      '',
      '<Note title="x">',
      '    Inside the *note*.',
      '</Note>',
      '',
    ].join('\n');
    expect(words(source, 'a.mdx')).toBe('Before the map. It costs ￼ a day. Inside the note.');
    const found = read(source, 'a.mdx').findings.filter(({ code }) => code !== 'canonical-incomplete');
    expect(found.map(({ code, line }) => [code, line])).toEqual([
      ['not-text', 1],
      ['not-text', 2],
      ['not-text', 10],
      ['not-text', 15],
      ['template-value', 17],
      ['not-text', 19],
    ]);
  });

  it('keeps words that only look like MDX', () => {
    expect(words('import taxes rose, and x < y held.\n', 'a.mdx')).toBe('import taxes rose, and x < y held.');
    expect(words('Use `<Map />` and `{x}`.\n\n```jsx\n<Map />\n<Map />\n```\n', 'a.mdx')).toBe(
      'Use <Map /> and {x}.',
    );
    expect(words('A <em>slow</em> day{" "}out.\n', 'a.mdx')).toBe('A slow day out.');
  });

  it.each([
    ['Hugo', 'Before.\n\n{{< figure src="a.png" >}}\n\nAfter.\n'],
    ['Hugo, with Markdown inside', 'Before.\n\n{{% notice %}}\nAfter.\n{{% /notice %}}\n'],
    ['Liquid', 'Before.\n\n{% include a.html x="1" %}\n\nAfter.\n'],
    ['Nunjucks', 'Before.\n\n{# a word to myself #}\n{% image "a.png" %}\n\nAfter.\n'],
    ['kramdown', 'Before.\n{: .lead}\n\nAfter.\n'],
    ['a table of contents', 'Before.\n\n{:toc}\n\nAfter.\n'],
  ])('takes the tags of %s out and keeps the text', (_, source) => {
    expect(words(source)).toBe('Before. After.');
  });

  it.each([
    ['{% highlight ruby %}\nputs 1\nputs 2\n{% endhighlight %}', 'not-text-dropped'],
    ['{{< mermaid >}}\ngraph\n{{< /mermaid >}}', 'not-text-dropped'],
    ['{% if site.x %}\nmaybe\n{% endif %}', 'not-text-dropped'],
  ])('names what it drops with its text: %s', (source, code) => {
    expect(words(`Before.\n\n${source}\n\nAfter.\n`)).toBe('Before. After.');
    expect(codes(`Before.\n\n${source}\n\nAfter.\n`)).toContain(code);
  });

  it.each([
    ['a.md', '{{< quote author="B" >}}\nNot my words.\n{{< /quote >}}'],
    ['a.md', '{% blockquote B %}\nNot my words.\n{% endblockquote %}'],
    ['a.mdx', '<Quote by="B">\n  Not my words.\n</Quote>'],
    ['a.mdx', '<Quote by="B">Not my words.</Quote>'],
  ])('marks somebody’s words in %s as a quotation: %s', (path, source) => {
    const post = read(`Mine.\n\n${source}\n\nMine again.\n`, path);
    expect(post.blocks.map(({ type }) => type)).toEqual(['paragraph', 'quote', 'paragraph']);
    expect(post.findings.map(({ code }) => code)).toContain('quoted-by-component');
  });

  it('keeps the words of a link whose target is a template', () => {
    expect(words('See [the kites]({{< ref "kites.md" >}}) there.\n')).toBe('See the kites there.');
    expect(words('See [the kites]({% post_url 2026-01-05-kites %}) there.\n')).toBe('See the kites there.');
  });

  it('shows a template in code as it stands', () => {
    expect(words('Write `{{< ref >}}` there.\n')).toBe('Write {{< ref >}} there.');
  });

  it('repairs a broken encoding, and says so', () => {
    const post = read('A kite â€” and wind.\n');
    expect(draftWords(post).join(' ')).toBe('A kite — and wind.');
    expect(post.findings).toContainEqual(
      expect.objectContaining({ code: 'repaired-text', severity: 'info', line: 1, column: 8 }),
    );
  });

  it.each([
    ['<a '.repeat(40_000), 'a.mdx'],
    ['{'.repeat(100_000), 'a.mdx'],
    ['{{<'.repeat(40_000), 'a.md'],
    ['{%'.repeat(40_000), 'a.md'],
    ['`'.repeat(100_000), 'a.md'],
    ['` `` '.repeat(20_000), 'a.md'],
    ['import {'.repeat(10_000), 'a.mdx'],
    ['export const x = {\n'.repeat(8_000), 'a.mdx'],
    [`${'<A>\n'.repeat(5_000)}text\n${'</A>\n'.repeat(5_000)}`, 'a.mdx'],
  ])('reads hostile text in time with its length: %#', (source, path) => {
    // The processor's own time: the machine may be busy with other tests.
    const started = process.cpuUsage();
    read(source, path);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(4000);
  });
});
