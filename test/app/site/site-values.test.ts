import { expect, it } from 'vitest';
import { draftImages } from '../../../src/app/drafts/draft-images.ts';
import { draftWords } from '../../../src/drafts/draft-words.ts';
import { asksSite } from '../../../src/drafts/site-lookup.ts';
import { errorsOf, siteFolder, urlsOf } from './site-folder.ts';

const { put, draftOf } = siteFolder();

const CONFIG =
  'url: https://gauge.example.io\nbaseurl: ""\ntitle: The Gauge\nauthor:\n  name: Ana Ru\ntags: [a]\n';

it.each([
  ['{{ site.title }}', 'The Gauge'],
  ['{{ site.author.name }}', 'Ana Ru'],
  ['{{ site["title"] | escape }}', 'The Gauge'],
  ['{{ site.url }}/log', 'https://gauge.example.io/log'],
])('shows the value %s of Jekyll’s settings', async (written, shown) => {
  put({ '_config.yml': CONFIG, '_posts/2026-01-05-a.md': `It is ${written} that says so.\n` });
  const draft = await draftOf('_posts/2026-01-05-a.md');
  expect(errorsOf(draft)).toEqual([]);
  expect(draftWords(draft).join(' ')).toContain(`It is ${shown} that says so.`);
});

it.each([
  '{{ site.nothing }}',
  '{{ site.tags }}',
  '{{ site.author }}',
  '{{ site.data.log.size }}',
  '{{ site.title | upcase }}',
])('stops at %s, which only the blog knows', async (written) => {
  put({ '_config.yml': CONFIG, '_posts/2026-01-05-a.md': `It is ${written} that says so.\n` });
  expect(errorsOf(await draftOf('_posts/2026-01-05-a.md'))).toEqual([
    expect.stringMatching(/^template-value/),
  ]);
});

it('shows no value of Hugo’s settings, whose texts have none', async () => {
  put({
    'hugo.toml': 'baseURL = "https://g.example.io"\ntitle = "G"\n',
    'content/a.md': 'It is {{ site.title }} here.\n',
  });
  expect(errorsOf(await draftOf('content/a.md'))).toHaveLength(1);
});

it('leads to the address of the site behind its name', async () => {
  put({ '_config.yml': CONFIG, 'a.md': 'It is in [the log]({{ site.url }}{{ site.baseurl }}/log/) now.\n' });
  expect(urlsOf(await draftOf('a.md'))).toEqual(['https://gauge.example.io/log/']);
});

it.each([
  '![A mast]({{ site.url }}/mast.png)',
  '![A mast]({{ site.url }}{{ site.baseurl }}/mast.png)',
  '<img src="{{ site.cdn }}/mast.png" alt="A mast">',
])('takes the picture of %s from the project', async (picture) => {
  put({ '_config.yml': `${CONFIG}cdn: https://cdn.example.io\n`, 'a.md': `It rose.\n\n${picture}\n` });
  expect(draftImages(await draftOf('a.md')).map(({ path }) => path)).toEqual(['/mast.png']);
});

it.each([
  ['[a](b.md)', true],
  ['[a](<b.md>)', true],
  ['[a](b.md#c)', true],
  ['[a]: ../b.markdown', true],
  ['<a href="b.md">', true],
  ['{% post_url 2026-01-05-a %}', true],
  ['{{< relref "a" >}}', true],
  ['{{ site.title }}', true],
  ['{{< imgproc mast Fill "9x9" >}}', true],
  ['README.md and [a](https://e.example/b.md)', false],
  ['[a](b.html), `{{ page.title }}`, {% include a.md %}', false],
])('asks the site’s files for %s: %s', (text, asks) => {
  expect(asksSite(text)).toBe(asks);
});

it('looks for such links in linear time', () => {
  const texts = ['](', '](a', 'href = ', ']: ', '{% ', '{{ site', '](a.md-'].map((part) =>
    part.repeat(200_000 / part.length),
  );
  const start = performance.now();
  for (const text of texts) expect(asksSite(text)).toBe(false);
  expect(performance.now() - start).toBeLessThan(3_000);
});
