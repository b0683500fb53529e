import { type Attributes, attributeOf, attributesOf, titleOf } from './attributes.ts';
import type { MarkupToken } from './markup-token.ts';

type TabForm = {
  readonly names: RegExp;
  /** The attributes that hold the label, the first of them first. */
  readonly named: readonly string[];
  /** Which value without a name is the label: the first, or all behind the first. */
  readonly unnamed: 'first' | 'rest';
  readonly language?: MarkupToken['language'];
  readonly why: string;
  readonly sample: string;
  readonly label: string;
};

const NAMED = ['label', 'title', 'header', 'name', 'heading'];

/** How engines write the label of a tab, which is all that tells two tabs from each other; the first row wins. */
export const TAB_FORMS: readonly TabForm[] = [
  {
    names: /^tab-?item$/,
    named: [...NAMED, 'value'],
    unnamed: 'first',
    why: 'Docusaurus shows the value of a tab without a label',
    sample: '<TabItem value="❌ Wrong">\n\nIt rose.\n\n</TabItem>',
    label: '❌ Wrong',
  },
  {
    names: /^tab$/,
    named: NAMED,
    unnamed: 'rest',
    language: 'liquid',
    why: 'Jekyll’s tabs have a group, then a label of several words',
    sample: '{% tab log the gate %}\nIt rose.\n{% endtab %}',
    label: 'the gate',
  },
  {
    names: /^(?:(?:tabs\.)?tab|tabs?[-.]?panel|code-?tab|code-?group-?item)$/,
    named: NAMED,
    unnamed: 'first',
    why: 'themes of Hugo, VuePress and Mintlify',
    sample: '{{< tab "npm" >}}\nIt rose.\n{{< /tab >}}',
    label: 'npm',
  },
];

/** Returns the label of a tab; `undefined` for tags that are none, empty for a tab without one. */
function tabLabel(token: MarkupToken): string | undefined {
  if (token.language === 'html') return undefined;
  const row = TAB_FORMS.find(
    ({ names, language = token.language }) => names.test(token.name) && language === token.language,
  );
  if (row === undefined) return undefined;
  const attributes = attributesOf(token.text);
  return (attributeOf(attributes, ...row.named) ?? unnamedLabel(row, attributes)).trim();
}

function unnamedLabel({ unnamed }: TabForm, { positional }: Attributes): string {
  const [first = '', ...rest] = positional;
  const words = unnamed === 'rest' && rest.length > 0 ? rest.join(' ') : first;
  return /[\p{L}\p{Extended_Pictographic}]/u.test(words) ? words : '';
}

/** Returns the title of a note, a tab or a fold, which readers see above its words. */
export const titleOfTag = (token: MarkupToken): string =>
  tabLabel(token) ?? titleOf(attributesOf(token.text));
