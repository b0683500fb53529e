import { symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorsOf, siteFolder, urlsOf } from './site-folder.ts';

const { put, path, draftOf } = siteFolder();

const CONFIG = 'site:\n  url: https://gauge.example.org\n';
const POST = '---\ntitle: The float\ndate: 2026-01-05\n---\n\nWater rose.\n';
const linking = (link: string): string =>
  `---\ntitle: The gate\ndate: 2026-02-03\n---\n\nIt shut. See also ${link}\n`;

describe('a link to another file of the blog', () => {
  it.each([
    ['a post of Jekyll beside the draft', '[it](2026-01-05-float.md)', '/2026/01/05/float/'],
    ['with a place in it', '[it](2026-01-05-float.md#ice)', '/2026/01/05/float/#ice'],
    ['from the root of the site', '[it](/_posts/2026-01-05-float.md)', '/2026/01/05/float/'],
    ['with dots in its name, which Jekyll keeps', '[it](2026-01-06-1.7.0-out.md)', '/2026/01/06/1.7.0-out/'],
    ['in HTML', '<a href="2026-01-05-float.md">it</a>', '/2026/01/05/float/'],
    ['by a definition', '[it][f] and a gate\n\n[f]: 2026-01-05-float.md', '/2026/01/05/float/'],
    ['by the name of a post', '[it]({% post_url 2026-01-05-float %})', '/2026/01/05/float/'],
    [
      'behind the address of the site',
      '[it]({{ site.url }}{% post_url 2026-01-05-float %})',
      '/2026/01/05/float/',
    ],
    [
      'behind its base',
      '[it]({{ site.baseurl }}{% link _posts/2026-01-05-float.md %})',
      '/2026/01/05/float/',
    ],
    ['to a page of a collection', '[it](../_pages/about/us.md)', '/about/us/'],
    ['to a page', '{% link press.md %}', '/press/'],
    ['to a file that Jekyll copies', '[it]({% link files/log.pdf %})', '/files/log.pdf'],
    ['with a permalink of its own', '[it](2026-01-07-own.md)', '/own-place/'],
    ['with categories', '[it](2026-01-08-in.md)', '/2026/01/08/in/'],
    ['with a time of the site’s own clock', '[it](2026-01-09-clock.md)', '/2026/01/09/clock/'],
  ])('%s', async (_, link, page) => {
    put({
      'config/threadmill.yaml': CONFIG,
      '_config.yml':
        'permalink: pretty\ntimezone: US/Pacific\ncollections:\n  pages:\n    output: true\n    permalink: /:path/\ndefaults:\n  - scope:\n      path: ""\n      type: posts\n    values:\n      permalink: /:year/:month/:day/:title/\n',
      '_posts/2026-02-03-gate.md': linking(link),
      '_posts/2026-01-05-float.md': POST,
      '_posts/2026-01-06-1.7.0-out.md': '---\ntitle: Out\n---\n\nText.\n',
      '_posts/2026-01-07-own.md': '---\npermalink: /own-place/\n---\n\nText.\n',
      '_posts/2026-01-09-clock.md': '---\ndate: Jan 9, 2026, 0:30\n---\n\nText.\n',
      '_posts/2026-01-08-in.md': '---\ncategories: [Rain]\n---\n\nText.\n',
      '_pages/about/us.md': '---\ntitle: Us\n---\n\nText.\n',
      'press.md': '---\ntitle: Press\n---\n\nText.\n',
      'files/log.pdf': new Uint8Array([0x25, 0x50, 0, 1]),
    });
    const draft = await draftOf('_posts/2026-02-03-gate.md');
    expect(errorsOf(draft)).toEqual([]);
    if (link.startsWith('{%'))
      expect(JSON.stringify(draft.blocks)).toContain(`https://gauge.example.org${page}`);
    else expect(urlsOf(draft)).toEqual([`https://gauge.example.org${page}`]);
  });

  it.each([
    [
      'Hugo, which mirrors its content',
      'baseURL = "https://gauge.example.org/"\n',
      '[it](../log/float.md)',
      '/log/float/',
    ],
    [
      'Hugo, by the pattern of the section',
      'baseURL = "https://gauge.example.org/"\n[permalinks]\nlog = "/:year/:month/:slug/"\n',
      '[it]({{< ref "float.md" >}})',
      '/2026/01/the-float/',
    ],
    [
      'Hugo, by a path',
      'baseURL = "https://g.example"\n',
      '[it]({{< relref "/log/float.md#ice" >}})',
      '/log/float/#ice',
    ],
    [
      'Hugo, without the ending',
      'baseURL = "https://g.example"\n',
      '[it]({{% ref "log/float" %}})',
      '/log/float/',
    ],
    [
      'Zola',
      'base_url = "https://gauge.example.org"\n',
      '[it](@/log/2026-01-05-ice_float.md)',
      '/log/ice-float/',
    ],
    ['Zola, a section', 'base_url = "https://gauge.example.org"\n', '[it](@/log/_index.md)', '/log/'],
  ])('%s', async (_, config, link, page) => {
    put({
      'config/threadmill.yaml': CONFIG,
      'config.toml': config,
      'content/blog/gate.md': linking(link),
      'content/log/float.md': POST,
      'content/log/2026-01-05-ice_float.md': '+++\ntitle = "Ice"\n+++\nText.\n',
      'content/log/_index.md': '+++\ntitle = "Log"\n+++\n',
    });
    const draft = await draftOf('content/blog/gate.md');
    expect(errorsOf(draft)).toEqual([]);
    expect(urlsOf(draft)).toEqual([`https://gauge.example.org${page}`]);
  });

  it('takes the pattern of the configuration for posts beside the draft, and for no other text', async () => {
    put({
      'config/threadmill.yaml': `${CONFIG}  permalinks: /:year/:slug/\n`,
      'content/2026/gate.md': linking('[it]({filename}/2025/float.md) and [us](../pages/us.md)'),
      'content/2025/float.md': POST,
      'content/pages/us.md': POST,
    });
    const draft = await draftOf('content/2026/gate.md');
    expect(urlsOf(draft)).toEqual(['https://gauge.example.org/2026/float/']);
    expect(errorsOf(draft)).toEqual([
      expect.stringMatching(/^relative-link: `..\/pages\/us.md` .*say where its page is/),
    ]);
  });

  it('finds the site in a folder beside the draft', async () => {
    put({
      'docs/_config.yml': 'url: https://gauge.example.io\n',
      'docs/_posts/2026-01-05-float.md': POST,
      'posts/gate.md': linking(
        '[it]({% post_url 2026-01-05-float %}) and [that](../docs/_posts/2026-01-05-float.md)',
      ),
    });
    const page = 'https://gauge.example.io/2026/01/05/float.html';
    expect(urlsOf(await draftOf('posts/gate.md'))).toEqual([page, page]);
  });

  it('takes the address of the site from its own settings without one in the configuration', async () => {
    put({
      '_config.yml': 'url: https://gauge.example.io\nbaseurl: /notes\npermalink: /:title/\n',
      '_posts/2026-02-03-gate.md': linking('[it](2026-01-05-float.md)'),
      '_posts/2026-01-05-float.md': POST,
    });
    expect(urlsOf(await draftOf('_posts/2026-02-03-gate.md'))).toEqual([
      'https://gauge.example.io/notes/float/',
    ]);
  });
});

describe('a link to a file without a known page stays an error that says why', () => {
  const SITE = { 'config/threadmill.yaml': CONFIG, '_config.yml': 'title: Gauge\n' };

  it.each([
    ['it does not exist', {}, /there is no such file/],
    ['it is a folder', { '_posts/2026-01-05-float.md/a.md': POST }, /there is no such file/],
    [
      'it is held back',
      { '_posts/2026-01-05-float.md': '---\npublished: false\n---\n' },
      /`published: false` keeps it unpublished/,
    ],
    [
      'its front matter is broken',
      { '_posts/2026-01-05-float.md': '---\ntitle: [a\n---\n' },
      /front matter is broken/,
    ],
    [
      'it is binary',
      { '_posts/2026-01-05-float.md': new Uint8Array([0x2d, 0, 1, 2]) },
      /can’t be read as text/,
    ],
    [
      'its permalink needs what is not known',
      { '_posts/2026-01-05-float.md': POST, '_config.yml': 'permalink: /:series/:title/\n' },
      /say where its page is/,
    ],
    [
      'the zone of the build may move its day',
      { '_posts/2026-01-05-float.md': '---\ndate: 2026-01-05 23:30:00 -0800\n---\nText.\n' },
      /say where its page is/,
    ],
    [
      'the settings are those of another program',
      { '_posts/2026-01-05-float.md': POST, '_config.yml': 'permalink: /:title/\nsource_dir: source\n' },
      /say where its page is/,
    ],
    [
      'nothing tells how the site is built',
      { '_posts/2026-01-05-float.md': POST, '_config.yml': ': [' },
      /say where its page is/,
    ],
  ])('%s', async (_, files, why) => {
    put({ ...SITE, '_posts/2026-02-03-gate.md': linking('[it](2026-01-05-float.md)'), ...files });
    const draft = await draftOf('_posts/2026-02-03-gate.md');
    expect(urlsOf(draft)).toEqual([]);
    expect(errorsOf(draft)).toEqual([expect.stringMatching(why)]);
  });

  it.each([
    ['a day in the address of the draft', '/2026/02/03/gate/', {}],
    ['a text that is held back', '/log/gate/', { 'content/log/float.md': '---\ndraft: true\n---\nText.\n' }],
  ])('%s, whatever its own page suggests', async (_, canonical, files) => {
    const text = `---\ncanonical: https://gauge.example.org${canonical}\n---\n\nSee [it](float.md).\n`;
    put({ 'config/threadmill.yaml': CONFIG, 'content/log/gate.md': text, ...files });
    const draft = await draftOf('content/log/gate.md');
    expect(urlsOf(draft)).toEqual([]);
    expect(errorsOf(draft)).toHaveLength(1);
  });

  it('a tag that names a post that is not there', async () => {
    put({ ...SITE, '_posts/2026-02-03-gate.md': linking('[it]({% post_url 2026-01-05-float %})') });
    const draft = await draftOf('_posts/2026-02-03-gate.md');
    expect(errorsOf(draft)).toEqual([
      expect.stringMatching(/^template-value: .*there is no such file in the project/),
    ]);
  });

  it('a name that two texts of Hugo have', async () => {
    put({
      'config/threadmill.yaml': CONFIG,
      'hugo.toml': 'baseURL = "https://gauge.example.org"\n',
      'content/blog/gate.md': linking('[it]({{< ref "float.md" >}})'),
      'content/log/float.md': POST,
      'content/old/float.md': POST,
    });
    expect(errorsOf(await draftOf('content/blog/gate.md'))).toHaveLength(1);
  });
});

describe('a link reads nothing outside the project', () => {
  const OUTSIDE = /outside the project’s folder/;

  it.each([
    '[it](../../../../../../../../etc/hosts.md)',
    '[it](..%2f..%2f..%2f..%2f..%2fa.md)',
    '[it]({% link ../../a.md %})',
  ])('%s', async (link) => {
    put({ 'project/config/threadmill.yaml': CONFIG, 'project/_config.yml': 'title: G\n', 'a.md': POST });
    put({ 'project/_posts/2026-02-03-gate.md': linking(link) });
    const { loadDraft } = await import('../../../src/app/drafts/load-draft.ts');
    const { openProject } = await import('../../../src/app/project/project.ts');
    const { fakeIo } = await import('../../cli/fake-io.ts');
    const project = await openProject(fakeIo({ cwd: path('project') }), () =>
      Promise.reject(new Error('none')),
    );
    const { draft } = await loadDraft('_posts/2026-02-03-gate.md', project);
    expect(errorsOf(draft)).toEqual([expect.stringMatching(OUTSIDE)]);
  });

  it('by a symbolic link', async () => {
    put({
      '_config.yml': 'url: https://gauge.example.io\n',
      '_posts/2026-02-03-gate.md': linking('[it](2026-01-05-float.md)'),
    });
    symlinkSync('/etc/hosts', path('_posts/2026-01-05-float.md'));
    expect(errorsOf(await draftOf('_posts/2026-02-03-gate.md'))).toEqual([expect.stringMatching(OUTSIDE)]);
  });

  it('by symbolic links that lead to each other', async () => {
    put({
      '_config.yml': 'url: https://gauge.example.io\n',
      '_posts/2026-02-03-gate.md': linking('[it](2026-01-05-float.md)'),
    });
    symlinkSync(path('_posts/b.md'), path('_posts/2026-01-05-float.md'));
    symlinkSync(path('_posts/2026-01-05-float.md'), path('_posts/b.md'));
    expect(errorsOf(await draftOf('_posts/2026-02-03-gate.md'))).toHaveLength(1);
  });
});

describe('files around a draft', () => {
  it('link to each other without an end', async () => {
    put({
      '_config.yml': 'url: https://gauge.example.io\npermalink: /:title/\n',
      '_posts/2026-02-03-gate.md': linking('[it](2026-01-05-float.md)'),
      '_posts/2026-01-05-float.md': linking(
        '[the gate](2026-02-03-gate.md) and [itself](2026-01-05-float.md)',
      ),
    });
    expect(urlsOf(await draftOf('_posts/2026-01-05-float.md'))).toEqual([
      'https://gauge.example.io/gate/',
      'https://gauge.example.io/float/',
    ]);
  });

  it('are read only at their beginning, whatever their size', async () => {
    put({
      '_config.yml': 'url: https://gauge.example.io\npermalink: /:title/\n',
      '_posts/2026-02-03-gate.md': linking('[it](2026-01-05-float.md)'),
    });
    writeFileSync(path('_posts/2026-01-05-float.md'), POST + 'Water rose. '.repeat(2_000_000));
    const start = performance.now();
    expect(urlsOf(await draftOf('_posts/2026-02-03-gate.md'))).toEqual(['https://gauge.example.io/float/']);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('are looked for up to a number of them', async () => {
    const links = Array.from(
      { length: 3_000 },
      (_, at) => `[it]({% post_url 2026-01-05-float-${at} %})`,
    ).join('\n\n');
    put({ '_config.yml': 'url: https://gauge.example.io\n', '_posts/2026-02-03-gate.md': linking(links) });
    const start = performance.now();
    const { findings } = await draftOf('_posts/2026-02-03-gate.md');
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(findings.filter(({ code }) => code === 'template-value')).not.toEqual([]);
  });

  it('are read again after a change', async () => {
    put({
      '_config.yml': 'url: https://gauge.example.io\npermalink: /:title/\n',
      '_posts/2026-02-03-gate.md': linking('[it](2026-01-05-float.md)'),
      '_posts/2026-01-05-float.md': POST,
    });
    await draftOf('_posts/2026-02-03-gate.md');
    put({ '_posts/2026-01-05-float.md': '---\npermalink: /moved/\n---\n\nText.\n' });
    expect(urlsOf(await draftOf('_posts/2026-02-03-gate.md'))).toEqual(['https://gauge.example.io/moved/']);
  });
});
