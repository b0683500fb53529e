type Row = {
  readonly why: string;
  /** What stands before the picture’s path. */
  readonly opens: RegExp;
  /** What to write, with `…` for what the picture shows; from what stands around the path. */
  readonly advice: (path: string, before: string, behind: string) => string;
  /** The author’s line, and the advice. */
  readonly example: readonly [line: string, advice: string];
};

/** How each way to write a picture takes alt text; the first row that fits counts. Each example is a test. */
export const ALT_FORMS: readonly Row[] = [
  {
    why: 'a tag that prints the address of a picture of Markdown',
    opens: /!\[[^\]\n]*\]\(<?\{[^}\n]*$/,
    advice: (path, before, behind) =>
      `![…](${before.slice(before.lastIndexOf('](') + 2)}${path}${/^[^)\n]*/.exec(behind)?.[0]})`,
    example: ['![]({{< file "a.png" >}}) in May', '![…]({{< file "a.png" >}})'],
  },
  {
    why: 'a shortcode of Hugo with arguments without names, which takes no named one beside them',
    opens: /\{\{[<%]\s*[\w/.-]+\s+(?:"[^"{}]*"\s+|[^\s"`={}]+\s+)*["`]?$/,
    advice: (path) => `"…" behind "${path}"`,
    example: ['{{<video-left "a.mp4">}}', '"…" behind "a.mp4"'],
  },
  {
    why: 'HTML has no alt text of videos; screen readers read out this attribute, and so do we',
    opens: /<video\b[^<>]*(?:>\s*<source\b[^<>]*)?$/i,
    advice: () => 'aria-label="…" in the <video> tag',
    example: ['<video controls><source src="a.mp4"></video>', 'aria-label="…" in the <video> tag'],
  },
  {
    why: 'an attribute of HTML, or of a component',
    opens: /<[A-Za-z][^<>]*$/,
    advice: () => 'alt="…"',
    example: ['<p><img class="wide" src="a.png"></p>', 'alt="…"'],
  },
  {
    why: 'an argument of a shortcode or tag',
    opens: /\{(?:\{[<%]?|%)[^{}]*$/,
    advice: () => 'alt="…"',
    example: ['{{< figure src="a.png" >}}', 'alt="…"'],
  },
  {
    why: 'an embed of Obsidian',
    opens: /!\[\[[^\][]*$/,
    advice: (path) => `![[${path}|…]]`,
    example: ['![[a.png]]', '![[a.png|…]]'],
  },
  {
    why: 'an option of a directive of MyST',
    opens: /(?:`{3,}|:{3,})\{[\w-]+\}\s*$/,
    advice: () => ':alt: … on a line below it',
    example: ['```{image} a.png\n```', ':alt: … on a line below it'],
  },
];

/** Returns what to write where a picture has no alt text, in the form in which its author wrote it. */
export function altAdvice(written: string, path: string): string {
  const at = written.indexOf(path);
  // Of a file that the page imports or sets, `src={noon}`, only the name is there.
  const before = written.slice(0, Math.max(0, at === -1 ? written.search(/=["']?\{/) : at));
  const form = ALT_FORMS.find(({ opens }) => opens.test(before));
  return form === undefined
    ? `![…](${path})`
    : form.advice(path, before, at === -1 ? '' : written.slice(at + path.length));
}
