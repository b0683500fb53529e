import { describe, expect, it } from 'vitest';
import { TAB_FORMS } from '../../src/drafts/markup/tab-labels.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const shown = (body: string, path = 'a.mdx') => postsOnX(parseDraft(body, { path }));

describe('the label of a tab stands above its words', () => {
  it.each(TAB_FORMS)('$why', ({ sample, label }) =>
    expect(shown(sample, sample.startsWith('<') ? 'a.mdx' : 'a.md')).toBe(`${label}\n\nIt rose.`),
  );

  it.each([
    ['<TabItem value="js" label="JavaScript">\n\nIt rose.\n\n</TabItem>', 'JavaScript\n\nIt rose.'],
    ['<Tab title="Linux">\n\nIt rose.\n\n</Tab>', 'Linux\n\nIt rose.'],
    ['<TabPanel label="Mac">\n\nIt rose.\n\n</TabPanel>', 'Mac\n\nIt rose.'],
    ['<CodeGroupItem title="YARN">\n\nIt rose.\n\n</CodeGroupItem>', 'YARN\n\nIt rose.'],
    ['<TabPanel value={1}>\n\nIt rose.\n\n</TabPanel>', 'It rose.'],
    ['<Tabs.Tab>\n\nIt rose.\n\n</Tabs.Tab>', 'It rose.'],
  ])('%s', (body, words) => expect(shown(body)).toBe(words));

  it.each([
    ['{{< tab name="Rust" >}}\nIt rose.\n{{< /tab >}}', 'Rust\n\nIt rose.'],
    ['{{% tab header="Java" %}}\nIt rose.\n{{% /tab %}}', 'Java\n\nIt rose.'],
    ['{% tab log php %}\nIt rose.\n{% endtab %}', 'php\n\nIt rose.'],
    ['{% tab "Go" %}\nIt rose.\n{% endtab %}', 'Go\n\nIt rose.'],
    ['{{< tab "2" >}}\nIt rose.\n{{< /tab >}}', 'It rose.'],
  ])('%s', (body, words) => expect(shown(body, 'a.md')).toBe(words));
});
