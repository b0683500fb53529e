import type { Kind } from '../drafts/kind.ts';

/** What a template is filled with. */
export type TemplateFacts = {
  readonly title: string;
  /** ISO calendar date. */
  readonly date: string;
};

const yaml = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const front = (kind: Kind, { title, date }: TemplateFacts, more: readonly string[] = []): string =>
  ['---', `title: ${yaml(title)}`, `kind: ${kind}`, `date: ${date}`, ...more, '---', ''].join('\n');

/** What `new` writes for each kind: a short draft in the kind's own shape, to be written over. */
export const TEMPLATES = {
  update: (facts) => `${front('update', facts)}
[${facts.title}]

What moved this week, in a sentence or two.

Finished:
> The first thing, with a number where there is one
> The second thing

Next:
> What comes after it
`,
  paper: (facts) => `${front('paper', facts)}
[Paper Reading: ${facts.title}]

What the paper asks, and why it matters to you [0].

What they did:
> The idea, in one line
> How they tested it [1]

---

What I take from it, and what I would ask the authors.

[0] ${facts.title}: https://example.org/paper
[1] Code: https://example.org/code
`,
  links: (facts) => `${front('links', facts)}
What these links have in common, if anything.

1. [The first piece](https://example.org/first)
   - what stayed with me from it
   - > a sentence of theirs worth keeping
2. [The second piece](https://example.org/second)
   - why it is here
`,
  article: (facts) => `${front('article', facts, ['canonical: https://example.org/the-article'])}
What the article is about, for somebody who has not read it.

## What happened

The story, with [a link](https://example.org/source) where a claim needs one.

## What I would do again

The end, in your own words.
`,
  post: (facts) => `${front('post', facts)}
${facts.title}

The thought, in plain words. A blank line starts a new paragraph, and --- on a line of its own a new post.
`,
} as const satisfies Record<Kind, (facts: TemplateFacts) => string>;

/** The name of a draft's file from its title: small ASCII letters, digits and hyphens, at most 60. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '');
}
